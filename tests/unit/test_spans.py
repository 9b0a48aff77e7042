"""Offsets in code points, and their conversion."""

from __future__ import annotations

import pytest

from paraplu.spans import Span, from_utf16, locate, normalise, to_utf16, unite


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_borders_are_refused(start: int, end: int) -> None:
    """A span neither begins before the text nor ends before it begins."""
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_touching_spans_do_not_overlap() -> None:
    """The end is exclusive."""
    assert not Span(0, 3).overlaps(Span(3, 5))


def test_a_span_holds_itself_and_not_a_longer_one() -> None:
    """Borders count as inside."""
    assert Span(1, 4).holds(Span(1, 4))
    assert not Span(1, 4).holds(Span(1, 5))


def test_normalising_twice_is_normalising_once() -> None:
    """BOM, CR, CRLF and loose accents go the first time."""
    once = normalise("\ufeffcafe\u0301\r\nb\rc\n")
    assert once == "café\nb\nc\n"
    assert normalise(once) == once


@pytest.mark.parametrize("units", [-1, 2, 9])
def test_utf16_offsets_off_a_code_point_are_refused(units: int) -> None:
    """An offset inside a surrogate pair, or outside the text, has no counterpart."""
    with pytest.raises(ValueError, match="UTF-16"):
        from_utf16("a😀b", units)


def test_an_offset_outside_the_text_is_refused() -> None:
    """Both borders of the text are allowed, beyond them nothing."""
    assert to_utf16("ab", 2) == 2
    with pytest.raises(ValueError, match="outside"):
        to_utf16("ab", 3)


def test_touching_spans_are_united() -> None:
    """Spans that touch become one; spans apart stay apart."""
    assert unite([Span(3, 5), Span(0, 3), Span(6, 7)]) == [Span(0, 5), Span(6, 7)]


def test_a_span_inside_another_does_not_shorten_it() -> None:
    """The longest end wins."""
    assert unite([Span(0, 9), Span(2, 4)]) == [Span(0, 9)]


def test_a_quotation_is_located_only_within_its_span() -> None:
    """Characters that mean something to regular expressions are taken as they are."""
    text = "(a)? b (a)?"
    assert locate(text, "(a)?", within=Span(0, len(text))) == [Span(0, 4), Span(7, 11)]
    assert locate(text, "(a)?", within=Span(5, len(text))) == [Span(7, 11)]
