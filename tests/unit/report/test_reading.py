"""Reading essays: marks with their exact place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.report.reading import read_essays
from paraplu.report.sentences import sentence_around

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.report.essay import Essay

TEXT = """\
---
title: Proef
---

# Kop [een]{.eigen} {#sec-x}

Een *nadruk [28 **vet**]{.value key="a"} en* dan
> niet zo, [twee
  regels]{.claim code="x"}. Nog een zin.

| a | b |
|---|---|
| x | [3]{.value key="b"} |

Tekst.[^n]

[^n]: Noot [4]{.value key="c"}.

::: {#fig-x .artefact figure="02/y"}
Bijschrift [5]{.value key="d"}.
:::

- punt

  ::: {.sindsdien}
  [6]{.context key="e"}
  :::
"""


def read(tmp_path: Path, text: str) -> Essay:
    """Read one essay."""
    path = tmp_path / "essays" / "x.qmd"
    path.parent.mkdir()
    path.write_bytes(text.encode())
    return read_essays([path], root=tmp_path)[0]


def test_every_mark_has_its_line_and_column(tmp_path: Path) -> None:
    """Also in headings, cells, notes, captions and lists."""
    essay = read(tmp_path, TEXT)
    assert essay.problems == () or [p.code for p in essay.problems] == ["P408"]
    assert [(mark.kind, mark.text, *mark.place) for mark in essay.marks] == [
        ("eigen", "een", 5, 7),
        ("value", "28 vet", 7, 13),
        ("claim", "twee regels", 8, 12),
        ("value", "3", 13, 7),
        ("value", "4", 17, 12),
        ("figure", "", 19, 1),
        ("value", "5", 20, 12),
        ("context", "6", 26, 3),
    ]


def test_the_place_points_at_the_mark_in_the_file(tmp_path: Path) -> None:
    """Line and column count characters from one."""
    lines = TEXT.splitlines()
    for mark in read(tmp_path, TEXT).marks:
        rest = lines[mark.place.line - 1][mark.place.column - 1 :]
        assert rest.startswith((":::", f"[{mark.text.split()[0] if mark.text else ''}"))


def test_a_mark_knows_its_blocks(tmp_path: Path) -> None:
    """A public figure in a block for later."""
    assert read(tmp_path, TEXT).marks[-1].inside == {"sindsdien"}


def test_a_file_that_is_not_text_is_a_problem(tmp_path: Path) -> None:
    """Without a traceback."""
    path = tmp_path / "essays" / "x.qmd"
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe")
    assert [p.code for p in read_essays([path], root=tmp_path)[0].problems] == ["P102"]


def test_a_bom_and_crlf_leave_places_alone(tmp_path: Path) -> None:
    """The file is read as if they were not there."""
    essay = read(tmp_path, "\ufeff" + TEXT.replace("\n", "\r\n"))
    assert [mark.place.line for mark in essay.marks] == [5, 7, 8, 13, 17, 19, 20, 26]


def test_the_sentence_of_a_mark_ends_where_it_ends() -> None:
    """Not at the next one, and not at an abbreviation before a small letter."""
    text = "Zij zei dat. Volgens x e.a. noemt de helft dit. En toen."
    start = text.index("de helft")
    sentence, before = sentence_around(text, start, start + 8)
    assert sentence == "Volgens x e.a. noemt de helft dit."
    assert before == "Volgens x e.a. noemt "


def test_a_reference_begins_a_sentence() -> None:
    """A table that is named first does not belong to the sentence before it."""
    text = "De meeste zeggen dit. @tbl-x toont de rest."
    assert sentence_around(text, 0, 9)[0] == "De meeste zeggen dit."
