"""Other measures of agreement between coders, with and without correction for chance."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np

from paraplu import messages
from paraplu.coding.agreement.coefficient import Coefficient, Reason, undefined
from paraplu.coding.agreement.reliability import ReliabilityData, tabulate
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = [
    "cohen_kappa",
    "fleiss_kappa",
    "gwet_ac1",
    "percent_agreement",
    "positive_agreement",
    "scott_pi",
]

TWO = 2


def percent_agreement(data: npt.ArrayLike) -> Coefficient:
    """Compute the share of pairs of judgements on one unit that are equal.

    Parameters
    ----------
    data
        array_like of shape (n_coders, n_units); None, NaN or NA where a coder did not judge.

    Returns
    -------
    Coefficient
        In [0, 1]; undefined when no unit was judged by two coders. Each unit weighs the same,
        however many coders judged it.

    Examples
    --------
    >>> float(percent_agreement([[1, 0, 1, 1], [1, 0, 0, 1]]))
    0.75

    """
    observed = _observed(tabulate(data).counts())
    return undefined(Reason.NO_PAIRS) if np.isnan(observed) else Coefficient(observed)


def positive_agreement(data: npt.ArrayLike, *, positive: object = True) -> Coefficient:
    """Compute the agreement on the positive category alone.

    With two coders: twice the units both gave it, over the number of times it was given.

    Parameters
    ----------
    data
        array_like of shape (n_coders, n_units); None, NaN or NA where a coder did not judge.
    positive
        The category looked at.

    Returns
    -------
    Coefficient
        In [0, 1]; undefined when nobody gave it.

    References
    ----------
    Cicchetti & Feinstein (1990), "High agreement but low kappa II".

    Examples
    --------
    >>> float(positive_agreement([[1, 0, 1, 1], [1, 0, 0, 1]]))
    0.8

    """
    reliability = tabulate(data)
    observed = reliability.coincidences()
    if observed.sum() == 0:
        return undefined(Reason.NO_PAIRS)
    places = np.flatnonzero(reliability.categories == positive)
    given = observed[places].sum()
    if given == 0:
        return undefined(Reason.NO_POSITIVES)
    return Coefficient(float(observed[places, places].sum() / given))


def cohen_kappa(data: npt.ArrayLike) -> Coefficient:
    """Compute Cohen's κ of two coders.

    Parameters
    ----------
    data
        array_like of shape (2, n_units); units one of the two did not judge are left out.

    Returns
    -------
    Coefficient
        At most 1; undefined when both used one and the same category only.

    Raises
    ------
    Refused
        When there are not two coders.

    References
    ----------
    Cohen (1960), "A coefficient of agreement for nominal scales", equation 1.

    Examples
    --------
    >>> float(cohen_kappa([[1, 0, 1, 0], [1, 0, 0, 0]]))
    0.5

    """
    table = _pair(data, measure="Cohens κ").contingency()
    return _corrected_table(table, expected=_kappa_chance(table))


def scott_pi(data: npt.ArrayLike) -> Coefficient:
    """Compute Scott's π of two coders: κ with one distribution for both.

    Parameters
    ----------
    data
        array_like of shape (2, n_units); units one of the two did not judge are left out.

    Returns
    -------
    Coefficient
        At most 1; undefined when both used one and the same category only.

    Raises
    ------
    Refused
        When there are not two coders.

    References
    ----------
    Scott (1955), "Reliability of content analysis: the case of nominal scale coding".

    Examples
    --------
    >>> round(float(scott_pi([[1, 0, 1, 0], [1, 0, 0, 0]])), 3)
    0.467

    """
    table = _pair(data, measure="Scotts π").contingency()
    n = table.sum()
    shared = (table.sum(axis=0) + table.sum(axis=1)) / (2 * n) if n else np.zeros(len(table))
    return _corrected_table(table, expected=float((shared**2).sum()))


def fleiss_kappa(data: npt.ArrayLike) -> Coefficient:
    """Compute Fleiss' κ of any number of coders, generalised to missing values.

    Parameters
    ----------
    data
        array_like of shape (n_coders, n_units); None, NaN or NA where a coder did not judge.

    Returns
    -------
    Coefficient
        At most 1; undefined when only one category was used.

    References
    ----------
    Fleiss (1971), "Measuring nominal scale agreement among many raters"; Gwet (2014),
    "Handbook of inter-rater reliability", 4th edition, for missing values.

    Examples
    --------
    >>> round(float(fleiss_kappa([[1, 0, 1, 0], [1, 0, 0, 0], [1, 0, 1, 0]])), 3)
    0.657

    """
    counts = tabulate(data).counts()
    shares = _shares(counts)
    return _corrected(_observed(counts), expected=float((shares**2).sum()), shares=shares)


def gwet_ac1(data: npt.ArrayLike, *, categories: Sequence[object] | None = None) -> Coefficient:
    """Compute Gwet's AC1, which holds where one category is rare.

    Parameters
    ----------
    data
        array_like of shape (n_coders, n_units); None, NaN or NA where a coder did not judge.
    categories
        All values that could have been given; by default those that were given.

    Returns
    -------
    Coefficient
        At most 1; undefined when only one category was used.

    References
    ----------
    Gwet (2008), "Computing inter-rater reliability and its variance in the presence of high
    agreement", equation 7; Gwet (2014), chapter 2, for missing values.

    Examples
    --------
    >>> round(float(gwet_ac1([[1, 0, 1, 0], [1, 0, 0, 0]])), 3)
    0.529

    """
    counts = tabulate(data, categories=categories).counts()
    shares = _shares(counts)
    expected = float((shares * (1 - shares)).sum()) / max(counts.shape[1] - 1, 1)
    return _corrected(_observed(counts), expected=expected, shares=shares)


def _pair(data: npt.ArrayLike, *, measure: str) -> ReliabilityData:
    """Return the reliability data of exactly two coders."""
    reliability = tabulate(data)
    if reliability.n_coders != TWO:
        raise Refused(
            [messages.problem("P270", "agreement", measure=measure, n=reliability.n_coders)]
        )
    return reliability


def _kappa_chance(table: npt.NDArray[np.float64]) -> float:
    """Return the agreement expected from each coder's own distribution."""
    n = table.sum()
    return float((table.sum(axis=0) * table.sum(axis=1)).sum() / (n * n)) if n else 1.0


