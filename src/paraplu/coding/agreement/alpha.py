"""Krippendorff's α for coding: units that are given, values that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from paraplu import messages
from paraplu.coding.agreement.coefficient import Coefficient, Reason, undefined
from paraplu.coding.agreement.reliability import tabulate
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = ["Level", "krippendorff_alpha", "nominal_alphas", "reason_without_alpha"]

Level = Literal["nominal", "ordinal", "interval", "ratio"]


def krippendorff_alpha(
    data: npt.ArrayLike,
    *,
    level: Level = "nominal",
    categories: Sequence[object] | None = None,
) -> Coefficient:
    """Compute Krippendorff's α, for any number of coders and with missing values.

    Parameters
    ----------
    data
        array_like of shape (n_coders, n_units); None, NaN or NA where a coder did not judge.
    level
        Level of measurement; all but ``nominal`` need numbers, ``ratio`` positive ones.
    categories
        All values that could have been given, sorted; matters for ``ordinal`` only.

    Returns
    -------
    Coefficient
        At most 1; 0 is what chance gives; undefined when only one category was used.

    Raises
    ------
    Refused
        When the level does not exist.

    References
    ----------
    Krippendorff (2011), "Computing Krippendorff's alpha-reliability"; Krippendorff (2004),
    "Content analysis", 2nd edition, chapter 11.

    Examples
    --------
    >>> round(float(krippendorff_alpha([[1, 2, 3, 3], [1, 2, 3, 2]])), 3)
    0.667

    """
    reliability = tabulate(data, categories=categories)
    observed = reliability.coincidences()
    totals = observed.sum(axis=0)
    if totals.sum() == 0:
        return undefined(Reason.NO_PAIRS)
    distances = _distances(reliability.categories, totals=totals, level=level)
    expected = float((np.outer(totals, totals) * distances).sum())
    if expected == 0:
        return undefined(Reason.ONE_CATEGORY)
    return Coefficient(
        1 - (float(totals.sum()) - 1) * float((observed * distances).sum()) / expected
    )


def nominal_alphas(coincidences: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Compute nominal α of many coincidence matrices at once.

    Parameters
    ----------
    coincidences
        ndarray of shape (..., n_categories, n_categories).

    Returns
    -------
    ndarray of shape (...,); NaN where undefined.

    References
    ----------
    Krippendorff (2011), section C.

    """
    totals = coincidences.sum(axis=-1)
    n = totals.sum(axis=-1)
    observed = n - np.trace(coincidences, axis1=-2, axis2=-1)
    expected = n * n - (totals * totals).sum(axis=-1)
    ratio = np.divide((n - 1) * observed, expected, out=np.full_like(n, np.nan), where=expected > 0)
    return np.asarray(1 - ratio, dtype=np.float64)


def reason_without_alpha(coincidences: npt.NDArray[np.float64]) -> Reason:
    """Tell why a coincidence matrix has no α, or that it has one.

    Parameters
    ----------
    coincidences
        ndarray of shape (n_categories, n_categories).

    """
    totals = coincidences.sum(axis=0)
    if totals.sum() == 0:
        return Reason.NO_PAIRS
    return Reason.ONE_CATEGORY if (totals > 0).sum() == 1 else Reason.DEFINED


def _distances(
    categories: npt.NDArray[np.object_], *, totals: npt.NDArray[np.float64], level: Level
) -> npt.NDArray[np.float64]:
    """Return the squared differences between categories, shape (n_categories, n_categories)."""
    if level == "nominal":
        return 1 - np.eye(categories.size)
    if level == "ordinal":
        ranks = np.cumsum(totals) - totals / 2
        return np.asarray((ranks[:, None] - ranks[None, :]) ** 2)
    if level not in {"interval", "ratio"}:
        raise Refused(
            [
                messages.problem(
                    "P271",
                    "krippendorff_alpha",
                    name="level",
                    value=level,
                    choices="nominal, ordinal, interval, ratio",
                )
            ]
        )
    numbers = categories.astype(np.float64)
    differences = numbers[:, None] - numbers[None, :]
    if level == "ratio":
        sums = numbers[:, None] + numbers[None, :]
        differences = np.divide(differences, sums, out=np.zeros_like(differences), where=sums != 0)
    return np.asarray(differences**2)
