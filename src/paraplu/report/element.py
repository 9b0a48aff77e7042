"""Elements of pandoc's tree: their attributes and place, and a passage while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from paraplu.report.essay import Anchor, Position

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["START", "Around", "Element", "Found", "Run", "read_element", "read_wrapper"]

START = Position(1, 1)
_WRAPPER = (["wrapper", "1"], "data-pos")
_POSITION = re.compile(r"(\d+):(\d+)-(?:.*[-])?(\d+):(\d+)$")


class Element(NamedTuple):
    """Attributes of an element, without the reader's own."""

    identifier: str
    classes: tuple[str, ...]
    attributes: Mapping[str, str]
    wrapper: bool
    place: Position | None
    until: Position | None


class Around(NamedTuple):
    """What is around a block: classes, and whether a mark holds it."""

    classes: frozenset[str] = frozenset()
    mark: str = ""
    place: Position = START


@dataclass(slots=True)
class Found:
    """A mark in a passage that is still being read."""

    kind: str
    start: int
    end: int
    element: Element
    place: Position


@dataclass(slots=True)
class Run:
    """A passage that is being read."""

    around: Around
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    anchors: list[Anchor] = field(default_factory=list)
    marks: list[Found] = field(default_factory=list)
    place: Position = START

    def add(self, text: str) -> None:
        """Add text at the place that was last seen."""
        if not self.anchors or self.anchors[-1].offset < self.length:
            self.anchors.append(Anchor(self.length, self.place))
        else:
            self.anchors[-1] = Anchor(self.length, self.place)
        self.pieces.append(text)
        self.length += len(text)


def read_wrapper(attributes: Any) -> Position | None:  # noqa: ANN401
    """Return the place of an element that holds a place and nothing else; None of any other.

    The reader puts such an element around every word, so this is what reading mostly does.
    """
    identifier, classes, pairs = attributes
    if identifier or classes or len(pairs) != len(_WRAPPER) or pairs[0] != _WRAPPER[0]:
        return None
    line, _, rest = pairs[1][1].partition(":")
    column = rest.partition("-")[0]
    if pairs[1][0] != _WRAPPER[1] or not (line.isdigit() and column.isdigit()):
        return None
    return Position(int(line), int(column))


def read_element(attributes: Any) -> Element:  # noqa: ANN401
    """Read pandoc's attributes: id, classes, and pairs with the reader's position."""
    identifier, classes, pairs = attributes
    own = dict(pairs)
    wrapper = own.pop("wrapper", "") == "1"
    found = _POSITION.search(own.pop("data-pos", ""))
    if found is None:
        return Element(identifier, tuple(classes), own, wrapper, None, None)
    first, column, last, end = map(int, found.groups())
    place, until = Position(first, column), Position(last, end)
    return Element(identifier, tuple(classes), own, wrapper, place, until)
