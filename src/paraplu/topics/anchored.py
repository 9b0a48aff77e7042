"""Anchored topics: tied to codes, with free topics for what no code covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import ANCHORED, DEPENDENT, FREE, UNNAMED
from paraplu.topics.coherence import measure_npmi
from paraplu.topics.names import rank_words, weigh_words
from paraplu.topics.placing import SEGMENTS_PER_TOPIC, place_segments
from paraplu.topics.views import unit_rows
from paraplu.topics.vocabulary import MIN_RESPONDENTS, choose_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.anchors import Anchors
    from paraplu.topics.model import Prepared

__all__ = ["ANCHORED_COLUMNS", "AnchoredResult", "fit_anchored"]

COVERED = 0.10
"""Segments whose best likeness lies in this lowest share are covered by no prototype."""

LEAST_FREE = 2 * SEGMENTS_PER_TOPIC
N_WORDS = 10
NAMED = 3
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


def fit_anchored(
    prepared: Prepared, *, anchors: Anchors | None, n_free: int = 4, covered: float = COVERED
) -> AnchoredResult:
    """Give each segment the code whose prototype it is nearest to, as a topic.

    A tenth of the segments, the least like any prototype, is taken out of these; among them free
    topics are looked for, as in `fit_topics`. The result depends on the codes, so it can say
    nothing about whether they are right.

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
    material = prepared.material
    count = len(material.interviews)
    if anchors is None or not count:
        none = np.full(count, -1)
        return AnchoredResult(pd.DataFrame(columns=list(ANCHORED_COLUMNS)), none, np.zeros(count))
    likeness = _liken(prepared, anchors=anchors)
    best = likeness.max(axis=1)
    rows = np.sort(np.argsort(best.round(DECIMALS), kind="stable")[: int(covered * count)])
    labels = likeness.argmax(axis=1)
    labels[rows] = -1
    if len(rows) >= LEAST_FREE:
        placed = place_segments(material.take(rows), n_topics=[n_free]).get(n_free)
        if placed is not None:
            labels[rows] = np.where(placed.labels >= 0, placed.labels + len(anchors.codes), -1)
    return _describe(prepared, anchors=anchors, labels=labels, best=best)


def _liken(prepared: Prepared, *, anchors: Anchors) -> np.ndarray:
    """Return the likeness of segments to prototypes, of shape (n_segments, n_codes)."""
    from sklearn.feature_extraction.text import CountVectorizer

    prototypes = anchors.prototypes(np.ones(len(anchors.given), dtype=bool))
    vectors = np.asarray(prepared.material.vectors, dtype=np.float64)
    documents = [" ".join(lemma for lemma, _ in own) for own in prepared.material.words]
    counter = CountVectorizer(analyzer=str.split, vocabulary=list(anchors.lemmas))
    meaning = unit_rows(vectors - vectors.mean(axis=0))
    return prototypes.liken(meaning, counter.transform(documents))


def _describe(
    prepared: Prepared, *, anchors: Anchors, labels: np.ndarray, best: np.ndarray
) -> AnchoredResult:
    """Give topics numbers by size, and describe them."""
    sizes = np.bincount(labels + 1)[1:]
    order = [int(one) for one in np.argsort(-sizes, kind="stable") if sizes[one]]
    number = {old: new for new, old in enumerate(order)} | {-1: -1}
    labels = np.array([number[label] for label in labels.tolist()], dtype=int)
    material = prepared.material
    vocabulary = choose_vocabulary(material.words, material.respondents)
    words = rank_words(
        weigh_words(labels, documents=vocabulary.documents, lemmas=vocabulary.lemmas),
        vocabulary=vocabulary, labels=labels.tolist(), respondents=material.respondents,
        n_words=N_WORDS, min_respondents=MIN_RESPONDENTS,
    ) if vocabulary.lemmas else {}  # fmt: skip
    people = pd.Series(material.respondents, dtype=object)
    rows = []
    for new, old in enumerate(order):
        own = people[labels == new]
        listed = words.get(new, [])
        forms = [vocabulary.forms[lemma] for lemma in listed]
        anchored = old < len(anchors.codes)
        largest = float(own.value_counts(normalize=True).iloc[0])
        rows.append(
            (new, ANCHORED if anchored else FREE, anchors.codes[old] if anchored else "",
             anchors.names[old] if anchored else ", ".join(forms[:NAMED]) or UNNAMED,
             ", ".join(forms), len(own), len(own) / len(labels), own.nunique(), largest,
             largest > HALF, measure_npmi(listed, documents=vocabulary.documents))
        )  # fmt: skip
    return AnchoredResult(pd.DataFrame(rows, columns=list(ANCHORED_COLUMNS)), labels, best)
