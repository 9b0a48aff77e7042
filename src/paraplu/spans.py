"""Offsets: Unicode code points, 0-based, end-exclusive, into a normalised text.

Other tools count otherwise (JavaScript in UTF-16 units, some in bytes, some with CRLF as two).
Conversion happens here and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

__all__ = ["Edits", "Span", "from_utf16", "locate", "normalise", "to_utf16", "unite"]

ASTRAL = 0x10000


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text.

    Parameters
    ----------
    start, end
        Code points, 0-based; `end` is exclusive and not before `start`.

    Raises
    ------
    ValueError
        When the borders are negative or in the wrong order.

    Examples
    --------
    >>> Span(2, 5).overlaps(Span(4, 9))
    True
    >>> Span(2, 5).overlaps(Span(5, 9))
    False

    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse impossible borders."""
        if self.start < 0 or self.end < self.start:
            message = f"no span runs from {self.start} to {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Return the length in code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether the other lies within this span."""
        return self.start <= other.start and other.end <= self.end


def normalise(text: str) -> str:
    r"""Return the text in the form that offsets count in: NFC, LF, no BOM.

    Examples
    --------
    >>> normalise("\ufeffe\u0301e\u0301n\r\n")
    'één\n'

    """
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", unified)


def to_utf16(text: str, offset: int) -> int:
    """Convert an offset in code points to UTF-16 code units.

    Raises
    ------
    ValueError
        When the offset lies outside the text.

    Examples
    --------
    >>> to_utf16("a😀b", 2)
    3

    """
    if not 0 <= offset <= len(text):
        message = f"offset {offset} lies outside a text of {len(text)} code points"
        raise ValueError(message)
    return offset + sum(ord(character) >= ASTRAL for character in text[:offset])


def from_utf16(text: str, units: int) -> int:
    """Convert an offset in UTF-16 code units to code points.

    Raises
    ------
    ValueError
        When the offset lies outside the text or inside a surrogate pair.

    Examples
    --------
    >>> from_utf16("a😀b", 3)
    2

    """
    borders = [0, *accumulate(2 if ord(character) >= ASTRAL else 1 for character in text)]
    place = bisect_left(borders, units)
    if units < 0 or place == len(borders) or borders[place] != units:
        message = f"{units} UTF-16 units do not end on a code point"
        raise ValueError(message)
    return place


def unite(spans: list[Span]) -> list[Span]:
    """Unite overlapping or touching spans, in order of start.

    Examples
    --------
    >>> unite([Span(4, 9), Span(0, 5), Span(12, 13)])
    [Span(start=0, end=9), Span(start=12, end=13)]

    """
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


@dataclass(frozen=True, slots=True)
class Edits:
    """Stretches of a text that are replaced by the same words, and where all other places go.

    Parameters
    ----------
    spans
        Code points into the old text, in order, not overlapping, none empty.
    replacement
        What comes in the place of each.

    Examples
    --------
    >>> edits = Edits((Span(7, 10),), "[persoon 1]")
    >>> text = "Ik zag Jan daar."
    >>> edits.apply(text)
    'Ik zag [persoon 1] daar.'
    >>> edits.move(Span(11, 15)), edits.move(Span(3, 8))
    (Span(start=19, end=23), Span(start=3, end=18))

    """

    spans: tuple[Span, ...]
    replacement: str

    def __post_init__(self) -> None:
        """Refuse stretches that are empty, overlap or are out of order."""
        borders = [border for span in self.spans for border in (span.start, span.end)]
        if borders != sorted(borders) or any(len(span) == 0 for span in self.spans):
            message = "edits are in order, do not overlap and are not empty"
            raise ValueError(message)

    def apply(self, text: str) -> str:
        """Return the new text."""
        parts: list[str] = []
        done = 0
        for span in self.spans:
            parts += [text[done : span.start], self.replacement]
            done = span.end
        return "".join([*parts, text[done:]])

    def move(self, span: Span) -> Span:
        """Return where a span of the old text lies in the new one.

        A border inside a replaced stretch goes to the border of the replacement, so that the
        span holds it whole.
        """
        start = self._shift(span.start, inside=0)
        return Span(start, max(start, self._shift(span.end, inside=len(self.replacement))))

    def touches(self, span: Span) -> bool:
        """Tell whether a span of the old text shares code points with a replaced stretch."""
        return any(span.overlaps(edited) for edited in self.spans)

    def _shift(self, offset: int, *, inside: int) -> int:
        """Return the new place of a border; within a replaced stretch `inside` its replacement."""
        moved = offset
        for span in self.spans:
            if span.end <= offset:
                moved += len(self.replacement) - len(span)
            elif span.start < offset:
                moved += span.start - offset + inside
        return moved


def locate(text: str, quotation: str, *, within: Span) -> list[Span]:
    """Return every place where the quotation stands verbatim within a span."""
    return [
        Span(match.start(), match.end())
        for match in re.finditer(re.escape(quotation), text)
        if within.holds(Span(match.start(), match.end()))
    ]
