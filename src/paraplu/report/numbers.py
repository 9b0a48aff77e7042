"""Numbers as Dutch writes them: decimal comma, thousands with a dot, words to twintig."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from paraplu.messages.numbers import say_number
from paraplu.report.folding import fold

__all__ = ["WORDS", "Written", "agrees", "read_numbers", "write_number"]

WORDS = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig",
)  # fmt: skip
_GROUP = "[ \u00a0\u202f\u2009]?"
_DIGITS = re.compile(
    rf"(?<![\w.,])[−–-]?(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,\d+)?(?![\w]|[.,]\d)(?P<percent>{_GROUP}%)?"
)
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?!\w)")
_PROCENT = re.compile(r"\s*(?:procent|percent)(?!\w)")
TOLERANCE = Decimal("0.05")
HUNDREDTHS = 2


@dataclass(frozen=True, slots=True)
class Written:
    """A number in a text: its value, decimals shown, and where it stands.

    `percent` tells whether a percent sign or *procent* follows; `word` whether it is a word.
    """

    value: Decimal
    decimals: int
    percent: bool
    word: bool
    start: int
    end: int


def read_numbers(text: str) -> list[Written]:
    """Return the numbers in a text, in order.

    Examples
    --------
    >>> [(str(n.value), n.percent) for n in read_numbers("1.096 beurten, 0,69 of 77%")]
    [('1096', False), ('0.69', False), ('77', True)]
    >>> [int(n.value) for n in read_numbers("Twaalf van de zestien")]
    [12, 16]

    """
    folded = fold(text)
    found = []
    for match in _DIGITS.finditer(text):
        shown = match[0].removesuffix(match["percent"] or "")
        plain = re.sub(r"^[−–]", "-", shown).replace(".", "").replace(",", ".")
        decimals = len(shown.partition(",")[2])
        percent = bool(match["percent"]) or _percent_after(folded.text, folded.find(match.end()))
        end = match.start() + len(shown)
        found.append(Written(Decimal(plain), decimals, percent, False, match.start(), end))  # noqa: FBT003
    for match in _WORD.finditer(folded.text):
        start, end = folded.places[match.start()], folded.places[match.end() - 1] + 1
        if match[0] == "een" and not _stressed(text[start:end]):
            continue
        percent = _percent_after(folded.text, match.end())
        found.append(
            Written(Decimal(WORDS.index(match[0])), 0, percent, True, start, end)  # noqa: FBT003
        )
    return sorted(found, key=lambda number: number.start)


def agrees(written: Written, number: float) -> bool:
    """Tell whether a written number is this number, rounded to the decimals that it shows.

    A whole number must be written exactly; of any other the rounding may not move it by more
    than 5%, so that α = 0,69 is never written as 1.

    Examples
    --------
    >>> agrees(read_numbers("0,69")[0], 0.6873), agrees(read_numbers("1")[0], 0.6873)
    (True, False)

    """
    exact = Decimal(repr(float(number)))
    half = Decimal(5).scaleb(-written.decimals - 1)
    gap = abs(written.value - exact)
    if exact == exact.to_integral_value():
        return gap == 0
    return gap <= half and gap <= TOLERANCE * abs(exact)


def write_number(number: float, *, unit: str = "", decimals: int | None = None) -> str:
    """Write a number the Dutch way.

    Parameters
    ----------
    number
        Finite.
    unit
        ``%`` puts a percent sign behind it.
    decimals
        By default none for a whole number and for a percentage, else two.

    Examples
    --------
    >>> write_number(1096), write_number(0.6873), write_number(66.67, unit="%")
    ('1.096', '0,69', '67%')

    """
    if decimals is None:
        decimals = 0 if float(number).is_integer() or unit == "%" else HUNDREDTHS
    text = say_number(number, decimals=decimals)
    return f"{text}%" if unit == "%" else text


def _stressed(word: str) -> bool:
    """Tell whether *één* is written with its accents: without them it is an article."""
    return "é" in word.lower() or "\u0301" in word


def _percent_after(folded: str, end: int) -> bool:
    """Tell whether *procent* or a percent sign follows."""
    return folded[end : end + 1] == "%" or _PROCENT.match(folded, end) is not None
