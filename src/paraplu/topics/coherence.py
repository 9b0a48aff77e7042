"""Coherence: whether the words of a topic occur together, and differ between topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["measure_diversity", "measure_npmi"]


def measure_npmi(words: Sequence[str], *, documents: Sequence[str]) -> float:
    """Return the mean normalised pointwise mutual information of a topic's words.

    Over all pairs of words; two words occur together when one segment holds both (Bouma 2009;
    Lau, Newman and Baldwin 2014).

    Parameters
    ----------
    words
        Lemmas of one topic.
    documents
        Lemmas of each segment, with a space between.

    Returns
    -------
    float
        From -1 (never together) by 0 (as often as by chance) to 1; missing with fewer than two
        words or without segments.

    Examples
    --------
    >>> measure_npmi(["raad", "motie"], documents=["raad motie", "raad motie", "hond", "kat"])
    1.0

    """
    if len(words) < 2 or not documents:  # noqa: PLR2004  a pair
        return float("nan")
    held = [frozenset(document.split()) for document in documents]
    present = np.array([[word in own for word in words] for own in held], dtype=float)
    together = present.T @ present / len(held)
    alone = np.diag(together)
    first, second = np.triu_indices(len(words), 1)
    both, product = together[first, second], alone[first] * alone[second]
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log(both / product) / -np.log(both)
    found = np.where(both == 0, -1.0, np.where(both == 1, 1.0, found))
    return float(found.mean())


def measure_diversity(topics: Sequence[Sequence[str]]) -> float:
    """Return the share of words that stand in one topic only, of all words listed.

    The number of different words over the number of words (Dieng, Ruiz and Blei 2020).

    Examples
    --------
    >>> measure_diversity([["raad", "motie"], ["raad", "hond"]])
    0.75

    """
    listed = [word for words in topics for word in words]
    return len(set(listed)) / len(listed) if listed else float("nan")
