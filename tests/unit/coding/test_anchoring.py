"""Passages go along with a corrected text, or are said to have no place."""

from __future__ import annotations

import pytest

from paraplu.coding.anchoring import compare_texts, find_quotation
from paraplu.spans import Span

BEFORE = "R: Er kwam een brief. Dat was niet fijn 😀, zei ik.\n\nR: Niemand belde.\n\nR: Ja. Ja.\n"


def moved(after: str, words: str, *, nth: int = 0) -> str | None:
    """Return the words at the new place of a passage."""
    start = -1
    for _ in range(nth + 1):
        start = BEFORE.index(words, start + 1)
    end = start + len(words)
    context = {"prefix": BEFORE[max(0, start - 8) : start], "suffix": BEFORE[end : end + 8]}
    found = compare_texts(BEFORE, after).find(Span(start, end), **context)
    return None if found is None else after[found.start : found.end]


def test_what_is_put_before_a_passage_moves_it() -> None:
    """An emoji counts as one."""
    after = "R: 😀😀 Eerst dit.\n\n" + BEFORE
    assert moved(after, "Dat was niet fijn 😀") == "Dat was niet fijn 😀"


def test_a_corrected_word_at_the_edge_stays_inside() -> None:
    """The passage is the sentence, also with its first or last word corrected."""
    after = BEFORE.replace("Er kwam", "Daar kwam").replace("een brief", "een briefje")
    assert moved(after, "Er kwam een brief") == "Daar kwam een briefje"


def test_a_word_that_is_put_beside_a_passage_stays_outside() -> None:
    """A correction after the last word is no part of it."""
    after = BEFORE.replace("Niemand belde.", "Niemand belde. Echt niet.")
    assert moved(after, "Niemand belde.") == "Niemand belde."


def test_a_moved_turn_takes_its_passage_along() -> None:
    """By its words, when comparing does not tell."""
    after = "R: Niemand belde.\n\n" + BEFORE.replace("R: Niemand belde.\n\n", "")
    assert moved(after, "Niemand belde") == "Niemand belde"


def test_of_equal_words_the_one_with_its_surroundings_counts() -> None:
    """Two times ja, and the second stays the second."""
    after = BEFORE.replace("R: Ja. Ja.", "R: Tja. Ja. Ja.")
    anchoring = compare_texts(BEFORE, after)
    second = BEFORE.rindex("Ja")
    assert anchoring.find(Span(second, second + 2)) == Span(
        after.rindex("Ja"), after.rindex("Ja") + 2
    )


@pytest.mark.parametrize("after", ["R: Iets heel anders.\n", ""])
def test_a_passage_that_is_gone_has_no_place(after: str) -> None:
    """It is not put somewhere all the same."""
    assert moved(after, "Niemand belde.") is None


def test_the_same_text_changes_nothing() -> None:
    """Every passage stays where it is."""
    anchoring = compare_texts(BEFORE, BEFORE)
    words = Span(3, 21)
    assert anchoring.find(words) == words


def test_words_that_stand_twice_in_the_same_surroundings_have_no_place() -> None:
    """A guess would be a coding in the wrong place."""
    assert find_quotation("a ja b a ja b", "ja", prefix="a ", suffix=" b") is None
