"""The most telling disagreements: the same words under two codes, or seen by one coder only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

__all__ = ["COLUMNS", "telling_disagreements"]

COLUMNS = (
    "code_a", "code_b", "n", "interview", "turn", "start", "end", "exact", "consensus", "decision",
)  # fmt: skip
CELL = ["interview", "turn"]
CODES = ["code_a", "code_b"]


def telling_disagreements(
    codings_a: pd.DataFrame,
    codings_b: pd.DataFrame,
    *,
    consensus: pd.DataFrame,
    codes: Sequence[str],
    most: int = 10,
) -> pd.DataFrame:
    """List where two coders most often read the same words differently, with a passage each.

    First come pairs of codes that stand on the same words, one by each coder, in turns where
    neither gave the code of the other; then codes that one coder gave to words on which the
    other put nothing. Of each kind the most frequent come first.

    Parameters
    ----------
    codings_a, codings_b
        The codings of each coder, with `exact` and `memo`.
    consensus
        What was decided.
    codes
        The codes that both coders knew.
    most
        Rows of each kind at most; what happened once is left out.

    Returns
    -------
    DataFrame
        `code_a`, `code_b` (one of them empty where that coder put nothing); `n`, the turns in
        which it happened; the passage that shows it best: `interview`, `turn`, `start`, `end`
        (code points into the body) and `exact`, the words that both coded, or that the one
        coded; `consensus`, the codes that the consensus has on those words (a tuple, in order
        of place); `decision`, the first memo of those codings, or empty.

    """
    sides = [each[each["code"].isin(list(codes))] for each in (codings_a, codings_b)]
    met = _meet(*sides)
    differing = _without_shared(met[met["code_a"].ne(met["code_b"])], *sides)
    rows = [_most_frequent(differing, most=most)]
    alone = [_alone(side, met=met, mark=mark) for side, mark in zip(sides, "ab", strict=True)]
    rows.append(_most_frequent(pd.concat(alone, ignore_index=True), most=most))
    found = pd.concat(rows, ignore_index=True)
    decided = [_decided(row, consensus) for row in found.to_dict("records")]
    found["consensus"] = [codes_ for codes_, _ in decided]
    found["decision"] = [memo for _, memo in decided]
    return found[list(COLUMNS)]


def _meet(a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of codings that share words: their codes, and the words they share."""
    names = [*CELL, "coding", "code", "start", "end", "exact"]
    pairs = a[names].merge(b[names], on=CELL, suffixes=("_a", "_b"))
    starts, ends = pairs[["start_a", "start_b"]], pairs[["end_a", "end_b"]]
    pairs = pairs.assign(start=starts.max(axis=1), end=ends.min(axis=1))
    pairs["share"] = (pairs["end"] - pairs["start"]) / (ends.max(axis=1) - starts.min(axis=1))
    pairs = pairs[pairs["end"] > pairs["start"]]
    exact = [
        text[start - base : end - base]
        for text, base, start, end in zip(
            pairs["exact_a"], pairs["start_a"], pairs["start"], pairs["end"], strict=True
        )
    ]
    return pairs.assign(exact=pd.Series(exact, index=pairs.index, dtype=object))


def _without_shared(pairs: pd.DataFrame, a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    """Leave out pairs where a coder gave the code of the other in that turn as well."""
    keep = np.ones(len(pairs), dtype=bool)
    for own, code in ((a, "code_b"), (b, "code_a")):
        given = pd.MultiIndex.from_frame(own[[*CELL, "code"]])
        keep &= ~pd.MultiIndex.from_frame(pairs[[*CELL, code]]).isin(given)
    return pairs[keep]


def _alone(side: pd.DataFrame, *, met: pd.DataFrame, mark: str) -> pd.DataFrame:
    """Return the codings on whose words the other coder put nothing."""
    left = side[~side["coding"].isin(met[f"coding_{mark}"])]
    codes = (left["code"], "") if mark == "a" else ("", left["code"])
    return left.assign(code_a=codes[0], code_b=codes[1], share=left["end"] - left["start"])


def _most_frequent(cases: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """Count cases per pair of codes, and keep of the most frequent the one that shows it best."""
    best = cases.sort_values("share", ascending=False, kind="stable")
    best = best.drop_duplicates([*CODES, *CELL])
    best = best.assign(n=best.groupby(CODES)["code_a"].transform("size"))
    shown = best[best["n"] > 1].drop_duplicates(CODES)
    return shown.sort_values(["n", *CODES], ascending=[False, True, True]).head(most)


def _decided(row: Mapping[Hashable, Any], consensus: pd.DataFrame) -> tuple[tuple[str, ...], str]:
    """Return the codes of the consensus on the words of a row, and the first memo on them."""
    here = consensus["interview"].eq(row["interview"])
    touching = consensus["start"].lt(row["end"]) & consensus["end"].gt(row["start"])
    found = consensus[here & touching].sort_values("start", kind="stable")
    memo = next((str(memo) for memo in found["memo"] if memo), "")
    return tuple(dict.fromkeys(found["code"])), memo
