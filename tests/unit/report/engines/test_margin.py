"""Notes in the margin of the PDF."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
import typst

from paraplu.report.engines import theme

NOTE = "#paraplu-noot[14 van de 16 besproken; gemengd: 2, en nog wat woorden voor een tweede regel]"
WIDE = '#paraplu-drijver("tbl", "breed")[#rect(height: 40mm)][Bijschrift.]\n\n'
PRINTED = """
#context [#metadata({
  let noten = query(<pp-noot>)
  let hoogten = noten.map(n => measure(pp-nootblok(n.value)).height)
  let hekken = query(<pp-hek>)
  (
    tops: pp-hoogten(noten, hekken).map(y => y / 1pt),
    heights: hoogten.map(y => y / 1pt),
    fences: hekken.map(h => h.location().position().y / 1pt),
  )
})<uit>]
"""


def laid_out(body: str) -> tuple[list[float], list[float], list[float]]:
    """Return tops and heights of the notes on a page, and edges of what is wide, in points."""
    template, _, _ = theme.file("page.typ").read_text(encoding="utf-8").partition("$if(")
    text = f"{template}\n#show: paraplu-document\n{body}\n{PRINTED}"
    compiler = typst.Compiler(
        text.encode(), font_paths=[str(theme.print_fonts())], ignore_system_fonts=True
    )
    found = json.loads(compiler.query("<uit>", field="value", one=True))
    return found["tops"], found["heights"], found["fences"]


@pytest.mark.parametrize(
    "body",
    [
        f"Een {NOTE} en twee {NOTE} en drie {NOTE}.",
        f"Een {NOTE}.\n\n#v(1fr)\n\n" + f"Onderaan {NOTE}. " * 9,
        f"Voor {NOTE} {NOTE} {NOTE} {NOTE}.\n\n{WIDE}Na {NOTE} {NOTE}.",
        WIDE + f"Na {NOTE} {NOTE}.\n\n{WIDE}{NOTE} {NOTE} {NOTE}",
    ],
)
def test_notes_never_overlap(body: str) -> None:
    """Notes stand one under the other on the page, clear of each other and of what is wide."""
    tops, heights, fences = laid_out(body)
    ends = [top + height for top, height in zip(tops, heights, strict=True)]
    assert all(end < below for end, (_, below) in zip(ends, pairwise(tops), strict=False))
    assert ends[-1] <= 297 / 25.4 * 72
    assert min(tops) >= 0
    walls = list(zip(fences[::2], fences[1::2], strict=True))
    assert all(
        end < begin or top > close
        for top, end in zip(tops, ends, strict=True)
        for begin, close in walls
    )


def test_a_note_stands_at_the_height_of_its_mark() -> None:
    """Where there is room a note begins beside the line of its mark."""
    tops, _, _ = laid_out(f"Een {NOTE}.\n\n#v(60mm)\n\nTwee {NOTE}.")
    assert tops[1] - tops[0] > 60 / 25.4 * 72
