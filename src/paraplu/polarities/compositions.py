"""Compositions of groups: means of respondents, and how firmly these stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.polarities import ALL_RESPONDENTS, EQUAL_GROUPS
from paraplu.polarities.positions import BOTH, MIXED, SIDES, Basis, lead

if TYPE_CHECKING:
    from paraplu.records import Polarity

__all__ = ["COMPOSITION_COLUMNS", "compose"]

_MEASURES = ("share_left", "share_both", "share_right", "direction")

COMPOSITION_COLUMNS = (
    "groep",
    "respondents",
    "discussed",
    "thin",
    *(f"{measure}{bound}" for measure in _MEASURES for bound in ("", "_low", "_high")),
    "alternation",
    "leading",
    "sign_held",
    "leading_held",
    "of",
    "sign_draws",
    *(f"leading_{side}" for side in SIDES),
    "leading_mixed",
    *(f"basis_{basis.name.lower()}" for basis in Basis),
)


@dataclass(frozen=True, slots=True)
class _Sample:
    """One group's mean with its resampled and left-out means, each of shape (…, 3)."""

    mean: np.ndarray
    draws: np.ndarray
    left_out: np.ndarray


def compose(
    positions: pd.DataFrame, *, polarity: Polarity, draws: int, seed: int, min_cell: int = 3
) -> pd.DataFrame:
    """Take the mean composition of each group, with its stability.

    The mean is over respondents with a position, never over pooled passages. Intervals are the
    2.5th and 97.5th percentile of a bootstrap over respondents (Efron 1979): *stability* of
    this sample, not inference about a population, since the sample was chosen on purpose.

    Parameters
    ----------
    positions
        Result of `paraplu.polarities.position`.
    polarity
        The choice the positions are on.
    draws
        Bootstrap draws, at least 1.
    seed
        Seed of the draws; a group's draws depend on the seed and its place only.
    min_cell
        Groups in which fewer respondents have a position are flagged ``thin``.

    Returns
    -------
    DataFrame
        One row per group in order of appearance, then *alle respondenten* and *alle groepen
        even zwaar*. ``respondents`` (in the group), ``discussed`` (with a position), ``thin``;
        ``share_left, share_both, share_right, direction`` each with ``_low`` and ``_high``
        (missing under two respondents); ``alternation`` (mean); ``leading`` (pole id, ``en`` or
        ``gemengd``); ``sign_held`` and ``leading_held``: in how many of the ``of`` samples with
        one respondent left out the sign of the direction, and the leading side, stay the same
        (leaving out someone without a position changes nothing and is not counted);
        ``sign_draws`` (share of draws with the same sign, 0 to 1); ``leading_left, leading_both,
        leading_right, leading_mixed`` and ``basis_*`` (numbers of respondents).

    """
    groups = list(dict.fromkeys(positions["groep"]))
    placed = positions[positions["n"] > 0]
    matrices = [_shares(placed[placed["groep"] == group]) for group in groups]
    samples = [
        _sample(matrix, draws=draws, seed=[seed, place]) for place, matrix in enumerate(matrices)
    ]
    whole = _sample(_shares(placed), draws=draws, seed=[seed, len(groups)])
    parts = [
        (group, positions[positions["groep"] == group], sample)
        for group, sample in zip(groups, samples, strict=True)
    ]
    parts += [
        (ALL_RESPONDENTS, positions, whole),
        (EQUAL_GROUPS, positions, _even(samples, draws=draws)),
    ]
    rows = [
        {
            "groep": group,
            **_describe(sample, polarity=polarity),
            **_tally(own, polarity=polarity, min_cell=min_cell),
        }
        for group, own, sample in parts
    ]
    return pd.DataFrame(rows, columns=list(COMPOSITION_COLUMNS))


def _shares(positions: pd.DataFrame) -> np.ndarray:
    """Return compositions as ndarray of shape (n_respondents, 3)."""
    return positions[["share_left", "share_both", "share_right"]].to_numpy(dtype=float)


