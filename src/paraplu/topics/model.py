"""The topic model: embeddings, principal components and k-means within BERTopic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.errors import Refused
from paraplu.messages import problem
from paraplu.messages.topics import FITTED, STABILITY_UNKNOWN, UNNAMED
from paraplu.topics.names import rank_words
from paraplu.topics.result import (
    MAP_COLUMNS,
    PASSAGE_COLUMNS,
    TOPIC_COLUMNS,
    TopicResult,
    empty_result,
)
from paraplu.topics.segments import list_segments
from paraplu.topics.vocabulary import MIN_RESPONDENTS, Vocabulary, gather_vocabulary

if TYPE_CHECKING:
    from bertopic import BERTopic

    from paraplu.language import Embedder

__all__ = ["fit_topics"]

COMPONENTS = 20
NAME_WORDS = 3
TOPIC_WORDS = 10
PASSAGES_PER_TOPIC = 5
SEGMENTS_PER_TOPIC = 10
LEAST_TOPICS = 2
HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Fit:
    """Labels of shape (n_segments,), places of shape (n_segments, n_components), and words."""

    labels: np.ndarray
    places: np.ndarray
    words: dict[int, list[str]]


def fit_topics(turns: pd.DataFrame, *, embedder: Embedder, n_topics: int, seed: int) -> TopicResult:
    """Find topics in what respondents say, without looking at codes.

    Segments (turns of 25 words and more) are embedded, reduced by principal components and
    grouped by k-means. Names come from class-based TF-IDF (Grootendorst 2022) over Dutch lemmas,
    fillers left out, weighed by the share of a topic's respondents who use a word; a word that
    fewer than three of them use names nothing.

    Parameters
    ----------
    turns
        Tidy frame of turns.
    embedder
        Turns texts into vectors.
    n_topics
        Topics wanted, 2 or more; fewer are made when there would be under ten segments each.
    seed
        Seed of k-means.

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
    segments = list_segments(turns)
    count = min(n_topics, len(segments) // SEGMENTS_PER_TOPIC)
    vocabulary = gather_vocabulary(list(segments["text"]), list(segments["respondent"]))
    few = segments["respondent"].nunique() < MIN_RESPONDENTS
    if few or count < LEAST_TOPICS or len(vocabulary.lemmas) < LEAST_TOPICS:
        return empty_result(segments, embedder=embedder.name, seed=seed)
    vectors = embedder.embed(list(segments["text"]))
    count = min(count, len(np.unique(vectors, axis=0)))
    if count < LEAST_TOPICS:
        return empty_result(segments, embedder=embedder.name, seed=seed)
    people = list(segments["respondent"])
    fit = _fit(vocabulary, vectors=vectors, respondents=people, n_topics=count, seed=seed)
    placed = segments.assign(topic=fit.labels, x=fit.places[:, 0], y=fit.places[:, 1])
    topics = _describe(placed, words=fit.words)
    return TopicResult(
        topics=topics,
        segments=placed[list(MAP_COLUMNS)],
        passages=_choose_passages(placed, places=fit.places),
        outcome=FITTED,
        embedder=embedder.name,
        n_topics=len(topics),
        seed=seed,
    )


def _fit(
    vocabulary: Vocabulary,
    *,
    vectors: np.ndarray,
    respondents: list[str],
    n_topics: int,
    seed: int,
) -> _Fit:
    """Fit BERTopic on vectors made beforehand; topics come sorted by size."""
    width = max(2, min(COMPONENTS, *vectors.shape))
    model = _make_model(vocabulary, width=width, n_topics=n_topics, seed=seed)
    if vectors.shape[1] < width:
        vectors = np.pad(vectors, ((0, 0), (0, width - vectors.shape[1])))
    documents = np.array(vocabulary.documents, dtype=object)
    labels, _ = model.fit_transform(documents, embeddings=vectors)
    words = rank_words(
        model.c_tf_idf_.toarray(),
        vocabulary=vocabulary,
        labels=labels,
        respondents=respondents,
        n_words=TOPIC_WORDS,
        min_respondents=MIN_RESPONDENTS,
    )
    places = model.umap_model.transform(vectors)
    return _Fit(labels=np.asarray(labels, dtype=int), places=places, words=words)


def _make_model(vocabulary: Vocabulary, *, width: int, n_topics: int, seed: int) -> BERTopic:
    """Make BERTopic of parts that need neither a network nor compilation."""
    from bertopic import BERTopic
    from bertopic.vectorizers import ClassTfidfTransformer
    from sklearn.cluster import KMeans
    from sklearn.decomposition import PCA
    from sklearn.feature_extraction.text import CountVectorizer

    return BERTopic(
        language="multilingual",
        top_n_words=TOPIC_WORDS,
        umap_model=PCA(n_components=width, svd_solver="full"),
        hdbscan_model=KMeans(n_clusters=n_topics, n_init=10, random_state=seed),
        vectorizer_model=CountVectorizer(analyzer=str.split, vocabulary=vocabulary.lemmas),
        ctfidf_model=ClassTfidfTransformer(reduce_frequent_words=True),
    )


def _describe(placed: pd.DataFrame, *, words: dict[int, list[str]]) -> pd.DataFrame:
    """Describe each topic: its name, its size, and whose it is."""
    rows = []
    for topic, own in placed.groupby("topic", sort=True):
        listed = words.get(int(str(topic)), [])
        largest = own["respondent"].value_counts(normalize=True).iloc[0]
        rows.append(
            (
                topic,
                ", ".join(listed[:NAME_WORDS]) or UNNAMED,
                ", ".join(listed),
                len(own),
                len(own) / len(placed),
                own["respondent"].nunique(),
                largest,
                largest > HALF,
                STABILITY_UNKNOWN,
            )
        )
    return pd.DataFrame(rows, columns=list(TOPIC_COLUMNS))


def _choose_passages(placed: pd.DataFrame, *, places: np.ndarray) -> pd.DataFrame:
    """Choose, per topic, the segments nearest its middle, one per respondent."""
    middles = pd.DataFrame(places).groupby(placed["topic"].to_numpy()).transform("mean")
    distances = np.round(np.linalg.norm(places - middles.to_numpy(), axis=1), 9)
    near = placed.assign(distance=distances).sort_values(
        ["topic", "distance", "interview", "turn"], kind="stable"
    )
    chosen = near.drop_duplicates(["topic", "respondent"])
    chosen = chosen.assign(rank=chosen.groupby("topic").cumcount() + 1)
    chosen = chosen[chosen["rank"] <= PASSAGES_PER_TOPIC]
    return chosen[list(PASSAGE_COLUMNS)].reset_index(drop=True)
