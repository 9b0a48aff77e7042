"""What a reader makes of a file: pieces of speech, on their way to turns."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["UNNAMED", "Line", "Piece", "Reading", "count_shared", "merge", "tidy"]

UNNAMED = "?"
"""Name of the voice that a file gives no name."""

SPACE = re.compile(r"\s+")
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f]")
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document, before it is known who speaks.

    Parameters
    ----------
    text
        As it stands there.
    number
        Which paragraph, row or cue, 0-based.
    bold
        Length of its bold beginning, code points.
    speaker
        Who speaks, when the document says so outside the text (a cell of a table).
    start, end
        Seconds, or None.

    """

    text: str
    number: int
    bold: int = 0
    speaker: str = ""
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of speech by one speaker.

    `speaker` is None when the file does not say who speaks: whoever spoke before. `begins`
    means that a turn begins here even when the same person spoke before.
    """

    speaker: str | None
    text: str
    source: Span
    start: float | None = None
    end: float | None = None
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All pieces of a file, what else it holds and what was done to read it.

    The keys of `hidden` and `remarks` are those of `paraplu.messages.recordings`; the values
    count.
    """

    unit: str
    pieces: tuple[Piece, ...]
    hidden: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[str, int] = field(default_factory=dict)


def tidy(text: str) -> str:
    r"""Return the words on one line: NFC, single spaces, nothing that cannot be seen.

    Examples
    --------
    >>> tidy(" Jan\u00a0de\r\nWit\u00ad \ufeffzei\u200b  ja ")
    'Jan de Wit zei ja'

    """
    if SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    shown = CONTROL.sub("", INVISIBLE.sub("", text))
    return SPACE.sub(" ", unicodedata.normalize("NFC", shown)).strip()


def merge(pieces: Iterable[Piece]) -> list[Piece]:
    """Put consecutive pieces of one speaker together, and leave out what has no words.

    Examples
    --------
    >>> one = Piece("A", "Mehmet", Span(0, 1))
    >>> [piece.text for piece in merge([one, Piece(None, "Karabulut.", Span(1, 2))])]
    ['Mehmet Karabulut.']

    """
    merged: list[list[Piece]] = []
    for piece in pieces:
        before = merged[-1][0].speaker if merged else UNNAMED
        named = replace(piece, speaker=piece.speaker if piece.speaker is not None else before)
        if merged and named.speaker == before and not piece.begins:
            merged[-1].append(named)
        else:
            merged.append([named])
    united = [_unite(group) for group in merged]
    return [piece for piece in united if piece.text]


def count_shared(pieces: Iterable[Piece]) -> int:
    """Count cues in which more than one named person speaks."""
    voices: dict[int, set[str]] = {}
    for piece in pieces:
        if piece.speaker is not None:
            voices.setdefault(piece.source.start, set()).add(piece.speaker)
    return sum(len(names) > 1 for names in voices.values())


def _unite(group: list[Piece]) -> Piece:
    """Make one piece of several."""
    starts = [piece.start for piece in group if piece.start is not None]
    ends = [piece.end for piece in group if piece.end is not None]
    return Piece(
        speaker=group[0].speaker,
        text=tidy(" ".join(piece.text for piece in group)),
        source=Span(
            min(piece.source.start for piece in group), max(piece.source.end for piece in group)
        ),
        start=min(starts, default=None),
        end=max(ends, default=None),
    )
