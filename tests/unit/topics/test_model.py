"""The topic model on hand-made turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from paraplu.errors import Refused
from paraplu.topics import (
    GROUP_COLUMNS,
    MAP_COLUMNS,
    PASSAGE_COLUMNS,
    TOPIC_COLUMNS,
    fit_topics,
    list_by_attribute,
    list_by_group,
    list_by_office,
    place_segments,
    prepare_segments,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.language import Embedder
    from paraplu.topics import Prepared, TopicResult


def test_subjects_become_topics(fitted: TopicResult) -> None:
    """What is said of three subjects falls into three topics, named by their words."""
    assert fitted.outcome == "thema’s bepaald"
    assert len(fitted.segments) == 72
    assert fitted.topics["n_segments"].tolist() == [27, 27, 18]
    words = [set(line.split(", ")) for line in fitted.topics["words"]]
    assert all(any(own & words[topic] for topic in range(3)) for own in (
        {"politie"}, {"raadslid"}, {"moeder"}
    ))  # fmt: skip
    assert not words[0] & words[1]


def test_names_keep_their_diaeresis_and_lose_filler_and_anecdote(fitted: TopicResult) -> None:
    """No letter is stripped, and no filler, pseudonym or word of one respondent names a topic."""
    named = " ".join(fitted.topics["words"])
    assert "coördinatie" in named
    assert not {"eh", "zeg", "maar", "persoon", "weet"} & set(named.replace(",", "").split())
    assert "anekdote" not in named


def test_a_topic_tells_whose_it_is(fitted: TopicResult) -> None:
    """Each topic has the share of its largest respondent, and stability is not claimed."""
    assert fitted.topics["largest_share"].tolist() == pytest.approx([3 / 27, 3 / 27, 2 / 18])
    assert not fitted.topics["one_voice"].any()
    assert set(fitted.topics["stability"]) == {fitted.stability} == {"nog niet bepaald"}


def test_one_voice_is_flagged(speak: Callable[..., pd.DataFrame], embedder: Embedder) -> None:
    """A topic of which over half is one respondent's says so."""
    turns = speak(6)
    police = turns["text"].str.contains("politie")
    turns = turns[~police | (turns["respondent"] == "R01")]
    own = turns[turns["text"].str.contains("politie")]
    extra = [own.assign(turn=own["turn"] + 100 * n, start=own["start"] + 10_000 * n,
                        end=own["end"] + 10_000 * n) for n in range(1, 4)]  # fmt: skip
    result = fit_topics(pd.concat([turns, *extra]), embedder=embedder, n_topics=2)
    assert sorted(result.topics["one_voice"]) == [False, True]


def test_passages_are_of_different_people_and_lead_back(
    speak: Callable[..., pd.DataFrame], fitted: TopicResult
) -> None:
    """Every topic has passages of five respondents, each at its place in the interview."""
    passages = fitted.passages
    assert passages.groupby("topic")["respondent"].nunique().tolist() == [5, 5, 5]
    assert passages["rank"].tolist() == [1, 2, 3, 4, 5] * 3
    places = passages.merge(speak(9, subjects=3), on=["interview", "turn", "start", "end"])
    assert len(places) == len(passages)


def test_the_order_of_interviews_does_not_matter(
    speak: Callable[..., pd.DataFrame], embedder: Embedder, fitted: TopicResult
) -> None:
    """The same turns in another order, and another run, give the same topics and places."""
    turns = speak(9, subjects=3).sample(frac=1, random_state=4)
    again = fit_topics(turns, embedder=embedder, n_topics=3)
    pd.testing.assert_frame_equal(again.topics, fitted.topics)
    pd.testing.assert_frame_equal(again.segments, fitted.segments)
    assert again.key == fitted.key


def test_segments_lie_within_the_circle(fitted: TopicResult) -> None:
    """The map stays within its rim, and a topic's segments lie on its own side."""
    places = fitted.segments
    assert (np.hypot(places["x"], places["y"]) <= 1 + 1e-6).all()
    angles = np.deg2rad(90 - fitted.topics["angle"].to_numpy())
    for topic, angle in enumerate(angles):
        own = places[places["topic"] == topic]
        assert (own["x"] * np.cos(angle) + own["y"] * np.sin(angle)).mean() > 0.5


def test_topics_come_together_step_by_step(fitted: TopicResult) -> None:
    """Three topics make a tree of two steps, the last of which holds all."""
    assert fitted.tree["step"].tolist() == [3, 4]
    assert fitted.tree["topics"].iloc[-1] == "0, 1, 2"


