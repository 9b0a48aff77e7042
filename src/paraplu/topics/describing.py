"""Describing: from labels to what people read about topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import FITTED, STABILITY_UNKNOWN
from paraplu.topics.coherence import measure_npmi
from paraplu.topics.mapping import grow_tree, order_leaves, place_on_map
from paraplu.topics.names import count_users, name_topic
from paraplu.topics.naming import find_naming_words
from paraplu.topics.result import MAP_COLUMNS, PASSAGE_COLUMNS, TOPIC_COLUMNS, TopicResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.topics.vocabulary import Vocabulary

__all__ = ["Description", "choose_passages", "describe"]

PASSAGES_PER_TOPIC = 5
HALF = 0.5
DECIMALS = 6
KNOWN = TOPIC_COLUMNS.index("angle")
"""Columns that a fit knows of itself."""


@dataclass(frozen=True, slots=True)
class Description:
    """Labels, what they were made of, and the weightiest lemmas of each topic.

    `loadings` are of shape (n_segments, n_axes), `order` gives the topic of each axis, `places`
    are of shape (n_segments, n_dimensions).
    """

    labels: np.ndarray
    loadings: np.ndarray
    order: np.ndarray
    places: np.ndarray
    vocabulary: Vocabulary
    lemmas: Mapping[int, Sequence[str]]


def describe(segments: pd.DataFrame, *, found: Description, embedder: str, key: str) -> TopicResult:
    """Describe topics: names, sizes, whose they are, what to read, and how they lie.

    Parameters
    ----------
    segments
        As from `list_segments`, in the order of the labels.
    found
        The labels and what they were made of.
    embedder, key
        How it was made.

    """
    count = int(found.labels.max()) + 1
    loadings = np.empty_like(found.loadings)
    loadings[:, found.order] = found.loadings
    loadings = loadings[:, :count]
    middles = np.array([found.places[found.labels == topic].mean(axis=0) for topic in range(count)])
    order = order_leaves(middles)
    spots = place_on_map(loadings, order=order)
    strength = loadings.max(axis=1) / np.median(loadings.max(axis=1))
    placed = segments.assign(
        topic=found.labels, strength=strength.round(DECIMALS), kept=np.nan,
        x=spots[:, 0].round(DECIMALS), y=spots[:, 1].round(DECIMALS),
    )  # fmt: skip
    angles = 360 * np.argsort(order) / max(count, 1)
    topics = _list_topics(placed, found=found).assign(angle=angles)[list(TOPIC_COLUMNS)]
    return TopicResult(
        topics=topics,
        segments=placed[list(MAP_COLUMNS)],
        passages=choose_passages(placed),
        tree=grow_tree(middles, names=list(topics["name"])),
        outcome=FITTED,
        key=key,
        embedder=embedder,
        n_topics=count,
    )


def choose_passages(placed: pd.DataFrame, *, most: int = PASSAGES_PER_TOPIC) -> pd.DataFrame:
    """Choose, per topic, the segments with the greatest strength, one per respondent."""
    near = placed[placed["topic"] >= 0].sort_values(
        ["topic", "strength", "interview", "start"],
        ascending=[True, False, True, True],
        kind="stable",
    )
    chosen = near.drop_duplicates(["topic", "respondent"])
    chosen = chosen.assign(rank=chosen.groupby("topic").cumcount() + 1)
    return chosen.loc[chosen["rank"] <= most, list(PASSAGE_COLUMNS)].reset_index(drop=True)


def _list_topics(placed: pd.DataFrame, *, found: Description) -> pd.DataFrame:
    """List each topic: its name, its size, whose it is, and how its words hang together."""
    vocabulary = found.vocabulary
    naming = find_naming_words(
        found.lemmas, texts=list(placed["text"]), labels=found.labels, vocabulary=vocabulary
    )
    documents = np.array(vocabulary.documents, dtype=object)
    rows, taken = [], set[str]()
    for topic, own in placed[placed["topic"] >= 0].groupby("topic", sort=True):
        lemmas = found.lemmas.get(int(str(topic)), ())
        largest = own["respondent"].value_counts(normalize=True).iloc[0]
        npmi = measure_npmi(lemmas, documents=vocabulary.documents)
        users = count_users(
            lemmas, documents=documents[found.labels == topic], respondents=list(own["respondent"])
        )
        rows.append(
            (
                topic,
                name_topic(lemmas, vocabulary=vocabulary, naming=naming, users=users, taken=taken),
                ", ".join(vocabulary.forms[lemma] for lemma in lemmas),
                len(own),
                len(own) / len(placed),
                own["respondent"].nunique(),
                largest,
                largest > HALF,
                round(npmi, DECIMALS),
            )
        )
    described = pd.DataFrame(rows, columns=list(TOPIC_COLUMNS[:KNOWN]))
    unknown = {"returned": np.nan, "runs": np.nan, "jaccard": np.nan}
    return described.assign(**unknown, stability=STABILITY_UNKNOWN)
