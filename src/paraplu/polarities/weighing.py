"""A weighing: everything the interviews say on one polarity, without a winner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.polarities.compositions import compose
from paraplu.polarities.positions import compare_coders, position
from paraplu.polarities.quadrants import list_beforehand, list_blind_spots, list_quadrants

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from paraplu.records import Polarity

__all__ = ["Weighing", "weigh"]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is said on one polarity; each frame is described where it is made.

    `positions` (`position`), `compositions` (`compose`), `quadrants` and `quadrants_by_group`
    (`list_quadrants`), `blind_spots` (`list_blind_spots`), `beforehand` (`list_beforehand`)
    and `coders` (`compare_coders`, the consensus first).
    """

    polarity: Polarity
    positions: pd.DataFrame
    compositions: pd.DataFrame
    quadrants: pd.DataFrame
    quadrants_by_group: pd.DataFrame
    blind_spots: pd.DataFrame
    beforehand: pd.DataFrame
    coders: pd.DataFrame


def weigh(
    codings: Mapping[str, pd.DataFrame],
    *,
    polarity: Polarity,
    respondents: pd.DataFrame,
    source: str,
    draws: int,
    seed: int,
    min_cell: int = 3,
) -> Weighing:
    """Bring together what is said on one polarity.

    Parameters
    ----------
    codings
        Codings per coder, at least one; the first (the consensus) is the one reported.
    polarity
        The choice.
    respondents
        Columns ``respondent, groep``.
    source
        Where the texts thought of beforehand come from.
    draws, seed
        Of the bootstrap over respondents.
    min_cell
        Smallest number of respondents about whom something is said.

    Returns
    -------
    Weighing
        With empty or missing values, never an error, for 0 interviews.

    """
    own = next(iter(codings.values()))
    positions = position(own, polarity=polarity, respondents=respondents)
    quadrants = list_quadrants(own, polarity=polarity, respondents=respondents, min_cell=min_cell)
    return Weighing(
        polarity=polarity,
        positions=positions,
        compositions=compose(
            positions, polarity=polarity, draws=draws, seed=seed, min_cell=min_cell
        ),
        quadrants=quadrants,
        quadrants_by_group=list_quadrants(
            own, polarity=polarity, respondents=respondents, by_group=True, min_cell=min_cell
        ),
        blind_spots=list_blind_spots(quadrants),
        beforehand=list_beforehand(polarity, source=source),
        coders=compare_coders(codings, polarity=polarity, respondents=respondents),
    )
