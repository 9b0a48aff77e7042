"""Two views on a segment as one: what it means (embedding) and which words it uses (lemmas)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sklearn.feature_extraction.text import TfidfVectorizer

    from paraplu.topics.vocabulary import Vocabulary

__all__ = ["JointView", "join_views", "unit_rows"]

WORD_WEIGHT = 2**0.5
"""Weight of words beside meaning (1); in squared distance, twice. Chosen by trying: ADR 0010."""


@dataclass(frozen=True, slots=True)
class JointView:
    """How to place a segment: centre of meanings, weights of lemmas and their centre."""

    centre: np.ndarray
    weigher: TfidfVectorizer
    words: np.ndarray
    weight: float = WORD_WEIGHT

    def place(self, vectors: np.ndarray, documents: Sequence[str]) -> np.ndarray:
        """Place segments.

        Parameters
        ----------
        vectors
            Embeddings: ndarray of shape (n_segments, n_dimensions).
        documents
            Lemmas of each segment, with a space between.

        Returns
        -------
        ndarray of shape (n_segments, n_dimensions + n_lemmas)
            Meaning, at length 1, beside words, at length `weight`; both around their centre.

        """
        meaning = unit_rows(np.asarray(vectors, dtype=np.float64) - self.centre)
        spoken = self.weigher.transform(documents).toarray() - self.words
        return np.hstack([meaning, self.weight * unit_rows(spoken)])


def join_views(
    vectors: np.ndarray, vocabulary: Vocabulary, *, weight: float = WORD_WEIGHT
) -> JointView:
    """Learn how to place segments from the segments themselves.

    Words are weighed by TF-IDF with the logarithm of their count (Salton and Buckley 1988).

    Parameters
    ----------
    vectors
        Embeddings: ndarray of shape (n_segments, n_dimensions).
    vocabulary
        Of the same segments; at least one lemma.
    weight
        Of words beside meaning, 0 or more.

    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    weigher = TfidfVectorizer(
        analyzer=str.split, vocabulary=list(vocabulary.lemmas), sublinear_tf=True
    )
    spoken = weigher.fit_transform(vocabulary.documents)
    centre = np.asarray(vectors, dtype=np.float64).mean(axis=0)
    words = np.asarray(spoken.mean(axis=0)).ravel()
    return JointView(centre=centre, weigher=weigher, words=words, weight=weight)


def unit_rows(matrix: np.ndarray) -> np.ndarray:
    """Scale rows to length 1; a row of zeros stays as it is."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix / np.where(lengths > 0, lengths, 1.0)
