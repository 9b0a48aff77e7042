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
    [('held', 4), ('mixed', 4), ('opposed', 4), ('rest', 30), ('silent', 2)]
    >>> strip = strip_of(Numbers(8, 42, mixed=1, opposed=5), least=3)
    >>> [(segment.part, segment.width) for segment in strip.segments]
    [('held', 8), ('rest', 34)]

    """
    if 0 < numbers.held < least:
        segments = [_hidden(numbers.base, least=least)]
    else:
        segments = _apart(numbers, least=least)
    segments += [
        _segment("silent", count, least=least, name=name)
        for name, count in (("silent", numbers.silent), ("unread", numbers.unread))
    ]
    return Strip(tuple(segment for segment in segments if segment.width), title)


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
    """Return a stretch of the strip with its words."""
    text = STRIPS[name or part].format(count=show_count(count, least=least))
    return Segment(part, _width(count, least=least), text)


def _width(count: int, *, least: int) -> int:
    """Return how wide a count is drawn: a small one as wide as the largest small one."""
    return least - 1 if 0 < count < least else count
