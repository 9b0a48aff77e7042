"""Which codes stand near a code: in its turn, or a few turns of respondents away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.coding.units import codes_per_unit, respondent_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = ["COLUMNS", "proximity"]

COLUMNS = ("code", "n", "n_code", "n_other")


def proximity(
    codings: pd.DataFrame,
    *,
    turns: pd.DataFrame,
    code: str,
    codes: Sequence[str],
    distance: int = 1,
) -> pd.DataFrame:
    """Count in how many turns with a code another code stands near.

    Parameters
    ----------
    codings
        Tidy frame of one coder, or of the codings that decide.
    turns
        Tidy frame of turns.
    code
        The code to look around.
    codes
        The other codes.
    distance
        Number of turns of respondents before and after, within the interview; 0 is the turn
        itself.

    Returns
    -------
    DataFrame
        A row per other code that is near at least once, the most frequent first: `code`; `n`,
        turns with `code` that have it within the distance; `n_code`, turns with `code`;
        `n_other`, turns with the other code.

    """
    units = respondent_units(turns)
    others = [each for each in codes if each != code]
    present = codes_per_unit(codings, units=units, codes=[code, *others]).fillna(value=False)
    cells = present.to_numpy(dtype=bool)
    interviews, _ = pd.factorize(units.index.get_level_values("interview"))
    near = _spread(cells[:, 1:], groups=interviews, distance=distance)
    holds = cells[:, 0]
    frame = pd.DataFrame(
        {
            "code": np.array(others, dtype=object),
            "n": near[holds].sum(axis=0),
            "n_code": int(holds.sum()),
            "n_other": cells[:, 1:].sum(axis=0),
        }
    )
    found = frame[frame["n"] > 0]
    return found.sort_values("n", ascending=False, kind="stable", ignore_index=True)


def _spread(
    cells: npt.NDArray[np.bool_], *, groups: npt.NDArray[np.intp], distance: int
) -> npt.NDArray[np.bool_]:
    """Return whether a cell, or one of the same group within the distance, is true."""
    near = cells.copy()
    for step in range(1, min(distance, len(cells) - 1) + 1):
        same = (groups[step:] == groups[:-step])[:, None]
        near[step:] |= cells[:-step] & same
        near[:-step] |= cells[step:] & same
    return near
