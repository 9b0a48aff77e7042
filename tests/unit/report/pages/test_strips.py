"""Strips: respondents in a row, of whom no few can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraplu.report.pages.strips import Numbers, strip_of

if TYPE_CHECKING:
    from paraplu.report.pages.page import Strip

LEAST = 3


def widths(strip: Strip) -> dict[str, int]:
    """Return how wide each part is drawn."""
    return {segment.part: segment.width for segment in strip.segments}


@st.composite
def numbers(draw: st.DrawFn) -> Numbers:
    """Return numbers that can occur together."""
    base = draw(st.integers(LEAST, 30))
    held = draw(st.integers(0, base))
    mixed = draw(st.integers(0, held))
    opposed = mixed + draw(st.integers(0, base - held))
    return Numbers(held, base, mixed, opposed, draw(st.integers(0, 9)), draw(st.integers(0, 9)))


@given(numbers())
def test_no_words_name_a_few(counted: Numbers) -> None:
    """What is said of a part is never a number from one up to the least."""
    for segment in strip_of(counted, least=LEAST).segments:
        first = segment.text.split()[0]
        assert first in {"minder", "de"} or int(first) >= LEAST


@given(numbers())
def test_what_is_drawn_apart_and_does_not_follow_is_no_few(counted: Numbers) -> None:
    """Who says it, both, or the opposite: nobody, or enough."""
    drawn = widths(strip_of(counted, least=LEAST))
    assert all(drawn.get(part, LEAST) >= LEAST for part in ("held", "mixed", "opposed", "hidden"))


@given(numbers())
def test_who_counts_fills_the_strip(counted: Numbers) -> None:
    """Without few to hide, the parts of who counts add up to who counts."""
    drawn = widths(strip_of(counted, least=1))
    assert sum(drawn.get(p, 0) for p in ("held", "mixed", "opposed", "rest")) == counted.base


def test_a_few_are_not_drawn_apart() -> None:
    """Fewer than three of forty: the whole is one part, and says so."""
    strip = strip_of(Numbers(2, 40), least=LEAST)
    assert widths(strip) == {"hidden": 40}
    assert strip.segments[0].text == "minder dan 3 van de 40 wel"


@pytest.mark.parametrize(
    ("mixed", "opposed"), [(1, 5), (6, 8), (7, 12)], ids=["mixed", "opposed", "held"]
)
def test_a_number_that_gives_a_few_away_is_not_drawn(mixed: int, opposed: int) -> None:
    """With the two shown numbers it would tell how many say one thing only."""
    assert widths(strip_of(Numbers(8, 20, mixed, opposed), least=LEAST)) == {"held": 8, "rest": 12}


def test_silence_is_a_part_of_its_own() -> None:
    """Who did not speak of it stands behind who counts."""
    strip = strip_of(Numbers(8, 30, silent=13), least=LEAST)
    assert [segment.part for segment in strip.segments] == ["held", "rest", "silent"]
    assert strip.segments[-1].text == "13 niet besproken"


def test_silence_and_what_was_not_looked_at_join_where_one_is_a_few() -> None:
    """Together they follow from who counts; apart they would not."""
    strip = strip_of(Numbers(8, 30, silent=11, unread=2), least=LEAST)
    assert strip.segments[-1].text == "13 niet besproken of niet bekeken"
    assert [one.part for one in strip.segments].count("silent") == 1
