"""Names of topics: words that weigh, and that many of its respondents use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from paraplu.topics.vocabulary import Vocabulary

__all__ = ["count_users", "name_topic", "rank_words", "weigh_words"]

NAME_WORDS = 3
LEAST_SHARE = 1e-12


def weigh_words(
    labels: np.ndarray, *, documents: Sequence[str], lemmas: Sequence[str]
) -> np.ndarray:
    """Weigh words by class-based TF-IDF (Grootendorst 2022), frequent ones reduced by a root.

    What BERTopic does, without BERTopic: for the many small models of a comparison.

    Parameters
    ----------
    labels
        Topic of each segment; -1 is none.
    documents
        Lemmas of each segment, with a space between.
    lemmas
        The vocabulary.

    Returns
    -------
    ndarray of shape (n_topics, n_lemmas)
        Weights, 0 or more.

    """
    from sklearn.feature_extraction.text import CountVectorizer

    counts = CountVectorizer(analyzer=str.split, vocabulary=list(lemmas)).transform(documents)
    topics = int(labels.max(initial=-1)) + 1
    belongs = (labels[None, :] == np.arange(topics)[:, None]).astype(float)
    used = np.asarray(belongs @ counts)
    shares = used / np.maximum(used.sum(axis=1, keepdims=True), 1)
    mean = used.sum() / max(topics, 1)
    weights: np.ndarray = np.sqrt(shares) * np.log1p(mean / np.maximum(used.sum(axis=0), 1))
    return weights


def rank_words(
    weights: np.ndarray,
    *,
    vocabulary: Vocabulary,
    labels: Sequence[int],
    respondents: Sequence[str],
    n_words: int,
    min_respondents: int,
) -> dict[int, list[str]]:
    """Rank the lemmas of each topic: many of its respondents use them, and few elsewhere.

    A word that one person repeats weighs much in class-based TF-IDF and says little of the
    topic; so each weight is multiplied by the root of the share of the topic's respondents who
    use the word within the topic, and by the root of its exclusivity (that share over the sum
    of the shares in all topics; Bischof and Airoldi 2012), without which words that every topic
    has rise to the top. Words of fewer than `min_respondents` of them fall out.

    Parameters
    ----------
    weights
        Class-based TF-IDF: ndarray of shape (n_topics, n_lemmas), rows by topic.
    vocabulary
        Lemmas of the segments.
    labels, respondents
        Topic and respondent of each segment; topic -1 is none.
    n_words
        At most so many words per topic.
    min_respondents
        Least number of the topic's respondents who use a word.

    Returns
    -------
    dict of int to list of str
        Per topic its lemmas, the weightiest first; ties in alphabetical order.

    """
    used = pd.DataFrame(
        {
            "topic": labels,
            "respondent": respondents,
            "lemma": [document.split() for document in vocabulary.documents],
        }
    )
    used = used[used["topic"] >= 0]
    topics = sorted(set(used["topic"]))
    people = used.groupby("topic")["respondent"].nunique().reindex(topics)
    spoken = used.explode("lemma").drop_duplicates()
    users = pd.crosstab(spoken["topic"], spoken["lemma"])
    users = users.reindex(index=topics, columns=list(vocabulary.lemmas), fill_value=0)
    counts = users.to_numpy()
    shares = counts / people.to_numpy()[:, None]
    exclusive = shares / np.maximum(shares.sum(axis=0), LEAST_SHARE)
    named = np.array([lemma in vocabulary.named for lemma in vocabulary.lemmas], dtype=bool)
    scores = np.where(named & (counts >= min_respondents), weights * np.sqrt(shares * exclusive), 0)
    scores = np.round(scores, 12)
    ranked = np.argsort(-scores, axis=1, kind="stable")[:, :n_words]
    return {
        topic: [vocabulary.lemmas[column] for column in ranked[row] if scores[row, column] > 0]
        for row, topic in enumerate(topics)
    }


def count_users(
    lemmas: Sequence[str], *, documents: Sequence[str], respondents: Sequence[str]
) -> dict[str, int]:
    """Count who uses each word.

    Parameters
    ----------
    lemmas
        Words of a topic.
    documents, respondents
        Lemmas and respondent of each of its segments.

    Examples
    --------
    >>> count_users(["raad"], documents=["raad motie", "raad", "hond"], respondents=["a", "a", "b"])
    {'raad': 1}

    """
    said: dict[str, set[str]] = {}
    for document, respondent in zip(documents, respondents, strict=True):
        said.setdefault(respondent, set()).update(document.split())
    return {lemma: sum(lemma in own for own in said.values()) for lemma in lemmas}


def name_topic(
    lemmas: Sequence[str],
    *,
    vocabulary: Vocabulary,
    naming: Collection[str],
    users: Mapping[str, int],
    taken: set[str],
) -> str:
    """Name a topic by the three of its words that most of its respondents use.

    Words that name things go before other words, however many use these.

    Parameters
    ----------
    lemmas
        The topic's lemmas, the weightiest first.
    vocabulary
        How lemmas are written.
    naming
        Lemmas that name a thing or a property (nouns and adjectives); may be empty.
    users
        How many of the topic's respondents use each lemma; of as many, the weightiest goes first.
    taken
        Lemmas that stand in the name of a larger topic: they are passed over as long as there
        are others, so that no two topics are called the same. Those used are added.

    Returns
    -------
    str
        Words as they are written most often, separated by commas, in the order of their weight.

    """
    order = sorted(
        lemmas, key=lambda lemma: (lemma in taken, lemma not in naming, -users.get(lemma, 0))
    )
    chosen = [lemma for lemma in lemmas if lemma in order[:NAME_WORDS]]
    taken.update(chosen)
    return ", ".join(vocabulary.forms[lemma] for lemma in chosen) or UNNAMED