def _sample(matrix: np.ndarray, *, draws: int, seed: list[int]) -> _Sample:
    """Resample a group, and leave out each of its respondents once."""
    n = len(matrix)
    empty = np.full(len(SIDES), np.nan)
    if n == 0:
        return _Sample(mean=empty, draws=np.tile(empty, (draws, 1)), left_out=np.empty((0, 3)))
    picks = np.random.default_rng(seed).integers(n, size=(draws, n))
    others = (matrix.sum(axis=0) - matrix) / (n - 1) if n > 1 else empty[None, :]
    return _Sample(mean=matrix.mean(axis=0), draws=matrix[picks].mean(axis=1), left_out=others)


def _even(samples: list[_Sample], *, draws: int) -> _Sample:
    """Combine groups with equal weight; a group without a position does not weigh."""
    filled = [sample for sample in samples if not np.isnan(sample.mean).any()]
    if not filled:
        return _sample(np.empty((0, len(SIDES))), draws=draws, seed=[0])
    means = np.stack([sample.mean for sample in filled])
    left_out = [
        _mean_known(np.concatenate([np.delete(means, place, axis=0), other[None, :]]))
        for place, sample in enumerate(filled)
        for other in sample.left_out
    ]
    return _Sample(
        mean=means.mean(axis=0),
        draws=np.stack([sample.draws for sample in filled]).mean(axis=0),
        left_out=np.stack(left_out),
    )


def _mean_known(means: np.ndarray) -> np.ndarray:
    """Average the rows that are known; missing when none is."""
    known = means[~np.isnan(means).any(axis=1)]
    average: np.ndarray = known.mean(axis=0) if len(known) else np.full(len(SIDES), np.nan)
    return average


def _directions(shares: np.ndarray) -> np.ndarray:
    """Return right minus left, rounded so that a true zero has no sign."""
    rounded: np.ndarray = np.round(shares[..., 2] - shares[..., 0], 12)
    return rounded


def _describe(sample: _Sample, *, polarity: Polarity) -> dict[str, object]:
    """Describe a group's mean and how firmly it stands."""
    mean, direction = sample.mean, _directions(sample.mean)
    values = dict(zip(_MEASURES, [*mean, direction], strict=True))
    drawn = np.column_stack([sample.draws, _directions(sample.draws)])
    firm = len(sample.left_out) > 1
    bounds = (
        np.percentile(drawn, [2.5, 97.5], axis=0) if firm else np.full((2, len(_MEASURES)), np.nan)
    )
    leading = lead(mean, polarity=polarity)[0]
    others = _directions(sample.left_out)
    return {
        **values,
        **{f"{name}_low": bounds[0, place] for place, name in enumerate(_MEASURES)},
        **{f"{name}_high": bounds[1, place] for place, name in enumerate(_MEASURES)},
        "leading": leading,
        "sign_held": int((np.sign(others) == np.sign(direction)).sum()),
        "leading_held": int((lead(sample.left_out, polarity=polarity) == leading).sum()),
        "of": len(sample.left_out),
        "sign_draws": float((np.sign(drawn[:, -1]) == np.sign(direction)).mean())
        if firm
        else np.nan,
    }


def _tally(positions: pd.DataFrame, *, polarity: Polarity, min_cell: int) -> dict[str, object]:
    """Count the respondents of a group by leading side and by basis."""
    discussed = int((positions["n"] > 0).sum())
    left, right = (pole.id for pole in polarity.poles)
    names = {"left": left, "both": BOTH, "right": right, "mixed": MIXED}
    return {
        "respondents": len(positions),
        "discussed": discussed,
        "thin": discussed < min_cell,
        "alternation": positions["alternation"].astype(float).mean(),
        **{
            f"leading_{side}": int((positions["leading"] == name).sum())
            for side, name in names.items()
        },
        **{
            f"basis_{basis.name.lower()}": int((positions["basis"] == basis.value).sum())
            for basis in Basis
        },
    }
