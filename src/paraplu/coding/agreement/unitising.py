"""Krippendorff's α for unitising: coders mark their own stretches on a continuum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from paraplu import messages
from paraplu.coding.agreement.coefficient import Coefficient, Reason, undefined
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

__all__ = [
    "Disagreement",
    "UnitisingVersion",
    "character_agreement",
    "joint_unitising_alpha",
    "unitising_alpha",
    "unitising_disagreement",
]

UnitisingVersion = Literal["2004", "1995"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Observed and expected disagreement of one category; both at least 0."""

    observed: float
    expected: float

    def alpha(self) -> Coefficient:
        """Return 1 - observed / expected; undefined when nobody marked anything."""
        if self.expected == 0:
            return undefined(Reason.ONE_CATEGORY)
        return Coefficient(1 - self.observed / self.expected)


def unitising_alpha(
    coders: Sequence[Sequence[tuple[int, int]]],
    *,
    length: int,
    begin: int = 0,
    version: UnitisingVersion = "2004",
) -> Coefficient:
    """Compute the unitising α of one category.

    Parameters
    ----------
    coders
        For each coder the stretches marked, as (start, end) with `end` exclusive; stretches of
        one coder do not overlap.
    length, begin
        The continuum runs from `begin` to `begin + length` (code points).
    version
        ``2004`` counts a continuum of discrete points (Content analysis, 2nd edition, p. 251);
        ``1995`` is its limit for a continuum without smallest unit (Sociological Methodology
        25, p. 47).

    Returns
    -------
    Coefficient
        At most 1; undefined when nobody marked anything.

    Raises
    ------
    Refused
        When stretches overlap or lie outside the continuum, with fewer than two coders, or
        when the version does not exist.

    Examples
    --------
    >>> round(float(unitising_alpha([[(2, 10)], [(3, 10)]], length=40)), 3)
    0.986

    """
    return unitising_disagreement(coders, length=length, begin=begin, version=version).alpha()


def joint_unitising_alpha(
    categories: Mapping[str, Sequence[Sequence[tuple[int, int]]]],
    *,
    length: int,
    begin: int = 0,
    version: UnitisingVersion = "2004",
) -> Coefficient:
    """Compute the unitising α of several categories together.

    Parameters
    ----------
    categories
        For each category what `unitising_alpha` takes.
    length, begin, version
        As in `unitising_alpha`.

    Returns
    -------
    Coefficient
        1 minus the sum of observed over the sum of expected disagreements.

    References
    ----------
    Krippendorff (2004), "Content analysis", 2nd edition, p. 255.

    """
    parts = [
        unitising_disagreement(coders, length=length, begin=begin, version=version)
        for coders in categories.values()
    ]
    return Disagreement(
        sum(part.observed for part in parts), sum(part.expected for part in parts)
    ).alpha()


def unitising_disagreement(
    coders: Sequence[Sequence[tuple[int, int]]],
    *,
    length: int,
    begin: int = 0,
    version: UnitisingVersion = "2004",
) -> Disagreement:
    """Compute observed and expected disagreement of one category.

    Parameters and exceptions are those of `unitising_alpha`.

    References
    ----------
    Krippendorff (2004), p. 252-254; Krippendorff (1995), p. 54-57.

    """
    if version not in {"2004", "1995"}:
        raise Refused(
            [
                messages.problem(
                    "P271", "unitising_alpha", name="version", value=version, choices="2004, 1995"
                )
            ]
        )
    if len(coders) < 2:  # noqa: PLR2004  agreement takes two
        raise Refused([messages.problem("P274", "unitising_alpha", n=len(coders))])
    marked = [_ordered(spans, begin=begin, length=length) for spans in coders]
    gaps = [_gaps(spans, begin=begin, length=length) for spans in marked]
    m = len(coders)
    observed = sum(
        _difference(marked[i], marked[j], gaps=gaps[j], others=gaps[i])
        for i in range(m)
        for j in range(i + 1, m)
    )
    return Disagreement(
        2 * observed / (m * (m - 1) * float(length) ** 2),
        _expected(
            np.concatenate([spans[:, 1] - spans[:, 0] for spans in marked]),
            gaps=np.concatenate([spans[:, 1] - spans[:, 0] for spans in gaps]),
            total=float(m) * length,
            length=length,
            grain=1.0 if version == "2004" else 0.0,
        ),
    )


