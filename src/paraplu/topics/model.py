"""Free topics: found without codes, the same for the same material, within BERTopic."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from paraplu.errors import Refused
from paraplu.language import strip_bracketed
from paraplu.messages import problem
from paraplu.topics.describing import Description, describe
from paraplu.topics.names import rank_words
from paraplu.topics.placing import LEAST_TOPICS, Material, place_segments
from paraplu.topics.result import empty_result
from paraplu.topics.segments import MIN_WORDS, list_segments
from paraplu.topics.vocabulary import MIN_RESPONDENTS, find_words

if TYPE_CHECKING:
    import pandas as pd

    from paraplu.language import Embedder
    from paraplu.topics.result import TopicResult

__all__ = ["Prepared", "fit_topics", "prepare_segments"]

VERSION = "2"
"""Of the method; raised when the same material would give other topics."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Segments with the material a model reads; `key` is a hash of all of it."""

    segments: pd.DataFrame
    material: Material
    embedder: str
    key: str


def prepare_segments(
    turns: pd.DataFrame, *, embedder: Embedder, min_words: int = MIN_WORDS
) -> Prepared:
    """Cut turns into segments, find their words and embed them.

    Parameters
    ----------
    turns
        Tidy frame of turns.
    embedder
        Turns texts into vectors.
    min_words
        Shortest segment.

    """
    segments = list_segments(turns, min_words=min_words)
    texts = [strip_bracketed(text) for text in segments["text"]]
    vectors = embedder.embed(texts) if texts else np.empty((0, 0), dtype=np.float32)
    material = Material(
        interviews=tuple(segments["interview"]),
        respondents=tuple(segments["respondent"]),
        words=tuple(find_words(text) for text in texts),
        vectors=vectors,
    )
    places = (f"{row.interview}:{row.parts}:{row.text}" for row in segments.itertuples())
    said = "\0".join([VERSION, embedder.name, *places])
    key = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return Prepared(segments, material, embedder.name, key)


def fit_topics(turns: pd.DataFrame | Prepared, *, embedder: Embedder, n_topics: int) -> TopicResult:
    """Find topics in what respondents say, without looking at codes.

    Segments of 40 to 120 words are placed by what they mean and which words they use, drawn to
    their neighbours, and grouped along turned principal axes (see `TopicAxes`); what is faint
    on all axes has no topic. Names come from class-based TF-IDF (Grootendorst 2022) over Dutch
    lemmas, fillers left out, weighed by the share of a topic's respondents who use a word; a
    word that fewer than three of them use names nothing. The same material gives the same
    topics: nothing is drawn by lot, and the order of interviews does not matter.

    Parameters
    ----------
    turns
        Tidy frame of turns, or what `prepare_segments` made of it.
    embedder
        Turns texts into vectors.
    n_topics
        Topics wanted, 2 or more; fewer are made when there would be under ten segments each.

    Returns
    -------
    TopicResult
        Without topics when there are fewer than three respondents, twenty segments, or two words
        that three respondents share: 0, 1 or a few interviews give a result, never an error.

    Raises
    ------
    Refused
        P301, when fewer than two topics are asked.

    """
    if n_topics < LEAST_TOPICS:
        place = "paraplu.toml"
        raise Refused([problem("P301", place, seen=n_topics, least=LEAST_TOPICS)])
    made = turns if isinstance(turns, Prepared) else prepare_segments(turns, embedder=embedder)
    key = f"{made.key}-{n_topics}"
    placed = place_segments(made.material, n_topics=[n_topics]).get(n_topics)
    if placed is None:
        return empty_result(made.segments, embedder=made.embedder, key=key)
    from paraplu.topics.frame import TOPIC_WORDS, frame_model, weigh_topics

    lemmas = rank_words(
        weigh_topics(frame_model(placed)),
        vocabulary=placed.vocabulary,
        labels=placed.labels.tolist(),
        respondents=made.material.respondents,
        n_words=TOPIC_WORDS,
        min_respondents=MIN_RESPONDENTS,
    )
    found = Description(
        labels=placed.labels, loadings=placed.axes.loadings_, order=placed.cluster.order_,
        places=placed.places, vocabulary=placed.vocabulary, lemmas=lemmas,
    )  # fmt: skip
    return describe(made.segments, found=found, embedder=made.embedder, key=key)
