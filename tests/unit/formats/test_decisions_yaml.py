"""Decisions on pseudonyms: what is read, and what changed by hand cannot be."""

from __future__ import annotations

import pytest

from paraplu.formats import parse_decisions

GOOD = """\
id: R01
sha256: abc
state: nagekeken
reviewed_by: ks
reviewed_on: 2023-07-01
entities:
- label: PERSON
  replacement: '[persoon 1]'
  occurrences:
  - {start: 0, end: 3, text: Jan}
"""


def codes(text: str) -> list[tuple[str, str]]:
    """Return code and place of what is wrong."""
    return [(p.code, p.place) for p in parse_decisions(text, path="x.yaml").problems]


def test_what_a_review_leaves_is_well() -> None:
    """With one reader, with two, and before anybody read."""
    assert codes(GOOD) == []
    second = "second_by: lm\nsecond_on: 2023-07-02\nentities:"
    two = GOOD.replace("nagekeken", "tweede lezer").replace("entities:", second)
    assert codes(two) == []
    assert codes(GOOD.replace("nagekeken", "machine").replace("ks", "''")) == []


@pytest.mark.parametrize(
    "replacement",
    ["Piet", "''", "'[]'", "'[een] [twee]'", '"[een\\n\\nR: twee]"', "'[ … ]'", "'[persoon 1'"],
)
def test_a_replacement_stands_in_brackets_on_one_line(replacement: str) -> None:
    """Anything else would leave a name, or break a turn."""
    assert codes(GOOD.replace("'[persoon 1]'", replacement)) == [("P115", "x.yaml:8")]


@pytest.mark.parametrize(
    ("state", "reader"),
    [("nagekeken", "''"), ("nagekeken", "' '"), ("tweede lezer", "ks")],
)
def test_a_review_has_readers(state: str, reader: str) -> None:
    """A state that was only typed is no review."""
    text = GOOD.replace("nagekeken", state).replace("reviewed_by: ks", f"reviewed_by: {reader}")
    assert codes(text) == [("P116", "x.yaml:3")]


def test_a_second_reader_is_somebody_else() -> None:
    """Nobody reads twice."""
    text = GOOD.replace("nagekeken", "tweede lezer").replace(
        "entities:", "second_by: ks\nentities:"
    )
    assert codes(text) == [("P116", "x.yaml:3")]


@pytest.mark.parametrize(
    "mention",
    [
        "{start: 3, end: 3, text: ''}",
        "{start: -3, end: 3, text: Jan}",
        "{start: 9, end: 3, text: Jan}",
        '{start: 0, end: 9, text: "Jan.\\n\\nI: Ja"}',
    ],
)
def test_a_mention_is_words_of_one_turn(mention: str) -> None:
    """Whatever else would be replaced takes more along than a name."""
    assert codes(GOOD.replace("{start: 0, end: 3, text: Jan}", mention)) == [("P118", "x.yaml:10")]
