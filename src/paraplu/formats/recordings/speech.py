"""From the lines of a document, or of cues with names in the text, to pieces of speech."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paraplu.formats.recordings.labels import Label, find_label, generic_role, is_name, is_ordinary
from paraplu.formats.recordings.pieces import Line, Piece, tidy
from paraplu.formats.recordings.times import ending_time, take_times
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

__all__ = ["Speech", "read_cue_lines", "read_lines"]

RUN = re.compile(r"\s{9,}")
GAP = "    "
OFTEN = 5
OFTEN_SHARE = 0.1
TWICE = HALF = 2
COVERED = 0.2
SHORT = 40
CERTAIN_LETTERS = ("I", "R")


@dataclass(frozen=True, slots=True)
class Speech:
    """Pieces of speech, and how many lines above the first speaker were left out."""

    pieces: tuple[Piece, ...]
    preamble: int = 0


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line without its marks of time, what may be its label, and the time behind that."""

    line: Line
    label: Label | None
    start: float | None = None


def read_lines(lines: Sequence[Line], *, given: Mapping[str, str]) -> Speech:
    """Find the turns of a document: each label begins one, lines without label continue it.

    Parameters
    ----------
    lines
        In reading order.
    given
        Role by name, as a person gave it; with role ``-`` a name is not a speaker.

    """
    read = [_take_label(_squeeze(line)) for line in lines]
    names = _speakers(read, given=given)
    named = [_named(found, names) for found in read]
    first = next((i for i, (name, _) in enumerate(named) if name is not None), None)
    if first is None:
        return Speech(tuple(_piece(None, line, begins=False) for _, line in named))
    first = _skip_cast(named, first)
    preamble = sum(bool(tidy(line.text)) for _, line in named[:first])
    pieces = (_piece(name, line, begins=name is not None) for name, line in named[first:])
    return Speech(tuple(pieces), preamble)


def read_cue_lines(lines: Sequence[Line], *, given: Mapping[str, str]) -> Speech:
    """Find who speaks in cues that carry names in their text; a cue may hold several lines.

    A line without label goes on with the speaker before it; nothing is left out.
    """
    read = [_Labelled(line, find_label(line.text)) for line in map(_squeeze, lines)]
    names = _speakers(read, given=given)
    named = (_named(found, names) for found in read)
    return Speech(tuple(_piece(name, line, begins=False) for name, line in named))


def _squeeze(line: Line) -> Line:
    """Shorten long runs of spaces, on which looking for labels would take long."""
    if not RUN.search(line.text):
        return line
    bold = len(RUN.sub(GAP, line.text[: line.bold]))
    return replace(line, text=RUN.sub(GAP, line.text), bold=bold)


def _take_label(line: Line) -> _Labelled:
    """Take the marks of time from a line and look for its label.

    A name with a time behind it and nothing else is a label of its own.
    """
    timed = take_times(line.text)
    start = line.start if timed.start is None else timed.start
    end = line.end if timed.end is None else timed.end
    bold = max(line.bold - timed.taken, 0)
    bare = replace(line, text=timed.text, start=start, end=end, bold=bold)
    if line.speaker:
        return _Labelled(bare, Label(line.speaker, 0, "cell"))
    whole = find_label(line.text, bold=line.bold)
    if whole is not None and whole.form == "timed":
        return _Labelled(bare, whole, ending_time(line.text))
    return _Labelled(bare, find_label(timed.text, bold=bold))


def _speakers(read: Sequence[_Labelled], *, given: Mapping[str, str]) -> dict[str, str]:
    """Decide which labels are speakers: the name as first written, by its folded form."""
    labels = [found.label for found in read if found.label is not None]
    counts = Counter(label.name.casefold() for label in labels)
    forms: dict[str, set[str]] = {}
    first: dict[str, str] = {}
    timed = sum(label.form == "timed" for label in labels)
    for label in labels:
        if label.form != "timed" or HALF * timed >= len(labels):
            forms.setdefault(label.name.casefold(), set()).add(label.form)
        first.setdefault(label.name.casefold(), label.name)
    folded = {name.casefold(): role for name, role in given.items()}
    filled = sum(bool(found.line.text.strip()) for found in read)
    sure = {
        key
        for key, name in first.items()
        if folded.get(key, "") != "-"
        and (key in folded or _is_sure(name, counts[key], forms.get(key, ()), lines=filled))
    }
    covered = sum(counts[key] for key in sure) >= COVERED * filled
    return {
        key: name
        for key, name in first.items()
        if key in sure or (covered and key not in folded and _is_likely(name))
    }


def _is_sure(name: str, count: int, forms: Collection[str], *, lines: int) -> bool:
    """Tell whether a label is a speaker by its own looks and number."""
    role = generic_role(name)
    if role is not None:
        letter = len(name.rstrip(".0123456789")) == 1
        well_known = name[0] in CERTAIN_LETTERS if letter else name[0].isupper()
        if is_ordinary(name):
            return name[0].isupper() and count > TWICE
        return well_known or count >= TWICE
    if "cell" in forms:
        return True
    if len(name) <= SHORT and count >= max(OFTEN, OFTEN_SHARE * lines):
        return True
    return not is_ordinary(name) and ("timed" in forms or (is_name(name) and count >= TWICE))


def _is_likely(name: str) -> bool:
    """Tell whether a label that stands there once is a full name."""
    return name[:1].isupper() and is_name(name) and not is_ordinary(name) and len(name.split()) > 1


def _named(found: _Labelled, names: Mapping[str, str]) -> tuple[str | None, Line]:
    """Return who begins to speak in this line (None: nobody new) and the line without label."""
    line = found.line
    if found.label is None:
        return None, line
    name = names.get(found.label.name.casefold())
    if name is None:
        return None, line
    start = line.start if found.start is None else found.start
    end = line.end if found.start is None else None
    return name, replace(line, text=line.text[found.label.words :], start=start, end=end)


def _skip_cast(named: Sequence[tuple[str | None, Line]], first: int) -> int:
    """Skip ``Interviewer: …`` in the head of a document, when the turns use other labels."""
    counts = Counter(name for name, _ in named if name is not None)
    often = [name for name, count in counts.items() if count >= TWICE]
    if len(often) < TWICE:
        return first
    for place in range(first, len(named)):
        name = named[place][0]
        if name in often:
            return place
        if name is not None and len(name.rstrip(".0123456789")) == 1:
            return first
    return first


def _piece(name: str | None, line: Line, *, begins: bool) -> Piece:
    """Make a piece of a line."""
    source = Span(line.number, line.number + 1)
    return Piece(name, line.text, source, line.start, line.end, begins)
