"""Every quotation of the essays is broken: a letter, a sign, a word in brackets, a speaker."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.functional.mutations.breaking import (
    change_letter,
    insert_bracket,
    set_attribute,
    set_text,
    set_words,
    slip,
    slipped,
    strike,
    words_of,
)

if TYPE_CHECKING:
    from paraplu.report.facts import Facts
    from tests.functional.mutations.breaking import Breaker

WIDE = "".join(chr(ord(letter) + 0xFEE0) for letter in "niet")


def test_another_letter_in_a_quotation_stops(breaker: Breaker) -> None:
    """One letter of one word."""
    quotes = breaker.of("quote")
    mutants = breaker.all("letter", quotes, lambda element: set_words(element, change_letter))
    assert slipped(mutants) == []
    assert len(mutants) == len(quotes)


@pytest.mark.parametrize("what", ["other", "left out", "twice", "swapped", "invisible"])
def test_any_slip_anywhere_in_a_quotation_stops(breaker: Breaker, what: str) -> None:
    """A letter changed, left out, doubled, swapped, or something that nobody sees."""
    chance = random.Random(7)  # noqa: S311  nothing here is secret
    quotes = breaker.of("quote")
    mutants = breaker.all(what, quotes, lambda element: slip(element, what, chance))
    assert slipped(mutants) == []
    assert len(mutants) == len(quotes)


def test_struck_words_in_a_quotation_stop(breaker: Breaker) -> None:
    """A line through a word takes it back, and the word is still there."""
    mutants = breaker.all("struck", breaker.of("quote"), strike)
    assert slipped(mutants) == []


def test_a_quotation_without_its_quotation_marks_stops(breaker: Breaker) -> None:
    """In a sentence its words would be the author's."""
    inline = [place for place in breaker.of("quote") if not place.mark.block]
    mutants = breaker.all(
        "bare", inline, lambda element: set_text(element, words_of(element).strip("“”‘’"))
    )
    assert slipped(mutants) == []
    assert len(mutants) == len(inline)


@pytest.mark.parametrize(
    "word",
    [
        "niet", "geen", "wel", "nooit", "alle", "zelden", "geen enkele", "nauwelijks", "niemand",
        "zonder", "behalve", "alleen", "bijna", "weinig", "soms", "NIET", "nìet", "n i e t",
        "n.i.e.t", "ni-et", "ni\u200bet", "ni\u00adet", "ni\u0336et", WIDE, "ni\u0435t",
        "n\u0131et", "n1et", "ni] [et", "n][i][e][t", "echt niet", "12",
    ],
)  # fmt: skip
def test_a_word_in_brackets_that_turns_a_quotation_stops(breaker: Breaker, word: str) -> None:
    """A denial, a confirmation or a quantity, also spread out, hidden or in other letters."""
    quotes = breaker.of("quote")
    mutants = breaker.all(word, quotes, lambda element: insert_bracket(element, word))
    assert slipped(mutants) == []
    assert len(mutants) == len(quotes)


def test_a_quotation_of_someone_else_stops(breaker: Breaker, facts: Facts) -> None:
    """Every quotation is given to the next interview."""
    names = sorted(facts.study.transcripts)
    following = dict(zip(names, [*names[1:], names[0]], strict=True))
    quotes = breaker.of("quote")
    mutants = breaker.all(
        "from",
        quotes,
        lambda element: set_attribute(
            element, "from", lambda old: following[old.partition(".")[0]]
        ),
    )
    assert slipped(mutants) == []
