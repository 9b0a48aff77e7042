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


def hide_cells(
    counts: Sequence[int], *, least: int, weights: Sequence[int] | None = None
) -> list[str]:
    """Return counts that add up to a number that is shown, as they may be shown.

    A cell that is too small takes one along that is not, so that none of what is hidden follows
    from the total (complementary suppression, Hundepool et al. 2012, ch. 4); where all are small
    or nothing, all are hidden. Which one goes along must not depend on the counts: that would
    tell who knows the rule more than the total does.

    Parameters
    ----------
    counts
        Respondents in each cell.
    least
        The fewest respondents that may be shown.
    weights
        The cell with the lowest weight goes along; the first one by default.

    Examples
    --------
    >>> hide_cells([9, 2, 5, 0], least=3)
    ['·', '·', '5', '0']
    >>> hide_cells([9, 2, 5, 0], least=3, weights=[16, 8, 9, 10])
    ['9', '·', '·', '0']
    >>> hide_cells([2, 1, 0], least=3)
    ['·', '·', '·']
    >>> hide_cells([9, 4, 5, 0], least=3)
    ['9', '4', '5', '0']

    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < least}
    rest = sorted(
        (place for place, count in enumerate(counts) if count >= least),
        key=lambda place: (weights[place] if weights else 0, place),
    )
    if hidden and rest:
        lowest = len(hidden) + least
        hidden.add(rest[0])
        if sum(counts[place] for place in hidden) == lowest:  # there is one way to add up to it
            hidden.update(rest[1:2])
    elif hidden:
        hidden = set(range(len(counts)))
    return [HIDDEN if place in hidden else str(count) for place, count in enumerate(counts)]
