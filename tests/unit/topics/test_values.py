"""Numbers on topics that an essay may use, also without topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu import artefacts
from paraplu.records import Codebook
from paraplu.topics import ReviewSettings, review_topics
from paraplu.topics.values import topic_tables, topic_values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.language import Embedder
    from paraplu.topics import TopicReview

CODING_COLUMNS = ["interview", "respondent", "start", "end", "exact", "code"]


@pytest.fixture
def review(
    speak: Callable[..., pd.DataFrame], embedder: Embedder, tmp_path: Path
) -> Callable[[int], TopicReview]:
    """Review so many respondents, of whom nothing was coded."""

    def make(respondents: int) -> TopicReview:
        people = pd.DataFrame(
            {
                "respondent": [f"R{n:02}" for n in range(1, respondents + 1)],
                "groep": "a",
                "ambt": "b",
            }
        ).astype(object)
        return review_topics(
            speak(respondents, subjects=3),
            codings=pd.DataFrame(columns=CODING_COLUMNS),
            respondents=people,
            codebook=Codebook(version=1),
            ledgers={},
            embedders=(embedder, embedder),
            settings=ReviewSettings(
                n_topics=3, min_words=25, draws=10, seed=1, min_cell=3, memory=tmp_path
            ),
        )

    return make


@pytest.mark.parametrize(("respondents", "topics"), [(0, 0), (1, 0), (9, 3)])
def test_segments_and_topics_are_counted(
    review: Callable[[int], TopicReview], respondents: int, topics: int
) -> None:
    """Without topics every segment is without one, and there is nothing of one voice."""
    numbers = {value.key: value.number for value in topic_values(review(respondents))}
    assert numbers["topics.aantal"] == topics
    assert numbers["topics.segmenten"] == 8 * respondents
    assert numbers["topics.ruis"] == (0 if topics else 8 * respondents)
    assert numbers["topics.een-stem"] == 0


@pytest.mark.parametrize("respondents", [0, 9])
def test_every_table_has_its_declared_columns(
    review: Callable[[int], TopicReview], respondents: int
) -> None:
    """What the schema declares is there, also without a single interview."""
    declared = artefacts.declaration("04-topics")
    assert declared is not None
    tables = topic_tables(review(respondents))
    for name, frame in tables.items():
        shape = declared.table(name)
        assert shape is not None
        assert set(shape.columns) <= set(frame.columns)
    assert set(declared.tables) == set(tables)
