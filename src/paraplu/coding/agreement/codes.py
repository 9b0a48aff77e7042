"""Agreement on the presence of codes in units, per code and over all codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu import messages
from paraplu.coding.agreement.alpha import nominal_alphas, reason_without_alpha
from paraplu.coding.agreement.bootstrap import alpha_interval, sum_by_cluster
from paraplu.coding.agreement.chance import (
    cohen_kappa,
    gwet_ac1,
    percent_agreement,
    positive_agreement,
)
from paraplu.coding.agreement.coefficient import Reason
from paraplu.coding.agreement.reliability import coincidences_of_counts
from paraplu.errors import Refused
from paraplu.messages.coding import REASONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = ["COLUMNS", "agreement_by_code", "pooled_agreement"]

COLUMNS = (
    "code",
    "alpha",
    "alpha_low",
    "alpha_high",
    "percent",
    "positive",
    "kappa",
    "ac1",
    "prevalence",
    "given",
    "n_units",
    "reason",
)
PAIR = 2


def agreement_by_code(
    coders: Sequence[pd.DataFrame], *, draws: int = 2000, seed: int
) -> pd.DataFrame:
    """Compare coders per code, on units that at least two of them judged.

    Parameters
    ----------
    coders
        One frame per coder as `codes_per_unit` gives: index with level `interview`, a column
        per code, True, False or NA. Units are matched on the index.
    draws
        Bootstrap samples over interviews for the 95% interval of α.
    seed
        Seed of those samples.

    Returns
    -------
    DataFrame
        A row per code, in the order of the first frame: `code`; `alpha` (Krippendorff,
        nominal) with `alpha_low` and `alpha_high`; `percent`, `positive` in [0, 1]; `kappa`
        (Cohen; NaN for more than two coders); `ac1` (Gwet); `prevalence` (share of judgements
        that give the code); `given`, units in which at least one coder gave it; `n_units`
        judged by two or more; `reason` (Dutch) why α or its interval has no value, or empty.

    Raises
    ------
    Refused
        With fewer than two coders, or when the frames hold different codes.

    """
    codes, index, values = _stack(coders)
    summed = sum_by_cluster(_coincidences(values), clusters=_clusters(index))
    bounds = alpha_interval(summed, draws=draws, seed=seed)
    rows = [
        _row(
            code,
            values=values[:, :, place],
            summed=summed[:, place],
            bounds=bounds[:, place],
        )
        for place, code in enumerate(codes)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def pooled_agreement(
    coders: Sequence[pd.DataFrame], *, draws: int = 2000, seed: int
) -> pd.DataFrame:
    """Compare coders over all codes together: every unit with every code is one judgement.

    Parameters and exceptions are those of `agreement_by_code`.

    Returns
    -------
    DataFrame
        One row with the columns of `agreement_by_code`; `code` is empty and `n_units` counts
        cells of unit and code.

    """
    _, index, values = _stack(coders)
    per_cell = _coincidences(values)
    summed = sum_by_cluster(per_cell.sum(axis=1), clusters=_clusters(index))
    row = _row(
        "",
        values=values.reshape(values.shape[0], -1),
        summed=summed,
        bounds=alpha_interval(summed, draws=draws, seed=seed),
    )
    return pd.DataFrame([row], columns=list(COLUMNS))


def _stack(
    coders: Sequence[pd.DataFrame],
) -> tuple[list[str], pd.Index, npt.NDArray[np.int8]]:
    """Return codes, units and an array (n_coders, n_units, n_codes) of 1, 0 or -1 for NA."""
    if len(coders) < PAIR:
        raise Refused([messages.problem("P274", "agreement_by_code", n=len(coders))])
    codes = [str(code) for code in coders[0].columns]
    differing = set[str]().union(*(set(codes) ^ set(map(str, each.columns)) for each in coders))
    if differing:
        raise Refused(
            [messages.problem("P272", "agreement_by_code", codes=", ".join(sorted(differing)))]
        )
    index = coders[0].index
    for coder in coders[1:]:
        if not index.equals(coder.index):
            index = index.union(coder.index, sort=False)
    values = np.stack(
        [
            coder.reindex(index=index, columns=codes)
            .astype("boolean")
            .to_numpy(dtype=np.int8, na_value=-1)
            for coder in coders
        ]
    )
    return codes, index, values


def _clusters(index: pd.Index) -> npt.NDArray[np.intp]:
    """Return the number of the interview of each unit, independent of the order of units."""
    numbers, _ = pd.factorize(index.get_level_values("interview"), sort=True)
    return np.asarray(numbers, dtype=np.intp)


def _coincidences(values: npt.NDArray[np.int8]) -> npt.NDArray[np.float64]:
    """Return the coincidence matrix (absent, present) per unit and code."""
    counts = np.stack([(values == 0).sum(axis=0), (values == 1).sum(axis=0)], axis=-1)
    return coincidences_of_counts(counts.astype(np.float64))


def _row(
    code: str,
    *,
    values: npt.NDArray[np.int8],
    summed: npt.NDArray[np.float64],
    bounds: npt.NDArray[np.float64],
) -> dict[str, object]:
    """Return one row; `values` has shape (n_coders, n_units), `summed` (n_clusters, 2, 2)."""
    coincidences = summed.sum(axis=0)
    judged = np.where(values < 0, np.nan, values)
    judged_by_two = (values >= 0).sum(axis=0) >= PAIR
    given = coincidences.sum(axis=0)
    reason = reason_without_alpha(coincidences)
    if reason is Reason.DEFINED and np.isnan(bounds).any():
        reason = Reason.ONE_CLUSTER
    return {
        "code": code,
        "alpha": float(nominal_alphas(coincidences)),
        "alpha_low": float(bounds[0]),
        "alpha_high": float(bounds[1]),
        "percent": percent_agreement(judged).value,
        "positive": positive_agreement(judged, positive=1.0).value,
        "kappa": cohen_kappa(judged).value if len(values) == PAIR else np.nan,
        "ac1": gwet_ac1(judged, categories=[0.0, 1.0]).value,
        "prevalence": float(given[1] / given.sum()) if given.sum() else np.nan,
        "given": int((values[:, judged_by_two] == 1).any(axis=0).sum()),
        "n_units": int(judged_by_two.sum()),
        "reason": REASONS[reason],
    }
