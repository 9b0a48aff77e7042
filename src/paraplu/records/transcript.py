"""A pseudonymised interview (or document, or observation) and its turns."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Restriction", "Transcript", "Turn"]


@dataclass(frozen=True, slots=True)
class Restriction:
    """A passage that a respondent does not want used freely.

    `wish` is one of: niet citeren, schrappen, off the record, voorleggen. Offsets are code
    points into the body.
    """

    start: int
    end: int
    exact: str
    wish: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn (spreekbeurt): a paragraph that begins with a speaker label.

    `number` counts paragraphs from 1. `start` and `end` are code points into the body and
    leave the label out. `role` is ``I`` (interviewer), ``R`` (respondent) or ``other``;
    `respondent` is empty for the interviewer.
    """

    number: int
    speaker: str
    role: str
    respondent: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text that can be coded.

    `sha256` is the hash of the body (UTF-8). `kind` is interview, document or observatie;
    `status` is machine, nagekeken or tweede lezer.
    """

    id: str
    kind: str
    sha256: str
    version: int
    corrected_by: str
    status: str
    body: str
    turns: tuple[Turn, ...]
    restrictions: tuple[Restriction, ...] = ()
