"""The form of an essay: what would stop a render is named with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.report.form import check_form

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = """\
bibliography: [essays/references.bib]
number-sections: true
website:
  navbar:
    left:
      - {text: Begin, href: essays/x.qmd}
"""
HEAD = "---\ntitle: x\n---\n\n"
FIRST = HEAD.count("\n") + 1
PARTS = (
    ":::: {.pool .links}\nx\n::::", ":::: {.pool .rechts}\nx\n::::", ":::: {.tegenspraak}\nx\n::::",
    ":::: {.en}\nx\n::::", ":::: {.signalen}\nx\n::::", ":::: {.onbeantwoord}\nx\n::::",
)  # fmt: skip
CARD = "::::: {.keuzekaart}\n### Vraag?\n\n" + "\n\n".join(PARTS) + "\n:::::"
FIGURE = '::: {#fig-x .artefact figure="07/x"}\nBijschrift.\n:::'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a study with another essay, an image and one source."""
    (tmp_path / "essays").mkdir()
    (tmp_path / "_quarto.yml").write_text(PROJECT, encoding="utf-8")
    bib = "@string{uitgever = {X}}\n@book{wie2001,\n  title = {Wat}\n}\n"
    (tmp_path / "essays" / "references.bib").write_text(bib, encoding="utf-8")
    (tmp_path / "essays" / "y.qmd").write_text("# Een kop\n\n## Twee {#sec-twee}\n")
    (tmp_path / "essays" / "er.png").write_bytes(b"")
    return tmp_path


def problems(root: Path, text: str, *, head: str = HEAD) -> list[tuple[str, int]]:
    """Return code and line of what is wrong with an essay, counted from after its head."""
    path = root / "essays" / "x.qmd"
    path.write_text(head + text + "\n", encoding="utf-8")
    found = check_form([path], root=root)["essays/x.qmd"]
    return [
        (one.code, int(one.place.rpartition(":")[2]) - head.count("\n")) for one in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\n\n::: {.callout-note}\nb\n\nc", "P464", 3),
        (":::: {.a}\n\n::: {.b}\n\nx\n\n::::", "P464", 1),
        ("a\n\n:::\n\nb", "P464", 3),
        (":::: {.a}\nx\n:::", "P464", 3),
        ("tekst\n::: {.a}\nx\n:::", "P464", 2),
        ("::: {.callout-geheim}\nx\n:::", "P460", 1),
        ('::: {.callout-note collapse="true"}\nx\n:::', "P460", 1),
        ("a\n\nzie @fig-weg", "P462", 3),
        ("zie [@tbl-weg]", "P462", 1),
        ("zie @sec-weg", "P462", 1),
        ("## Kop {#sec-a .unnumbered}\n\nzie @sec-a", "P462", 3),
        ("zie @eq-som", "P460", 1),
        (f"{FIGURE}\n\n[zie @fig-x]", "P460", 5),
        (f"{FIGURE}\n\n[@fig-x; @wie2001]", "P460", 5),
        ("a\n\nvolgens @niemand1999", "P463", 3),
        ("a [@wie2001; @niemand1999, p. 3]", "P463", 1),
        ("a[^n]\n\n[^n]: volgens @niemand1999", "P463", 3),
        ("[x](weg.qmd)", "P462", 1),
        ("[x](y.qmd#sec-weg)", "P462", 1),
        ("[x](#weg)", "P462", 1),
        ("[x](../codebook/codebook.yaml)", "P462", 1),
        ("![x](weg.png)", "P471", 1),
        ("## A {#sec-a}\n\n## B {#sec-a}", "P464", 3),
        (f"{FIGURE}\n\n{FIGURE}", "P464", 5),
        ("a[^n]", "P464", 1),
        ("a\n\n[^n]: b", "P464", 3),
        ("a[^n]\n\n[^n]: b\n\n[^n]: c", "P464", 5),
        (CARD.replace(PARTS[4], ""), "P453", 1),
        (CARD.replace("### Vraag?", ""), "P453", 1),
        ('::: {#fig-x .artefact figure="07/x"}\n:::', "P461", 1),
        ('::: {#fig-x .artefact figure="07/x"}\na\n\nb\n:::', "P461", 1),
    ],
)  # fmt: skip
def test_what_would_stop_a_render_is_named_with_its_line(
    root: Path, text: str, code: str, line: int
) -> None:
    """Whether an engine would stop there, or show it wrong without a word."""
    assert problems(root, text) == [(code, line)]


@pytest.mark.parametrize(
    "text",
    [
        FIGURE + "\n\nZie @fig-x, [-@fig-x] en [@fig-x].",
        "## Kop {#sec-a}\n\nZie @sec-a, [daar](#sec-a) en [hier](#kop).",
        "| a |\n|---|\n| b |\n\n: Bijschrift. {#tbl-x}\n\nZie @tbl-x.",
        "Volgens @wie2001 en [-@wie2001, p. 3]; mail a@b.nl, zie https://x.nl/@iemand.",
        "[x](y.qmd), [x](y.qmd#sec-twee), [x](y.qmd#een-kop)",
        "[x](https://x.nl), [x](../bewijs/a.html)",
        "![x](er.png)",
        "Noot.[^n] En ^[hier].\n\n[^n]: Tekst.",
        "`@fig-weg` en\n\n```\n::: {.a}\n@niemand\n```\n\n<!-- @niemand\n::: -->",
        ":::::: {.a}\n:::: {.b}\n\n::: {.callout-tip title='x'}\ny\n:::\n\n::::\n::::::",
        CARD,
    ],
)  # fmt: skip
def test_what_renders_well_is_let_through(root: Path, text: str) -> None:
    """References that lead somewhere, blocks that close, code and comments."""
    assert problems(root, text) == []


def test_a_heading_is_referred_to_only_where_headings_have_numbers(root: Path) -> None:
    """The essay decides, or else the project."""
    head = HEAD.replace("title: x", "title: x\nnumber-sections: false")
    assert problems(root, "## Kop {#sec-a}\n\nZie @sec-a.", head=head) == [("P462", 3)]


def test_a_source_of_the_essay_itself_counts(root: Path) -> None:
    """Its own bibliography is read as well; a missing one is named."""
    (root / "essays" / "eigen.bib").write_text("@book{ook2002, title={x}}", encoding="utf-8")
    head = HEAD.replace("title: x", "title: x\nbibliography: eigen.bib")
    assert problems(root, "Volgens @ook2002 en @wie2001.", head=head) == []


def test_a_missing_bibliography_is_named_before_its_keys(root: Path) -> None:
    """With the file that should be there."""
    (root / "essays" / "references.bib").unlink()
    path = root / "essays" / "x.qmd"
    path.write_text("Volgens @wie2001.", encoding="utf-8")
    found = check_form([path], root=root)["essays/x.qmd"]
    assert [(one.code, one.place) for one in found] == [("P465", "_quarto.yml")]


def test_a_page_in_the_navigation_must_exist(root: Path) -> None:
    """Named with its line in the project's file."""
    (root / "essays" / "x.qmd").write_text("a", encoding="utf-8")
    (root / "_quarto.yml").write_text(PROJECT.replace("x.qmd", "weg.qmd"), encoding="utf-8")
    found = check_form([root / "essays" / "x.qmd"], root=root)["essays/x.qmd"]
    assert [(one.code, one.place) for one in found] == [("P462", "_quarto.yml:6")]
