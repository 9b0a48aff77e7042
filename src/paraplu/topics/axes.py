"""Axes: directions in which segments differ, turned until each segment lies along one."""

from __future__ import annotations

from copy import copy
from math import isqrt
from typing import Self

import numpy as np

from paraplu.topics.views import unit_rows

__all__ = ["LoudestAxis", "TopicAxes", "turn_axes"]

FAINT = 0.5
"""Under this share of the median loudness a segment belongs nowhere."""

MOST_FAINT = 0.15
NOISE = 1e-9
ROUNDS = 500


class TopicAxes:
    """Neighbourhoods, principal axes and varimax: the reduction of dimensions in BERTopic.

    Each place is first exchanged for the mean of its nearest neighbours and itself, as many as
    the root of their number, so that one odd sentence does not decide where a segment belongs.
    The principal axes of what results are a smooth function of the material: leave one interview
    out and they turn a little, where the centres of k-means jump. One axis stands for the middle
    (as many groups differ in one direction fewer). All are turned so that segments load on few
    axes (Kaiser 1958, varimax), and each points to where its few great loadings are. Nothing is
    drawn by lot.

    Parameters
    ----------
    n_axes
        Wanted, 2 or more; fewer are found when the places differ in fewer directions.

    """

    def __init__(self, *, n_axes: int) -> None:
        """Keep the number wanted."""
        self.n_axes = n_axes

    def fit(self, places: np.ndarray, y: object = None) -> Self:
        """Find the axes of places, ndarray of shape (n_segments, n_dimensions)."""
        del y
        from scipy.linalg import eigh

        self.places_ = places
        self.neighbours_ = isqrt(len(places))
        drawn = self._draw(places)
        self.centre_ = drawn.mean(axis=0)
        drawn -= self.centre_
        wanted, last = min(self.n_axes - 1, len(places)), len(places) - 1
        values, vectors = eigh(drawn @ drawn.T, subset_by_index=(last - wanted + 1, last))
        kept = values[::-1] > NOISE * max(float(values[-1]), NOISE)
        self.spread_ = np.sqrt(values[::-1][kept])
        self.vectors_ = vectors[:, ::-1][:, kept]
        self.directions_ = drawn.T @ (self.vectors_ / self.spread_)
        return self.turn()

    def narrow(self, n_axes: int) -> TopicAxes:
        """Return the same with fewer axes, turned anew; as if fitted with so many."""
        other = copy(self)
        other.n_axes = n_axes
        other.spread_ = self.spread_[: n_axes - 1]
        other.vectors_ = self.vectors_[:, : n_axes - 1]
        other.directions_ = self.directions_[:, : n_axes - 1]
        return other.turn()

    def fit_transform(self, places: np.ndarray, y: object = None) -> np.ndarray:
        """Find the axes and return the loadings of the same places."""
        loadings: np.ndarray = self.fit(places, y).loadings_
        return loadings

    def transform(self, places: np.ndarray) -> np.ndarray:
        """Return loadings, ndarray of shape (n_segments, n_axes), in units of distance."""
        loadings: np.ndarray = (self._draw(places) - self.centre_) @ self.axes_ + self.middle_
        return loadings

    def turn(self) -> Self:
        """Turn the axes, and point them to where their few great loadings are."""
        middle = self.spread_.mean() / np.sqrt(len(self.vectors_)) if len(self.spread_) else 0.0
        loadings = np.column_stack(
            [self.vectors_ * self.spread_, np.full(len(self.vectors_), middle)]
        )
        turn = turn_axes(loadings)
        turn = turn * np.where(((loadings @ turn) ** 3).sum(axis=0) < 0, -1.0, 1.0)
        self.axes_ = self.directions_ @ turn[:-1]
        self.middle_ = middle * turn[-1]
        self.loadings_ = loadings @ turn
        return self

    def _draw(self, places: np.ndarray) -> np.ndarray:
        """Return the mean of the nearest neighbours of each place, weighed by cosine."""
        from scipy.sparse import csr_matrix

        near = unit_rows(places) @ unit_rows(self.places_).T
        count = self.neighbours_
        least = np.partition(near, -count, axis=1)[:, -count][:, None]
        near[near < np.maximum(least, 0.0)] = 0.0
        totals = near.sum(axis=1)
        shares = csr_matrix(near)
        mean: np.ndarray = shares @ self.places_
        return mean / np.where(totals > 0, totals, 1.0)[:, None]


class LoudestAxis:
    """Gives each segment its loudest axis, and none when all are faint: BERTopic's clusters.

    Parameters
    ----------
    faint
        A segment whose loudest loading lies under this share of the median belongs nowhere
        (-1), as long as that is at most `most_faint` of the segments.
    most_faint
        From 0 to 1.

    """

    def __init__(self, *, faint: float = FAINT, most_faint: float = MOST_FAINT) -> None:
        """Keep the settings."""
        self.faint = faint
        self.most_faint = most_faint

    def fit(self, loadings: np.ndarray, y: object = None) -> Self:
        """Find the border and label the segments; topics are numbered by size."""
        del y
        loudest = loadings.max(axis=1)
        highest = np.sort(loudest)[int(self.most_faint * len(loudest))]
        self.border_ = min(self.faint * float(np.median(loudest)), float(highest))
        self.order_ = np.arange(loadings.shape[1])
        sizes = np.bincount(self.predict(loadings) + 1, minlength=loadings.shape[1] + 1)[1:]
        self.order_[np.argsort(-sizes, kind="stable")] = np.arange(loadings.shape[1])
        self.labels_ = self.predict(loadings)
        return self

    def predict(self, loadings: np.ndarray) -> np.ndarray:
        """Return labels, ndarray of shape (n_segments,); -1 for none."""
        labels = self.order_[loadings.argmax(axis=1)]
        return np.where(loadings.max(axis=1) < self.border_, -1, labels)


def turn_axes(loadings: np.ndarray) -> np.ndarray:
    """Turn axes so that loadings are few and great (varimax; Kaiser 1958).

    Parameters
    ----------
    loadings
        ndarray of shape (n_segments, n_axes).

    Returns
    -------
    ndarray of shape (n_axes, n_axes)
        The turn, orthogonal; by singular values as in Neudecker (1981), until the gain is under
        one in a thousand million.

    """
    rows, columns = loadings.shape
    turn, before = np.eye(columns), 0.0
    for _ in range(ROUNDS):
        turned = loadings @ turn
        squares = turned * turned
        pull = turned * (squares - squares.sum(axis=0) / rows)
        left, gains, right = np.linalg.svd(loadings.T @ pull)
        turn, gain = left @ right, float(gains.sum())
        if gain < before * (1 + NOISE):
            break
        before = gain
    return turn
