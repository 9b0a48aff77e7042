"""SRT: numbered cues; who speaks often stands only where the speaker changes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import srt  # type: ignore[import-untyped]

from paraplu.formats.recordings.pieces import Line, Reading, count_shared
from paraplu.formats.recordings.speech import read_cue_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["read_subrip"]

TAG = re.compile(r"</?(?:[ibus]|font)(?:\s[^>]{0,500})?>|\{\\[^}]{0,500}\}", re.IGNORECASE)
DASH = re.compile(r"\s*(?:[^:\n]{1,60}:\s*)?[-–—]\s+\S")
TWICE = 2


def read_subrip(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read the cues of an SRT file; the source of a piece counts cues."""
    cues = list(srt.parse(sniffed.text))
    lines = [
        Line(line, number, start=cue.start.total_seconds(), end=cue.end.total_seconds())
        for number, cue in enumerate(cues)
        for line in TAG.sub("", cue.content).split("\n")
    ]
    pieces = read_cue_lines(lines, given=given).pieces
    dashes = sum(
        sum(bool(DASH.match(line)) for line in TAG.sub("", cue.content).split("\n")) >= TWICE
        for cue in cues
    )
    remarks = Counter({"dashes": dashes, "two-voices": count_shared(pieces)})
    return Reading("cue", pieces, {}, remarks)
