"""Choosing the number of topics, and what the choice itself flatters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.topics.matching import Matched

__all__ = ["choose_number", "halve_choice"]

LESS_COHERENT = 0.1
"""More topics may cost this much coherence (NPMI), and no more."""

SPLITS = 200
SEED = 2023


def choose_number(grid: pd.DataFrame) -> int:
    """Return the greatest number of topics that all hold, as long as they are as coherent.

    When at no number all topics hold, those numbers count at which the greatest share does.

    Examples
    --------
    >>> grid = {"n_topics": [8, 9, 10], "made": [8, 9, 10], "holding": [8, 9, 7]}
    >>> choose_number(pd.DataFrame(grid | {"npmi": [-0.2, -0.22, -0.1]}))
    9

    """
    shares = grid["holding"] / grid["made"]
    candidates = grid[shares == shares.max()]
    coherent = candidates["npmi"] >= candidates["npmi"].max() - LESS_COHERENT
    return int(candidates.loc[coherent, "n_topics"].max())


def halve_choice(
    found: Mapping[int, Matched], *, npmi: Mapping[int, float], splits: int = SPLITS
) -> tuple[float, dict[int, float]]:
    """Choose the number of topics by one half of the left-out interviews, look at the other.

    A number that was chosen because it did well does well partly by luck; on interviews that had
    no part in the choice there is none of that (Varma and Simon 2006).

    Parameters
    ----------
    found
        Per number of topics the runs, one per left-out interview, all in the same order.
    npmi
        Coherence at each number.
    splits
        Divisions into halves, by a fixed draw.

    Returns
    -------
    tuple of float and dict of int to float
        Mean adjusted Rand index on the other halves, and the share of the halves that chose each
        number.

    """
    rng = np.random.default_rng(SEED)
    runs = len(next(iter(found.values())).ari)
    other, chosen = [], []
    for _ in range(splits):
        order = rng.permutation(runs)
        half, rest = order[: runs // 2], order[runs // 2 :]
        grid = pd.DataFrame(
            [(number, matched.overlaps.shape[1], int(matched.holds(half).sum()), npmi[number])
             for number, matched in found.items()],
            columns=["n_topics", "made", "holding", "npmi"],
        )  # fmt: skip
        number = choose_number(grid)
        chosen.append(number)
        other.append(float(found[number].ari[rest].mean()))
    shares = {number: chosen.count(number) / splits for number in found}
    return float(np.mean(other)), shares
