"""Dates, and days that can be looked up: said in digits or words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import alternatives
from paraplu.anonymise.number_words import NUMBER_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.anonymise.document import Document

__all__ = ["MONTHS", "Dates"]

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_SHORT = r"jan\.|feb\.|mrt\.?|apr\.?|aug\.?|sept?\.?|okt\.?|nov\.?|dec\.?"
_MONTH = rf"(?:{'|'.join(MONTHS)}|{_SHORT})"
_PLAIN = rf"(?:{'|'.join(month for month in MONTHS if month not in {'mei', 'maart'})})"
_SEASON = r"(?:(?:voor|na)jaar|zomer|herfst|winter|lente)"
_DAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"(?:(?:och|mid)tend|middag|avond|nacht)?)"
)
_YEAR = (
    r"(?:19[3-9]\d|20[0-4]\d|'\d\d|(?:tweeduizend|negentienhonderd)(?:en)?\w*|"
    r"(?:twintig|negentien) \w+tig)"
)
_ORDINAL = r"(?:\w+(?:st|d)e|\d{1,2}(?:e|ste|de))"
_NUMBER = rf"(?:\d{{1,2}}|{NUMBER_WORD}|{_ORDINAL})"
_PART = r"(?:begin|eind|half|medio|midden|halverwege|ergens in|ergens begin|ergens eind)"
_THAT_YEAR = r"(?:vorig|dit|volgend|afgelopen|dat|het) jaar|jongstleden|jl\."
_AFTER = rf"(?: (?:van )?(?:{_YEAR}|{_THAT_YEAR}))?"


class Dates:
    """Finds dates, months with a year, seasons with a year, and days everybody can look up.

    A year by itself is no identifier and stays.
    """

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        for pattern, score in _patterns():
            group = "date" if "date" in pattern.groupindex else 0
            for found in pattern.finditer(document.text):
                yield Detection(*found.span(group), "DATE", "patroon", score)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Compile the patterns once."""
    written = (*_days(), *_months(), *_feasts())
    return tuple((re.compile(pattern, re.IGNORECASE), score) for pattern, score in written)


def _days() -> Iterator[tuple[str, float]]:
    """Give patterns of days."""
    opening = rf"(?:op )?(?:{_DAY},? (?:de )?|de nacht van |de week van |nacht van )?"
    yield (
        rf"\b{opening}(?:{_NUMBER} (?:op|en|tot|of) )?(?:de )?{_NUMBER} {_MONTH}(?!\w){_AFTER}",
        0.95,
    )
    day, month = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
    yield rf"(?<![\d.,/-]){day}([-/.]){month}\1(?:\d{{4}}|\d{{2}})(?![\d/-])", 0.95
    yield rf"(?<![\d-])(?:19|20)\d\d-{month}-{day}(?![\d-])", 0.95
    yield rf"\b(?:op )?(?:een|die|de \w+) {_DAY} in {_MONTH}\b{_AFTER}", 0.85
    yield rf"\b{_DAY} de {_ORDINAL}\b|\b{_DAY} \d{{1,2}}\b(?![:.,]\d| uur)", 0.7
    yield rf"\bop {day}/{month}(?![\d/])", 0.8
    counted = r"eeuw|verdieping|etage|plaats|keer|klas|rij|druk|editie|lijst|minuut|man|vrouw"
    yield rf"\b(?:op|na|sinds|vanaf|tot) (?P<date>de {day}(?:e|ste|de))\b(?! (?:{counted}))", 0.7
    tail = r"(?=[.,;!?]|$| (?:was|is|had|kwam|zat))"
    yield rf"\b(?:op|na|sinds|vanaf|voor|tot) (?P<date>de {_ORDINAL}){tail}", 0.6


def _months() -> Iterator[tuple[str, float]]:
    """Give patterns of months and seasons."""
    year = rf"(?:{_YEAR}\b|(?:vorig|volgend|afgelopen) jaar|jongstleden)"
    yield rf"\b(?:{_PART} )?{_MONTH},? (?:van |in )?{year}", 0.9
    yield rf"\b(?:vorig|afgelopen|volgend) jaar (?:in )?{_MONTH}\b", 0.9
    yield rf"\b{_MONTH} (?:dit|dat) jaar\b", 0.8
    yield rf"\b(?:{_PART}|afgelopen|vorige|komende) {_MONTH}\b", 0.9
    yield rf"\b(?:(?:de|het) )?(?:(?:vroege|late) )?{_SEASON} (?:van |in )?{_YEAR}\b", 0.85
    yield rf"\b(?:in|sinds|vanaf|per|tot|sedert|van|op) (?P<date>(?-i:{_PLAIN}))\b(?! \d)", 0.5


def _feasts() -> Iterator[tuple[str, float]]:
    """Give patterns of days that everybody can look up."""
    anchor = (
        r"(?:de verkiezingen|pinksteren|pasen|kerst(?:mis)?|hemelvaart|koningsdag|de kermis|"
        r"carnaval|sinterklaas|oud en nieuw|prinsjesdag)"
    )
    yield rf"\b{alternatives('feasts')}{_AFTER}\b", 0.8
    yield rf"\b\w+ (?:dag|dagen|week|weken|maandag|dinsdag) (?:na|voor) {anchor}\b", 0.8
    yield rf"\bde (?:avond|nacht|ochtend|dag) (?:van|na|voor) {anchor}\b", 0.8
    yield rf"\b{alternatives('holidays')}(?: van)?(?: in)? {_YEAR}\b", 0.7
