"""The verdict over essays, and the marks files that the filter reads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.study.reading import write_text

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.report.judged import Judged

__all__ = ["MARKS", "EssayVerdict", "Verdict", "write_marks"]

MARKS = "essays/_marks"
SCHEMA = 1
EVIDENCE = "evidence.json"
"""The evidence pages as data, beside the marks."""


@dataclass(frozen=True, slots=True)
class EssayVerdict:
    """What was decided about one essay; `path` is relative to the study.

    `notices` are for the author and stop nothing.
    """

    name: str
    path: str
    title: str = ""
    marks: tuple[Judged, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the essay may be rendered."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about essays.

    `problems` are those of all essays, each once; `notices` stop nothing; `title` and
    `fictional` are those of the study.
    """

    essays: tuple[EssayVerdict, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    title: str = ""
    fictional: bool = False


def write_marks(verdict: Verdict, root: Path) -> list[Path]:
    """Write a marks file for every essay that holds, and remove those of essays that do not.

    Each file is written beside the old one and takes its place in one step.

    Parameters
    ----------
    verdict
        What `judge` gives.
    root
        The study.

    Returns
    -------
    list of Path
        The files written.

    """
    folder = root / MARKS
    written = []
    for old in folder.glob("*.json") if folder.is_dir() else ():
        if old.name != EVIDENCE and not (root / "essays" / f"{old.stem}.qmd").is_file():
            old.unlink()
    for essay in verdict.essays:
        path = folder / f"{essay.name}.json"
        if essay.ok:
            write_text(path, _as_json(essay, verdict))
            written.append(path)
        else:
            path.unlink(missing_ok=True)
    return written


def _as_json(essay: EssayVerdict, verdict: Verdict) -> str:
    """Return the marks file of an essay."""
    data = {
        "schema": SCHEMA,
        "essay": essay.name,
        "fictional": verdict.fictional,
        "study": verdict.title,
        "marks": {judged.key: judged.entry for judged in essay.marks},
    }
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
