"""Time marks between the words: of f4, MAXQDA and others."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

__all__ = ["Timed", "ending_time", "parse_time", "take_times"]

_LONG = r"\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?"
_ANY = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
F4 = re.compile(r"#(\d{1,3}:\d{2}:\d{2})[-.,](\d{1,3})#")
LEADING = re.compile(
    rf"\s*(?:[\[({{<]\s*(?P<boxed>{_ANY})(?:\s*(?:-->|[-–])\s*{_ANY})?\s*[\])}}>]"
    rf"|(?P<bare>{_LONG})(?:\s*(?:-->|[-–])\s*{_LONG})?)[ \t]*"
)
ALONE = re.compile(rf"\s*(?P<time>{_ANY})(?:\s*(?:-->|[-–])\s*{_ANY})?\s*")
ENDING = re.compile(rf"(?<![\d:])({_ANY})[\])]?:?\s*\Z")
BOXED = re.compile(rf"[ \t]*[\[(]\s*({_LONG})\s*[\])]")


@dataclass(frozen=True, slots=True)
class Timed:
    """A line without its time marks, and what they said (seconds)."""

    text: str
    start: float | None = None
    end: float | None = None
    taken: int = 0


def parse_time(text: str) -> float | None:
    """Return seconds of ``1:02:03.5``, ``02:03`` or ``02:03,500``; None for something else.

    Examples
    --------
    >>> parse_time("00:03:40.5"), parse_time("1:05"), parse_time("straks")
    (220.5, 65.0, None)

    """
    if not re.fullmatch(_ANY, text, re.ASCII):
        return None
    parts = [float(part) for part in text.replace(",", ".").split(":")]
    return math.fsum(part * 60**power for power, part in enumerate(reversed(parts)))


def ending_time(text: str) -> float | None:
    """Return the seconds of a time that a line ends in, or None.

    Examples
    --------
    >>> ending_time("Piet Jansen   0:03"), ending_time("Piet (1:00:05):"), ending_time("Piet")
    (3.0, 3605.0, None)

    """
    found = ENDING.search(text)
    return parse_time(found[1]) if found else None


def take_times(text: str) -> Timed:
    """Take the time marks out of a line.

    Marks at the beginning give `start`, marks of f4 (at the end of a turn) and bracketed ones
    elsewhere give `end`. `taken` is the number of code points taken from the beginning. A time
    that is spoken (``om 10:30``) stays.

    Examples
    --------
    >>> take_times("00:03:40.5Naam: Ja.").start, take_times("Ja. #00:03:00-5#").end
    (220.5, 180.5)
    >>> take_times("Om 10:30 dus.").text
    'Om 10:30 dus.'

    """
    end = start = None
    for hours, tenths in F4.findall(text):
        end = parse_time(f"{hours}.{tenths}")
    rest = F4.sub(" ", text)
    alone = ALONE.fullmatch(rest)
    if alone:
        return Timed("", parse_time(alone["time"]), end, len(text))
    leading = LEADING.match(rest)
    taken = 0
    if leading:
        start = parse_time(leading["boxed"] or leading["bare"])
        taken = leading.end()
        rest = rest[taken:]
    for mark in BOXED.findall(rest):
        end = parse_time(mark)
    return Timed(BOXED.sub("", rest), start, end, taken)
