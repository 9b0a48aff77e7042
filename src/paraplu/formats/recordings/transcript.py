"""From the bytes of a file to a raw transcript, and to the text that is worked on."""

from __future__ import annotations

import warnings
from collections import Counter
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Problem, Refused
from paraplu.formats.recordings import containers, whisperx
from paraplu.formats.recordings.pieces import UNNAMED, Piece, Reading, merge
from paraplu.formats.recordings.sniffing import MEGABYTE, Sniffed, sniff
from paraplu.formats.recordings.voices import MOST, assign_roles
from paraplu.messages import recordings as texts
from paraplu.records import RawTranscript, RawTurn
from paraplu.spans import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from paraplu.records import Voice

__all__ = ["format_turns", "parse_recording"]

UNCASED = 0.005
LEAST_LETTERS = 500
UNSEEN = "\ufffd"


def parse_recording(
    data: bytes, *, suffix: str, place: str, given: Mapping[str, str] | None = None
) -> RawTranscript:
    """Read a transcript of any kind.

    Parameters
    ----------
    data
        The whole file.
    suffix
        How its name ends, such as ``.vtt``; it has to agree with the contents.
    place
        For problems. The name of the file does not belong there: it may name someone.
    given
        Role (``I``, ``R``, ``R1`` …) by name of a speaker, as a person gave it; ``-`` for a name
        that is no speaker.

    Raises
    ------
    Refused
        P179, P180 to P188 and P190: one clear problem. A library that stumbles over a damaged
        file gives P184.

    """
    roles = dict(given or {})
    sniffed = sniff(data, suffix=suffix, place=place)
    reading = _read(sniffed, given=roles, place=place)
    merged = _spoken(reading, given=roles, place=place)
    voices = assign_roles(merged, given=roles)
    _check_roles(voices, given=roles, place=place)
    by_name = {voice.name: voice.role for voice in voices}
    turns = tuple(
        _turn(piece, number=number, role=by_name[piece.speaker or UNNAMED])
        for number, piece in enumerate(merged, start=1)
    )
    warned = tuple(_warn(sniffed, reading, merged, voices=voices, place=place))
    return RawTranscript(sniffed.kind, reading.unit, turns, voices, warned)


def format_turns(transcript: RawTranscript) -> str:
    r"""Return the text that is worked on: a paragraph per turn, ``I: …`` or ``R: …``.

    It is normalised (NFC, LF) and ends in a newline; reading it as plain text gives it back.
    """
    paragraphs = (f"{turn.role}: {turn.text}" for turn in transcript.turns)
    return normalise("\n\n".join(paragraphs) + "\n")


def _read(sniffed: Sniffed, *, given: Mapping[str, str], place: str) -> Reading:
    """Let the reader of this kind read it; whatever it raises is a problem."""
    kind = texts.KINDS[sniffed.kind]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _reader(sniffed, given=given)
    except containers.Locked as error:
        raise Refused([messages.problem("P185", place)]) from error
    except containers.Bomb as error:
        limit = containers.LIMIT // MEGABYTE
        raise Refused([messages.problem("P186", place, limit=limit)]) from error
    except whisperx.NoSegments as error:
        raise Refused([messages.problem("P182", place, what=texts.STRANGERS["json"])]) from error
    except Exception as error:  # libraries raise anything
        raise Refused([messages.problem("P184", place, kind=kind)]) from error


def _reader(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read with the module of this kind; it is imported here, since some are heavy."""
    match sniffed.kind:
        case "vtt":
            from paraplu.formats.recordings.webvtt import read_webvtt as read
        case "srt":
            from paraplu.formats.recordings.subrip import read_subrip as read
        case "json":
            from paraplu.formats.recordings.whisperx import read_whisperx as read
        case "docx":
            from paraplu.formats.recordings.word import read_word as read
        case "odt":
            from paraplu.formats.recordings.opendocument import read_opendocument as read
        case "rtf":
            from paraplu.formats.recordings.richtext import read_richtext as read
        case "pdf":
            from paraplu.formats.recordings.portable import read_portable as read
        case "md":
            from paraplu.formats.recordings.markdown import read_markdown as read
        case _:
            from paraplu.formats.recordings.plaintext import read_plaintext as read
    return read(sniffed, given=given)


def _spoken(reading: Reading, *, given: Mapping[str, str], place: str) -> list[Piece]:
    """Return the turns as pieces, or refuse a file without speech or speakers."""
    merged = merge(reading.pieces)
    if not merged:
        raise Refused([messages.problem("P187", place)])
    if {piece.speaker for piece in merged} == {UNNAMED} and UNNAMED not in given:
        advice = texts.SPEAKERLESS.get(reading.unit) or texts.SPEAKERLESS[""]
        raise Refused([messages.problem("P188", place, advice=advice)])
    return merged


def _turn(piece: Piece, *, number: int, role: str) -> RawTurn:
    """Make a turn of a merged piece."""
    speaker = piece.speaker or UNNAMED
    return RawTurn(number, speaker, role, piece.start, piece.end, piece.text, piece.source)


def _check_roles(voices: Sequence[Voice], *, given: Mapping[str, str], place: str) -> None:
    """Refuse roles for who does not speak, and more respondents than there are labels."""
    present = {voice.name.casefold() for voice in voices}
    problems = [
        messages.problem("P190", place, number=number)
        for number, (name, role) in enumerate(given.items(), start=1)
        if role != "-" and name.casefold() not in present
    ]
    respondents = {voice.role for voice in voices if voice.role.startswith("R")}
    if len(respondents) > MOST:
        problems.append(messages.problem("P179", place, count=len(respondents)))
    if problems:
        raise Refused(problems)


def _warn(
    sniffed: Sniffed,
    reading: Reading,
    merged: Sequence[Piece],
    *,
    voices: Sequence[Voice],
    place: str,
) -> Iterator[Problem]:
    """Say what the file hides, and what was done to read it."""
    from paraplu.formats.recordings.labels import generic_role

    things = [
        (one if count == 1 else more).format(n=count)
        for what, (one, more) in texts.HIDDEN.items()
        if (count := reading.hidden.get(what, 0))
    ]
    if things:
        yield messages.problem("P195", place, things=", ".join(things))
    named = sum(generic_role(v.name) is None and v.name != UNNAMED for v in voices)
    if named:
        yield messages.problem("P196", place, count=named)
    remarks = Counter(reading.remarks)
    spoken = "".join(piece.text for piece in merged)
    remarks["unseen"] = spoken.count(UNSEEN)
    if sniffed.guessed:
        what = texts.CODE_PAGE.format(detail=sniffed.guessed)
        yield messages.problem("P198", place, what=what)
    for name, (one, more) in texts.REMARKS.items():
        if (count := remarks[name]) > 0:
            what = one if count == 1 else more.format(n=count)
            yield messages.problem("P198", place, what=what)
    letters = sum(map(str.isalpha, spoken))
    if letters > LEAST_LETTERS and sum(map(str.isupper, spoken)) < UNCASED * letters:
        yield messages.problem("P199", place)
