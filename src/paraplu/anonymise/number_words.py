"""Numbers under a hundred, written as Dutch words."""

from __future__ import annotations

import re

__all__ = ["NUMBER_WORD", "parse_number_word"]

UNITS = {
    "nul": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6,
    "zeven": 7, "acht": 8, "negen": 9,
}  # fmt: skip
TEENS = {
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90,
}  # fmt: skip
_LINK = r"(?:en|ën|[ -]en[ -])"
_COMPOUND = rf"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen){_LINK}(?:{'|'.join(TENS)})"

NUMBER_WORD = rf"(?:{_COMPOUND}|{'|'.join([*TENS, *TEENS, *UNITS])})"
"""Pattern of a number word from 0 to 99, to be matched without regard to case."""

_SPLIT = re.compile(rf"(?P<unit>\w+?){_LINK}(?P<tens>{'|'.join(TENS)})")


def parse_number_word(word: str) -> int | None:
    """Return the number a word stands for, from 0 to 99, or None.

    Examples
    --------
    >>> parse_number_word("drieënzestig"), parse_number_word("Elf"), parse_number_word("veel")
    (63, 11, None)

    """
    lower = word.lower()
    known = UNITS | TEENS | TENS
    if lower in known:
        return known[lower]
    found = _SPLIT.fullmatch(lower)
    if found is None or found["unit"] not in UNITS:
        return None
    return TENS[found["tens"]] + UNITS[found["unit"]]
