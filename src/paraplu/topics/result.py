"""What a topic model returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.topics import STABILITY_UNKNOWN, TOO_FEW

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MAP_COLUMNS", "PASSAGE_COLUMNS", "TOPIC_COLUMNS", "TopicResult", "empty_result"]

TOPIC_COLUMNS: Sequence[str] = (
    "topic",
    "name",
    "words",
    "n_segments",
    "share",
    "n_respondents",
    "largest_share",
    "one_voice",
    "stability",
)
MAP_COLUMNS: Sequence[str] = ("interview", "turn", "start", "end", "respondent", "topic", "x", "y")
PASSAGE_COLUMNS: Sequence[str] = (
    "topic",
    "rank",
    "respondent",
    "interview",
    "turn",
    "start",
    "end",
    "text",
)


@dataclass(frozen=True, slots=True)
class TopicResult:
    """Topics of respondents' speech, found without codes.

    Attributes
    ----------
    topics
        One row per topic, the largest first: ``topic`` (0, 1, …), ``name`` (its three weightiest
        words), ``words`` (up to ten, separated by commas), ``n_segments``, ``share`` (of all
        segments, 0 to 1), ``n_respondents``, ``largest_share`` (share of its segments spoken by
        one respondent, 0 to 1), ``one_voice`` (that share is over a half), ``stability``.
    segments
        One row per segment: ``interview, turn, start, end, respondent, topic`` (-1 when no topics
        were made), and ``x, y``: its place on the first two principal components.
    passages
        Up to five passages of different respondents nearest to the middle of a
        topic: ``topic, rank`` (from 1), ``respondent, interview, turn, start, end, text``. They
        have not been checked for permission to quote: to read, not to publish.
    outcome
        Whether topics were made, in Dutch.
    stability
        What is known of the topics' return when interviews are left out, in Dutch.
    embedder, n_topics, seed
        How it was made; `n_topics` is what was made, not what was asked.

    """

    topics: pd.DataFrame
    segments: pd.DataFrame
    passages: pd.DataFrame
    outcome: str
    embedder: str
    n_topics: int
    seed: int
    stability: str = STABILITY_UNKNOWN


def empty_result(segments: pd.DataFrame, *, embedder: str, seed: int) -> TopicResult:
    """Return the result for too few segments: every segment kept, no topic made."""
    places = segments.assign(topic=-1, x=0.0, y=0.0)
    return TopicResult(
        topics=pd.DataFrame(columns=list(TOPIC_COLUMNS)),
        segments=places[list(MAP_COLUMNS)],
        passages=pd.DataFrame(columns=list(PASSAGE_COLUMNS)),
        outcome=TOO_FEW,
        embedder=embedder,
        n_topics=0,
        seed=seed,
    )
