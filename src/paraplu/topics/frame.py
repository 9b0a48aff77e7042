"""BERTopic around a placement. Importing this module imports BERTopic, which takes seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from bertopic import BERTopic
from bertopic.vectorizers import ClassTfidfTransformer
from sklearn.feature_extraction.text import CountVectorizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.axes import TopicAxes
    from paraplu.topics.placing import Placement

__all__ = ["TopicFrame", "frame_model", "weigh_topics"]

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
    model = TopicFrame(
        language="multilingual",
        top_n_words=TOPIC_WORDS,
        umap_model=_Turned(placed.axes),
        hdbscan_model=placed.cluster,
        vectorizer_model=CountVectorizer(
            analyzer=str.split, vocabulary=list(placed.vocabulary.lemmas)
        ),
        ctfidf_model=ClassTfidfTransformer(reduce_frequent_words=True),
    )
    documents = np.array(placed.vocabulary.documents, dtype=object)
    model.fit_transform(documents, embeddings=placed.places)
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
