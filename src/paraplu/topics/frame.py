"""BERTopic around a placement. Importing this module imports BERTopic, which takes seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
from bertopic import BERTopic
from bertopic.vectorizers import ClassTfidfTransformer
from sklearn.feature_extraction.text import CountVectorizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.anchored import AnchoredPlacement
    from paraplu.topics.axes import TopicAxes
    from paraplu.topics.placing import Placement
    from paraplu.topics.vocabulary import Vocabulary

__all__ = ["TopicFrame", "frame_anchored", "frame_model", "weigh_topics"]

TOPIC_WORDS = 10


class TopicFrame(BERTopic):  # type: ignore[misc]  # BERTopic carries no types
    """BERTopic that places new segments without HDBSCAN.

    Its own `transform` asks whether the clusters are HDBSCAN's, and fails when that package is
    not there to ask.
    """

    def transform(self, documents: Sequence[str], embeddings: np.ndarray) -> tuple[list[int], None]:
        """Place segments it has not seen.

        Parameters
        ----------
        documents
            Lemmas of each segment, with a space between.
        embeddings
            Their joint view: ndarray of shape (n_segments, n_dimensions).

        """
        del documents
        labels = self.hdbscan_model.predict(self.umap_model.transform(embeddings))
        return list(self._map_predictions(labels.tolist())), None


def frame_model(placed: Placement) -> TopicFrame:
    """Fit BERTopic around a placement; its parts need neither a network nor compilation.

    The model has all of BERTopic's own methods. Its documents are lemmas, its embeddings the
    joint view (`JointView.place`). Topics of the same size may have other numbers than in a
    `TopicResult`.
    """
    return _fit(
        _Turned(placed.axes), placed.cluster, vocabulary=placed.vocabulary, places=placed.places
    )


def frame_anchored(placed: AnchoredPlacement) -> TopicFrame:
    """Fit BERTopic around topics tied to codes.

    Prototypes are its reduction of dimensions (likeness to each code), the nearest one its
    clusters; the free topics among what no prototype covers are handed over as they were found.
    A segment it has not seen is placed with its nearest prototype, and with none when it is less
    like that than all that was covered. Topics bear the names of their codes
    (``get_topic_info()["CustomName"]``; ``custom_labels=True`` in BERTopic's figures).
    """
    cluster = _Nearest(placed)
    model = _fit(
        _Likened(placed.directions), cluster, vocabulary=placed.vocabulary, places=placed.places
    )
    own = model.topic_mapper_.get_mappings()
    model.set_topic_labels({own[topic]: name for topic, name in enumerate(placed.names) if name})
    return model


def weigh_topics(model: TopicFrame) -> np.ndarray:
    """Return class-based TF-IDF, a row per topic of the placement, in its own numbers.

    Returns
    -------
    ndarray of shape (n_topics, n_lemmas)

    """
    weights: np.ndarray = model.c_tf_idf_.toarray()[model._outliers :]  # noqa: SLF001  how many rows are of none
    mapped = model.topic_mapper_.get_mappings()
    return weights[[mapped[topic] for topic in range(len(weights))]]


class _Reduction(Protocol):
    """What BERTopic asks of a reduction of dimensions."""

    def transform(self, places: np.ndarray) -> np.ndarray:
        """Return places in fewer dimensions."""


class _Clusters(Protocol):
    """What BERTopic asks of clusters, beside `fit` and `labels_`."""

    def predict(self, places: np.ndarray) -> np.ndarray:
        """Return labels."""


def _fit(
    reduction: _Reduction, clusters: _Clusters, *, vocabulary: Vocabulary, places: np.ndarray
) -> TopicFrame:
    """Fit BERTopic with parts that need neither a network nor compilation."""
    model = TopicFrame(
        language="multilingual",
        top_n_words=TOPIC_WORDS,
        umap_model=reduction,
        hdbscan_model=clusters,
        vectorizer_model=CountVectorizer(analyzer=str.split, vocabulary=list(vocabulary.lemmas)),
        ctfidf_model=ClassTfidfTransformer(reduce_frequent_words=True),
    )
    model.fit_transform(np.array(vocabulary.documents, dtype=object), embeddings=places)
    return model


class _Likened:
    """Likeness to prototypes, as BERTopic's reduction of dimensions."""

    def __init__(self, directions: np.ndarray) -> None:
        """Keep the prototypes, ndarray of shape (n_codes, n_dimensions)."""
        self.directions = directions

    def fit(self, places: np.ndarray, y: object = None) -> _Likened:
        """Learn nothing: codes were there before."""
        del places, y
        return self

    def transform(self, places: np.ndarray) -> np.ndarray:
        """Return likeness, ndarray of shape (n_segments, n_codes)."""
        likeness: np.ndarray = places @ self.directions.T
        return likeness


class _Nearest:
    """The nearest prototype, as BERTopic's clusters."""

    def __init__(self, placed: AnchoredPlacement) -> None:
        """Keep what was placed."""
        self.placed = placed

    def fit(self, likeness: np.ndarray, y: object = None) -> _Nearest:
        """Take the labels that were found."""
        del likeness, y
        self.labels_ = self.placed.labels
        return self

    def predict(self, likeness: np.ndarray) -> np.ndarray:
        """Return labels, ndarray of shape (n_segments,); -1 for none."""
        labels = self.placed.topics[likeness.argmax(axis=1)]
        return np.where(likeness.max(axis=1) < self.placed.border, -1, labels)


class _Turned:
    """Axes that have been found already, as BERTopic's reduction of dimensions."""

    def __init__(self, axes: TopicAxes) -> None:
        """Keep the axes."""
        self.axes = axes

    def fit_transform(self, places: np.ndarray, y: object = None) -> np.ndarray:
        """Return the loadings of the places on which the axes were found."""
        del places, y
        loadings: np.ndarray = self.axes.loadings_
        return loadings

    def transform(self, places: np.ndarray) -> np.ndarray:
        """Return the loadings of other places."""
        return self.axes.transform(places)
