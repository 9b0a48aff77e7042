"""The parts of the review of replacements that compute, and where they do not go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu import view
from paraplu.view.bundle import order

if TYPE_CHECKING:
    from playwright.sync_api import Page

ELSEWHERE = """async ([text, mentions, words]) => {
  const { standsElsewhere } = await import("/static/room_anonymise_session.js");
  const { Body } = await import("/static/spans.js");
  return standsElsewhere(new Body(text), mentions, words).map((one) => [one.start, one.end]);
}"""


@pytest.mark.parametrize(
    ("text", "mentions", "words", "found"),
    [
        ("Vos zag Vos.", [], "Vos", [[0, 3], [8, 11]]),
        ("Vos zag Vos.", [{"start": 0, "end": 3}], "Vos", [[8, 11]]),
        ("Vossen, Bosvos en VosB, Vos-e", [], "Vos", [[24, 27]]),
        ("😀 Vos", [], "Vos", [[2, 5]]),
        ("De Vos en Vos", [{"start": 0, "end": 6}], "Vos", [[10, 13]]),
        ("vos", [], "Vos", []),
        ("Vos", [], " ", []),
    ],
)
def test_where_words_stand_besides(
    page: Page, *, text: str, mentions: list[dict[str, int]], words: str, found: list[list[int]]
) -> None:
    """Whole words outside every mention, in code points."""
    assert page.evaluate(ELSEWHERE, [text, mentions, words]) == found


def test_every_label_has_a_name_and_a_colour(page: Page) -> None:
    """The page knows all kinds that a decisions file can have."""
    from paraplu.anonymise.detection import LABELS

    known = page.evaluate("""async () => {
      const { KINDS } = await import("/static/room_anonymise_words.js");
      return [...KINDS.values()].map((one) => [one.label, one.name, one.kind]);
    }""")
    assert {label for label, *_ in known} == set(LABELS)
    assert all(name and 1 <= kind <= 8 for _, name, kind in known)


def test_the_notebook_has_no_part_of_it() -> None:
    """Raw text is shown by the app only, never by the widget."""
    sources = {
        name: path.read_text(encoding="utf-8")
        for name, path in view.assets().items()
        if name.endswith(".js")
    }
    assert not [name for name in order(sources, "widget.js") if "anonymise" in name]
    assert "anonymise" not in view.bundle()
