"""Segments: cutting and joining what respondents say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.topics import SEGMENT_COLUMNS, list_segments

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "woord " * 9 + "slot."


def talk(*turns: tuple[str, str]) -> pd.DataFrame:
    """Make turns of one double interview from (speaker, text)."""
    rows, start = [], 10
    for number, (speaker, text) in enumerate(turns, start=1):
        role = "I" if speaker == "I" else "R"
        respondent = "" if role == "I" else f"R01.{speaker}"
        rows.append(("R01", number, role, respondent, start, start + len(text), text))
        start += len(text) + 10
    columns = ["interview", "turn", "role", "respondent", "start", "end", "text"]
    return pd.DataFrame(rows, columns=columns)


def say(words: int) -> str:
    """Say so many words, in sentences of ten."""
    return " ".join([WORDS] * (words // 10))


def test_answers_of_a_good_length_stay_as_they_are(speak: Callable[..., pd.DataFrame]) -> None:
    """Questions are no segments, and every answer leads back to its place."""
    segments = list_segments(speak(1))
    assert tuple(segments.columns) == SEGMENT_COLUMNS
    assert segments["turn"].tolist() == segments["last_turn"].tolist() == list(range(2, 17, 2))
    assert segments["start"].tolist() == [turn * 500 for turn in range(2, 17, 2)]


def test_a_long_answer_is_cut_at_sentences() -> None:
    """Of 250 words three parts are made, each beginning and ending with a sentence."""
    turns = talk(("I", "Ja?"), ("1", say(250)))
    segments = list_segments(turns)
    assert segments["words"].between(70, 100).all()
    assert segments["words"].sum() == 250
    body, start = turns["text"][1], int(turns["start"][1])
    for row in segments.itertuples():
        assert body[row.start - start : row.end - start] == row.text
        assert row.text.endswith("slot.")


def test_a_short_answer_is_joined_over_one_question() -> None:
    """Thirty and forty words of one respondent become one segment with two parts."""
    turns = talk(("1", say(30)), ("I", "En toen? " * 5), ("1", say(40)))
    segments = list_segments(turns)
    assert segments[["turn", "last_turn", "words"]].to_numpy().tolist() == [[1, 3, 70]]
    assert segments["text"][0] == f"{say(30)} … {say(40)}"
    assert [turn for turn, _, _ in segments["parts"][0]] == [1, 3]
    assert "toen" not in segments["text"][0]


def test_a_short_last_answer_joins_the_one_before() -> None:
    """What cannot be joined forward is joined backward."""
    turns = talk(("1", say(60)), ("I", "Ja?"), ("1", say(20)))
    assert list_segments(turns)["words"].tolist() == [80]


def test_respondents_are_not_joined_to_each_other() -> None:
    """In a double interview each keeps their own words."""
    turns = talk(("1", say(30)), ("2", say(30)), ("1", say(30)))
    segments = list_segments(turns)
    assert segments["respondent"].tolist() == ["R01.1", "R01.2"]
    assert segments["words"].tolist() == [60, 30]


def test_what_stays_too_short_is_left_out() -> None:
    """Twenty words far from any other answer say too little."""
    turns = talk(("1", say(20)), ("I", "a"), ("2", say(110)), ("I", "b"), ("1", say(110)))
    assert list_segments(turns)["words"].tolist() == [110, 110]


def test_brackets_do_not_count_as_words() -> None:
    """A pseudonym stays in the text and out of the count."""
    segments = list_segments(talk(("1", say(40) + " Dat was [persoon 3].")))
    assert segments["words"].tolist() == [42]
    assert "[persoon 3]" in segments["text"][0]


def test_a_sentence_without_end_is_kept_whole() -> None:
    """Without a border of a sentence nothing is cut."""
    assert list_segments(talk(("1", "woord " * 300)))["words"].tolist() == [300]


@pytest.mark.parametrize("rows", [0, 1])
def test_without_answers_there_are_no_segments(rows: int) -> None:
    """An empty interview, or one of questions only, gives an empty frame with its columns."""
    segments = list_segments(talk(("I", "Bent u daar?")).head(rows))
    assert tuple(segments.columns) == SEGMENT_COLUMNS
    assert segments.empty


def test_the_order_of_turns_does_not_matter(speak: Callable[..., pd.DataFrame]) -> None:
    """Turns in another order give the same segments."""
    turns = speak(3)
    mixed = turns.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(list_segments(mixed), list_segments(turns))
