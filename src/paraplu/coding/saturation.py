"""Saturation: after how many interviews hardly any new code turns up, whatever the order."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = ["accumulation", "saturation", "saturation_of_order"]

BOUNDS = (0.025, 0.5, 0.975)
ROUNDING = 1e-9  # 5% of 20 codes is one code, whatever floats make of it
COLUMNS = (
    "base_size", "run_length", "threshold", "median", "low", "high", "reached", "orders",
)  # fmt: skip


def saturation(
    codings: pd.DataFrame,
    *,
    interviews: Sequence[str],
    base_sizes: Sequence[int] = (4, 5, 6),
    run_lengths: Sequence[int] = (2, 3),
    thresholds: Sequence[float] = (0.05, 0.0),
    orders: int = 1000,
    seed: int,
) -> pd.DataFrame:
    """Estimate after how many interviews saturation is reached, over random orders.

    The codes found in the first `base_size` interviews are the base. Saturation is reached at
    the end of the first run of `run_length` interviews after it in which the new codes are at
    most `threshold` of the base.

    Parameters
    ----------
    codings
        The codings that decide, with `interview` and `code`.
    interviews
        All interviews, also those without codings.
    base_sizes, run_lengths, thresholds
        The settings; every combination is tried.
    orders
        Random orders of the interviews.
    seed
        Seed of those orders.

    Returns
    -------
    DataFrame
        A row per setting: `base_size`, `run_length`, `threshold`; `median`, `low` and `high`
        (2.5% and 97.5%) of the number of interviews needed, the run included, where an order
        without saturation counts as infinite and shows as NaN; `reached`, the share of orders
        with saturation; `orders` tried (0 without interviews).

    References
    ----------
    Guest, Namey & Chen (2020), "A simple method to assess and report thematic saturation in
    qualitative research".

    """
    counts = _curves(codings, interviews=interviews, orders=orders, seed=seed)
    rows = []
    for base, run, threshold in product(base_sizes, run_lengths, thresholds):
        ends = _ends(counts, base_size=base, run_length=run, threshold=threshold)
        rows.append((base, run, threshold, *_summary(ends), len(ends)))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"threshold": float, "median": float, "low": float, "high": float})


def saturation_of_order(
    new_codes: Sequence[int], *, base_size: int, run_length: int, threshold: float
) -> float:
    """Tell at which interview saturation is reached in one order.

    Parameters
    ----------
    new_codes
        For each interview in order, the number of codes it was the first to bring.
    base_size, run_length
        Interviews in the base and in a run; at least 1.
    threshold
        New codes over codes in the base, at most.

    Returns
    -------
    float
        Number of interviews, the run included; infinite when it is not reached.

    Examples
    --------
    >>> saturation_of_order([9, 6, 4, 1, 2, 0, 1, 0], base_size=4, run_length=2, threshold=0.05)
    7.0

    """
    counts = np.cumsum(np.asarray(new_codes, dtype=np.int64))[None, :]
    ends = _ends(counts, base_size=base_size, run_length=run_length, threshold=threshold)
    return float(ends[0])


def accumulation(
    codings: pd.DataFrame, *, interviews: Sequence[str], orders: int = 1000, seed: int
) -> pd.DataFrame:
    """Draw up the curve of codes found after so many interviews, over random orders.

    Parameters
    ----------
    codings, interviews, orders, seed
        As in `saturation`; equal seeds use equal orders.

    Returns
    -------
    DataFrame
        A row per number of interviews from 1: `interviews`, and `median`, `low`, `high` (2.5%
        and 97.5%) of the number of different codes found.

    """
    counts = _curves(codings, interviews=interviews, orders=orders, seed=seed)
    low, median, high = (
        np.quantile(counts, BOUNDS, axis=0) if counts.size else np.empty((3, counts.shape[1]))
    )
    return pd.DataFrame(
        {
            "interviews": np.arange(1, counts.shape[1] + 1),
            "median": median,
            "low": low,
            "high": high,
        }
    )


def _curves(
    codings: pd.DataFrame, *, interviews: Sequence[str], orders: int, seed: int
) -> npt.NDArray[np.int64]:
    """Count codes found so far, shape (n_orders, n_interviews)."""
    given = pd.crosstab(codings["interview"], codings["code"]).reindex(
        index=list(interviews), fill_value=0
    )
    present = given.to_numpy() > 0
    n = len(interviews)
    if n == 0:
        return np.zeros((0, 0), dtype=np.int64)
    generator = np.random.default_rng(seed)
    order = generator.permuted(np.tile(np.arange(n), (orders, 1)), axis=1)
    place = np.argsort(order, axis=1)
    first = np.where(present[None, :, :], place[:, :, None], n).min(axis=1)
    return np.asarray((first[:, None, :] <= np.arange(n)[None, :, None]).sum(axis=2))


def _ends(
    counts: npt.NDArray[np.int64], *, base_size: int, run_length: int, threshold: float
) -> npt.NDArray[np.float64]:
    """Return for each order the interview at which saturation is reached, or infinity."""
    orders, n = counts.shape
    if n < base_size + run_length:
        return np.full(orders, np.inf)
    base = counts[:, base_size - 1]
    runs = counts[:, base_size + run_length - 1 :]
    new = runs - counts[:, base_size - 1 : n - run_length]
    calm = (new <= threshold * base[:, None] + ROUNDING) & (base[:, None] > 0)
    ends = np.where(calm.any(axis=1), calm.argmax(axis=1) + base_size + run_length, np.inf)
    return np.asarray(ends, dtype=np.float64)


def _summary(ends: npt.NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Return median, lower and upper bound (NaN when infinite) and the share reached."""
    if not ends.size:
        return np.nan, np.nan, np.nan, np.nan
    low, median, high = np.quantile(ends, BOUNDS, method="inverted_cdf")
    known = [float(bound) if np.isfinite(bound) else np.nan for bound in (median, low, high)]
    return known[0], known[1], known[2], float(np.isfinite(ends).mean())
