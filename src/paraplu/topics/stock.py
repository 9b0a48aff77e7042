"""Other models on the same segments and vectors, stock BERTopic among them.

The stock models need the packages umap-learn and hdbscan, which are not installed by default.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import MODEL_DENSITY, MODEL_FREE, MODEL_NMF, MODEL_PCA, MODEL_UMAP
from paraplu.topics.baseline import N_WORDS, factorise, judge_words
from paraplu.topics.coherence import measure_diversity, measure_npmi
from paraplu.topics.names import weigh_words
from paraplu.topics.placing import place_segments
from paraplu.topics.runs import run_here
from paraplu.topics.vocabulary import choose_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sklearn.cluster import KMeans

    from paraplu.topics.placing import Material
    from paraplu.topics.runs import Runner
    from paraplu.topics.vocabulary import Vocabulary

__all__ = ["COMPARED_COLUMNS", "STOCK", "Model", "compare_models", "has_stock", "list_models"]

STOCK: Sequence[str] = ("umap", "hdbscan")
"""Modules that stock BERTopic uses."""

COMPARED_COLUMNS: Sequence[str] = (
    "model", "n_topics", "outliers", "largest", "ari", "ari_least", "npmi", "diversity",
    "npmi_own", "diversity_own",
)  # fmt: skip
SEED = 2023
DIMENSIONS = 20
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Model:
    """A way to label segments; picklable, so that a cluster can do the runs."""

    name: str
    label: Callable[[Material], np.ndarray]


def has_stock() -> bool:
    """Tell whether the packages of stock BERTopic are installed."""
    return all(find_spec(module) is not None for module in STOCK)


def list_models(*, n_topics: int) -> tuple[Model, ...]:
    """List models: ours, the baselines, and stock BERTopic where its packages are.

    Parameters
    ----------
    n_topics
        Where the number can be set.

    """
    own = (
        Model(MODEL_FREE, partial(_label_freely, n_topics=n_topics)),
        Model(MODEL_NMF, partial(_factorise, n_topics=n_topics)),
        Model(MODEL_PCA, partial(_reduce_and_divide, n_topics=n_topics)),
    )
    if not has_stock():
        return own
    return (*own, Model(MODEL_UMAP, partial(_run_stock, n_topics=n_topics)),
            Model(MODEL_DENSITY, partial(_run_stock, n_topics=None)))  # fmt: skip


def compare_models(
    material: Material, *, models: Sequence[Model], run: Runner = run_here
) -> pd.DataFrame:
    """Compare models on the same segments, each interview left out in turn.

    Parameters
    ----------
    material
        Segments; of three interviews or more.
    models
        As from `list_models`.
    run
        Does the runs, here or on a cluster.

    Returns
    -------
    DataFrame
        One row per model: ``model, n_topics, outliers`` and ``largest`` (shares of segments),
        ``ari`` and ``ari_least`` (mean and worst tenth of the adjusted Rand index on the segments
        that remain, those without a topic counted as a class), ``npmi`` and ``diversity`` of words
        found in our way, ``npmi_own`` and ``diversity_own`` of words by class-based TF-IDF alone,
        as BERTopic finds them, over the same lemmas.

    """
    from sklearn.metrics import adjusted_rand_score

    vocabulary = choose_vocabulary(material.words, material.respondents)
    own = np.array(material.interviews)
    interviews = sorted(set(material.interviews))
    rows = []
    for model in models:
        labels = model.label(material)
        without = run(_label_without, interviews, shared=(material, model))
        ari = [
            float(adjusted_rand_score(labels[own != interview], found))
            for interview, found in zip(interviews, without, strict=True)
        ]
        sizes = np.bincount(labels + 1, minlength=2)
        rows.append(
            (model.name, int(labels.max()) + 1, sizes[0] / len(labels),
             sizes[1:].max() / len(labels), np.mean(ari), np.quantile(ari, 0.1),
             *judge_words(labels, vocabulary=vocabulary, respondents=material.respondents),
             *_judge_plainly(labels, vocabulary=vocabulary))
        )  # fmt: skip
    return pd.DataFrame(rows, columns=list(COMPARED_COLUMNS)).round(DECIMALS)


def _label_without(shared: tuple[Material, Model], interview: str) -> np.ndarray:
    """Label all segments but those of one interview."""
    material, model = shared
    rows = np.flatnonzero(np.array(material.interviews) != interview)
    return model.label(material.take(rows))


def _label_freely(material: Material, *, n_topics: int) -> np.ndarray:
    """Label as `fit_topics` does."""
    placed = place_segments(material, n_topics=[n_topics]).get(n_topics)
    return np.full(len(material.interviews), -1) if placed is None else placed.labels


def _factorise(material: Material, *, n_topics: int) -> np.ndarray:
    """Label by NMF of the same lemmas."""
    return factorise(choose_vocabulary(material.words, material.respondents), n_topics=n_topics)


def _reduce_and_divide(material: Material, *, n_topics: int) -> np.ndarray:
    """Label by k-means on principal components of the vectors."""
    from sklearn.decomposition import PCA

    width = min(DIMENSIONS, *material.vectors.shape)
    reduced = PCA(width, svd_solver="full").fit_transform(material.vectors)
    return np.asarray(_divide(n_topics).fit_predict(reduced))


def _run_stock(material: Material, *, n_topics: int | None) -> np.ndarray:
    """Label by BERTopic as it comes (UMAP and HDBSCAN), or with k-means for so many topics.

    The seed of UMAP is fixed; its other settings, and those of HDBSCAN, are BERTopic's own.
    """
    from bertopic import BERTopic
    from sklearn.feature_extraction.text import CountVectorizer

    umap = import_module("umap").UMAP(
        n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", low_memory=False,
        random_state=SEED, n_jobs=1,
    )  # fmt: skip
    vocabulary = choose_vocabulary(material.words, material.respondents)
    model = BERTopic(
        language="multilingual",
        umap_model=umap,
        hdbscan_model=None if n_topics is None else _divide(n_topics),
        vectorizer_model=CountVectorizer(
            analyzer=str.split, vocabulary=list(vocabulary.lemmas)
        ),
    )  # fmt: skip
    documents = np.array(vocabulary.documents, dtype=object)
    labels, _ = model.fit_transform(documents, embeddings=material.vectors)
    return np.asarray(labels, dtype=int)


def _divide(n_topics: int) -> KMeans:
    """Return k-means with a fixed seed."""
    from sklearn.cluster import KMeans

    return KMeans(n_topics, n_init=10, random_state=SEED)


def _judge_plainly(labels: np.ndarray, *, vocabulary: Vocabulary) -> tuple[float, float]:
    """Return NPMI and diversity of words by class-based TF-IDF alone."""
    weights = weigh_words(labels, documents=vocabulary.documents, lemmas=vocabulary.lemmas)
    words = [
        [vocabulary.lemmas[column] for column in np.argsort(-row, kind="stable")[:N_WORDS]]
        for row in weights
    ]
    npmi = [measure_npmi(own, documents=vocabulary.documents) for own in words]
    return (float(np.mean(npmi)) if npmi else float("nan")), measure_diversity(words)
