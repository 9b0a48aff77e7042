"""Validation: people judge a blind random sample of segments; here are its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.errors import Refused
from paraplu.messages import problem
from paraplu.messages.topics import NONE_FITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.result import TopicResult

__all__ = ["KEY_COLUMNS", "SCORE_COLUMNS", "SHEET_COLUMNS", "draw_sheet", "score_sheet"]

CHOICES = 3
"""Names offered with a segment, one of them its own topic's."""

SHEET_COLUMNS: Sequence[str] = ("nr", "fragment", "a", "b", "c", "oordeel", "opmerking")
KEY_COLUMNS: Sequence[str] = ("nr", "interview", "turn", "start", "topic", "name", "answer")
SCORE_COLUMNS: Sequence[str] = ("topic", "name", "judged", "right", "none", "share", "low", "high")
LETTERS = ("a", "b", "c")
ALL = -2
Z = 1.96


def draw_sheet(result: TopicResult, *, size: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw a sheet on which people say which of three topics a segment is about.

    Two of the three are drawn at random, in random order: the topic intrusion task (Chang et al.
    2009), turned round. Segments without a topic are in it too; for these *geen* is right.

    Parameters
    ----------
    result
        Topics.
    size
        Number of segments; all of them when there are fewer.
    seed
        Of the draw.

    Returns
    -------
    tuple of DataFrame
        The sheet (`SHEET_COLUMNS`; *oordeel* is to be filled with a, b, c or geen) and its key
        (`KEY_COLUMNS`), which the judge does not see.

    """
    names = list(result.topics["name"])
    if len(names) < CHOICES:
        return pd.DataFrame(columns=list(SHEET_COLUMNS)), pd.DataFrame(columns=list(KEY_COLUMNS))
    rng = np.random.default_rng(seed)
    rows = rng.permutation(len(result.segments))[:size]
    sheet, key = [], []
    for number, segment in enumerate(result.segments.iloc[rows].to_dict("records"), start=1):
        topic = int(segment["topic"])
        own = [topic] if topic >= 0 else []
        others = [other for other in range(len(names)) if other not in own]
        offered = [*own, *rng.choice(others, size=CHOICES - len(own), replace=False).tolist()]
        offered = [offered[place] for place in rng.permutation(CHOICES)]
        answer = LETTERS[offered.index(topic)] if own else NONE_FITS
        sheet.append((number, segment["text"], *(names[one] for one in offered), "", ""))
        key.append((number, segment["interview"], segment["turn"], segment["start"], topic,
                    names[topic] if own else "", answer))  # fmt: skip
    return (
        pd.DataFrame(sheet, columns=list(SHEET_COLUMNS)),
        pd.DataFrame(key, columns=list(KEY_COLUMNS)),
    )


def score_sheet(sheet: pd.DataFrame, *, key: pd.DataFrame) -> pd.DataFrame:
    """Score a filled-in sheet.

    Parameters
    ----------
    sheet
        Columns ``nr`` and ``oordeel`` (a, b, c, geen; empty is not judged).
    key
        As from `draw_sheet`.

    Returns
    -------
    DataFrame
        One row per topic with a judged segment, then one over all (topic -2) and, where there
        were segments without a topic, one on those (topic -1): ``judged, right, none`` (judged to
        fit none), ``share`` (right of judged, 0 to 1; chance is a third) and ``low, high`` (95%
        interval after Wilson 1927).

    Raises
    ------
    Refused
        P302, when a judgement is none of a, b, c and geen, or a number is not in the key.

    """
    given = sheet.assign(oordeel=sheet["oordeel"].fillna("").astype(str).str.strip().str.lower())
    given = given[given["oordeel"] != ""]
    allowed = (*LETTERS, NONE_FITS)
    wrong = given[~given["oordeel"].isin(allowed) | ~given["nr"].isin(key["nr"])]
    if not wrong.empty:
        number, seen = wrong["nr"].iloc[0], wrong["oordeel"].iloc[0]
        raise Refused([problem("P302", f"nr {number}", seen=seen, allowed=", ".join(allowed))])
    joined = given[["nr", "oordeel"]].merge(key, on="nr")
    joined = joined.assign(right=joined["oordeel"] == joined["answer"])
    judged = sorted(set(joined["topic"]), key=lambda topic: (topic < 0, topic))
    rows = [_score(topic, joined[joined["topic"] == topic]) for topic in judged]
    if len(joined):
        rows.append(_score(ALL, joined))
    return pd.DataFrame(rows, columns=list(SCORE_COLUMNS))


def _score(topic: int, own: pd.DataFrame) -> tuple[object, ...]:
    """Score the segments of one topic."""
    name = "" if topic == ALL else own["name"].iloc[0]
    judged, right = len(own), int(own["right"].sum())
    share = right / judged
    middle = (share + Z**2 / (2 * judged)) / (1 + Z**2 / judged)
    half = Z * np.sqrt(share * (1 - share) / judged + Z**2 / (4 * judged**2)) / (1 + Z**2 / judged)
    none = int((own["oordeel"] == NONE_FITS).sum())
    return (topic, name, judged, right, none, share, middle - half, middle + half)
