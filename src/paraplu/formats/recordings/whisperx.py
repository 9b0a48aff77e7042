"""WhisperX and Whisper JSON: segments with words, and sometimes speakers."""

from __future__ import annotations

import json
import math
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from paraplu.formats.recordings.pieces import Piece, Reading, tidy
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["NoSegments", "read_whisperx"]

EXPECTED = frozenset({"segments", "word_segments", "language", "text"})


class NoSegments(Exception):  # noqa: N818  says what the file is
    """The JSON holds no segments with text."""


def read_whisperx(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read the segments.

    A segment whose words are of two speakers is split when its words spell its text. A missing
    speaker of a segment is the one of most of its words, else the one before. The source of a
    piece counts segments.

    Raises
    ------
    NoSegments
        When the JSON is something else.

    """
    del given  # speakers stand apart from the words
    data = json.loads(sniffed.text)
    segments = data.get("segments") if isinstance(data, dict) else data
    if not isinstance(segments, list):
        raise NoSegments
    known = [one for one in segments if isinstance(one, dict) and isinstance(one.get("text"), str)]
    if not known:
        raise NoSegments
    remarks = Counter({"broken": len(segments) - len(known)})
    pieces: list[Piece] = []
    for number, segment in enumerate(known):
        pieces += _pieces(segment, number=number, remarks=remarks)
    extra = set(data) - EXPECTED if isinstance(data, dict) else set()
    return Reading("segment", tuple(pieces), {"field": len(extra)}, remarks)


def _pieces(segment: dict[str, Any], *, number: int, remarks: Counter[str]) -> Iterator[Piece]:
    """Give the pieces of a segment: one, or more when its words change speaker."""
    source = Span(number, number + 1)
    words = [word for word in segment.get("words") or [] if isinstance(word, dict)]
    groups = _by_speaker(words)
    spelled = tidy(" ".join(str(word.get("word", "")) for word in words))
    if len(groups) > 1 and spelled == tidy(segment["text"]):
        remarks["two-voices"] += 1
        for name, group in groups:
            text = " ".join(str(word.get("word", "")) for word in group)
            yield Piece(name, text, source, _time(group[0], "start"), _time(group[-1], "end"))
        return
    named = Counter(_name(word) for word in words if _name(word) is not None)
    speaker = _name(segment) or (named.most_common(1)[0][0] if named else None)
    remarks["unnamed"] += speaker is None
    yield Piece(speaker, segment["text"], source, _time(segment, "start"), _time(segment, "end"))


def _by_speaker(words: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Group words by speaker; a word without one goes with the word before it."""
    names: list[str | None] = []
    for word in words:
        names.append(_name(word) or (names[-1] if names else None))
    first = next((name for name in names if name is not None), None)
    if first is None:
        return []
    pairs = [(name or first, word) for name, word in zip(names, words, strict=True)]
    return [
        (name, [word for _, word in group]) for name, group in groupby(pairs, key=lambda p: p[0])
    ]


def _name(thing: dict[str, Any]) -> str | None:
    """Return the speaker of a segment or word."""
    name = thing.get("speaker")
    return tidy(name) or None if isinstance(name, str) else None


def _time(thing: dict[str, Any], name: str) -> float | None:
    """Return a time in seconds; numerals often have none."""
    value = thing.get(name)
    well = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if well and value is not None else None