def _corrected_table(table: npt.NDArray[np.float64], *, expected: float) -> Coefficient:
    """Correct the agreement in a contingency table for chance."""
    n = table.sum()
    observed = float(np.trace(table) / n) if n else nan
    return _corrected(observed, expected=expected, shares=table.sum(axis=0) + table.sum(axis=1))


def _corrected(observed: float, *, expected: float, shares: npt.NDArray[np.float64]) -> Coefficient:
    """Correct observed agreement for the agreement that chance gives."""
    if np.isnan(observed):
        return undefined(Reason.NO_PAIRS)
    if (shares > 0).sum() <= 1:
        return undefined(Reason.ONE_CATEGORY)
    return Coefficient((observed - expected) / (1 - expected))


def _observed(counts: npt.NDArray[np.float64]) -> float:
    """Return the mean share of equal pairs over units with two values or more, or NaN."""
    per_unit = counts.sum(axis=1)
    pairable = per_unit > 1
    if not pairable.any():
        return nan
    kept, size = counts[pairable], per_unit[pairable]
    return float(((kept * (kept - 1)).sum(axis=1) / (size * (size - 1))).mean())


def _shares(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the mean share of each category over units with a value."""
    per_unit = counts.sum(axis=1, keepdims=True)
    judged = per_unit[:, 0] > 0
    if not judged.any():
        return np.zeros(counts.shape[1])
    return np.asarray((counts[judged] / per_unit[judged]).mean(axis=0))
