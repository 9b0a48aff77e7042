"""WebVTT: of Teams, with voices (``<v Naam>``), and of Zoom, with names in the text."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

import webvtt

from paraplu.formats.recordings.pieces import Line, Piece, Reading, count_shared, tidy
from paraplu.formats.recordings.speech import read_cue_lines
from paraplu.formats.recordings.times import parse_time
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from webvtt.models import Caption

    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["read_webvtt"]

VOICE = re.compile(r"<v(?:\.[^\s>]{0,500})?(?:[ \t\n]+(?P<name>[^>]{0,500}))?>|</v>")
TAG = re.compile(r"</?(?:[cibu]|ruby|rt|lang)(?:[.\s][^>]{0,500})?>|<\d[\d:.]*>")
BLOCK = re.compile(r"\n{2,}")
HEADS = ("WEBVTT", "NOTE", "STYLE", "REGION")


def read_webvtt(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read the cues of a WebVTT file.

    Where cues carry voices, a cue with two voices is split; text outside a voice belongs to the
    voice before it. Without voices names are looked for in the text. The source of a piece counts
    cues.
    """
    found = webvtt.from_string(sniffed.text)
    captions = list(found.captions)
    comments = [*found.header_comments, *found.footer_comments]
    hidden = Counter({"cue-note": len(comments) + sum(len(cue.comments) for cue in captions)})
    remarks = Counter({"broken": _count_broken(sniffed.text, cues=len(captions))})
    if any(VOICE.search(cue.raw_text) for cue in captions):
        pieces = _voices(captions, remarks=remarks)
    else:
        pieces = read_cue_lines(list(_lines(captions)), given=given).pieces
        remarks["two-voices"] += count_shared(pieces)
    return Reading("cue", pieces, hidden, remarks)


def _voices(captions: Sequence[Caption], *, remarks: Counter[str]) -> tuple[Piece, ...]:
    """Split each cue where its voice changes."""
    pieces: list[Piece] = []
    for number, cue in enumerate(captions):
        parts = [(name, text) for name, text in _parts(cue.raw_text) if tidy(text)]
        remarks["two-voices"] += len({name for name, _ in parts if name is not None}) > 1
        remarks["unnamed"] += any(name is None for name, _ in parts)
        pieces += [
            Piece(name, text, Span(number, number + 1), *_times(cue)) for name, text in parts
        ]
    return tuple(pieces)


def _parts(raw: str) -> Iterator[tuple[str | None, str]]:
    """Give voice and text of each part of a cue."""
    name: str | None = None
    done = 0
    for tag in VOICE.finditer(raw):
        yield name, _plain(raw[done : tag.start()])
        spoken = tidy(html.unescape(tag["name"] or ""))
        name = (spoken or None) if tag.group() != "</v>" else None
        done = tag.end()
    yield name, _plain(raw[done:])


def _plain(text: str) -> str:
    """Return the words of a stretch of cue text."""
    return html.unescape(TAG.sub("", text))


def _lines(captions: Sequence[Caption]) -> Iterator[Line]:
    """Give the lines of all cues."""
    for number, cue in enumerate(captions):
        start, end = _times(cue)
        for line in _plain(cue.raw_text).split("\n"):
            yield Line(line, number, start=start, end=end)


def _times(cue: Caption) -> tuple[float | None, float | None]:
    """Return begin and end of a cue in seconds."""
    return parse_time(cue.start), parse_time(cue.end)


def _count_broken(text: str, *, cues: int) -> int:
    """Count blocks that are neither a cue nor something else that belongs in the format."""
    blocks = [block for block in BLOCK.split(text.strip()) if not block.startswith(HEADS)]
    return max(len(blocks) - cues, 0)
