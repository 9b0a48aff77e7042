"""Names of topics: words that weigh, and that many of its respondents use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.vocabulary import Vocabulary

__all__ = ["rank_words"]


def rank_words(
    weights: np.ndarray,
    *,
    vocabulary: Vocabulary,
    labels: Sequence[int],
    respondents: Sequence[str],
    n_words: int,
    min_respondents: int,
) -> dict[int, list[str]]:
    """Rank the words of each topic, those that many of its respondents use before others.

    A word that one person repeats weighs much in class-based TF-IDF and says little of the
    topic; so each weight is multiplied by the square root of the share of the topic's
    respondents who use the word within the topic (the share itself lets words that every topic
    has rise to the top), and words of fewer than `min_respondents` of them fall out.

    Parameters
    ----------
    weights
        Class-based TF-IDF: ndarray of shape (n_topics, n_lemmas), rows by topic.
    vocabulary
        Lemmas of the segments.
    labels, respondents
        Topic and respondent of each segment.
    n_words
        At most so many words per topic.
    min_respondents
        Least number of the topic's respondents who use a word.

    Returns
    -------
    dict of int to list of str
        Per topic its words as they are written most often, the weightiest first; ties in
        alphabetical order.

    """
    used = pd.DataFrame(
        {
            "topic": labels,
            "respondent": respondents,
            "lemma": [document.split() for document in vocabulary.documents],
        }
    )
    topics = sorted(set(labels))
    people = used.groupby("topic")["respondent"].nunique().reindex(topics)
    spoken = used.explode("lemma").drop_duplicates()
    users = pd.crosstab(spoken["topic"], spoken["lemma"])
    users = users.reindex(index=topics, columns=list(vocabulary.lemmas), fill_value=0)
    counts = users.to_numpy()
    shares = counts / people.to_numpy()[:, None]
    scores = np.round(np.where(counts >= min_respondents, weights * np.sqrt(shares), 0.0), 12)
    ranked = np.argsort(-scores, axis=1, kind="stable")[:, :n_words]
    return {
        topic: [
            vocabulary.forms[vocabulary.lemmas[column]]
            for column in ranked[row]
            if scores[row, column] > 0
        ]
        for row, topic in enumerate(topics)
    }
