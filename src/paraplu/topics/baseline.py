"""The baseline: NMF on the same lemmas, and the quality of anyone's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.topics.coherence import measure_diversity, measure_npmi
from paraplu.topics.names import rank_words, weigh_words
from paraplu.topics.vocabulary import MIN_RESPONDENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.vocabulary import Vocabulary

__all__ = ["factorise", "judge_words"]

ROUNDS = 150
N_WORDS = 10


def factorise(vocabulary: Vocabulary, *, n_topics: int) -> np.ndarray:
    """Label segments by non-negative matrix factorisation of TF-IDF (Lee and Seung 1999).

    Started from the singular vectors (Boutsidis and Gallopoulos 2008), found with a fixed seed.

    Returns
    -------
    ndarray of shape (n_segments,)
        Topic of each segment, numbered by size; all have one.

    """
    import warnings

    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfVectorizer

    weigher = TfidfVectorizer(
        analyzer=str.split, vocabulary=list(vocabulary.lemmas), sublinear_tf=True
    )
    weights = weigher.fit_transform(vocabulary.documents)
    count = min(n_topics, *weights.shape)
    with warnings.catch_warnings(), np.errstate(invalid="ignore"):
        warnings.simplefilter("ignore", ConvergenceWarning)  # a baseline need not be perfect
        shares = NMF(count, init="nndsvd", max_iter=ROUNDS, random_state=0).fit_transform(weights)
    labels = shares.argmax(axis=1)
    order = np.empty(count, dtype=int)
    order[np.argsort(-np.bincount(labels, minlength=count), kind="stable")] = np.arange(count)
    numbered: np.ndarray = order[labels]
    return numbered


def judge_words(
    labels: np.ndarray,
    *,
    vocabulary: Vocabulary,
    respondents: Sequence[str],
) -> tuple[float, float]:
    """Return coherence (mean NPMI over topics) and diversity of the words of any labels.

    The words are found in the same way whatever made the labels, so that models compare.
    """
    weights = weigh_words(labels, documents=vocabulary.documents, lemmas=vocabulary.lemmas)
    words = rank_words(
        weights,
        vocabulary=vocabulary,
        labels=labels.tolist(),
        respondents=respondents,
        n_words=N_WORDS,
        min_respondents=MIN_RESPONDENTS,
    )
    listed = [own for own in words.values() if len(own) > 1]
    npmi = [measure_npmi(own, documents=vocabulary.documents) for own in listed]
    return (float(np.mean(npmi)) if npmi else float("nan")), measure_diversity(listed)
