"""``codebook/figures.yaml``: public context figures."""

from __future__ import annotations

from pydantic import Field

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml
from paraplu.records import ContextFigure, ContextFigures

__all__ = ["parse_figures"]


class FigureModel(FileModel):
    """A figure as it stands in the file."""

    id: str
    value: float
    unit: str
    of: str
    measure: str
    year: int
    source: str
    n: int | None = None
    note: str = ""
    conflicts_with: str = ""
    after_fieldwork: bool = False


class MissingModel(FileModel):
    """A figure that was looked for and not found."""

    id: str
    text: str


class FiguresModel(FileModel):
    """The whole file."""

    version: int = 1
    figures: tuple[FigureModel, ...] = ()
    missing: tuple[MissingModel, ...] = ()
    sources: dict[str, str] = Field(default_factory=dict)


def parse_figures(text: str, *, path: str) -> Parsed[ContextFigures]:
    """Read the figures; a double id, or a source that is not listed, is a problem."""
    model, node, problems = load_yaml(text, FiguresModel, path=path)
    if model is None:
        return Parsed(ContextFigures(), tuple(problems))
    figures: dict[str, ContextFigure] = {}
    lines: dict[str, int] = {}
    for n, found in enumerate(model.figures):
        line = line_of(node, ("figures", n))
        if found.id in figures:
            first = lines[found.id]
            problems.append(
                messages.problem("P108", f"{path}:{line}", what="cijfer", id=found.id, first=first)
            )
        if found.source not in model.sources:
            problems.append(messages.problem("P113", f"{path}:{line}", source=found.source))
        lines.setdefault(found.id, line)
        figures.setdefault(found.id, ContextFigure(**found.model_dump()))
    missing = {absent.id: absent.text for absent in model.missing}
    return Parsed(ContextFigures(figures, missing, model.sources), tuple(problems))
