"""Which codings of different coders are about the same passage: same turn, code and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["matched_codings", "matched_units"]

PLACE = ["interview", "turn", "code"]
ORDER = ["overlap", "apart", "starts", "ends", *PLACE, "row_a", "row_b"]
LARGEST_FIRST = [False, *[True] * (len(ORDER) - 1)]


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
    units = matched_units([codings_a, codings_b], min_overlap=min_overlap)
    sides = [units[units["place"].eq(place)].drop(columns="place") for place in (0, 1)]
    pairs = sides[0].merge(sides[1].drop(columns=PLACE), on="unit", suffixes=("_a", "_b"))
    pairs["overlap"] = _shared(pairs)
    return pairs.drop(columns="unit").sort_values([*PLACE, "start_a", "end_a"], ignore_index=True)


def matched_units(coders: Sequence[pd.DataFrame], *, min_overlap: int = 1) -> pd.DataFrame:
    """Bring together the codings of any number of coders that are about the same passage.

    As `matched_codings`, taken over all pairs of coders at once, the largest overlap first: a
    unit holds at most one coding of each coder. The order of the coders makes no difference.

    Parameters
    ----------
    coders
        The codings of each coder.
    min_overlap
        Code points that two codings must share to come together.

    Returns
    -------
    DataFrame
        A row per coding that is in a unit with another one: `unit` (a number), `place` of the
        coder in `coders`, and the columns of the codings.

    """
    whole = pd.concat(
        [codings.assign(place=place) for place, codings in enumerate(coders)], ignore_index=True
    )
    edges = _edges(whole, min_overlap=min_overlap)
    links = zip(edges["row_a"].tolist(), edges["row_b"].tolist(), strict=True)
    unit = _join(links, places=whole["place"].tolist())
    whole.insert(0, "unit", unit)
    together = whole[whole.duplicated("unit", keep=False)]
    return together.sort_values([*PLACE, "unit", "place"], ignore_index=True)


def _edges(whole: pd.DataFrame, *, min_overlap: int) -> pd.DataFrame:
    """Return the pairs of rows that may come together, the best first."""
    rows = whole[[*PLACE, "start", "end", "place"]].reset_index(names="row")
    pairs = rows.merge(rows, on=PLACE, suffixes=("_a", "_b"))
    pairs = pairs[pairs["place_a"] < pairs["place_b"]]
    starts, ends = pairs[["start_a", "start_b"]], pairs[["end_a", "end_b"]]
    pairs = pairs.assign(
        overlap=_shared(pairs),
        apart=np.ptp(starts.to_numpy(dtype=np.int64), axis=1)
        + np.ptp(ends.to_numpy(dtype=np.int64), axis=1),
        starts=starts.sum(axis=1),
        ends=ends.sum(axis=1),
    )
    found = pairs[pairs["overlap"] >= min_overlap]
    return found.sort_values(ORDER, ascending=LARGEST_FIRST, ignore_index=True)


def _shared(pairs: pd.DataFrame) -> pd.Series:
    """Return how many code points each pair shares."""
    shared = pairs[["end_a", "end_b"]].min(axis=1) - pairs[["start_a", "start_b"]].max(axis=1)
    return shared.clip(lower=0).astype(np.int64)


def _join(links: Iterable[tuple[int, int]], *, places: Sequence[int]) -> list[int]:
    """Return the unit of each row; a link that would bring two rows of one coder is left out."""
    unit = list(range(len(places)))
    members = [{row: place} for row, place in enumerate(places)]
    for a, b in links:
        one, other = unit[a], unit[b]
        if one == other or not set(members[one].values()).isdisjoint(members[other].values()):
            continue
        members[one].update(members[other])
        for row in members[other]:
            unit[row] = one
    return unit
