"""Scaling: find topics on a sample, then place everything else, shard by shard."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from paraplu.topics.placing import Material, Placement, place_segments
from paraplu.topics.runs import run_here

if TYPE_CHECKING:
    from paraplu.topics.runs import Runner

__all__ = ["SAMPLE", "choose_sample", "place_all"]

SAMPLE = 2000
"""Segments on which topics are found; up to this number there is no sample."""

SHARD = 2000
"""Segments that are placed at a time: some hundred megabytes."""


def place_all(
    material: Material, *, n_topics: int, sample: int = SAMPLE, run: Runner = run_here
) -> tuple[np.ndarray, Placement | None]:
    """Place any number of segments.

    Up to `sample` segments the topics are those of `place_segments`. Of more, topics are found on
    a sample in which every respondent has a part, and the others are placed along the same axes,
    with the neighbours they have in the sample.

    Parameters
    ----------
    material
        Segments.
    n_topics
        Topics wanted.
    sample
        Segments of the sample.
    run
        Places shards, here or on a cluster; the labels are the same.

    Returns
    -------
    tuple of ndarray and Placement
        Topic of each segment (-1 for none), and the placement of the sample (None when no
        topics are made).

    """
    count = len(material.respondents)
    rows = choose_sample(material, size=sample)
    placed = place_segments(material.take(rows), n_topics=[n_topics]).get(n_topics)
    if placed is None:
        return np.full(count, -1), None
    labels = np.empty(count, dtype=int)
    labels[rows] = placed.labels
    others = np.setdiff1d(np.arange(count), rows)
    shards = [others[start : start + SHARD] for start in range(0, len(others), SHARD)]
    pieces = [material.take(shard) for shard in shards]
    for shard, found in zip(shards, run(_place, pieces, shared=placed), strict=True):
        labels[shard] = found
    return labels, placed


def choose_sample(material: Material, *, size: int) -> np.ndarray:
    """Choose segments of all respondents, by hash of what was said and not by place or lot.

    Everyone gives the same share of their segments, one at least, until there are enough.

    Returns
    -------
    ndarray of int
        Rows in order; all of them when there are no more than `size`.

    """
    count = len(material.respondents)
    if count <= size:
        return np.arange(count)
    owners = np.unique(np.array(material.respondents), return_inverse=True)[1]
    drawn = np.array([_draw(words) for words in material.words])
    order = np.lexsort((drawn, owners))
    ranks = np.empty(count)
    sizes = np.bincount(owners)
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    ranks[order] = np.arange(count) - begins[owners[order]]
    share = ranks / sizes[owners]
    return np.sort(np.lexsort((drawn, share))[:size])


def _draw(words: tuple[tuple[str, str], ...]) -> int:
    """Return a number for what was said, the same in every process."""
    said = " ".join(form for _, form in words).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(said).digest()[:7], "big")


def _place(placed: Placement, piece: Material) -> np.ndarray:
    """Place segments along axes found on others."""
    kept = frozenset(placed.vocabulary.lemmas)
    documents = [" ".join(lemma for lemma, _ in own if lemma in kept) for own in piece.words]
    places = placed.view.place(piece.vectors, documents)
    return placed.cluster.predict(placed.axes.transform(places))
