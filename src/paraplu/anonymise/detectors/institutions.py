"""Organisations and places by their first word: "zorgcentrum De Vlasakker"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.anonymise.document import Document

__all__ = ["Institutions"]

_WORD = r"[A-ZÀ-ÞĲ][\w'’-]*"
_NAME = (
    rf"(?:(?:de|het|van|van de|van der|'t|’t|De|Het|Van|Den|Ten|'T|Sint|St\.) )?{_WORD}"
    rf"(?: (?:(?:de|van|der|het|en|&|den|aan|in|op|voor|'t) ){{0,2}}{_WORD})*"
)
_FIRM = rf"{_WORD}(?: (?:van |de |der )*{_WORD})* & (?:{_WORD}|de|van)(?: {_WORD})*"
_BEFORE = r"(?:in|op|bij|naar|uit|boven|achter|langs|van|voor|aan|vanuit)"


class Institutions:
    """Finds names that begin with what they name, firms with &, and names with an article."""

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found; the first word belongs to the name."""
        for pattern, label in _patterns():
            for found in pattern.finditer(document.text):
                yield Detection(found.start(), found.end(), label, "soortnaam", 0.99)
        for found in _articled().finditer(document.text):
            label = "ORG" if found["before"] in {"van", "voor", "bij"} else "PLACE"
            yield Detection(*found.span("name"), label, "soortnaam", 0.8)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compile the patterns once."""
    return (
        (re.compile(rf"\b(?i:{alternatives('organisations')}) {_NAME}"), "ORG"),
        (re.compile(rf"\b(?i:{alternatives('spots')}) {_NAME}"), "PLACE"),
        (re.compile(rf"\b{_FIRM}"), "ORG"),
    )


@cache
def _articled() -> re.Pattern[str]:
    """Compile the pattern of a name with a capital article, in mid-sentence."""
    name = rf"(?:De|Het|'t|’t|Den) {_WORD}(?: {_WORD})*"
    return re.compile(rf"\b(?P<before>{_BEFORE}) (?P<name>{name})")
