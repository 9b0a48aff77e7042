"""What the embedded engine refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.report.engines import subset

if TYPE_CHECKING:
    from pathlib import Path

FRONT = '---\ntitle: "Proef"\n---\n\n'


def found(body: str) -> list[tuple[str, str]]:
    """Return code and place of the problems in a text."""
    return [
        (problem.code, problem.place)
        for problem in subset.problems(FRONT + body, place="essays/x.qmd")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "```{python}\n1 + 1\n```\n",
        "{{< embed analysis/01.ipynb >}}\n",
        "Een {{< var netwerk >}} in een zin.\n",
        "::: {.panel-tabset}\n## Een\n:::\n",
        '::: {.content-visible when-format="html"}\nJa.\n:::\n',
        "::: panel-tabset\n:::\n",
        "::: {layout-ncol=2}\nTwee.\n:::\n",
        "::: {.column-margin}\nKant.\n:::\n",
        "[kant]{.aside}\n",
        "![een plaatje](x.png)\n",
        "::: {#lst-code}\n:::\n",
        "::: {#thm-stelling}\n:::\n",
        '::: {.callout-note collapse="true"}\nJa.\n:::\n',
    ],
)
def test_refuses_what_quarto_has_and_the_engine_has_not(body: str) -> None:
    """Every feature of Quarto outside the subset is a problem on its own line."""
    assert found(body)[0] == ("P460", "essays/x.qmd:5")


@pytest.mark.parametrize(
    "body",
    [
        '::: {.callout-note title="Let op"}\nJa.\n:::\n',
        '::: {#fig-a .artefact figure="02/a"}\nBijschrift.\n:::\n',
        "Zie @fig-a, @tbl-b en [@provan2001, p. 3].\n",
        "Zo schrijft u `{{< var x >}}` en `![x](y)`.\n",
        "```markdown\n{{< var x >}}\n![x](y)\n```\n",
        '[28]{.value key="netwerk.partners"}\n',
        "| a |\n|---|\n| 1 |\n\n: Bijschrift. {#tbl-a}\n",
        ":::::: {.keuzekaart}\n### Vraag {#sec-a}\n::::::\n",
    ],
)
def test_accepts_the_subset(body: str) -> None:
    """What the guide lists is no problem, and code that shows a feature is not the feature."""
    assert found(body) == []


def test_names_the_line_after_a_code_block() -> None:
    """A problem after a code block still has its own line number."""
    assert found("```text\na\nb\n```\n\n{{< pagebreak >}}\n") == [("P460", "essays/x.qmd:10")]


def test_refuses_front_matter_that_only_quarto_reads() -> None:
    """A field such as `format` is refused with its line."""
    source = '---\ntitle: "Proef"\nformat: html\n---\n\nTekst.\n'
    problems = subset.problems(source, place="essays/x.qmd")
    assert [(problem.code, problem.place) for problem in problems] == [("P467", "essays/x.qmd:3")]


def test_refuses_broken_front_matter() -> None:
    """Front matter that is not YAML is one problem, with a line."""
    problems = subset.problems('---\ntitle: "Proef\n---\n', place="essays/x.qmd")
    assert [problem.code for problem in problems] == ["P468"]


@pytest.mark.parametrize("source", ["", "Tekst zonder kop.\n", "---\n", "---\n---\n"])
def test_takes_an_essay_without_front_matter(source: str) -> None:
    """An essay without front matter, or with an unclosed one, has no problem of its own."""
    assert subset.problems(source, place="essays/x.qmd") == []


@pytest.mark.parametrize(("sign", "shown"), [("😀", "het teken 😀"), ("\x07", "niet te zien")])
def test_names_a_sign_that_a_pdf_cannot_show(tmp_path: Path, sign: str, shown: str) -> None:
    """Typst would refuse it at the very end; without a PDF there is nothing to refuse."""
    essay = tmp_path / "essays" / "x.qmd"
    essay.parent.mkdir()
    essay.write_text(f"{FRONT}Een ✓ en ğ.\n\nEen {sign} en nog een {sign}.\n", encoding="utf-8")
    (problem,) = subset.unsupported(tmp_path, [essay])
    assert (problem.code, problem.place) == ("P460", "essays/x.qmd:7")
    assert shown in problem.seen
    assert subset.unsupported(tmp_path, [essay], forms=("html", "docx")) == []
