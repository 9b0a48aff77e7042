"""Reliability data: the values that coders gave to units, some of them missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

__all__ = ["ReliabilityData", "coincidences_of_counts", "tabulate"]


@dataclass(frozen=True, slots=True)
class ReliabilityData:
    """Values by coder and unit, as places in a sorted list of categories.

    Parameters
    ----------
    places
        ndarray of shape (n_coders, n_units), int; place of the value in `categories`, or -1
        where a coder did not judge the unit.
    categories
        ndarray of shape (n_categories,), sorted.

    """

    places: npt.NDArray[np.intp]
    categories: npt.NDArray[np.object_]

    @property
    def n_coders(self) -> int:
        """The number of coders."""
        return int(self.places.shape[0])

    def counts(self) -> npt.NDArray[np.float64]:
        """Count the coders per unit and category.

        Returns
        -------
        ndarray of shape (n_units, n_categories)

        """
        given = self.places[:, :, None] == np.arange(self.categories.size)
        return np.asarray(given.sum(axis=0), dtype=np.float64)

    def coincidences(self) -> npt.NDArray[np.float64]:
        """Count the pairs of values within units: Krippendorff's coincidence matrix.

        Returns
        -------
        ndarray of shape (n_categories, n_categories), symmetric; units with fewer than two
        values add nothing, and the sum is the number of pairable values.

        """
        return np.asarray(coincidences_of_counts(self.counts()).sum(axis=0))

    def contingency(self) -> npt.NDArray[np.float64]:
        """Cross the values of the first coder with those of the second.

        Returns
        -------
        ndarray of shape (n_categories, n_categories); rows are the first coder's values, units
        that one of the two did not judge are left out.

        """
        first, second = self.places[0], self.places[1]
        both = (first >= 0) & (second >= 0)
        table = np.zeros((self.categories.size, self.categories.size))
        np.add.at(table, (first[both], second[both]), 1.0)
        return table


def tabulate(data: npt.ArrayLike, *, categories: Sequence[object] | None = None) -> ReliabilityData:
    """Turn values by coder and unit into reliability data.

    Parameters
    ----------
    data
        array_like of shape (n_coders, n_units); None, NaN or NA where a coder did not judge.
    categories
        All values that could have been given, sorted; by default those that were given.

    Raises
    ------
    ValueError
        When the data are not two-dimensional, or hold a value outside `categories`.

    Examples
    --------
    >>> tabulate([["a", "b", None], ["a", "a", "b"]]).places.tolist()
    [[0, 1, -1], [0, 0, 1]]

    """
    values = np.asarray(data, dtype=object)
    if values.ndim != 2:  # noqa: PLR2004  coders by units
        message = f"reliability data have two dimensions, not {values.ndim}"
        raise ValueError(message)
    flat = pd.Series(values.ravel(), dtype=object)
    given = flat.dropna()
    known = sorted(given.unique()) if categories is None else list(categories)
    index = pd.Index(known, dtype=object)
    places = index.get_indexer(pd.Index(flat, dtype=object))
    if (places[given.index] < 0).any():
        message = "reliability data hold a value outside the categories"
        raise ValueError(message)
    places[flat.isna()] = -1
    return ReliabilityData(places.reshape(values.shape), index.to_numpy(dtype=object))


def coincidences_of_counts(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the coincidence matrix of every unit.

    Parameters
    ----------
    counts
        ndarray of shape (..., n_categories): coders per category.

    Returns
    -------
    ndarray of shape (..., n_categories, n_categories); zero for units with one value or none.

    References
    ----------
    Krippendorff (2011), "Computing Krippendorff's alpha-reliability", section C.

    """
    per_unit = counts.sum(axis=-1)[..., None, None]
    ordered = counts[..., :, None] * counts[..., None, :]
    ordered -= np.eye(counts.shape[-1]) * counts[..., None, :]
    shared = np.divide(ordered, per_unit - 1, out=np.zeros_like(ordered), where=per_unit > 1)
    return np.asarray(shared)
