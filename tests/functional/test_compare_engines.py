"""The command that compares the words of all essays with the stored ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.rendered_study import make_study

SCRIPT = Path(__file__).parents[2] / "scripts" / "compare_engines.py"


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a study and, beside it, the stored words of its essays."""
    folder = tmp_path_factory.mktemp("compare")
    make_study(folder / "study")
    compare(folder, "--update")
    return folder


def compare(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command with the embedded engine; return what it gave back and printed."""
    done = subprocess.run(
        [sys.executable, SCRIPT, "--study", folder / "study", "--stored", folder / "stored",
         *arguments],
        env={"PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_stores_pages_and_word_files(stored: Path) -> None:
    """Every essay is stored as a page and as a Word file, and then nothing differs."""
    names = {path.name for path in (stored / "stored").iterdir()}
    essays = ("index", "4-keuzes", "verantwoording")
    assert names == {f"{name}.{form}.txt" for name in essays for form in ("html", "docx")}
    code, said = compare(stored)
    assert code == 0
    assert "0 lines differ, embedded" in said


def test_names_every_line_that_differs(stored: Path) -> None:
    """One word that changed is shown with the file it stands in."""
    path = stored / "stored" / "4-keuzes.html.txt"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("Figuur 1: Hoe vaak", "Figuur 2: Hoe vaak"), encoding="utf-8")
    code, said = compare(stored)
    path.write_text(before, encoding="utf-8")
    assert code == 1
    assert "+++ embedded/4-keuzes.html.txt" in said
    assert "-Figuur 2: Hoe vaak" in said
    assert "python scripts/compare_engines.py --update" in said


def test_names_what_is_stored_of_no_essay(stored: Path) -> None:
    """The words of an essay that is gone do not stay unseen."""
    path = stored / "stored" / "weg.html.txt"
    path.write_text("Weg.\n", encoding="utf-8")
    code, said = compare(stored)
    path.unlink()
    assert code == 1
    assert "no longer an essay: weg.html.txt" in said


def test_leaves_the_study_as_it_was(stored: Path) -> None:
    """The comparison renders a copy: the study gets no site."""
    assert not (stored / "study" / "_site").exists()
