"""A small study whose marks are judged, to render."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from paraplu.errors import Refused
from paraplu.report import engines

__all__ = [
    "DATA", "EXTENSION", "add", "essays_of", "make_study", "page", "refusal", "write_marks",
]  # fmt: skip

DATA = Path(__file__).parents[1] / "data" / "rendering"
EXTENSION = Path(__file__).parents[2] / "_extensions" / "paraplu"


def make_study(root: Path) -> Path:
    """Make a small study whose marks are judged."""
    shutil.copytree(DATA, root, dirs_exist_ok=True)
    judged = root / "essays" / "_marks"
    judged.mkdir()
    for name, marks in json.loads((root / "marks.json").read_text(encoding="utf-8")).items():
        write_marks(root, name, marks)
    return root


def write_marks(root: Path, name: str, marks: object) -> None:
    """Write what the judge says about an essay."""
    path = root / "essays" / "_marks" / f"{name}.json"
    path.write_text(json.dumps(marks, ensure_ascii=False), encoding="utf-8")


def essays_of(root: Path) -> list[Path]:
    """Return the essays of a study."""
    return sorted((root / "essays").glob("*.qmd"))


def page(root: Path, name: str = "4-keuzes") -> str:
    """Return the HTML of an essay."""
    return (root / "_site" / "essays" / f"{name}.html").read_text(encoding="utf-8")


def add(root: Path, text: str, *, essay: str = "verantwoording") -> int:
    """Put text at the end of an essay; return its line."""
    path = root / "essays" / f"{essay}.qmd"
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{text}\n", encoding="utf-8")
    return before.count("\n") + 2


def refusal(root: Path, *, to: tuple[str, ...] = ("html",)) -> list[tuple[str, str]]:
    """Return code and place of what a render refuses."""
    with pytest.raises(Refused) as refused:
        engines.render(root, essays_of(root), to=to, engine="embedded")
    return [(problem.code, problem.place) for problem in refused.value.problems]
