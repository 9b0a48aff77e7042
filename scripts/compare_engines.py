"""Compare the words of every essay with the stored ones, as each engine renders it.

Run as ``python scripts/compare_engines.py`` once the notebooks have run: it judges the essays of a
copy of the study, renders them with the embedded engine, and with Quarto where that is installed,
and compares headings, paragraphs, captions, numbers, references, notes and alt texts of the pages
and the Word files with those in ``tests/snapshots/essays``. With ``--update`` the words of the
embedded engine are stored. The study itself is left as it is.
"""

from __future__ import annotations

import argparse
import difflib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.pipeline.rendering import judge
from paraplu.report import engines
from paraplu.report.engines import wording
from paraplu.study import Study

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
STORED = ROOT / "tests" / "snapshots" / "essays"
COMPARED = ("html", "docx")
LEFT = shutil.ignore_patterns(".*", "_site", "src", "tests", "docs", "scripts", "dist")


def main() -> int:
    """Compare, or store with ``--update``; 1 when something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="store what is rendered now")
    parser.add_argument("--study", type=Path, default=ROOT, help="root of the study")
    parser.add_argument("--stored", type=Path, default=STORED, help="folder of the stored words")
    asked = parser.parse_args()
    names = ["embedded", *(["quarto"] if shutil.which("quarto") else [])]
    differing = []
    for name in names:
        try:
            said = dict(rendered(asked.study, engine=name))
        except Refused as refused:
            print(f"{name}:", *refused.problems, sep="\n  ")
            return 1
        if asked.update and name == "embedded":
            store(said, folder=asked.stored)
        differing += [line for file in said for line in differences(said, file, name, asked.stored)]
    print(*differing, sep="\n")
    gone = sorted({path.name for path in asked.stored.glob("*.txt")} - said.keys())
    print(f"{len(differing)} lines differ, {' and '.join(names)}, {asked.stored}")
    if gone:
        print("stored, and no longer an essay:", ", ".join(gone))
    if differing or gone:
        print("If that is what was meant: python scripts/compare_engines.py --update")
    return 1 if differing or gone else 0


def rendered(study: Path, *, engine: engines.Engine) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of every page and Word file of a copy of the study."""
    with tempfile.TemporaryDirectory(prefix="paraplu-compare-") as scratch:
        copy = Path(scratch) / "study"
        shutil.copytree(study, copy, ignore=LEFT)
        essays = sorted((copy / "essays").glob("*.qmd"))
        if (copy / "paraplu.toml").is_file():
            judge(Study(copy))
        engines.render(copy, essays, to=COMPARED, engine=engine)
        for essay in essays:
            made = copy / "_site" / "essays" / essay.stem
            page = made.with_suffix(".html").read_text(encoding="utf-8")
            yield f"{essay.stem}.html.txt", wording.of_html(page)
            yield f"{essay.stem}.docx.txt", wording.of_docx(made.with_suffix(".docx"))


def store(said: dict[str, str], *, folder: Path) -> None:
    """Store the words, and nothing else, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.txt"):
        path.unlink()
    for name, text in said.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def differences(said: dict[str, str], file: str, engine: str, folder: Path) -> Iterator[str]:
    """Yield the lines in which a file differs from the stored one."""
    path = folder / file
    stored = path.read_text(encoding="utf-8") if path.is_file() else ""
    yield from difflib.unified_diff(
        stored.splitlines(), said[file].splitlines(), f"stored/{file}", f"{engine}/{file}",
        lineterm="", n=0,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
