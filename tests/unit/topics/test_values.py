"""Numbers on topics that an essay may use, also without topics."""

from __future__ import annotations

from dataclasses import replace
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


def test_what_is_not_measured_is_said(review: Callable[[int], TopicReview]) -> None:
    """Without codings and without a comparison the notebook has a sentence for each."""
    made = review(9)
    assert made.anchored_told == "Er is nog niets gecodeerd"
    assert "niet gemeten" in made.compared_told
    assert made.compared.empty


def test_people_see_topics_numbered_from_one(review: Callable[[int], TopicReview]) -> None:
    """In tables the first topic is 1, also in the tree, and a segment without one has no number."""
    made = review(9)
    labels = made.result.segments["topic"].mask(made.result.segments.index == 0, -1)
    result = replace(made.result, segments=made.result.segments.assign(topic=labels))
    tables = topic_tables(replace(made, result=result))
    assert tables["topics"]["topic"].tolist() == [1, 2, 3]
    assert tables["boom"]["topics"].iloc[-1] == "1, 2, 3"
    assert tables["boom"]["step"].tolist() == [4, 5]
    assert tables["fragmenten"]["topic"].isna().tolist() == [True] + [False] * 71
    assert made.result.topics["topic"].tolist() == [0, 1, 2]
