"""Numbers on topics that an essay may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.messages import values as words
from paraplu.records.value import Value

if TYPE_CHECKING:
    import pandas as pd

    from paraplu.topics.result import TopicResult

__all__ = ["topic_tables", "topic_values"]


def topic_values(result: TopicResult) -> tuple[Value, ...]:
    """Return how many topics and segments there are, keys ``topics.…``.

    Parameters
    ----------
    result
        Topics; also without any.

    """
    numbers = (
        ("aantal", len(result.topics), words.TOPICS),
        ("segmenten", len(result.segments), words.SEGMENTS),
        ("ruis", int(result.segments["topic"].eq(-1).sum()), words.SEGMENTS),
        ("een-stem", int(result.topics["one_voice"].sum()), words.TOPICS),
    )
    return tuple(
        Value(f"topics.{key}", number, unit, words.TOPIC_LABELS[key])
        for key, number, unit in numbers
    )


def topic_tables(result: TopicResult, by_group: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the frames on topics by the name under which essays know them."""
    return {"topics": result.topics, "topics-per-groep": by_group, "passages": result.passages}
