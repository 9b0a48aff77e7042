"""What stands outside marks, and marks that are no marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.report import EssayVerdict

    Judge = Callable[..., EssayVerdict]


def codes(verdict: EssayVerdict) -> list[str]:
    """Return the codes of the problems."""
    return [problem.code for problem in verdict.problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("De meeste raadsleden zien dat.", "P411"),
        ("Er zijn 28 partners.", "P410"),
        ("Hij zei: “ik had een baan”.", "P412"),
        ("Zo’n 77% van hen.", "P410"),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "{}", "## {}", "- {}", "> x\n\n{}", "| a |\n|---|\n| {} |", "Tekst.[^n]\n\n[^n]: {}",
        "::: {{.callout-note}}\n{}\n:::", "![{}](x.png)", "Term\n: {}", "*{}*", "~~{}~~",
        '::: {{.pool naam="x"}}\n{}\n:::', "[{}](http://x.nl)", "[{}]{{.smallcaps}}", "`{}`",
        "    {}", '::: {{#fig-x .artefact figure="07/balken"}}\n{}\n:::', "$x$ {}",
    ],
)  # fmt: skip
def test_words_kept_without_their_mark_are_found_everywhere(
    judged: Judge, frame: str, text: str, code: str
) -> None:
    """Wherever a reader can see them."""
    if code == "P410" and "%" in text and frame == "`{}`":
        frame = "{}"
    assert code in codes(judged(frame.format(text)))


@pytest.mark.parametrize(
    ("line", "attribute"),
    [
        ('::: {.pool naam="De meeste"}\nx\n:::', "naam"),
        ('::: {.callout-note title="Vaak"}\nx\n:::', "title"),
        ('![x](y.png "Vaak")', "title of an image"),
        ('![x](y.png){fig-alt="Vaak"}', "alternative text"),
        ('[x](http://y.nl "Vaak")', "title of a link"),
    ],
)
def test_visible_attributes_are_read_too(judged: Judge, line: str, attribute: str) -> None:
    """A title or name that is shown says as much as a sentence."""
    assert codes(judged(line)) == ["P411"], attribute


def test_the_heading_of_the_file_is_read_too(judged: Judge) -> None:
    """Title and abstract are shown; the line is the line of the word."""
    heading = 'title: "Drie"\nabstract: |\n  Kort.\n  De meeste\n  zien dat.\ntoc: 3\n'
    text = f"---\n{heading}---\n\nTekst.\n"
    verdict = judged(text)
    found = [(p.code, p.place.rpartition(":")[2]) for p in verdict.problems]
    assert found == [("P410", "2"), ("P411", "5")]


@pytest.mark.parametrize(
    "text",
    [
        "Zie [@guest2020, p. 12-14] en @fig-2 van 2023.",
        "In 2021–2023, in ’t voorjaar van 1999.",
        "Zie <https://x.nl/3/veel> en [hier](http://x.nl/28).",
        "[De meeste mensen, zo’n 28, zeggen “ja”.]{.eigen}",
        "::: {.eigen}\nDe meeste mensen.\n\n> “ja”\n:::",
        "De foto’s van ‘s avonds, auto's en 's morgens.",
        "Taal op B1, en dat is nog steeds zo.",
        "<!-- de meeste, 28 -->\n\nTekst <!-- veel --> hier.",
        "Houd dat in acht. Een eerste keer.",
    ],
)
def test_what_is_no_claim_is_let_through(judged: Judge, text: str) -> None:
    """Citations, references, links, years, apostrophes, one's own judgement and comments."""
    assert codes(judged(text)) == []


def test_a_citation_does_not_hide_words(judged: Judge) -> None:
    """Only its numbers are those of a page."""
    assert codes(judged("[de meeste zien dat, @guest2020]")) == ["P411"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<b>28</b>", "P407"),
        ("<div>\nde meeste\n</div>", "P407"),
        ("`x`{=html}", "P407"),
        ("```{=typst}\n28\n```", "P407"),
        ('[[28]{.value key="proef.partners"} en]{.eigen}', "P404"),
        ('[28]{.value .claim key="proef.partners"}', "P404"),
        ('::: {.eigen}\n[28]{.value key="proef.partners"}\n:::', "P404"),
        ('::: {.claim code="melden"}\nx\n:::', "P405"),
        ('[]{.valeu key="proef.partners"}', "P424"),
        ('[iemand]{from="R01"}', "P424"),
        ('::: {#fig-x .artefakt figure="07/balken"}\nx\n:::', "P424"),
        ('[x]{.value key="a" code=b+}', "P406"),
        ("[x]{.value key=}", "P403"),
        ("[x]{.value}", "P406"),
        ("{{< include x.md >}}", "P427"),
        ("Tekst {{< var x >}} hier", "P427"),
        ("```{python}\nx\n```", "P427"),
    ],
)
def test_marks_that_are_no_marks_are_named(judged: Judge, text: str, code: str) -> None:
    """Raw text, nested marks, blocks that cannot be one, broken attributes."""
    assert code in codes(judged(text))


def test_a_heading_without_end_is_named(judged: Judge) -> None:
    """Nothing is judged then."""
    verdict = judged("---\ntitle: x\n\nTekst\n")
    assert (codes(verdict), verdict.marks) == (["P402"], ())


def test_a_heading_that_is_no_yaml_is_named_with_its_line(judged: Judge) -> None:
    """A quotation mark that never closes."""
    verdict = judged('---\ntitle: x\nabstract: "y\n---\n\nTekst\n')
    assert codes(verdict) == ["P402"]


@pytest.mark.parametrize("field", ["include-before-body: x", "filters: [x]", "params: {a: b}"])
def test_fields_that_bring_in_unread_text_are_named(judged: Judge, field: str) -> None:
    """With their line, and the essay is judged all the same."""
    verdict = judged(f"---\ntitle: x\n{field}\n---\n\nDat is vaak zo.\n")
    found = [(p.code, p.place.rpartition(":")[2]) for p in verdict.problems]
    assert found == [("P428", "3"), ("P411", "6")]


def test_problems_stand_in_order_of_lines(judged: Judge) -> None:
    """Line ten comes after line two."""
    verdict = judged("veel\n\n" * 6)
    lines = [int(problem.place.rpartition(":")[2]) for problem in verdict.problems]
    assert lines == [1, 3, 5, 7, 9, 11]
