"""Intervals for α by drawing whole interviews: units within one interview hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.coding.agreement.alpha import nominal_alphas

if TYPE_CHECKING:
    import numpy.typing as npt

__all__ = ["alpha_interval", "sum_by_cluster"]

BOUNDS = (0.025, 0.975)


def sum_by_cluster(
    coincidences: npt.NDArray[np.float64], *, clusters: npt.NDArray[np.intp]
) -> npt.NDArray[np.float64]:
    """Sum what units count per cluster.

    Parameters
    ----------
    coincidences
        ndarray of shape (n_units, ...).
    clusters
        ndarray of shape (n_units,): number of the cluster of each unit, from 0.

    Returns
    -------
    ndarray of shape (n_clusters, ...)

    """
    n_clusters = int(clusters.max()) + 1 if clusters.size else 0
    summed = np.zeros((n_clusters, *coincidences.shape[1:]))
    np.add.at(summed, clusters, coincidences)
    return summed


def alpha_interval(
    coincidences: npt.NDArray[np.float64], *, draws: int, seed: int
) -> npt.NDArray[np.float64]:
    """Estimate 95% intervals of nominal α by the percentile bootstrap over clusters.

    Parameters
    ----------
    coincidences
        ndarray of shape (n_clusters, ..., n_categories, n_categories): the summed coincidence
        matrix of each cluster (sufficient for α).
    draws
        Number of bootstrap samples, each of n_clusters clusters.
    seed
        Seed of the generator; equal seeds give equal intervals.

    Returns
    -------
    ndarray of shape (2, ...)
        Lower and upper bound. NaN with fewer than two clusters. Samples in which α is
        undefined (the rare category was not drawn) are left out.

    References
    ----------
    Efron & Tibshirani (1993), "An introduction to the bootstrap", section 13.3; Field & Welsh
    (2007), "Bootstrapping clustered data", for drawing whole clusters.

    """
    n_clusters = coincidences.shape[0]
    shape = coincidences.shape[1:-2]
    if n_clusters < 2 or draws < 1:  # noqa: PLR2004  one interview has nothing to vary with
        return np.full((2, *shape), np.nan)
    generator = np.random.default_rng(seed)
    weights = generator.multinomial(n_clusters, np.full(n_clusters, 1 / n_clusters), size=draws)
    drawn = weights.astype(np.float64) @ coincidences.reshape(n_clusters, -1)
    alphas = nominal_alphas(drawn.reshape(draws, *coincidences.shape[1:]))
    bounds = np.full((2, *shape), np.nan)
    known = ~np.isnan(alphas).all(axis=0)
    if known.any():
        bounds[:, known] = np.nanquantile(alphas[:, known], BOUNDS, axis=0)
    return bounds
