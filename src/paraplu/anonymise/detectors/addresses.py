"""Addresses: street and number, with postcode and place where they follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import alternatives, load_lexicon
from paraplu.anonymise.number_words import NUMBER_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.anonymise.document import Document

__all__ = ["Addresses"]

_SURE = (
    r"(?:straat|stroat|strjitte|laan|leane|weg|plein|kade|gracht|singel|dijk|steeg|dreef|"
    r"plantsoen|boulevard)"
)
_ARTICLE = r"(?:(?:de|het|'t|den) )?"
_CAP = r"[A-ZÀ-ÖØ-ÞĲ][\w'’-]*"
_BETWEEN = r"(?:(?:van|van der|van den|van de|de|den|der|het|'t|ten|ter|aan|op|en|in) )*"
_STREET = rf"{_ARTICLE}(?:{_CAP} {_BETWEEN}){{0,3}}"
_POSTCODE = r"[1-9]\d{3} ?[A-Z]{2}"
_SAID = r"(?:(?:huis)?nummer |nr\.? )?"
_ADDITION = r"(?: ?-? ?(?:[a-zA-Z]|bis|hs|I{1,3})\b)?(?:-\d{1,3})?"
_NO_HOUSE = r"(?![\d.,:/]\d|\d|%| ?(?:procent|uur|jaar|euro|miljoen|keer|dagen|weken|man|mensen)\b)"
_HOUSE = rf"\d{{1,4}}{_ADDITION}{_NO_HOUSE}"
_STOREY = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|\d+e) (?:etage|verdieping)"
_FLOOR = (
    rf"(?:, ?(?:{_STOREY}|(?:een|één|twee|drie|vier) hoog(?: achter| voor)?|achter|boven|"
    r"begane grond|huis))?"
)
_CODE = rf"(?P<code>,? (?:te |in )?{_POSTCODE}\b)?"
_TOWN = rf"(?:{_CAP} aan (?:de|den) )?{_CAP}"
_PLACE = rf"(?P<place>,? (?:te |in )?{_TOWN}(?=[\s.,;!?\"”’)]|$))?"
_OPENING = re.compile(r"(?:Op|In|Aan|Bij|Naar|Uit|Van|Langs|En|Maar|Toen|Daar|Die|Dat|Nou|Ja) ")
YEARS = range(1500, 2101)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns, compiled once."""

    full: re.Pattern[str]
    street: re.Pattern[str]
    small: re.Pattern[str]
    code: re.Pattern[str]
    ends: re.Pattern[str]
    other: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compile the patterns."""
    named = rf"(?:{_CAP}{_SURE}|{_CAP} (?:van )?(?!weg\b){_SURE}|{_CAP} {_SURE.title()})"
    number = rf"{_SAID}{NUMBER_WORD}\b{_NO_HOUSE}"
    return _Patterns(
        full=re.compile(rf"\b{_STREET}{_CAP},? {_SAID}{_HOUSE}{_FLOOR}{_CODE}{_PLACE}"),
        street=re.compile(rf"\b{_STREET}{named}\b(?: {number})?"),
        small=re.compile(
            rf"\b[a-zà-ÿ'’-]{{2,}}{_SURE} {_SAID}(?:\d{{1,4}}[a-z]?\b|{NUMBER_WORD}\b)"
            rf"{_NO_HOUSE}(?:,? {_POSTCODE}\b)?"
        ),
        code=re.compile(rf"(?<![\w-])(?:{_POSTCODE}|[1-9]\d{{3}}[a-z]{{2}})\b(?!-)"),
        ends=re.compile(rf"{alternatives('street_ends')}$", re.IGNORECASE),
        other=re.compile(alternatives("no_streets")),
    )


class Addresses:
    """Finds addresses, postcodes and names of streets.

    A capitalised name before a number of up to four digits, no year, is taken for an address:
    many streets (De Hoefslag, Korenmolen) do not end like one.
    """

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        text = document.text
        patterns = _patterns()
        for found in patterns.full.finditer(text):
            yield from _judge(found)
        for found in patterns.street.finditer(text):
            start = found.start() + _skip_opening(found[0])
            words = text[start : found.end()].split()
            if not (patterns.other.fullmatch(words[0]) or _is_person(words)):
                yield Detection(start, found.end(), "ADDRESS", "patroon", 0.85)
        for found in patterns.small.finditer(text):
            yield Detection(found.start(), found.end(), "ADDRESS", "patroon", 0.85)
        for found in patterns.code.finditer(text):
            if re.match(r"(?:19|20)\d\d [A-Z]", found[0]) is None:
                yield Detection(found.start(), found.end(), "ADDRESS", "patroon", 0.9)


def _is_person(words: Sequence[str]) -> bool:
    """Tell whether a first name stands before what may be a surname too: "Bram Oudijk"."""
    return (
        len(words) > 1
        and words[0] in load_lexicon().first_names
        and words[-1].lower().endswith(("dijk", "weg"))
    )


def _judge(found: re.Match[str]) -> Iterator[Detection]:
    """Decide whether a capitalised name and a number are an address."""
    start = _skip_opening(found[0])
    name = re.match(r"[^\d]*", found[0][start:])
    named = re.sub(r",? (?:(?:huis)?nummer|nr\.?) ?$|,\s*$", "", name[0] if name else "")
    names = named.split()
    number = re.search(r"\d+", found[0])
    patterns = _patterns()
    if not names or number is None or patterns.other.fullmatch(names[-1]):
        return
    street = patterns.ends.search(names[-1].rstrip(".")) is not None
    if not street and ("," in found[0][: number.start()] or int(number[0]) in YEARS):
        return
    sure = (found["place"] or "").startswith(",") or street
    end = found.end() if not found["place"] or sure or found["code"] else found.start("place")
    yield Detection(found.start() + start, end, "ADDRESS", "patroon", 0.95 if street else 0.7)


def _skip_opening(words: str) -> int:
    """Return where the name begins: prepositions with a capital open a sentence."""
    place = 0
    while opening := _OPENING.match(words, place):
        place = opening.end()
    return place
