"""Agreement on attributes of a passage (`fase`, `valentie`, `pole`), given the same code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu import messages
from paraplu.coding.agreement.alpha import nominal_alphas, reason_without_alpha
from paraplu.coding.agreement.bootstrap import alpha_interval, sum_by_cluster
from paraplu.coding.agreement.chance import cohen_kappa, gwet_ac1, percent_agreement
from paraplu.coding.agreement.coefficient import Reason
from paraplu.coding.agreement.matching import matched_units
from paraplu.coding.agreement.reliability import coincidences_of_counts, tabulate
from paraplu.errors import Refused
from paraplu.messages.coding import REASONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = ["COLUMNS", "attribute_agreement"]

COLUMNS = (
    "attribute",
    "code",
    "alpha",
    "alpha_low",
    "alpha_high",
    "percent",
    "kappa",
    "ac1",
    "n_pairs",
    "n_categories",
    "reason",
)
PAIR = 2


def attribute_agreement(
    coders: Sequence[pd.DataFrame],
    *,
    attribute: str,
    codes: Sequence[str] | None = None,
    by_code: bool = True,
    draws: int = 2000,
    seed: int,
) -> pd.DataFrame:
    """Compare coders on an attribute of the passages that they gave the same code.

    Units are those of `matched_units`: codings that share at least one code point.

    Parameters
    ----------
    coders
        The codings of each coder, two or more.
    attribute
        Column to compare; an empty value counts as missing.
    codes
        Codes to look at; by default every code of either coder.
    by_code
        A row per code; else one row over all of them with an empty `code`.
    draws, seed
        Of the bootstrap over interviews for the 95% interval of α.

    Returns
    -------
    DataFrame
        `attribute`, `code`, `alpha` (Krippendorff, nominal), `alpha_low`, `alpha_high`,
        `percent`, `kappa` (Cohen; NaN for more than two coders), `ac1` (Gwet), `n_pairs`: units
        with a value from two coders or more, `n_categories` used in those, `reason` (Dutch) why
        α or its interval has no value.

    Raises
    ------
    Refused
        With fewer than two coders.

    """
    if len(coders) < PAIR:
        raise Refused([messages.problem("P274", "attribute_agreement", n=len(coders))])
    units = matched_units(coders)
    if codes is None:
        codes = sorted(set[str]().union(*(set(codings["code"]) for codings in coders)))
    units = units[units["code"].isin(list(codes))]
    parts = {code: units[units["code"].eq(code)] for code in codes} if by_code else {"": units}
    n = len(coders)
    rows = [
        _row(part, attribute=attribute, code=code, n_coders=n, draws=draws, seed=seed)
        for code, part in parts.items()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(
    units: pd.DataFrame, *, attribute: str, code: str, n_coders: int, draws: int, seed: int
) -> dict[str, object]:
    """Return one row of the comparison."""
    said = units[units[attribute].notna() & units[attribute].ne("")]
    said = said[said.duplicated("unit", keep=False)]
    columns, known = pd.factorize(said["unit"])
    data = np.full((n_coders, len(known)), None, dtype=object)
    data[said["place"].to_numpy(dtype=np.intp), columns] = said[attribute].to_numpy(dtype=object)
    interviews = said.drop_duplicates("unit")["interview"]
    coincidences = _per_interview(data, interviews=interviews)
    total = coincidences.sum(axis=0)
    low, high = alpha_interval(coincidences, draws=draws, seed=seed)
    reason = reason_without_alpha(total)
    if reason is Reason.DEFINED and np.isnan(low):
        reason = Reason.ONE_CLUSTER
    return {
        "attribute": attribute,
        "code": code,
        "alpha": float(nominal_alphas(total)),
        "alpha_low": float(low),
        "alpha_high": float(high),
        "percent": percent_agreement(data).value,
        "kappa": cohen_kappa(data).value if n_coders == PAIR else np.nan,
        "ac1": gwet_ac1(data).value,
        "n_pairs": int(data.shape[1]),
        "n_categories": int((total.sum(axis=0) > 0).sum()),
        "reason": REASONS[reason],
    }


def _per_interview(
    data: npt.NDArray[np.object_], *, interviews: pd.Series
) -> npt.NDArray[np.float64]:
    """Return the coincidence matrix of each interview, in the order of their names."""
    clusters, _ = pd.factorize(interviews, sort=True)
    return sum_by_cluster(
        coincidences_of_counts(tabulate(data).counts()),
        clusters=np.asarray(clusters, dtype=np.intp),
    )
