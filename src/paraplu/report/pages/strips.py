"""Strips: respondents in a row, by what they say, with small numbers kept small."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from paraplu.messages.pages import STRIPS
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

    def tells_mixed(self, *, least: int) -> bool:
        """Tell whether the number of mixed may be shown beside the other two.

        From it follows how many say one thing only; neither they nor the mixed may be a few.
        """
        alone = (self.mixed, self.held - self.mixed, (self.opposed or 0) - self.mixed)
        return not any(0 < count < least for count in alone)


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
    >>> strip = strip_of(Numbers(8, 42, mixed=4, opposed=8, silent=1), least=3)
    >>> [(segment.part, segment.width) for segment in strip.segments]
    [('held', 4), ('mixed', 4), ('opposed', 4), ('rest', 30), ('silent', 1)]
    >>> strip = strip_of(Numbers(8, 42, mixed=1, opposed=5), least=3)
    >>> [(segment.part, segment.width) for segment in strip.segments]
    [('held', 8), ('rest', 34)]

    """
    if 0 < numbers.held < least:
        segments = [_hidden(numbers.base, least=least)]
    else:
        segments = _apart(numbers, least=least)
    segments += _beside(numbers, least=least)
    return Strip(tuple(segment for segment in segments if segment.width), title)


def _beside(numbers: Numbers, *, least: int) -> list[Segment]:
    """Return who does not count; two numbers of which one is too small to show join."""
    counts = (numbers.silent, numbers.unread)
    if all(counts) and min(counts) < least:
        return [_segment("silent", sum(counts), least=least, name="unheard")]
    return [
        _segment("silent", numbers.silent, least=least),
        _segment("silent", numbers.unread, least=least, name="unread"),
    ]


def _apart(numbers: Numbers, *, least: int) -> list[Segment]:
    """Return the parts of who counts; what would give a few away joins its neighbour."""
    held, rest = numbers.held, numbers.base - numbers.held
    if numbers.opposed is None:
        return [_segment("held", held, least=least), _segment("rest", rest, least=least)]
    if not numbers.tells_mixed(least=least):
        return [
            _segment("held", held, least=least),
            _segment("rest", rest, least=least, name="either"),
        ]
    contrary = numbers.opposed - numbers.mixed
    return [
        _segment("held", held - numbers.mixed, least=least),
        _segment("mixed", numbers.mixed, least=least),
        _segment("opposed", contrary, least=least),
        _segment("rest", rest - contrary, least=least, name="neither"),
    ]


def _hidden(base: int, *, least: int) -> Segment:
    """Return a whole of which the few who meet the condition are not told apart."""
    return Segment("hidden", base, STRIPS["hidden"].format(least=least, total=base))


def _segment(part: Part, count: int, *, least: int, name: str = "") -> Segment:
    """Return a stretch of the strip with its words; of a few it is said that they are the rest.

    How many those are follows from the numbers that stand above the strip.
    """
    said = STRIPS["few"] if 0 < count < least else str(count)
    return Segment(part, count, STRIPS[name or part].format(count=said))
