"""Segments: the stretches of respondents' speech that a topic model reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from paraplu.language import strip_bracketed

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MIN_WORDS", "SEGMENT_COLUMNS", "list_segments"]

MIN_WORDS = 25
"""Shorter turns say too little to be placed."""

SEGMENT_COLUMNS: Sequence[str] = ("interview", "turn", "start", "end", "respondent", "text")


def list_segments(turns: pd.DataFrame, *, min_words: int = MIN_WORDS) -> pd.DataFrame:
    """Take the respondents' turns that are long enough.

    Parameters
    ----------
    turns
        Tidy frame of turns (columns ``interview, turn, role, respondent, start, end, words,
        text``).
    min_words
        Least number of words.

    Returns
    -------
    DataFrame
        ``interview, turn, start, end`` (code points in the body), ``respondent`` and ``text``
        without what stands in brackets, in order of interview and turn, whatever the order of
        the turns given.

    """
    spoken = turns[(turns["role"] == "R") & (turns["words"] >= min_words)]
    segments = spoken.sort_values(["interview", "turn"], kind="stable", ignore_index=True)
    texts = [strip_bracketed(text) for text in segments["text"]]
    segments["text"] = pd.Series(texts, index=segments.index, dtype=object)
    return segments[list(SEGMENT_COLUMNS)]
