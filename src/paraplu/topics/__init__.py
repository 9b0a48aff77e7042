"""Topics: what respondents talk about, found without codes. The only room with BERTopic."""

from __future__ import annotations

from paraplu.topics.groups import GROUP_COLUMNS, list_by_group
from paraplu.topics.model import fit_topics
from paraplu.topics.result import MAP_COLUMNS, PASSAGE_COLUMNS, TOPIC_COLUMNS, TopicResult
from paraplu.topics.segments import MIN_WORDS, SEGMENT_COLUMNS, list_segments

__all__ = [
    "GROUP_COLUMNS",
    "MAP_COLUMNS",
    "MIN_WORDS",
    "PASSAGE_COLUMNS",
    "SEGMENT_COLUMNS",
    "TOPIC_COLUMNS",
    "TopicResult",
    "fit_topics",
    "list_by_group",
    "list_segments",
]
