"""Which codes go together: in one passage, in one turn, with one respondent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from paraplu import messages
from paraplu.coding.units import codes_per_unit, respondent_units
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = ["COLUMNS", "Within", "cooccurrence", "cooccurrence_pairs"]

Within = Literal["span", "turn", "respondent"]
WITHIN = ("span", "turn", "respondent")
COLUMNS = ("code_a", "code_b", "n", "n_a", "n_b", "of", "jaccard", "lift")


def cooccurrence(
    codings: pd.DataFrame, *, turns: pd.DataFrame, codes: Sequence[str], within: Within = "turn"
) -> pd.DataFrame:
    """Count how often codes go together.

    Parameters
    ----------
    codings
        The codings that decide; see `deciding_codings`.
    turns
        The turns of the interviews, with `role` and `respondent`.
    codes
        Rows and columns of the result.
    within
        ``turn``: turns of a respondent with a coding of both. ``span``: turns in which a coding
        of one shares a code point with a coding of the other. ``respondent``: respondents with
        a coding of both.

    Returns
    -------
    DataFrame of shape (n_codes, n_codes), int, symmetric
        The diagonal counts the turns (or respondents) with the code itself.

    Raises
    ------
    Refused
        When `within` is none of the three.

    """
    counts, _ = _count(codings, turns=turns, codes=codes, within=within)
    return pd.DataFrame(counts, index=list(codes), columns=list(codes))


def cooccurrence_pairs(
    codings: pd.DataFrame, *, turns: pd.DataFrame, codes: Sequence[str], within: Within = "turn"
) -> pd.DataFrame:
    """List the pairs of codes that go together at least once, the most frequent first.

    Parameters and exceptions are those of `cooccurrence`.

    Returns
    -------
    DataFrame
        A row per unordered pair, first the code that comes first in `codes`: `code_a`,
        `code_b`; `n` turns (or respondents) with both; `n_a`, `n_b` with each; `of`, all turns
        of respondents (or respondents); `jaccard` = n / (n_a + n_b - n) in (0, 1]; `lift` =
        n·of / (n_a·n_b), 1 where the two are independent.

    References
    ----------
    Jaccard (1901) for the first index; Brin et al. (1997), "Dynamic itemset counting", for the
    second (there called interest).

    """
    counts, of = _count(codings, turns=turns, codes=codes, within=within)
    first, second = np.nonzero(np.triu(counts, k=1))
    n, alone = counts[first, second], counts.diagonal()
    n_a, n_b = alone[first], alone[second]
    names = np.array(list(codes), dtype=object)
    pairs = pd.DataFrame(
        {
            "code_a": names[first],
            "code_b": names[second],
            "n": n,
            "n_a": n_a,
            "n_b": n_b,
            "of": of,
            "jaccard": n / (n_a + n_b - n),
            "lift": n * float(of) / (n_a * n_b),
        }
    )
    return pairs.sort_values(["n", "jaccard"], ascending=False, kind="stable", ignore_index=True)[
        list(COLUMNS)
    ]


def _count(
    codings: pd.DataFrame, *, turns: pd.DataFrame, codes: Sequence[str], within: Within
) -> tuple[npt.NDArray[np.int64], int]:
    """Return the symmetric counts and the number of units they are counted over."""
    if within not in WITHIN:
        choices = ", ".join(WITHIN)
        raise Refused(
            [messages.problem("P271", "cooccurrence", name="within", value=within, choices=choices)]
        )
    if within == "respondent":
        people = pd.Index(turns.loc[turns["role"].eq("R"), "respondent"].unique())
        given = pd.crosstab(codings["respondent"], codings["code"]).reindex(
            index=people, columns=list(codes), fill_value=0
        )
        return _product(given.to_numpy() > 0), len(people)
    units = respondent_units(turns)
    present = codes_per_unit(codings, units=units, codes=codes).to_numpy(dtype=bool)
    if within == "turn":
        return _product(present), len(units)
    counts = _touching(codings, codes=codes)
    np.fill_diagonal(counts, present.sum(axis=0))
    return counts, len(units)


def _product(present: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Count rows in which two columns are both true, shape (n_codes, n_codes)."""
    ones = present.astype(np.int64)
    return np.asarray(ones.T @ ones)


def _touching(codings: pd.DataFrame, *, codes: Sequence[str]) -> npt.NDArray[np.int64]:
    """Count turns in which codings of two codes share a code point; the diagonal is 0."""
    known = codings.loc[
        codings["code"].isin(list(codes)) & codings["respondent"].ne(""),
        ["interview", "turn", "code", "start", "end"],
    ]
    pairs = known.merge(known, on=["interview", "turn"], suffixes=("_a", "_b"))
    shared = pairs[["end_a", "end_b"]].min(axis=1) > pairs[["start_a", "start_b"]].max(axis=1)
    met = pairs[shared & pairs["code_a"].ne(pairs["code_b"])]
    met = met.drop_duplicates(["interview", "turn", "code_a", "code_b"])
    places = pd.Index(list(codes), dtype=object)
    counts = np.zeros((len(places), len(places)), dtype=np.int64)
    rows, columns = (places.get_indexer(pd.Index(met[side])) for side in ("code_a", "code_b"))
    np.add.at(counts, (rows, columns), 1)
    return counts
