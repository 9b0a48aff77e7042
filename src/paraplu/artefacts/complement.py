"""Secondary suppression: what must go along so that no small cell follows from a total.

Hundepool et al. (2012), *Statistical Disclosure Control*, chapter 4. A hidden cell follows from
what is shown when the sums that are known leave one way to fill it in; that is a matter of linear
algebra over all sums at once, not of one row or column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

__all__ = ["Sum", "complement", "recoverable"]

NEARLY = 1e-9


@dataclass(frozen=True, slots=True)
class Sum:
    """Cells that add up to something.

    Parameters
    ----------
    parts
        The cells.
    total
        The cell that they add up to; None when that number is shown elsewhere.

    """

    parts: tuple[Hashable, ...]
    total: Hashable | None = None

    @property
    def cells(self) -> tuple[Hashable, ...]:
        """The parts and the total, where that is a cell."""
        return self.parts if self.total is None else (*self.parts, self.total)


def complement(
    counts: Mapping[Any, int], small: Iterable[Hashable], sums: Sequence[Sum]
) -> frozenset[Hashable]:
    """Return the cells to hide: the small ones, and those that would give them away.

    What goes along is the lowest part that counts anyone; only where there is none, a total or a
    zero.

    Parameters
    ----------
    counts
        Every cell with its count.
    small
        The cells that must not be seen.
    sums
        What is known of them.

    Examples
    --------
    >>> row = Sum(("a", "b", "c"))
    >>> sorted(complement({"a": 9, "b": 2, "c": 5}, ["b"], [row]))
    ['b', 'c']
    >>> sorted(complement({"a": 1, "b": 1, "c": 5}, ["a", "b"], [row]))
    ['a', 'b', 'c']

    """
    needed = frozenset(small)
    hidden: set[Hashable] = set(needed)
    for connected in _connected(sums):
        cells = {cell for one in connected for cell in one.cells}
        if not needed.isdisjoint(cells):
            hidden |= _hide(counts, needed & cells, connected)
    return frozenset(hidden)


def _connected(sums: Sequence[Sum]) -> list[list[Sum]]:
    """Return the sums in groups that share no cell with each other."""
    groups: list[tuple[set[Hashable], list[Sum]]] = []
    for one in sums:
        touching = [group for group in groups if not group[0].isdisjoint(one.cells)]
        cells = set(one.cells).union(*(group[0] for group in touching))
        joined = [each for group in touching for each in group[1]]
        groups = [group for group in groups if group not in touching]
        groups.append((cells, [*joined, one]))
    return [group for _, group in groups]


def _hide(
    counts: Mapping[Any, int], small: frozenset[Hashable], sums: Sequence[Sum]
) -> set[Hashable]:
    """Return what to hide among cells that hang together: enough, and then no more than enough."""
    hidden = set(small)
    totals = {one.total for one in sums if one.total is not None}

    def cost(cell: Hashable) -> tuple[bool, bool, int, str]:
        return counts[cell] == 0, cell in totals, counts[cell], str(cell)

    while exposed := _exposed(hidden, counts, sums):
        candidates = {
            cell
            for one in sums
            if not exposed.isdisjoint(one.cells)
            for cell in one.cells
            if cell not in hidden
        }
        if not candidates:
            break
        hidden.add(min(candidates, key=cost))
    for cell in sorted(hidden - small, key=cost, reverse=True):
        if not _exposed(hidden - {cell}, counts, sums):
            hidden.remove(cell)
    return hidden


def _exposed(
    hidden: set[Hashable], counts: Mapping[Any, int], sums: Sequence[Sum]
) -> set[Hashable]:
    """Return the hidden cells that a reader can compute, where something is left to hide."""
    unseen = set(hidden)
    for one in sums:
        own = [cell for cell in one.parts if cell in hidden]
        if one.total not in hidden and not any(counts[cell] for cell in own):
            unseen.difference_update(own)  # nothing is left for them: they can only be zero
    return recoverable(unseen, sums) | _all_ones(hidden, counts, sums)


def recoverable(hidden: Iterable[Hashable], sums: Sequence[Sum]) -> set[Hashable]:
    """Return the hidden cells that follow from the others and the sums.

    Parameters
    ----------
    hidden
        Cells that are not shown.
    sums
        What is known of them.

    Returns
    -------
    set
        A cell follows when its unit vector lies in the row space of the sums over what is hidden.

    """
    import numpy as np  # only where a table is written: a run without changes needs none

    cells = list(dict.fromkeys(hidden))
    place = {cell: number for number, cell in enumerate(cells)}
    rows = []
    for one in sums:
        row = np.zeros(len(cells))
        for cell in one.parts:
            if cell in place:
                row[place[cell]] += 1
        if one.total in place:
            row[place[one.total]] -= 1
        if row.any():
            rows.append(row)
    if not rows:
        return set()
    known = np.array(rows)
    onto = np.linalg.pinv(known) @ known
    return {cell for cell in cells if onto[place[cell], place[cell]] > 1 - NEARLY}


def _all_ones(
    hidden: set[Hashable], counts: Mapping[Any, int], sums: Sequence[Sum]
) -> set[Hashable]:
    """Return the hidden cells of sums in which each can only be one: nobody would be shown."""
    found: set[Hashable] = set()
    for one in sums:
        unseen = [cell for cell in one.parts if cell in hidden]
        if unseen and one.total not in hidden and all(counts[cell] == 1 for cell in unseen):
            found.update(unseen)
    return found
