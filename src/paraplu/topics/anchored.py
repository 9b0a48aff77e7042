"""Anchored topics: tied to codes, with free topics for what no code covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import ANCHORED, DEPENDENT, FREE
from paraplu.topics.coherence import measure_npmi
from paraplu.topics.names import count_users, name_topic, rank_words
from paraplu.topics.naming import find_naming_words
from paraplu.topics.placing import SEGMENTS_PER_TOPIC, place_segments
from paraplu.topics.views import unit_rows
from paraplu.topics.vocabulary import MIN_RESPONDENTS, Vocabulary, choose_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.topics.anchors import Anchors
    from paraplu.topics.model import Prepared

__all__ = [
    "ANCHORED_COLUMNS",
    "AnchoredPlacement",
    "AnchoredResult",
    "fit_anchored",
    "place_anchored",
]

COVERED = 0.10
"""Segments whose best likeness lies in this lowest share are covered by no prototype."""

LEAST_FREE = 2 * SEGMENTS_PER_TOPIC
HALF = 0.5
DECIMALS = 9

ANCHORED_COLUMNS: Sequence[str] = (
    "topic", "kind", "code", "name", "words", "n_segments", "share", "n_respondents",
    "largest_share", "one_voice", "npmi",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AnchoredResult:
    """Topics tied to codes.

    Attributes
    ----------
    topics
        One row per topic, the largest first: ``kind`` (*anker* or *vrij*), ``code`` (empty for a
        free one), ``name`` (of the code, or three words), and the rest as in a `TopicResult`.
    labels
        Topic of each segment; -1 for none: ndarray of shape (n_segments,).
    likeness
        Of each segment to its nearest prototype, -1 to 3: ndarray of shape (n_segments,).
    dependence
        What to say wherever this is shown: it rests on the codes (Dutch).

    """

    topics: pd.DataFrame
    labels: np.ndarray
    likeness: np.ndarray
    dependence: str = DEPENDENT


@dataclass(frozen=True, slots=True)
class AnchoredPlacement:
    """Segments placed by prototypes, and what they were placed with.

    Attributes
    ----------
    labels
        Topic of each segment, numbered by size; -1 for none: ndarray of shape (n_segments,).
    likeness
        To the nearest prototype, -1 to 3: ndarray of shape (n_segments,).
    border
        Least likeness of a segment that a prototype covers.
    codes, names
        Of each topic; empty for a free one.
    topics
        Topic of each code, -1 when it has no segment: ndarray of shape (n_codes,).
    places
        Meaning beside weighed words: ndarray of shape (n_segments, n_dimensions).
    directions
        Prototypes in the same dimensions; their product with places is likeness.
    vocabulary
        Lemmas of the segments that may name a topic.

    """

    labels: np.ndarray
    likeness: np.ndarray
    border: float
    codes: tuple[str, ...]
    names: tuple[str, ...]
    topics: np.ndarray
    places: np.ndarray
    directions: np.ndarray
    vocabulary: Vocabulary


def fit_anchored(
    prepared: Prepared, *, anchors: Anchors | None, n_free: int = 4, covered: float = COVERED
) -> AnchoredResult:
    """Give each segment the code whose prototype it is nearest to, as a topic.

    See `place_anchored`; described by the words that BERTopic weighs. The result depends on the
    codes, so it can say nothing about whether they are right.

    Parameters
    ----------
    prepared
        Segments and material.
    anchors
        What codes sound like; None gives a result without topics.
    n_free
        Free topics wanted; fewer are made when there would be under ten segments each.
    covered
        The share that is taken out, 0 to 1.

    """
    count = len(prepared.material.interviews)
    if anchors is None or not count:
        none = np.full(count, -1)
        return AnchoredResult(pd.DataFrame(columns=list(ANCHORED_COLUMNS)), none, np.zeros(count))
    placed = place_anchored(prepared, anchors=anchors, n_free=n_free, covered=covered)
    return AnchoredResult(_describe(prepared, placed=placed), placed.labels, placed.likeness)


def place_anchored(
    prepared: Prepared, *, anchors: Anchors, n_free: int = 4, covered: float = COVERED
) -> AnchoredPlacement:
    """Place each segment with its nearest prototype.

    A tenth of the segments, the least like any prototype, is taken out; among them free topics
    are looked for, as in `fit_topics`. `frame_anchored` makes a BERTopic of it.

    Parameters
    ----------
    prepared
        Segments and material; one segment at least.
    anchors
        What codes sound like.
    n_free, covered
        As in `fit_anchored`.

    """
    material = prepared.material
    places, directions = _place(prepared, anchors=anchors)
    likeness = places @ directions.T
    best = likeness.max(axis=1).round(DECIMALS)
    order = np.argsort(best, kind="stable")
    rows = np.sort(order[: int(covered * len(order))])
    border = float(best[order[min(len(rows), len(order) - 1)]])
    found = likeness.argmax(axis=1)
    found[rows] = -1
    if len(rows) >= LEAST_FREE:
        free = place_segments(material.take(rows), n_topics=[n_free]).get(n_free)
        if free is not None:
            found[rows] = np.where(free.labels >= 0, free.labels + len(anchors.codes), -1)
    sizes = np.bincount(found + 1, minlength=len(anchors.codes) + 1)[1:]
    kept = [int(one) for one in np.argsort(-sizes, kind="stable") if sizes[one]]
    number = np.full(len(sizes) + 1, -1)
    number[kept] = np.arange(len(kept))
    tied = [old if old < len(anchors.codes) else None for old in kept]
    return AnchoredPlacement(
        labels=number[found],
        likeness=best,
        border=border,
        codes=tuple("" if one is None else anchors.codes[one] for one in tied),
        names=tuple("" if one is None else anchors.names[one] for one in tied),
        topics=number[: len(anchors.codes)],
        places=places,
        directions=directions,
        vocabulary=choose_vocabulary(material.words, material.respondents),
    )


def _place(prepared: Prepared, *, anchors: Anchors) -> tuple[np.ndarray, np.ndarray]:
    """Return places of segments and directions of prototypes, in the same dimensions."""
    from sklearn.feature_extraction.text import CountVectorizer

    prototypes = anchors.prototypes(np.ones(len(anchors.given), dtype=bool))
    vectors = np.asarray(prepared.material.vectors, dtype=np.float64)
    documents = [" ".join(lemma for lemma, _ in own) for own in prepared.material.words]
    counter = CountVectorizer(analyzer=str.split, vocabulary=list(anchors.lemmas))
    meaning = unit_rows(vectors - vectors.mean(axis=0))
    return prototypes.place(meaning, counter.transform(documents)), prototypes.directions


def _describe(prepared: Prepared, *, placed: AnchoredPlacement) -> pd.DataFrame:
    """List topics: whose they are, and their words."""
    vocabulary, people = placed.vocabulary, pd.Series(prepared.material.respondents, dtype=object)
    words = _rank(placed, respondents=prepared.material.respondents)
    free = _name_free(prepared, placed=placed, words=words)
    rows = []
    for topic, (code, name) in enumerate(zip(placed.codes, placed.names, strict=True)):
        own = people[placed.labels == topic]
        listed = words.get(topic, [])
        forms = [vocabulary.forms[lemma] for lemma in listed]
        largest = float(own.value_counts(normalize=True).iloc[0])
        rows.append(
            (topic, ANCHORED if code else FREE, code, name or free[topic], ", ".join(forms),
             len(own), len(own) / len(people), own.nunique(), largest, largest > HALF,
             measure_npmi(listed, documents=vocabulary.documents))
        )  # fmt: skip
    return pd.DataFrame(rows, columns=list(ANCHORED_COLUMNS))


def _name_free(
    prepared: Prepared, *, placed: AnchoredPlacement, words: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """Name the topics without a code by their words, as free topics are named."""
    vocabulary, taken, names = placed.vocabulary, set[str](), {}
    free = {topic: words.get(topic, []) for topic, code in enumerate(placed.codes) if not code}
    texts = list(prepared.segments["text"])
    naming = find_naming_words(free, texts=texts, labels=placed.labels, vocabulary=vocabulary)
    for topic, lemmas in free.items():
        rows = np.flatnonzero(placed.labels == topic)
        users = count_users(
            lemmas,
            documents=[vocabulary.documents[row] for row in rows],
            respondents=[prepared.material.respondents[row] for row in rows],
        )
        names[topic] = name_topic(
            lemmas, vocabulary=vocabulary, naming=naming, users=users, taken=taken
        )
    return names


def _rank(placed: AnchoredPlacement, *, respondents: Sequence[str]) -> dict[int, list[str]]:
    """Rank the words of each topic; none when no word is shared, or all segments are free."""
    if not placed.vocabulary.lemmas or not placed.codes:
        return {}
    from paraplu.topics.frame import TOPIC_WORDS, frame_anchored, weigh_topics

    return rank_words(
        weigh_topics(frame_anchored(placed)),
        vocabulary=placed.vocabulary, labels=placed.labels.tolist(), respondents=respondents,
        n_words=TOPIC_WORDS, min_respondents=MIN_RESPONDENTS,
    )  # fmt: skip
