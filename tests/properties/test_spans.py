"""Offsets survive the way to UTF-16 and back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from paraplu.spans import Span, from_utf16, normalise, to_utf16, unite

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SPANS = st.tuples(st.integers(0, 40), st.integers(0, 10)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(TEXTS, st.data())
def test_utf16_and_back_is_the_same_offset(text: str, data: st.DataObject) -> None:
    """For every offset in every text."""
    offset = data.draw(st.integers(0, len(text)))
    assert from_utf16(text, to_utf16(text, offset)) == offset


@given(TEXTS, st.data())
def test_utf16_offsets_are_those_of_the_encoded_text(text: str, data: st.DataObject) -> None:
    """An independent way to count: two bytes per unit."""
    offset = data.draw(st.integers(0, len(text)))
    assert to_utf16(text, offset) == len(text[:offset].encode("utf-16-le")) // 2


@given(TEXTS)
def test_a_normalised_text_stays_as_it_is(text: str) -> None:
    """Offsets into it are the offsets everyone means."""
    once = normalise(text)
    assert "\r" not in once
    assert unicodedata.is_normalized("NFC", once)
    assert normalise(once) == once or once.startswith("\ufeff")


@given(st.lists(SPANS, max_size=12))
def test_united_spans_cover_the_same_points_and_stay_apart(spans: list[Span]) -> None:
    """Nothing is lost, nothing is added, and no two touch."""
    united = unite(spans)
    assert {p for s in spans for p in range(s.start, s.end)} == {
        p for s in united for p in range(s.start, s.end)
    }
    assert all(left.end < right.start for left, right in pairwise(united))
