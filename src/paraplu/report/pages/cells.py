"""Small numbers of respondents, so that no page points at someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["HIDDEN", "hide_cells", "show_count"]

HIDDEN = "·"
"""What stands in a cell that is not shown."""


def show_count(count: int, *, least: int) -> str:
    """Return a count as it may be shown: nobody is nobody, a few are fewer than the least.

    Examples
    --------
    >>> show_count(0, least=3), show_count(2, least=3), show_count(7, least=3)
    ('0', 'minder dan 3', '7')

    """
    return PAGES["fewer"].format(least=least) if 0 < count < least else str(count)


def hide_cells(counts: Sequence[int], *, least: int) -> list[str]:
    """Return counts that add up to a number that is shown, as they may be shown.

    A cell that is too small takes others with it, the smallest first, until none of what is
    hidden follows from the total: at least two cells, that together hold enough respondents for
    more than one way to divide them (complementary suppression, Hundepool et al. 2012, §4.2).

    Examples
    --------
    >>> hide_cells([9, 2, 5, 0], least=3)
    ['9', '·', '·', '0']
    >>> hide_cells([3, 1, 1, 3], least=3)
    ['·', '·', '·', '3']
    >>> hide_cells([9, 4, 5, 0], least=3)
    ['9', '4', '5', '0']

    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < least}
    rest = sorted(
        (place for place, count in enumerate(counts) if count >= least),
        key=lambda place: (counts[place], place),
    )
    while hidden and rest and not _is_safe([counts[place] for place in hidden]):
        hidden.add(rest.pop(0))
    return [HIDDEN if place in hidden else str(count) for place, count in enumerate(counts)]


def _is_safe(hidden: Sequence[int]) -> bool:
    """Tell whether no hidden count follows from their sum, when it is known that none is zero."""
    return 1 < len(hidden) < sum(hidden)
