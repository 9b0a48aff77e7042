"""Finishing a Word file."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from paraplu.report.engines import docx

if TYPE_CHECKING:
    from pathlib import Path

DRAWING = (
    "<w:document><wp:inline><wp:docPr id='1' name='Picture' {outer}/>"
    "<pic:cNvPr id='0' name='x' {inner}/></wp:inline><w:tr><w:tc/></w:tr></w:document>"
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a Word file with one picture, one row and a header."""
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", DRAWING.format(outer="", inner='descr="Drie staven"'))
        archive.writestr("word/settings.xml", "<w:settings></w:settings>")
        archive.writestr("word/header1.xml", "<w:t>[[studie]]</w:t><w:t>[[melding]]</w:t>")
        archive.writestr("[Content_Types].xml", "<Types/>")
    return path


def part(path: Path, name: str) -> str:
    """Return one part of a Word file."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_gives_a_picture_its_alt_text_twice(made: Path) -> None:
    """The alt text stands where Word looks and where other readers look."""
    docx.finish(made, study="Proef", fictional=True)
    assert part(made, "word/document.xml").count('descr="Drie staven"') == 2


def test_says_that_the_text_is_dutch(made: Path) -> None:
    """The settings name the language for the spelling checker."""
    docx.finish(made, study="Proef", fictional=True)
    assert '<w:themeFontLang w:val="nl-NL"/>' in part(made, "word/settings.xml")


@pytest.mark.parametrize(("fictional", "notice"), [(True, "fictief materiaal"), (False, "")])
def test_fills_the_header(made: Path, fictional: bool, notice: str) -> None:  # noqa: FBT001
    """Every page names the study, and the notice only when the material is fictional."""
    docx.finish(made, study="A & B", fictional=fictional)
    assert part(made, "word/header1.xml") == f"<w:t>A &amp; B</w:t><w:t>{notice}</w:t>"


def test_keeps_a_row_on_one_page(made: Path) -> None:
    """A row of a table is not broken over two pages."""
    docx.finish(made, study="Proef", fictional=True)
    assert "<w:tr><w:trPr><w:cantSplit/></w:trPr>" in part(made, "word/document.xml")


def test_is_the_same_file_every_time(made: Path, tmp_path: Path) -> None:
    """Finishing the same file twice gives the same bytes."""
    other = tmp_path / "y.docx"
    other.write_bytes(made.read_bytes())
    docx.finish(made, study="Proef", fictional=True)
    docx.finish(other, study="Proef", fictional=True)
    assert made.read_bytes() == other.read_bytes()
