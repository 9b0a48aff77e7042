"""Strips: respondents in a row, by what they say, with small numbers kept small."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from paraplu.messages.pages import STRIPS
from paraplu.report.pages.cells import show_count
from paraplu.report.pages.page import Segment, Strip

if TYPE_CHECKING:
    from paraplu.report.pages.page import Part

__all__ = ["Numbers", "strip_of"]


class Numbers(NamedTuple):
    """Respondents by what they say.

    Parameters
    ----------
    held, base
        Who meets the condition, of whom.
    mixed
        Of `held`, who also say the opposite.
    opposed
        Of `base`, who say the opposite, the mixed included; None where there is no opposite.
    silent, unread
        Who does not count: who did not speak of it, and with whom nobody looked.

    """

    held: int
    base: int
    mixed: int = 0
    opposed: int | None = None
    silent: int = 0
    unread: int = 0


def strip_of(numbers: Numbers, *, least: int, title: str = "") -> Strip:
    """Lay respondents in a row.

    Parameters
    ----------
    numbers
        How many there are of each.
    least
        The fewest respondents that may be shown.
    title
        Whom the strip is about.

    Examples
    --------
    >>> strip = strip_of(Numbers(8, 42, mixed=2, opposed=6, silent=1), least=3)
    >>> [(segment.part, segment.width) for segment in strip.segments]
    [('held', 8), ('opposed', 4), ('rest', 30), ('silent', 2)]

    """
    base, contrary = numbers.base, numbers.opposed is not None
    parts: list[tuple[Part, int]] = [("hidden", base)]
    if not 0 < numbers.held < least:
        parts = _apart(numbers, least=least)
    segments = [
        _segment(part, count, base=base, contrary=contrary, least=least)
        for part, count in parts
        if count
    ]
    for name, count in (("silent", numbers.silent), ("unread", numbers.unread)):
        if count:
            text = STRIPS[name].format(count=show_count(count, least=least))
            segments.append(Segment("silent", _width(count, least=least), text))
    return Strip(tuple(segments), title)


def _apart(numbers: Numbers, *, least: int) -> list[tuple[Part, int]]:
    """Return the parts of who counts; what is too small to show joins its neighbour."""
    held, base, mixed = numbers.held, numbers.base, numbers.mixed
    contrary = (numbers.opposed or 0) - mixed
    if 0 < contrary < least:
        contrary, mixed = 0, 0
    if mixed < least or 0 < held - mixed < least:
        mixed = 0
    rest = base - held - contrary
    return [("held", held - mixed), ("mixed", mixed), ("opposed", contrary), ("rest", rest)]


def _segment(part: Part, count: int, *, base: int, contrary: bool, least: int) -> Segment:
    """Return a stretch of the strip with its words."""
    if part == "hidden":
        return Segment(part, base, STRIPS["hidden"].format(least=least, total=base))
    name = "neither" if part == "rest" and contrary else part
    text = STRIPS[name].format(count=show_count(count, least=least))
    return Segment(part, _width(count, least=least), text)


def _width(count: int, *, least: int) -> int:
    """Return how wide a count is drawn: a small one as wide as the largest small one."""
    return least - 1 if 0 < count < least else count
