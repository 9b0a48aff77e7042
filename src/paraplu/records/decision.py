"""The reviewed pseudonymisation of one raw transcript. It holds names: it is key material."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Decisions", "Entity", "Occurrence"]


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One mention; offsets are code points into the raw text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or other thing that identifies, all its mentions and what replaces them."""

    label: str
    replacement: str
    note: str
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions on one transcript; `sha256` is the hash of the raw text."""

    id: str
    sha256: str
    state: str
    reviewed_by: str
    reviewed_on: str
    entities: tuple[Entity, ...]