@pytest.mark.parametrize("respondents", [0, 1, 2])
def test_few_interviews_have_no_topics(
    speak: Callable[..., pd.DataFrame], embedder: Embedder, respondents: int
) -> None:
    """With fewer than three respondents every segment is kept and no topic is made."""
    result = fit_topics(speak(respondents), embedder=embedder, n_topics=8)
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
    speak: Callable[..., pd.DataFrame], embedder: Embedder
) -> None:
    """Thirty segments give three topics at most, and the result says how many."""
    result = fit_topics(speak(4).head(60), embedder=embedder, n_topics=12)
    assert len(result.segments) == 30
    assert 2 <= result.n_topics == len(result.topics) <= 3


def test_words_alike_for_all_make_no_topics(
    speak: Callable[..., pd.DataFrame], embedder: Embedder
) -> None:
    """Turns that all say the same, in fillers only, give no topics and no traceback."""
    turns = speak(6)
    turns["text"] = "eh nou ja zeg maar " * 10
    assert fit_topics(turns, embedder=embedder, n_topics=4).n_topics == 0


def test_segments_all_alike_make_no_topics(
    speak: Callable[..., pd.DataFrame], embedder: Embedder
) -> None:
    """The same sentence over and over differs in no direction."""
    turns = speak(6)
    turns["text"] = "politie aangifte recherche raadslid motie fractie " * 6
    assert fit_topics(turns, embedder=embedder, n_topics=4).n_topics == 0


def test_another_language_is_a_topic_of_its_own(
    speak: Callable[..., pd.DataFrame], embedder: Embedder
) -> None:
    """English answers among Dutch ones break nothing."""
    turns = speak(9, subjects=3)
    family = turns["text"].str.contains("moeder")
    english = "mother daughter kitchen holiday neighbour garden bicycle grandmother school bedroom "
    turns.loc[family, "text"] = english * 4
    result = fit_topics(turns, embedder=embedder, n_topics=3)
    assert result.n_topics == 3
    assert result.topics["words"].str.contains("kitchen").sum() == 1


def test_less_than_two_topics_are_refused(prepared: Prepared, embedder: Embedder) -> None:
    """One topic is not a model: the setting is named."""
    with pytest.raises(Refused, match="P301"):
        fit_topics(prepared, embedder=embedder, n_topics=1)


def test_bertopic_frames_the_model(prepared: Prepared) -> None:
    """BERTopic has the same labels, and places what it has seen where it was."""
    from paraplu.topics.frame import frame_model

    placed = place_segments(prepared.material, n_topics=[3])[3]
    model = frame_model(placed)
    own = pd.Series(placed.labels).value_counts().to_dict()
    assert model.get_topic_info().set_index("Topic")["Count"].to_dict() == own
    again, _ = model.transform(list(placed.vocabulary.documents), embeddings=placed.places)
    pd.testing.assert_series_equal(pd.Series(again), pd.Series(model.topics_), check_dtype=False)


def test_another_text_changes_the_key(
    speak: Callable[..., pd.DataFrame], embedder: Embedder, prepared: Prepared
) -> None:
    """What is kept of stability cannot be taken for that of other material."""
    turns = speak(9, subjects=3)
    turns.loc[1, "text"] += " Dit erbij."
    assert prepare_segments(turns, embedder=embedder).key != prepared.key


def test_groups_count_respondents(fitted: TopicResult) -> None:
    """By group stand the respondents who speak of a topic, and the mean of their shares."""
    people = pd.DataFrame(
        {
            "respondent": [f"R0{number}" for number in range(1, 10)],
            "groep": ["a", "a", *"bbbbbbb"],
            "ambt": ["raadslid"] * 9,
        }
    )
    frame = list_by_group(fitted, respondents=people)
    assert len(frame) == 6
    assert frame["n_respondents"].tolist() == [2, 7] * 3
    assert frame["of"].tolist() == [2, 7] * 3
    assert frame["share"].tolist() == pytest.approx([3 / 8, 3 / 8, 3 / 8, 3 / 8, 2 / 8, 2 / 8])
    assert frame["thin"].tolist() == [True, False] * 3
    assert list_by_attribute(fitted, respondents=people, by="ambt")["ambt"].tolist() == (
        ["raadslid"] * 3
    )


def test_rare_offices_are_taken_together(fitted: TopicResult) -> None:
    """Two offices of one respondent each are one column, the last."""
    people = pd.DataFrame(
        {
            "respondent": [f"R0{number}" for number in range(1, 10)],
            "ambt": ["griffier", "gedeputeerde", *["raadslid"] * 7],
        }
    )
    frame = list_by_office(fitted, respondents=people)
    assert frame["ambt"].tolist() == ["raadslid", "overig"] * 3
    assert frame["of"].tolist() == [7, 2] * 3
