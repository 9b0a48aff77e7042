"""A transcript as it comes in: who says what when, before anything is pseudonymised.

It holds names: everything here is key material.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.errors import Problem
    from paraplu.spans import Span

__all__ = ["RawTranscript", "RawTurn", "SpeakerMap", "Voice"]


@dataclass(frozen=True, slots=True)
class RawTurn:
    """One turn, with all consecutive cues of its speaker.

    Parameters
    ----------
    number
        Counts from 1.
    speaker
        As written in the file; ``?`` where the file names nobody.
    role
        The label in the text that is worked on: ``I``, ``R``, ``R1`` …
    start, end
        Seconds from the beginning of the recording, or None.
    text
        The words, on one line, in NFC.
    source
        Where it stands in the file, in the unit of the transcript (0-based, end-exclusive).

    """

    number: int
    speaker: str
    role: str
    start: float | None
    end: float | None
    text: str
    source: Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of a recording, and the role he or she has in the text.

    `certainty` is ``gegeven`` (a person said so), ``zeker`` (the label says so),
    ``waarschijnlijk`` or ``onzeker``. `turns`, `words` and `questions` (turns that end in a
    question mark) are counts.
    """

    name: str
    role: str
    certainty: str
    turns: int = 0
    words: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class RawTranscript:
    """What was understood of a file.

    `kind` is the format (``vtt``, ``docx`` …), `unit` what `RawTurn.source` counts (cue,
    segment, alinea, regel). `warnings` never hold words or names.
    """

    kind: str
    unit: str
    turns: tuple[RawTurn, ...]
    speakers: tuple[Voice, ...]
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerMap:
    """Who is who in an imported recording.

    `original` is the file as it came in, `kind` its format, `sha256` its hash, `text_sha256`
    that of the text made from it.
    """

    id: str
    original: str
    kind: str
    sha256: str
    text_sha256: str
    speakers: tuple[Voice, ...]