def character_agreement(
    coders: Sequence[Sequence[tuple[int, int]]], *, length: int, begin: int = 0
) -> Coefficient:
    """Compute the share of characters that two coders treat alike: both marked, or neither.

    Parameters
    ----------
    coders
        For each of two coders the stretches marked, as (start, end) in code points.
    length, begin
        The continuum runs from `begin` to `begin + length` (code points).

    Returns
    -------
    Coefficient
        In [0, 1]; undefined for an empty continuum. High by itself where little is marked.

    Raises
    ------
    Refused
        When there are not two coders, or stretches overlap or lie outside the continuum.

    Examples
    --------
    >>> float(character_agreement([[(0, 200)], [(0, 50)]], length=1000))
    0.85

    """
    if len(coders) != 2:  # noqa: PLR2004  a pair
        raise Refused(
            [messages.problem("P270", "character_agreement", measure="percentage", n=len(coders))]
        )
    if length == 0:
        return undefined(Reason.NO_PAIRS)
    first, second = (_ordered(spans, begin=begin, length=length) for spans in coders)
    shared = float(_overlaps(first, second).sum())
    alone = float((first[:, 1] - first[:, 0]).sum() + (second[:, 1] - second[:, 0]).sum())
    return Coefficient(1 - (alone - 2 * shared) / length)


def _ordered(
    spans: Sequence[tuple[int, int]], *, begin: int, length: int
) -> npt.NDArray[np.float64]:
    """Sort the stretches, shape (n, 2), and refuse what overlaps or lies outside."""
    borders = np.asarray(sorted(spans), dtype=np.float64).reshape(-1, 2)
    flat = borders.ravel()
    inside = not flat.size or (flat[0] >= begin and flat[-1] <= begin + length)
    filled = bool((borders[:, 1] > borders[:, 0]).all())
    if not (inside and filled and bool((np.diff(flat) >= 0).all())):
        raise Refused([messages.problem("P273", "unitising_alpha")])
    return borders


def _gaps(spans: npt.NDArray[np.float64], *, begin: int, length: int) -> npt.NDArray[np.float64]:
    """Return the stretches between, shape (n, 2)."""
    edges = np.concatenate([[begin], spans.ravel(), [begin + length]]).reshape(-1, 2)
    return np.asarray(edges[edges[:, 1] > edges[:, 0]])


def _overlaps(
    first: npt.NDArray[np.float64], second: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return how much each stretch shares with each other one, shape (n_first, n_second)."""
    shared = np.minimum(first[:, None, 1], second[None, :, 1]) - np.maximum(
        first[:, None, 0], second[None, :, 0]
    )
    return np.asarray(np.clip(shared, 0, None))


def _difference(
    first: npt.NDArray[np.float64],
    second: npt.NDArray[np.float64],
    *,
    gaps: npt.NDArray[np.float64],
    others: npt.NDArray[np.float64],
) -> float:
    """Sum the squared differences between two coders' stretches; `gaps` are the second's."""
    touching = _overlaps(first, second) > 0
    squared = ((first[:, None, :] - second[None, :, :]) ** 2).sum(axis=2)
    return (
        float(squared[touching].sum())
        + _swallowed(first, gaps=gaps)
        + _swallowed(second, gaps=others)
    )


def _swallowed(spans: npt.NDArray[np.float64], *, gaps: npt.NDArray[np.float64]) -> float:
    """Sum the squared lengths of stretches that lie wholly in the other's gaps."""
    within = (spans[:, None, 0] >= gaps[None, :, 0]) & (spans[:, None, 1] <= gaps[None, :, 1])
    return float(((spans[:, 1] - spans[:, 0]) ** 2)[within.any(axis=1)].sum())


def _expected(
    lengths: npt.NDArray[np.float64],
    *,
    gaps: npt.NDArray[np.float64],
    total: float,
    length: int,
    grain: float,
) -> float:
    """Return the disagreement expected when stretches fall anywhere.

    `grain` is the size of the smallest unit: 1 on a discrete continuum, 0 in the limit.
    """
    if not lengths.size:
        return 0.0
    meeting = (lengths.size - 1) * (2 * lengths**3 - grain * (3 * lengths**2 - lengths)) / 3
    room = np.where(gaps[None, :] >= lengths[:, None], gaps - lengths[:, None] + grain, 0.0)
    placings = total * (total - grain) - float((lengths * (lengths - grain)).sum())
    if placings <= 0:
        return 0.0
    missing = lengths**2 * room.sum(axis=1)
    return 2 / length * float((meeting + missing).sum()) / placings
