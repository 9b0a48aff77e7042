"""``codebook/polarities.yaml``: the choices, as pairs of poles."""

from __future__ import annotations

from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, load_yaml
from paraplu.records import Polarities, Polarity, Pole

__all__ = ["parse_polarities"]


class PoleModel(FileModel):
    """A pole as it stands in the file."""

    id: str
    name: str
    describes: str
    upside: str = ""
    downside: str = ""
    early_warning: str = ""
    action: str = ""


class PolarityModel(FileModel):
    """A choice as it stands in the file."""

    id: str
    code: str
    question: str
    greater_purpose: str = ""
    deeper_fear: str = ""
    poles: tuple[PoleModel, PoleModel]


class PolaritiesModel(FileModel):
    """The whole file."""

    version: int = 1
    bron: str = "vooraf"
    polarities: tuple[PolarityModel, ...] = ()


def parse_polarities(text: str, *, path: str) -> Parsed[Polarities]:
    """Read the choices."""
    model, _, problems = load_yaml(text, PolaritiesModel, path=path)
    if model is None:
        return Parsed(Polarities(), tuple(problems))
    polarities = tuple(
        Polarity(
            id=found.id,
            code=found.code,
            question=found.question,
            greater_purpose=found.greater_purpose,
            deeper_fear=found.deeper_fear,
            poles=(Pole(**found.poles[0].model_dump()), Pole(**found.poles[1].model_dump())),
        )
        for found in model.polarities
    )
    return Parsed(Polarities(source=model.bron, polarities=polarities), tuple(problems))
