"""A map of segments, and a tree of topics: which lie near each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.topics.result import TREE_COLUMNS
from paraplu.topics.views import unit_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["grow_tree", "order_leaves", "place_on_map"]

SHARPNESS = 2.0
"""How much a great loading goes before a small one; 1 puts all segments in the middle."""


def grow_tree(middles: np.ndarray, *, names: Sequence[str]) -> pd.DataFrame:
    """Bring topics together, the most alike first (average linkage, cosine distance).

    Parameters
    ----------
    middles
        Mean place of each topic: ndarray of shape (n_topics, n_dimensions).
    names
        Of the topics.

    Returns
    -------
    DataFrame
        One row per step: ``step`` (from the number of topics on), ``left`` and ``right`` (topics
        or earlier steps), ``distance`` (0 to 2), ``topics`` (numbers with commas) and ``name``
        (of the largest topic on either side).

    """
    if len(middles) < 2:  # noqa: PLR2004  nothing to bring together
        return pd.DataFrame(columns=list(TREE_COLUMNS))
    rows, held = [], {topic: [topic] for topic in range(len(middles))}
    for place, (left, right, distance, _) in enumerate(_link(middles)):
        step, sides = len(middles) + place, (held[int(left)], held[int(right)])
        held[step] = sorted(sides[0] + sides[1])
        name = " | ".join(names[min(side)] for side in sorted(sides, key=min))
        topics = ", ".join(str(topic) for topic in held[step])
        rows.append((step, int(left), int(right), float(distance), topics, name))
    return pd.DataFrame(rows, columns=list(TREE_COLUMNS))


def order_leaves(middles: np.ndarray) -> list[int]:
    """Return topics in an order in which like stands beside like."""
    if len(middles) < 3:  # noqa: PLR2004  any order will do
        return list(range(len(middles)))
    from scipy.cluster.hierarchy import leaves_list

    return [int(leaf) for leaf in leaves_list(_link(middles))]


def place_on_map(loadings: np.ndarray, *, order: Sequence[int]) -> np.ndarray:
    """Place segments within a circle of topics.

    Topics stand around, in the given order; a segment stands at the mean of the topics, weighed
    by its loadings. So near the rim it is about one topic, and in the middle about many or none
    (a radial coordinate visualisation; Hoffman et al. 1997).

    Parameters
    ----------
    loadings
        ndarray of shape (n_segments, n_topics); under zero counts as zero.
    order
        Topics, clockwise from the top.

    Returns
    -------
    ndarray of shape (n_segments, 2)
        x to the right and y upward, within the unit circle.

    """
    angles = np.empty(len(order))
    angles[list(order)] = np.pi / 2 - 2 * np.pi * np.arange(len(order)) / max(len(order), 1)
    stands = np.column_stack([np.cos(angles), np.sin(angles)])
    pull = loadings.clip(0) ** SHARPNESS
    totals = pull.sum(axis=1, keepdims=True)
    placed: np.ndarray = (pull / np.where(totals > 0, totals, 1.0)) @ stands
    return placed


def _link(middles: np.ndarray) -> np.ndarray:
    """Return the linkage matrix of scipy."""
    from scipy.cluster.hierarchy import linkage

    distances = np.clip(1 - unit_rows(middles) @ unit_rows(middles).T, 0, 2)
    pairs = np.triu_indices(len(middles), 1)
    linked: np.ndarray = linkage(
        np.round(distances[pairs], 12), method="average", optimal_ordering=True
    )
    return linked
