"""How firmly a claim stands: without one respondent, one group, one coder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy.typing as npt

    from paraplu.report.census import Tally

__all__ = ["Held", "Stability", "held_of", "hold_counts", "without_groups", "without_one"]


class Held(NamedTuple):
    """In how many of the tries a claim held."""

    held: int
    of: int

    @property
    def whole(self) -> bool:
        """Whether it held in all of them."""
        return self.held == self.of


@dataclass(frozen=True, slots=True)
class Stability:
    """How firmly a claim stands.

    Parameters
    ----------
    respondents
        Leaving out each respondent who counts, one at a time; None where the claim is about
        one respondent by its own words.
    groups
        Leaving out each group; None unless the claim is about all respondents.
    coders
        Leaving out each coder of the double round; None where not everyone was coded twice.

    """

    respondents: Held | None = None
    groups: Held | None = None
    coders: Held | None = None


def without_one(tally: Tally, stands: Callable[[int, int], bool]) -> Held:
    """Leave out each respondent who counts.

    There are only two cases, whoever is left out: someone who meets the condition, or someone
    who does not.

    Parameters
    ----------
    tally
        Of the claim.
    stands
        Tells whether the claim holds for a count and a total.

    """
    return hold_counts(tally.count, tally.total, stands)


def hold_counts(count: int, total: int, stands: Callable[[int, int], bool]) -> Held:
    """Leave out each respondent, from the count and the total alone.

    Examples
    --------
    >>> hold_counts(5, 8, lambda count, total: count / total > 0.6)
    Held(held=3, of=8)

    """
    held = 0
    if count and stands(count - 1, total - 1):
        held += count
    if total > count and stands(count, total - 1):
        held += total - count
    return Held(held, total)


def without_groups(
    tally: Tally, groups: npt.NDArray[np.object_], stands: Callable[[int, int], bool]
) -> Held:
    """Leave out each group of which someone counts."""
    names = np.unique(groups[tally.base].astype(str))
    tries = [
        stands(int(tally.held[groups != name].sum()), int(tally.base[groups != name].sum()))
        for name in names
    ]
    return held_of(tries)


def held_of(tries: Iterable[bool]) -> Held:
    """Count the tries and those that held."""
    outcomes = list(tries)
    return Held(sum(outcomes), len(outcomes))
