"""Numbers that belong to one person or household: BSN, IBAN, telephone, number plate."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.number_words import NUMBER_WORD, parse_number_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.anonymise.document import Document

__all__ = ["Numbers"]

_NINE = re.compile(r"(?<![\w.,-])\d(?:[ .]?\d){7,8}(?![\w-]|[.,]\d)")
_BSN_CUE = re.compile(r"(?:bsn|burgerservice\w*|sofi\w*)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
_IBAN = re.compile(
    r"\b[A-Z]{2}[ ]?\d{2}[ ]?[A-Z]{4}(?:[ ]?\d){10}\b|\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]){11,26}\b"
)
_GAP = r"[ .\-–/]{0,3}"
_PHONE = re.compile(
    rf"(?<![\w.,])(?:(?:\+|00)\d{{2}}{_GAP}(?:\(0\){_GAP})?[1-9](?:{_GAP}\d){{8}}"
    rf"|\(?0[1-9]\d{{0,2}}\)?(?:{_GAP}\d){{6,8}})(?!\w|[.,]\d)"
)
_GROUPS = re.compile(r"(?<![\w.,])\d{2,3}(?:[ .-]\d{2,3}){3,4}(?!\w|[.,]\d)")
_SERVICE = re.compile(r"0(?:800|900|906|909|88)")
_PLATE = re.compile(
    r"\b(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}"
    r"|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}"
    r"|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}"
    r"|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|[A-Z]{3}-\d{3}|\d-[A-Z]{3}-\d{3})\b",
    re.IGNORECASE,
)
_PLATE_CUE = re.compile(
    r"\b(?:kenteken(?:plaat)?|nummerbord|nummerplaat)\b\W{0,3}(?:(?:is|was|met|van|nummer)\W+)?"
    r"(?P<plate>[A-Z0-9]{1,3}(?:[ -]?[A-Z0-9]{1,3}){1,2})\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"(?<!\w)(?:(?:plus|dubbel|{NUMBER_WORD}|\d{{1,4}})\b[ -]{{1,2}}){{2,}}"
    rf"(?:{NUMBER_WORD}|\d{{2,3}})\b"
    rf"|(?<!\w)(?:nul zes|06|plus \w+ zes),? (?:(?:{NUMBER_WORD}|\d{{1,4}}),? ){{2,7}}"
    rf"(?:{NUMBER_WORD}|\d{{2,3}})\b",
    re.IGNORECASE,
)
FEWEST_DIGITS = 5
"""Fewer digits than these are no telephone number, however they are spelled."""


class Numbers:
    """Finds BSNs (elfproef), IBANs (check digits), telephone numbers and number plates.

    A number of nine digits that fails the elfproef counts only after the word BSN; an account
    number that fails its check still counts, less surely: it may have been misheard.
    """

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        text = document.text
        yield from _find_bsn(text)
        yield from _find_iban(text)
        yield from _find_phone(text)
        yield from _find_spoken(text)
        for found in _PLATE.finditer(text):
            sure = any(character.isupper() for character in found[0])
            if sure:
                yield Detection(found.start(), found.end(), "PLATE", "patroon", 0.95)
        for found in _PLATE_CUE.finditer(text):
            plate = found["plate"]
            if any(c.isdigit() for c in plate) and any(c.isalpha() for c in plate):
                yield Detection(*found.span("plate"), "PLATE", "patroon", 0.9)


def _find_bsn(text: str) -> Iterator[Detection]:
    """Find citizen service numbers."""
    from stdnum.nl import bsn

    for found in _NINE.finditer(text):
        valid = bool(bsn.is_valid(found[0]))
        cued = _BSN_CUE.search(text, max(0, found.start() - 60), found.start()) is not None
        if valid or cued:
            score = 1.0 if valid and cued else 0.9
            yield Detection(found.start(), found.end(), "BSN", "patroon", score)


def _find_iban(text: str) -> Iterator[Detection]:
    """Find account numbers."""
    from stdnum import iban

    for found in _IBAN.finditer(text):
        valid = bool(iban.is_valid(found[0], check_country=False))
        if valid or found[0].startswith("NL"):
            yield Detection(found.start(), found.end(), "IBAN", "patroon", 1.0 if valid else 0.8)


def _find_phone(text: str) -> Iterator[Detection]:
    """Find telephone numbers in digits; numbers of service lines are public."""
    for found in _PHONE.finditer(text):
        if _SERVICE.match(found[0]) is None:
            yield Detection(found.start(), found.end(), "PHONE", "patroon", 0.95)
    for found in _GROUPS.finditer(text):
        if len(re.sub(r"\D", "", found[0])) >= FEWEST_DIGITS + 3:
            yield Detection(found.start(), found.end(), "PHONE", "patroon", 0.7)


def _find_spoken(text: str) -> Iterator[Detection]:
    """Find numbers said digit by digit or in pairs, such as ``zes twaalf vierendertig``."""
    from stdnum.nl import bsn

    for found in _SPOKEN.finditer(text):
        parts = re.findall(rf"{NUMBER_WORD}\b|\d+", found[0], re.IGNORECASE)
        digits = "".join(_digits(part) for part in parts)
        if len(digits) < FEWEST_DIGITS or _counts_up(parts):
            continue
        label = "BSN" if len(parts) >= len(digits) - 1 and bsn.is_valid(digits) else "PHONE"
        yield Detection(found.start(), found.end(), label, "patroon", 0.8)


def _digits(part: str) -> str:
    """Return the digits of a number word, or of digits."""
    number = parse_number_word(part)
    return part if number is None else str(number)


def _counts_up(parts: list[str]) -> bool:
    """Tell whether somebody counts aloud, or guesses: ``tien vijftien twintig``."""
    numbers = [int(_digits(part)) for part in parts]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(steps) == 1
