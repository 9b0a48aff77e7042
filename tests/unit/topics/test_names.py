"""Segments, the vocabulary and the ranking of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.topics import SEGMENT_COLUMNS, list_segments
from paraplu.topics.names import rank_words
from paraplu.topics.vocabulary import gather_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


def test_segments_are_long_answers(speak: Callable[[int], pd.DataFrame]) -> None:
    """Questions and short answers are no segments, and brackets are taken out of the text."""
    turns = speak(1)
    turns.loc[1, "words"] = 24
    segments = list_segments(turns)
    assert tuple(segments.columns) == SEGMENT_COLUMNS
    assert segments["turn"].tolist() == [4, 6, 8, 10, 12, 14, 16]
    assert not segments["text"].str.contains(r"\[").any()
    assert list_segments(turns.iloc[:0]).empty


def test_vocabulary_is_shared_lemmas_as_written() -> None:
    """Forms of one word count together, and the form written most often is the one shown."""
    texts = ["Bedreigingen eh", "bedreigingen, huisscan", "een bedreiging"]
    found = gather_vocabulary(texts, ["a", "b", "c"])
    assert found.lemmas == ("bedreiging",)
    assert found.forms == {"bedreiging": "bedreigingen"}
    assert found.documents == ("bedreiging", "bedreiging", "bedreiging")
    assert gather_vocabulary(texts, ["a", "a", "c"]).lemmas == ()
    assert gather_vocabulary([], []).documents == ()


def test_a_word_of_many_goes_before_a_word_of_one() -> None:
    """Of two words that weigh the same, the one more respondents use comes first."""
    texts = ["raad brand", "raad brand", "raad", "raad", "brand raad"]
    found = gather_vocabulary(texts, ["a", "b", "c", "d", "e"])
    ranked = rank_words(
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        vocabulary=found,
        labels=[0, 0, 0, 0, 1],
        respondents=["a", "b", "c", "d", "e"],
        n_words=2,
        min_respondents=2,
    )
    assert ranked == {0: ["raad", "brand"], 1: []}
