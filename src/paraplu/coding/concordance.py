"""A keyword in context: where respondents say it, with the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["COLUMNS", "keyword_in_context"]

COLUMNS = ("interview", "turn", "respondent", "start", "end", "before", "match", "after")
ROLES = ("R", "other")


def keyword_in_context(
    turns: pd.DataFrame, *, keyword: str, width: int = 60, roles: Collection[str] = ROLES
) -> pd.DataFrame:
    """Return every place where a keyword is said.

    Parameters
    ----------
    turns
        Tidy frame of turns.
    keyword
        Words to look for, whole or as the beginning of a word (``dreig*``); capitals and the
        white space between words do not count.
    width
        Code points of context on each side, within the turn.
    roles
        Whose turns are searched: ``R``, ``I``, ``other``.

    Returns
    -------
    DataFrame
        A row per place, in order of the text: `interview`, `turn`, `respondent`; `start`, `end`
        (code points into the body); `before`, `match`, `after`. Empty for a blank keyword.

    Examples
    --------
    >>> said = pd.DataFrame(
    ...     [("R01", 2, "R", "R01", 10, "Dreiging, en dreigen.")],
    ...     columns=["interview", "turn", "role", "respondent", "start", "text"],
    ... )
    >>> keyword_in_context(said, keyword="dreig*", width=4)[["start", "before", "match"]].values
    array([[10, '', 'Dreiging'],
           [23, ' en ', 'dreigen']], dtype=object)

    """
    rows: list[tuple[object, ...]] = []
    words = keyword.split()
    if not words:
        return pd.DataFrame(rows, columns=list(COLUMNS))
    pattern = _pattern(words)
    spoken = turns[turns["role"].isin(list(roles))]
    for interview, turn, respondent, start, text in spoken[
        ["interview", "turn", "respondent", "start", "text"]
    ].itertuples(index=False, name=None):
        rows += [
            (
                interview, turn, respondent, start + found.start(), start + found.end(),
                text[max(found.start() - width, 0) : found.start()], found.group(),
                text[found.end() : found.end() + width],
            )
            for found in pattern.finditer(text)
        ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Return what finds the words one after another; a star stands for the rest of a word."""
    parts = [re.escape(word).replace(r"\*", r"\w*") for word in words]
    edges = [r"(?<!\w)" if words[0][0] != "*" else "", r"(?!\w)"]
    return re.compile(edges[0] + r"\s+".join(parts) + edges[1], re.IGNORECASE)
