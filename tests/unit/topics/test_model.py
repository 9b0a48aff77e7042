"""The topic model on hand-made turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.errors import Refused
from paraplu.topics import (
    GROUP_COLUMNS,
    MAP_COLUMNS,
    PASSAGE_COLUMNS,
    TOPIC_COLUMNS,
    fit_topics,
    list_by_group,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.language import Embedder
    from paraplu.topics import TopicResult


@pytest.fixture
def fitted(speak: Callable[[int], pd.DataFrame], embedder: Embedder) -> TopicResult:
    """Fit two topics on six respondents."""
    return fit_topics(speak(6), embedder=embedder, n_topics=2, seed=1)


def test_subjects_become_topics(fitted: TopicResult) -> None:
    """What is said of two subjects falls into two topics, named by their words."""
    assert fitted.outcome == "thema’s bepaald"
    assert len(fitted.segments) == 48
    assert fitted.topics["n_segments"].tolist() == [24, 24]
    words = [set(line.split(", ")) for line in fitted.topics["words"]]
    assert {"politie", "raadslid"} <= words[0] | words[1]
    assert not words[0] & words[1]


def test_names_keep_their_diaeresis_and_lose_filler_and_anecdote(fitted: TopicResult) -> None:
    """No letter is stripped, and no filler, pseudonym or word of one respondent names a topic."""
    named = " ".join(fitted.topics["words"])
    assert "coördinatie" in named
    assert not {"eh", "zeg", "maar", "persoon", "weet"} & set(named.replace(",", "").split())
    assert "anekdote" not in named


def test_a_topic_tells_whose_it_is(fitted: TopicResult) -> None:
    """Each topic has the share of its largest respondent, and stability is not claimed."""
    assert fitted.topics["largest_share"].tolist() == pytest.approx([4 / 24, 4 / 24])
    assert not fitted.topics["one_voice"].any()
    assert set(fitted.topics["stability"]) == {fitted.stability} == {"nog niet bepaald"}


def test_one_voice_is_flagged(speak: Callable[[int], pd.DataFrame], embedder: Embedder) -> None:
    """A topic of which over half is one respondent's says so."""
    turns = speak(5)
    police = turns["text"].str.contains("politie")
    turns = turns[~police | (turns["respondent"] == "R01")]
    extra = [turns[turns["text"].str.contains("politie")].assign(turn=100 + n) for n in range(4)]
    result = fit_topics(pd.concat([turns, *extra]), embedder=embedder, n_topics=2, seed=1)
    assert sorted(result.topics["one_voice"]) == [False, True]


def test_passages_are_of_different_people_and_lead_back(
    speak: Callable[[int], pd.DataFrame], fitted: TopicResult
) -> None:
    """Every topic has passages of five respondents, each at its place in the interview."""
    passages = fitted.passages
    assert passages.groupby("topic")["respondent"].nunique().tolist() == [5, 5]
    assert passages["rank"].tolist() == [1, 2, 3, 4, 5] * 2
    places = passages.merge(speak(6), on=["interview", "turn", "start", "end"])
    assert len(places) == len(passages)


def test_the_order_of_interviews_does_not_matter(
    speak: Callable[[int], pd.DataFrame], embedder: Embedder, fitted: TopicResult
) -> None:
    """The same turns in another order, and another run, give the same topics and places."""
    turns = speak(6).sample(frac=1, random_state=4)
    again = fit_topics(turns, embedder=embedder, n_topics=2, seed=1)
    pd.testing.assert_frame_equal(again.topics, fitted.topics)
    pd.testing.assert_frame_equal(again.segments, fitted.segments)


@pytest.mark.parametrize("respondents", [0, 1, 2])
def test_few_interviews_have_no_topics(
    speak: Callable[[int], pd.DataFrame], embedder: Embedder, respondents: int
) -> None:
    """With fewer than three respondents every segment is kept and no topic is made."""
    result = fit_topics(speak(respondents), embedder=embedder, n_topics=8, seed=1)
    assert result.outcome == "te weinig fragmenten voor thema’s"
    assert len(result.segments) == respondents * 8
    assert set(result.segments["topic"]) <= {-1}
    assert (result.topics.empty, result.passages.empty, result.n_topics) == (True, True, 0)
    assert tuple(result.topics.columns) == TOPIC_COLUMNS
    assert tuple(result.segments.columns) == MAP_COLUMNS
    assert tuple(result.passages.columns) == PASSAGE_COLUMNS
    groups = pd.DataFrame({"respondent": ["R01"], "groep": ["a"]})
    assert tuple(list_by_group(result, respondents=groups).columns) == GROUP_COLUMNS


def test_fewer_topics_are_made_than_asked(
    speak: Callable[[int], pd.DataFrame], embedder: Embedder
) -> None:
    """Under ten segments per topic, fewer topics are made, and the result says how many."""
    result = fit_topics(speak(3), embedder=embedder, n_topics=12, seed=1)
    assert result.n_topics == len(result.topics) == 2


def test_words_alike_for_all_make_no_topics(
    speak: Callable[[int], pd.DataFrame], embedder: Embedder
) -> None:
    """Turns that all say the same, in fillers only, give no topics and no traceback."""
    turns = speak(6)
    turns["text"] = "eh nou ja zeg maar " * 10
    result = fit_topics(turns, embedder=embedder, n_topics=4, seed=1)
    assert result.n_topics == 0


def test_less_than_two_topics_are_refused(
    speak: Callable[[int], pd.DataFrame], embedder: Embedder
) -> None:
    """One topic is not a model: the setting is named."""
    with pytest.raises(Refused, match="P301"):
        fit_topics(speak(6), embedder=embedder, n_topics=1, seed=1)


def test_groups_count_respondents(fitted: TopicResult) -> None:
    """By group stand the respondents who speak of a topic, and the mean of their shares."""
    people = pd.DataFrame(
        {
            "respondent": [f"R0{number}" for number in range(1, 7)],
            "groep": ["a", "a", "b", "b", "b", "b"],
        }
    )
    frame = list_by_group(fitted, respondents=people)
    assert len(frame) == 4
    assert frame["n_respondents"].tolist() == [2, 4, 2, 4]
    assert frame["of"].tolist() == [2, 4, 2, 4]
    assert frame["share"].tolist() == pytest.approx([0.5] * 4)
    assert frame["thin"].tolist() == [True, False, True, False]
