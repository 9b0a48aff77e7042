"""Agreement on attributes of a passage (`fase`, `valentie`, `pole`), given the same code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.coding.agreement.alpha import nominal_alphas, reason_without_alpha
from paraplu.coding.agreement.bootstrap import alpha_interval, sum_by_cluster
from paraplu.coding.agreement.chance import cohen_kappa, gwet_ac1, percent_agreement
from paraplu.coding.agreement.coefficient import Reason
from paraplu.coding.agreement.reliability import coincidences_of_counts, tabulate
from paraplu.messages.coding import REASONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = ["COLUMNS", "attribute_agreement", "matched_codings"]

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
PLACE = ["interview", "turn", "code"]


def matched_codings(
    codings_a: pd.DataFrame, codings_b: pd.DataFrame, *, min_overlap: int = 1
) -> pd.DataFrame:
    """Pair the codings of two coders: same interview, same turn, same code, same words.

    Where one of them has several codings of a code in a turn, those with the largest overlap
    are paired first, ties by the nearest borders and then by place; each coding is in one pair
    at most.

    Parameters
    ----------
    codings_a, codings_b
        The codings of each coder, with `interview`, `turn`, `code`, `start`, `end` and
        attributes.
    min_overlap
        Code points that a pair must share. With 0 passages in different places of one turn are
        paired as well; they need not speak of the same thing.

    Returns
    -------
    DataFrame
        A row per pair: `interview`, `turn`, `code`, the other columns with suffix ``_a`` and
        ``_b``, and `overlap` in code points.

    """
    sides = [
        codings.sort_values([*PLACE, "start", "end"], ignore_index=True).reset_index(names="row")
        for codings in (codings_a, codings_b)
    ]
    pairs = sides[0].merge(sides[1], on=PLACE, suffixes=("_a", "_b"))
    shared = pairs[["end_a", "end_b"]].min(axis=1) - pairs[["start_a", "start_b"]].max(axis=1)
    pairs["overlap"] = np.clip(shared.to_numpy(dtype=np.int64), 0, None)
    pairs["apart"] = (pairs["start_a"] - pairs["start_b"]).abs() + (
        pairs["end_a"] - pairs["end_b"]
    ).abs()
    pairs["place"] = pairs["row_a"] + pairs["row_b"]
    open_ = pairs[pairs["overlap"] >= min_overlap].sort_values(
        ["overlap", "apart", "place", "row_a"],
        ascending=[False, True, True, True],
        ignore_index=True,
    )
    chosen = [open_.iloc[:0]]
    while len(open_):
        first = ~open_.duplicated("row_a") & ~open_.duplicated("row_b")
        taken = open_[first]
        chosen.append(taken)
        open_ = open_[~open_["row_a"].isin(taken["row_a"]) & ~open_["row_b"].isin(taken["row_b"])]
    matched = pd.concat(chosen).sort_values([*PLACE, "row_a"], ignore_index=True)
    return matched.drop(columns=["row_a", "row_b", "apart", "place"])


def attribute_agreement(
    codings_a: pd.DataFrame,
    codings_b: pd.DataFrame,
    *,
    attribute: str,
    codes: Sequence[str] | None = None,
    by_code: bool = True,
    draws: int = 2000,
    seed: int,
) -> pd.DataFrame:
    """Compare two coders on an attribute of the passages that both gave the same code.

    Pairs are those of `matched_codings`: they share at least one code point.

    Parameters
    ----------
    codings_a, codings_b
        The codings of each coder.
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
        `percent`, `kappa` (Cohen), `ac1` (Gwet), `n_pairs` with a value from both,
        `n_categories` used in those, `reason` (Dutch) why α or its interval has no value.

    """
    pairs = matched_codings(codings_a, codings_b)
    if codes is None:
        codes = sorted({*codings_a["code"], *codings_b["code"]})
    pairs = pairs[pairs["code"].isin(list(codes))]
    parts = {code: pairs[pairs["code"].eq(code)] for code in codes} if by_code else {"": pairs}
    rows = [
        _row(part, attribute=attribute, code=code, draws=draws, seed=seed)
        for code, part in parts.items()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(
    pairs: pd.DataFrame, *, attribute: str, code: str, draws: int, seed: int
) -> dict[str, object]:
    """Return one row of the comparison."""
    values = pairs[[f"{attribute}_a", f"{attribute}_b"]].astype(object)
    both = (values.notna() & ~values.isin([""])).all(axis=1)
    data = values[both].to_numpy(dtype=object).T.reshape(2, -1)
    coincidences = _per_interview(data, interviews=pairs.loc[both, "interview"])
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
        "kappa": cohen_kappa(data).value,
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
