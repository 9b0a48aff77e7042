"""What the consensus decided about the work of two coders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.coding import SEEN_BY

if TYPE_CHECKING:
    import numpy.typing as npt

__all__ = ["CELLS", "consensus_decisions", "consensus_sources"]

CELLS = (
    "both_kept",
    "both_dropped",
    "a_kept",
    "a_dropped",
    "b_kept",
    "b_dropped",
    "new",
    "unread_kept",
)
SOURCES = {"both": "both_kept", "a": "a_kept", "b": "b_kept", "new": "new"}


def consensus_decisions(a: pd.DataFrame, b: pd.DataFrame, consensus: pd.DataFrame) -> pd.DataFrame:
    """Count per code what became of each cell of unit and code.

    Parameters
    ----------
    a, b, consensus
        Frames as `codes_per_unit` gives, for two coders and for the consensus; units and codes
        are those of the consensus. A unit or code that a coder did not look at is NA.

    Returns
    -------
    DataFrame
        A row per code: `code`; `both_kept` and `both_dropped`, the cells that both coders gave
        and the consensus kept or did not; likewise `a_kept`, `a_dropped`, `b_kept`,
        `b_dropped` for cells of one coder only; `new`, given by the consensus and by neither;
        `unread_kept`, given by the consensus where neither coder had looked (a code added
        later); `consensus`, all the cells of the consensus; `share_both`, `share_a`,
        `share_b`, `share_new`, each over `consensus` without `unread_kept`, in [0, 1], NaN
        when that is 0.

    """
    final, first, second = (
        frame.reindex(index=consensus.index, columns=consensus.columns)
        .astype("boolean")
        .to_numpy(dtype=np.int8, na_value=-1)
        for frame in (consensus, a, b)
    )
    counts = pd.DataFrame(_cells(final == 1, first, second))
    counts.insert(0, "code", list(consensus.columns))
    counts["consensus"] = (final == 1).sum(axis=0)
    seen = (counts["consensus"] - counts["unread_kept"]).astype(float)
    for name, cell in SOURCES.items():
        counts[f"share_{name}"] = counts[cell] / seen.where(seen > 0)
    return counts


def consensus_sources(decisions: pd.DataFrame) -> pd.DataFrame:
    """Sum the decisions over all codes, by who had given the cell.

    Parameters
    ----------
    decisions
        What `consensus_decisions` gives.

    Returns
    -------
    DataFrame
        Rows in the order both, a, b, new, unread: `source`, `label` (Dutch), `given` (cells
        given by that source; NA for new and unread), `kept` by the consensus, `share_kept` of
        what was given and `share_of_consensus`, in [0, 1], NaN where there is nothing.

    """
    totals = decisions[list(CELLS)].sum()
    kept = np.array(
        [totals[cell] for cell in ("both_kept", "a_kept", "b_kept", "new", "unread_kept")],
        dtype=np.float64,
    )
    dropped = np.array(
        [totals["both_dropped"], totals["a_dropped"], totals["b_dropped"], np.nan, np.nan]
    )
    given = kept + dropped
    return pd.DataFrame(
        {
            "source": list(SEEN_BY),
            "label": list(SEEN_BY.values()),
            "given": pd.array(given, dtype="Int64"),
            "kept": kept.astype("int64"),
            "share_kept": _ratio(kept, given),
            "share_of_consensus": _ratio(kept, np.full_like(kept, kept.sum())),
        }
    )


def _cells(
    kept: npt.NDArray[np.bool_], a: npt.NDArray[np.int8], b: npt.NDArray[np.int8]
) -> dict[str, npt.NDArray[np.intp]]:
    """Count cells per code; the arrays have shape (n_units, n_codes), -1 is not looked at."""
    both, only_a, only_b = (a == 1) & (b == 1), (a == 1) & (b != 1), (a != 1) & (b == 1)
    unread = (a < 0) & (b < 0)
    neither = ~(both | only_a | only_b | unread)
    cells = {
        "both_kept": both & kept,
        "both_dropped": both & ~kept,
        "a_kept": only_a & kept,
        "a_dropped": only_a & ~kept,
        "b_kept": only_b & kept,
        "b_dropped": only_b & ~kept,
        "new": neither & kept,
        "unread_kept": unread & kept,
    }
    return {name: np.asarray(cells[name].sum(axis=0)) for name in CELLS}


def _ratio(
    part: npt.NDArray[np.float64], whole: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Divide; NaN where the whole is 0 or unknown."""
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)
