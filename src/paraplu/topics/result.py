"""What a topic model returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.topics import STABILITY_UNKNOWN, TOO_FEW

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "MAP_COLUMNS",
    "PASSAGE_COLUMNS",
    "TOPIC_COLUMNS",
    "TREE_COLUMNS",
    "TopicResult",
    "empty_result",
]

TOPIC_COLUMNS: Sequence[str] = (
    "topic",
    "name",
    "words",
    "n_segments",
    "share",
    "n_respondents",
    "largest_share",
    "one_voice",
    "npmi",
    "angle",
    "returned",
    "runs",
    "jaccard",
    "stability",
)
MAP_COLUMNS: Sequence[str] = (
    "interview",
    "turn",
    "last_turn",
    "start",
    "end",
    "respondent",
    "topic",
    "strength",
    "kept",
    "x",
    "y",
    "text",
)
PASSAGE_COLUMNS: Sequence[str] = (
    "topic",
    "rank",
    "respondent",
    "interview",
    "turn",
    "last_turn",
    "start",
    "end",
    "text",
)
TREE_COLUMNS: Sequence[str] = ("step", "left", "right", "distance", "topics", "name")


@dataclass(frozen=True, slots=True)
class TopicResult:
    """Topics of respondents' speech.

    Attributes
    ----------
    topics
        One row per topic, the largest first: ``topic`` (0, 1, …), ``name`` (three of its
        weightiest words), ``words`` (up to ten, separated by commas), ``n_segments``, ``share``
        (of all segments, 0 to 1), ``n_respondents``, ``largest_share`` (share of its segments
        spoken by one respondent, 0 to 1), ``one_voice`` (that share is over a half), ``npmi``
        (coherence of its words, -1 to 1), ``angle`` (where it stands around the map, in
        degrees from the top, clockwise), and, once its stability has been measured,
        ``returned`` of ``runs`` with an interview left out, ``jaccard`` (mean overlap) and
        ``stability`` in Dutch.
    segments
        One row per segment: ``interview, turn, last_turn, start, end, respondent``, ``topic``
        (-1 for none), ``strength`` (its loading over the median loading; under 0.5 is faint),
        ``kept`` (share of the runs in which it stayed with its topic; missing until measured),
        ``x, y`` (its place on the map, within the unit circle) and ``text``.
    passages
        Up to five passages of different respondents that lie farthest along a topic's
        axis: ``topic, rank`` (from 1), ``respondent, interview, turn, last_turn, start, end,
        text``. They have not been checked for permission to quote: to read, not to publish.
    tree
        Which topics are alike: one row per step at which two branches come together, see
        `TREE_COLUMNS`; branches from ``n_topics`` on are steps.
    outcome
        Whether topics were made, in Dutch.
    key
        Hash of all that the topics rest on; what is kept of their stability bears it.
    embedder, n_topics
        How it was made; `n_topics` is what was made, not what was asked.
    stability
        What is known of the topics' return when interviews are left out, in Dutch.

    """

    topics: pd.DataFrame
    segments: pd.DataFrame
    passages: pd.DataFrame
    tree: pd.DataFrame
    outcome: str
    key: str
    embedder: str
    n_topics: int
    stability: str = STABILITY_UNKNOWN


def empty_result(segments: pd.DataFrame, *, embedder: str, key: str) -> TopicResult:
    """Return the result for too few segments: every segment kept, no topic made."""
    places = segments.assign(topic=-1, strength=0.0, kept=float("nan"), x=0.0, y=0.0)
    return TopicResult(
        topics=pd.DataFrame(columns=list(TOPIC_COLUMNS)),
        segments=places[list(MAP_COLUMNS)],
        passages=pd.DataFrame(columns=list(PASSAGE_COLUMNS)),
        tree=pd.DataFrame(columns=list(TREE_COLUMNS)),
        outcome=TOO_FEW,
        key=key,
        embedder=embedder,
        n_topics=0,
    )
