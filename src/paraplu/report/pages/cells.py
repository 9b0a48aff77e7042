"""Small numbers of respondents, so that no page points at someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["HIDDEN", "hide_rows", "show_count"]

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


def hide_rows(
    held: Sequence[int],
    base: Sequence[int],
    *,
    sizes: Sequence[int],
    least: int,
    told: Collection[int] = (),
) -> list[tuple[str, str]]:
    """Return for every group who meets the condition and of whom, as they may be shown.

    A row with too small a number takes others along, the smallest groups first, until none of
    what is hidden follows from the totals (complementary suppression, Hundepool et al. 2012,
    ch. 4); where that is not to be had, all rows are hidden. Which rows go along depends on the
    sizes of the groups rather than on what is counted, which would tell who knows the rule. Who
    counts is hidden only where that is a small number in a group that may be named.

    Parameters
    ----------
    held, base
        Respondents of each group who meet the condition, and of whom; both totals are shown.
    sizes
        Respondents of each group, which are known.
    least
        The fewest respondents that may be shown.
    told
        Places of the groups whose numbers stand in an essay: nothing hides behind those.

    Examples
    --------
    >>> hide_rows([9, 2, 5, 0], [16, 8, 9, 10], sizes=[16, 8, 9, 10], least=3)
    [('9', '16'), ('·', '8'), ('·', '9'), ('0', '10')]
    >>> hide_rows([9, 2, 5, 0], [16, 8, 9, 10], sizes=[16, 8, 9, 10], least=3, told=[2])
    [('·', '16'), ('·', '8'), ('5', '9'), ('0', '10')]
    >>> hide_rows([2, 1, 0], [5, 5, 5], sizes=[5, 5, 5], least=3)
    [('·', '5'), ('·', '5'), ('·', '5')]

    """
    small = {place for place, count in enumerate(held) if 0 < count < least}
    bases = {p for p, of in enumerate(base) if 0 < of < least <= sizes[p]}
    columns = (held, base) if bases else (held,)
    hidden = _hide(columns, (small | bases) - set(told), sizes=sizes, least=least, told=told)
    return [
        (
            HIDDEN if place in hidden else str(count),
            HIDDEN if bases and place in hidden else str(of),
        )
        for place, (count, of) in enumerate(zip(held, base, strict=True))
    ]


def _hide(
    columns: Sequence[Sequence[int]],
    small: set[int],
    *,
    sizes: Sequence[int],
    least: int,
    told: Collection[int],
) -> set[int]:
    """Return the rows to hide."""
    rest = sorted(
        (
            place
            for place in range(len(sizes))
            if place not in {*small, *told} and all(counts[place] >= least for counts in columns)
        ),
        key=lambda place: (sizes[place], place),
    )
    hidden = set(small)
    while small and rest:
        hidden.add(rest.pop(0))
        if not any(_is_lowest([counts[p] for p in hidden], least=least) for counts in columns):
            return hidden
    return set(range(len(sizes))) if small else set()


def _is_lowest(hidden: Sequence[int], *, least: int) -> bool:
    """Tell whether each count is the lowest it can be: then they follow from their sum."""
    return all(count in {1, least} for count in hidden)
