"""A coding, and the events in a ledger from which codings are folded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Coding", "Event"]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a ledger: what was done to one coding.

    `kind` is add, revise, remove or memo. `fields` holds only what the event says; a `revise`
    may say one field and leave the rest. `line` is its place in the file.
    """

    event: str
    time: str
    kind: str
    coding: str
    codebook: int
    fields: Mapping[str, object] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Coding:
    """A passage that a coder gave a code; offsets in code points into the body.

    `doc` is the sha256 of the body it was made on, `attributes` the attributes that were set.
    """

    id: str
    coder: str
    interview: str
    doc: str
    start: int
    end: int
    exact: str
    code: str
    codebook: int
    time: str
    prefix: str = ""
    suffix: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    memo: str = ""
    counter: bool = False
    line: int = 0
