"""Placing: from segments to labels, the part of the model that is done over and over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.topics.axes import LoudestAxis, TopicAxes
from paraplu.topics.views import JointView, join_views
from paraplu.topics.vocabulary import MIN_RESPONDENTS, Vocabulary, choose_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

__all__ = ["LEAST_TOPICS", "SEGMENTS_PER_TOPIC", "Material", "Placement", "place_segments"]

LEAST_TOPICS = 2
SEGMENTS_PER_TOPIC = 10


@dataclass(frozen=True, slots=True)
class Material:
    """What a model is made of: per segment its interview, respondent, words and vector.

    `vectors` is an ndarray of shape (n_segments, n_dimensions); `words` are pairs of lemma and
    form.
    """

    interviews: tuple[str, ...]
    respondents: tuple[str, ...]
    words: tuple[tuple[tuple[str, str], ...], ...]
    vectors: np.ndarray

    def take(self, rows: np.ndarray) -> Material:
        """Return the material of these segments, in this order."""
        return Material(
            interviews=tuple(self.interviews[row] for row in rows),
            respondents=tuple(self.respondents[row] for row in rows),
            words=tuple(self.words[row] for row in rows),
            vectors=self.vectors[rows],
        )


@dataclass(frozen=True, slots=True)
class Placement:
    """Labels of shape (n_segments,), and what they were made with."""

    labels: np.ndarray
    vocabulary: Vocabulary
    view: JointView
    places: np.ndarray
    axes: TopicAxes
    cluster: LoudestAxis


def place_segments(material: Material, *, n_topics: Sequence[int]) -> dict[int, Placement]:
    """Place segments on axes, for one or more numbers of topics.

    Parameters
    ----------
    material
        Segments.
    n_topics
        Numbers wanted; fewer topics are made when there would be under ten segments each.

    Returns
    -------
    dict of int to Placement
        By number wanted. Empty when there are fewer than three respondents, twenty segments or
        two words that three respondents share, or when all segments are alike.

    """
    most = len(material.respondents) // SEGMENTS_PER_TOPIC
    vocabulary = choose_vocabulary(material.words, material.respondents)
    few = len(set(material.respondents)) < MIN_RESPONDENTS or most < LEAST_TOPICS
    if few or len(vocabulary.lemmas) < LEAST_TOPICS:
        return {}
    view = join_views(material.vectors, vocabulary)
    places = view.place(material.vectors, vocabulary.documents)
    placed: dict[int, Placement] = {}
    widest = TopicAxes(n_axes=min(max(n_topics), most)).fit(places)
    if not len(widest.spread_):
        return {}
    for number in n_topics:
        axes = widest.narrow(min(number, most))
        cluster = LoudestAxis().fit(axes.loadings_)
        placed[number] = Placement(
            labels=cluster.labels_, vocabulary=vocabulary, view=view, places=places, axes=axes,
            cluster=cluster,
        )  # fmt: skip
    return placed
