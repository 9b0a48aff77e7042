"""Raw transcripts as they come in: bytes in, turns and warnings out.

Each format is one small module that gives pieces of speech; what they have in common stands
beside them. Nothing here touches the disk.
"""

from __future__ import annotations

from paraplu.formats.recordings.pieces import UNNAMED
from paraplu.formats.recordings.sniffing import LIMIT, SUFFIXES, check_size
from paraplu.formats.recordings.speaker_map import parse_speaker_map, write_speaker_map
from paraplu.formats.recordings.transcript import format_turns, parse_recording
from paraplu.formats.recordings.voices import ROLE, UNSURE, parse_roles

__all__ = [
    "LIMIT",
    "ROLE",
    "SUFFIXES",
    "UNNAMED",
    "UNSURE",
    "check_size",
    "format_turns",
    "parse_recording",
    "parse_roles",
    "parse_speaker_map",
    "write_speaker_map",
]
