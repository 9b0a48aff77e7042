"""Numbers on topics that an essay may use."""

from __future__ import annotations

import pandas as pd

from paraplu.topics.result import empty_result
from paraplu.topics.values import topic_tables, topic_values


def test_segments_without_topics_are_counted() -> None:
    """When no topics were made every segment is without one, and there is nothing of one voice."""
    columns = ["interview", "turn", "start", "end", "respondent"]
    segments = pd.DataFrame([["R01", 1, 0, 9, "R01"], ["R01", 2, 9, 12, "R01"]], columns=columns)
    result = empty_result(segments, embedder="proef", seed=1)
    numbers = {value.key: value.number for value in topic_values(result)}
    assert numbers == {
        "topics.aantal": 0,
        "topics.segmenten": 2,
        "topics.ruis": 2,
        "topics.een-stem": 0,
    }
    assert list(topic_tables(result, pd.DataFrame())) == ["topics", "topics-per-groep", "passages"]
