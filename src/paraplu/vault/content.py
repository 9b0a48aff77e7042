"""What a vault holds: who is behind a pseudonym, and what was replaced when."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paraplu.records import Decisions

__all__ = ["Content", "Entry", "LogLine", "entries_of"]

DECIDED, LATE, SPOKEN = "beslissing", "achteraf", "spreker"
SECRET = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity of the key: in which interview, what stands there now, and all that stood there.

    `origin` is ``beslissing``, ``achteraf`` for what `redact` took out later, or ``spreker``
    for the name of a voice in the recording, which may stand nowhere in its text.
    """

    interview: str
    label: str
    replacement: str
    forms: tuple[str, ...]
    note: str = ""
    origin: str = DECIDED


@dataclass(frozen=True, slots=True)
class LogLine:
    """One replacement: when it was written, where, by what, and found or decided by whom.

    Offsets are code points: into the raw text for a decision, into the body of the transcript
    of that moment for what was taken out later. The words themselves are not in it.
    """

    time: str
    interview: str
    start: int
    end: int
    label: str
    replacement: str
    by: tuple[str, ...]
    origin: str = DECIDED


@dataclass(frozen=True, slots=True)
class Content:
    """The key of a study, the log of replacements, and the secret that names are hashed with."""

    study: str
    secret: bytes
    entries: tuple[Entry, ...] = ()
    log: tuple[LogLine, ...] = ()

    @classmethod
    def empty(cls, study: str) -> Content:
        """Return the content of a new vault, with a secret of its own."""
        return cls(study, secrets.token_bytes(SECRET))

    def interviews(self) -> tuple[str, ...]:
        """Return the interviews of which something is known, in order."""
        return tuple(sorted({entry.interview for entry in self.entries}))

    def pseudonyms(self) -> int:
        """Return of how many pseudonyms it is known who is behind them."""
        return sum(bool(entry.forms) for entry in self.entries)

    def decided(self, interview: str, decisions: Decisions, *, time: str) -> Content:
        """Return the content with these decisions in the place of earlier ones.

        What was taken out later stays; replacements that the log has already are not repeated.
        """
        kept = [e for e in self.entries if e.interview != interview or e.origin == LATE]
        known = {(line.interview, line.start, line.end, line.replacement) for line in self.log}
        lines = [
            LogLine(time, interview, o.start, o.end, entity.label, entity.replacement,
                    o.sources or (decisions.reviewed_by or decisions.state,))
            for entity in decisions.entities
            if entity.status != "afgewezen"
            for o in entity.occurrences
            if (interview, o.start, o.end, entity.replacement) not in known
        ]  # fmt: skip
        entries = (*kept, *entries_of(decisions, interview=interview))
        return replace(self, entries=entries, log=(*self.log, *lines))

    def taken_out(self, entry: Entry, *, lines: Iterable[LogLine]) -> Content:
        """Return the content with what was found late."""
        late = replace(entry, origin=LATE)
        return replace(self, entries=(*self.entries, late), log=(*self.log, *lines))

    def merged(self, other: Content, *, place: str) -> Content:
        """Return the content with that of another vault of the same study added.

        Raises
        ------
        Refused
            P016 for every interview that both hold and hold differently.

        """
        mine, theirs = _by_interview(self.entries), _by_interview(other.entries)
        clashing = [name for name in theirs if name in mine and mine[name] != theirs[name]]
        if clashing:
            raise Refused(
                messages.problem("P016", place, interview=name) for name in sorted(clashing)
            )
        added = [entry for entry in other.entries if entry.interview not in mine]
        lines = [line for line in other.log if line not in set(self.log)]
        return replace(self, entries=(*self.entries, *added), log=(*self.log, *lines))

    def write(self) -> bytes:
        """Return the content as bytes; `read` gives it back."""
        data = {
            "schema": 1,
            "study": self.study,
            "secret": self.secret.hex(),
            "entries": [asdict(entry) for entry in self.entries],
            "log": [asdict(line) for line in self.log],
        }
        return json.dumps(data, ensure_ascii=False).encode("utf-8")

    @classmethod
    def read(cls, data: bytes, *, place: str) -> Content:
        """Read what `write` gave.

        Raises
        ------
        Refused
            P011 when it is something else.

        """
        try:
            found: dict[str, Any] = json.loads(data)
            entries = (Entry(**{**e, "forms": tuple(e["forms"])}) for e in found["entries"])
            log = (LogLine(**{**line, "by": tuple(line["by"])}) for line in found["log"])
            secret = bytes.fromhex(found["secret"])
            return cls(str(found["study"]), secret, tuple(entries), tuple(log))
        except (ValueError, KeyError, TypeError):
            raise Refused([messages.problem("P011", place)]) from None


def entries_of(decisions: Decisions, *, interview: str) -> tuple[Entry, ...]:
    """Return what decisions say of who is behind a pseudonym; what was rejected is left out.

    Decisions that replace nothing give one entry without forms: that is known of the interview.
    """
    found = tuple(
        Entry(
            interview=interview,
            label=entity.label,
            replacement=entity.replacement,
            forms=tuple(dict.fromkeys(o.text for o in entity.occurrences)),
            note=entity.note,
        )
        for entity in decisions.entities
        if entity.status != "afgewezen"
    )
    return found or (Entry(interview, label="", replacement="", forms=()),)


def _by_interview(entries: Iterable[Entry]) -> dict[str, set[Entry]]:
    """Group entries by interview."""
    grouped: dict[str, set[Entry]] = {}
    for entry in entries:
        grouped.setdefault(entry.interview, set()).add(entry)
    return grouped
