"""Matching: the topics of two runs over the same segments, by what they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["HOLDING", "RETURNED", "Matched", "match_runs"]

RETURNED = 0.5
"""A topic has returned when it shares over half with its nearest topic (Hennig 2008)."""

HOLDING = 0.8
"""A topic holds when it returns in at least this share of the runs."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Topics of all material beside those of runs with an interview left out.

    Attributes
    ----------
    overlaps
        Of each topic with its nearest one (Jaccard), missing where the topic was left out whole:
        ndarray of shape (n_runs, n_topics).
    stayed
        Share of the runs in which a segment stayed with its topic, missing without one: ndarray of
        shape (n_segments,).
    ari
        Adjusted Rand index of each run, segments without a topic counted as a class (Hubert and
        Arabie 1985): ndarray of shape (n_runs,).

    """

    overlaps: np.ndarray
    stayed: np.ndarray
    ari: np.ndarray

    def count(self, runs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return in how many of these runs each topic returned, and out of how many."""
        overlaps = self.overlaps[runs]
        return (overlaps > RETURNED).sum(axis=0), np.isfinite(overlaps).sum(axis=0)

    def holds(self, runs: np.ndarray) -> np.ndarray:
        """Tell of each topic whether it holds in these runs."""
        returned, of = self.count(runs)
        held: np.ndarray = returned >= HOLDING * of
        return held


def match_runs(
    labels: np.ndarray, *, runs: Sequence[np.ndarray], kept: Sequence[np.ndarray]
) -> Matched:
    """Match the topics of each run to those of all material.

    Parameters
    ----------
    labels
        Of all material, -1 for none: ndarray of shape (n_segments,).
    runs
        Labels of each run, of the segments it kept.
    kept
        Which segments each run kept: ndarrays of bool of shape (n_segments,).

    """
    from sklearn.metrics import adjusted_rand_score

    count = int(labels.max()) + 1
    overlaps = np.full((len(runs), count), np.nan)
    stayed, present = np.zeros(len(labels)), np.zeros(len(labels))
    agreement = []
    for place, (found, rows) in enumerate(zip(runs, kept, strict=True)):
        own = labels[rows]
        jaccard = _overlap(own, found, topics=count)
        nearest = jaccard.argmax(axis=1) if jaccard.shape[1] else np.full(count, -1)
        overlaps[place] = jaccard.max(axis=1) if jaccard.shape[1] else 0.0
        overlaps[place, np.bincount(own[own >= 0], minlength=count) == 0] = np.nan
        same = (own >= 0) & (found == np.where(own >= 0, nearest[own], -1))
        stayed[rows] += same
        present[rows] += 1
        agreement.append(float(adjusted_rand_score(own, found)))
    share = np.where(labels >= 0, stayed / np.maximum(present, 1), np.nan)
    return Matched(overlaps, share, np.array(agreement))


def _overlap(own: np.ndarray, found: np.ndarray, *, topics: int) -> np.ndarray:
    """Return Jaccard indices, ndarray of shape (n_topics, n_topics_found)."""
    one = own[:, None] == np.arange(topics)
    other = found[:, None] == np.arange(found.max(initial=-1) + 1)
    both = one.astype(int).T @ other.astype(int)
    either = one.sum(axis=0)[:, None] + other.sum(axis=0)[None, :] - both
    shares: np.ndarray = both / np.maximum(either, 1)
    return shares
