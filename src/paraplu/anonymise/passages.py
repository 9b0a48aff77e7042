"""Passages a reader should weigh: about an incident, or about one person by what he or she did.

Nobody's name stands in "the councillor who threw his glass at the chair", and yet everybody
in town knows who that is. Whether it is to be generalised takes a reader; these are shown.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paraplu.anonymise.lexicon import alternatives, load_lexicon
from paraplu.spans import Span, unite

if TYPE_CHECKING:
    from paraplu.anonymise.document import Document

__all__ = ["find_passages"]

_DETERMINER = r"(?:de|het|een|die|dat|zo'n)(?: \w+e)?"
_TOLD = r"(?:die|dat|met|wiens|wier)"


def find_passages(document: Document) -> tuple[Span, ...]:
    """Return sentences, or clauses of them, that may tell who somebody is without a name.

    Returns
    -------
    tuple of Span
        In order, not overlapping, each within a sentence: a person with a relative clause
        (*het raadslid dat …*, *iemand met …*), from there to the end of the sentence, and whole
        sentences with a word of an incident.

    """
    spans = []
    for sentence in document.sentences:
        words = document.text[sentence.start : sentence.end]
        if _incident().search(words):
            spans.append(sentence)
        elif found := _described().search(words):
            spans.append(Span(sentence.start + found.start(), sentence.end))
    return tuple(unite(spans))


@cache
def _incident() -> re.Pattern[str]:
    """Compile the pattern of a word of an incident."""
    return re.compile(rf"\b{alternatives('incidents')}\b", re.IGNORECASE)


@cache
def _described() -> re.Pattern[str]:
    """Compile the pattern of a person with a relative clause, or with what he has about him."""
    roles = "|".join(map(re.escape, sorted(load_lexicon().roles)))
    who = rf"(?:{_DETERMINER} (?:{alternatives('persons')}|{roles})|iemand|degene)"
    return re.compile(rf"\b{who} {_TOLD} \w+(?: \w+)+", re.IGNORECASE)
