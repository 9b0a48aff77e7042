"""An essay as the judge sees it: its marks, and the passages between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.errors import Problem

__all__ = ["BLANK", "KINDS", "Anchor", "Essay", "Mark", "Passage", "Position"]

KINDS = ("value", "claim", "quote", "context", "figure", "table", "eigen")
BLANK = "\ufffc"
"""Stands in a passage for every character of a mark."""


class Position(NamedTuple):
    """A place in an essay; both count from 1, columns in code points."""

    line: int
    column: int


class Anchor(NamedTuple):
    """Where the text from `offset` on stands in the file."""

    offset: int
    place: Position


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in an essay.

    Parameters
    ----------
    kind
        One of `KINDS`.
    text
        Plain text of the mark, without its footnotes; of a figure or table empty.
    attributes
        Without id and class.
    place, until
        Where the mark begins and (exclusive) ends.
    identifier
        The id, for figures and tables.
    sentence
        The sentence of the essay that holds the mark.
    before
        What stands before the mark in that sentence.
    inside
        Classes of the blocks around the mark.
    block
        Whether it is a block rather than a stretch of a sentence.

    """

    kind: str
    text: str
    attributes: Mapping[str, str]
    place: Position
    until: Position
    identifier: str = ""
    sentence: str = ""
    before: str = ""
    inside: frozenset[str] = frozenset()
    block: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, cell or caption; every character of a mark is `BLANK`.

    `inside` are the classes of the blocks around it; `marks` the marks in it, in order, each
    with the place where it begins.
    """

    text: str
    anchors: tuple[Anchor, ...]
    inside: frozenset[str] = frozenset()
    marks: tuple[tuple[int, Mark], ...] = ()

    def at(self, offset: int) -> Position:
        """Return where the character at this offset stands in the file."""
        number = bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset) - 1
        anchor = self.anchors[max(number, 0)]
        return anchor.place._replace(column=anchor.place.column + max(offset - anchor.offset, 0))


@dataclass(frozen=True, slots=True)
class Essay:
    """A read essay; `path` is relative to the study, `problems` are those of its form."""

    name: str
    path: str
    title: str = ""
    marks: tuple[Mark, ...] = ()
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
