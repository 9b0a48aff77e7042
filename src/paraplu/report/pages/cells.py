"""Small numbers of respondents, so that no page points at someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["hide_cells", "show_count"]


def show_count(count: int, *, least: int) -> str:
    """Return a count as it may be shown: nobody is nobody, a few are fewer than the least.

    Examples
    --------
    >>> show_count(0, least=3), show_count(2, least=3), show_count(7, least=3)
    ('0', 'minder dan 3', '7')

    """
    return f"minder dan {least}" if 0 < count < least else str(count)


def hide_cells(counts: Sequence[int], *, least: int) -> list[str]:
    """Return counts that add up to a number that is shown, as they may be shown.

    When only one of them is too small it could be computed from the others; then the smallest of
    the others is hidden as well.

    Examples
    --------
    >>> hide_cells([9, 2, 5, 0], least=3)
    ['9', '·', '·', '0']
    >>> hide_cells([9, 4, 5, 0], least=3)
    ['9', '4', '5', '0']

    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < least}
    rest = [place for place, count in enumerate(counts) if count >= least]
    if len(hidden) == 1 and rest:
        hidden.add(min(rest, key=lambda place: (counts[place], place)))
    return ["·" if place in hidden else str(count) for place, count in enumerate(counts)]
