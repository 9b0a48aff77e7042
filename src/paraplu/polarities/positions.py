"""Positions: where a respondent stands between two poles, and on what that rests."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.records import Polarity

__all__ = ["BOTH", "MIXED", "POSITION_COLUMNS", "SIDES", "Basis", "compare_coders", "position"]

BOTH = "en"
"""The pole value of a passage that holds both poles together explicitly."""

MIXED = "gemengd"
"""Leading side of a respondent or group in which no side is the largest."""

SIDES = ("left", "both", "right")

POSITION_COLUMNS = (
    "respondent",
    "groep",
    "passages",
    *SIDES,
    "n",
    "basis",
    "share_left",
    "share_both",
    "share_right",
    "direction",
    "alternation",
    "leading",
)


class Basis(StrEnum):
    """What a position rests on, strongest first."""

    WISH = "wens"
    REASONS = "redenen"
    OBSERVATION = "alleen waarneming"
    PLAIN = "zonder argument"
    UNPLACED = "zonder positie"
    SILENT = "niet besproken"


_TIERS = {"wens": 0, "voordeel": 1, "nadeel": 1, "waarneming": 2}
_BASES = (Basis.WISH, Basis.REASONS, Basis.OBSERVATION, Basis.PLAIN)


def position(
    codings: pd.DataFrame, *, polarity: Polarity, respondents: pd.DataFrame
) -> pd.DataFrame:
    """Place every respondent on a polarity, with the basis of the place.

    A position is read from the passages with argument *wens*; failing those from reasons (a
    *voordeel* speaks for its own pole, a *nadeel* for the other one); failing those from
    *waarneming*; and for coders who record no argument from every passage. A *nadeel* of
    'en' speaks for no side and is left out. Silence is never neutral: without passages the
    shares are missing.

    Parameters
    ----------
    codings
        Codings of one coder (columns ``respondent, code, pole, argument``).
    polarity
        The choice; its first pole is the left one.
    respondents
        Columns ``respondent, groep``; every row comes back, in this order.

    Returns
    -------
    DataFrame
        One row per respondent: ``respondent, groep``; ``passages`` (all passages with the code
        of the polarity); ``left, both, right, n`` (passages the position rests on); ``basis``
        (a `Basis`); ``share_left, share_both, share_right`` (the composition, summing to 1;
        ``share_both`` is the explicit 'en'); ``direction`` = (right - left) / n in [-1, 1];
        ``alternation`` = 2 min(left, right) / n in [0, 1], the share in which the respondent
        speaks for one pole here and for the other there; ``leading`` (id of the pole, ``en``,
        ``gemengd``, or empty without position).

    """
    index = pd.Index(respondents["respondent"].to_numpy(dtype=object), name="respondent")
    passages = _passages(codings, polarity=polarity, known=index)
    spoken = passages.groupby("respondent", observed=True).size().reindex(index, fill_value=0)
    sided = passages[passages["side"] != ""]
    first = sided.groupby("respondent", observed=True)["tier"].transform("min")
    decisive = sided[sided["tier"] == first]
    counts = _count_sides(decisive, index=index)
    tier = decisive.groupby("respondent", observed=True)["tier"].first().reindex(index)
    frame = pd.DataFrame(
        {"groep": respondents["groep"].to_numpy(dtype=object), "passages": spoken}, index=index
    ).join(counts)
    frame["n"] = counts.sum(axis=1)
    frame["basis"] = _name_basis(tier, spoken=spoken)
    frame = frame.join(_compose(counts))
    frame["leading"] = lead(
        frame[["share_left", "share_both", "share_right"]].to_numpy(dtype=float),
        polarity=polarity,
    )
    return frame.reset_index()[list(POSITION_COLUMNS)]


def lead(shares: np.ndarray, *, polarity: Polarity) -> np.ndarray:
    """Name the largest side of each composition.

    Parameters
    ----------
    shares
        ndarray of shape (n, 3): left, both, right; rows may be missing (NaN).
    polarity
        Gives the ids of the poles.

    Returns
    -------
    ndarray of shape (n,), dtype object
        Pole id or ``en``; ``gemengd`` when the largest is shared; empty when missing.

    """
    names = np.array([polarity.poles[0].id, BOTH, polarity.poles[1].id, MIXED, ""], dtype=object)
    rounded = np.round(shares.reshape(-1, len(SIDES)), 12)
    missing = np.isnan(rounded.sum(axis=1))
    filled = np.where(missing[:, None], 0.0, rounded)
    largest = filled.max(axis=1, keepdims=True)
    place = np.where((filled == largest).sum(axis=1) > 1, 3, filled.argmax(axis=1))
    result: np.ndarray = names[np.where(missing, 4, place)]
    return result


def compare_coders(
    codings: Mapping[str, pd.DataFrame], *, polarity: Polarity, respondents: pd.DataFrame
) -> pd.DataFrame:
    """Place the respondents per coder, beside each other.

    Parameters
    ----------
    codings
        Codings per coder; the first coder (the consensus) is the one compared with.
    polarity, respondents
        As for `position`.

    Returns
    -------
    DataFrame
        One row per respondent and coder: ``coder`` and the columns of `position`, and ``same``
        (boolean, missing where either has no position): the sign of the direction equals that
        of the first coder.

    """
    frames = {
        coder: position(own, polarity=polarity, respondents=respondents)
        for coder, own in codings.items()
    }
    if not frames:
        return pd.DataFrame(columns=["coder", *POSITION_COLUMNS, "same"])
    reference = np.sign(next(iter(frames.values()))["direction"].to_numpy(dtype=float))
    parts = []
    for coder, frame in frames.items():
        own = np.sign(frame["direction"].to_numpy(dtype=float))
        known = ~np.isnan(own) & ~np.isnan(reference)
        same = pd.Series(np.equal(own, reference), index=frame.index, dtype="boolean").where(known)
        parts.append(frame.assign(coder=coder, same=same))
    return pd.concat(parts, ignore_index=True)[["coder", *POSITION_COLUMNS, "same"]]


def _passages(codings: pd.DataFrame, *, polarity: Polarity, known: pd.Index) -> pd.DataFrame:
    """Take the passages of the polarity, with the side they speak for and their tier."""
    own = codings[(codings["code"] == polarity.code) & codings["respondent"].isin(known)]
    left, right = polarity.poles[0].id, polarity.poles[1].id
    side = own["pole"].map({left: "left", right: "right", BOTH: "both"}).fillna("")
    turned = side.map({"left": "right", "right": "left"}).fillna("")
    against = own["argument"] == "nadeel"
    return pd.DataFrame(
        {
            "respondent": own["respondent"].astype(object),
            "side": side.mask(against, turned).astype(object),
            "tier": own["argument"].map(_TIERS).fillna(len(_BASES) - 1).astype(int),
        }
    )


def _count_sides(passages: pd.DataFrame, *, index: pd.Index) -> pd.DataFrame:
    """Count passages per respondent and side; shape (n_respondents, 3)."""
    counts = {
        side: passages.loc[passages["side"] == side, "respondent"]
        .value_counts()
        .reindex(index, fill_value=0)
        .astype(int)
        for side in SIDES
    }
    return pd.DataFrame(counts, index=index)


def _name_basis(tier: pd.Series[float], *, spoken: pd.Series[int]) -> np.ndarray:
    """Name the basis of each position."""
    names = np.array([*_BASES, Basis.UNPLACED, Basis.SILENT], dtype=object)
    without = np.where(spoken.to_numpy() > 0, len(_BASES), len(_BASES) + 1)
    place = np.where(tier.isna(), without, tier.fillna(0).to_numpy())
    named: np.ndarray = names[place.astype(int)]
    return np.array([str(name) for name in named], dtype=object)


def _compose(counts: pd.DataFrame) -> pd.DataFrame:
    """Turn counts into shares, direction and alternation; missing where n is 0."""
    n = counts.sum(axis=1).astype(float).where(lambda total: total > 0)
    shares = counts.div(n, axis=0).add_prefix("share_")
    lesser = counts[["left", "right"]].min(axis=1)
    return shares.assign(
        direction=(counts["right"] - counts["left"]) / n, alternation=2 * lesser / n
    )
