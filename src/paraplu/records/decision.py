"""The decisions on one raw transcript. They hold names: they are key material."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Decisions", "Entity", "Occurrence", "Verdict"]


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One mention; offsets are code points into the raw text.

    `sources` names the detectors that found it, and is empty when a person did.
    """

    start: int
    end: int
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or other thing that identifies, all its mentions and what replaces them.

    `status` is ``voorgesteld`` (the machine's word), ``aanvaard`` or ``afgewezen``; what is
    rejected stays in the file, so that it is not proposed again, and is not replaced.
    """

    label: str
    replacement: str
    note: str
    occurrences: tuple[Occurrence, ...]
    status: str = "aanvaard"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided: when (ISO 8601), who, what, and about which replacement."""

    time: str
    who: str
    what: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions on one transcript.

    `sha256` is the hash of the raw text. `state` is ``machine``, ``nagekeken`` or
    ``tweede lezer``; the status of the transcript is written from it.
    `log` holds every decision of a person, oldest first.
    """

    id: str
    sha256: str
    state: str
    reviewed_by: str
    reviewed_on: str
    entities: tuple[Entity, ...]
    second_by: str = ""
    second_on: str = ""
    log: tuple[Verdict, ...] = ()
