"""Numbers and tables on topics that an essay may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages import values as words
from paraplu.messages.topics import FADES, HOLDS
from paraplu.records.value import Value
from paraplu.topics.anchors import ANCHOR_COLUMNS
from paraplu.topics.stability import GRID_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.topics.review import TopicReview

__all__ = ["topic_tables", "topic_values"]

PERCENT = 100
NUMBERED = ("topic", "step", "left", "right")
"""Columns with numbers of topics, and of steps at which they come together."""


def topic_values(review: TopicReview) -> tuple[Value, ...]:
    """Return the numbers on topics, keys ``topics.…``; those not known are left out.

    Parameters
    ----------
    review
        Topics; also without any.

    """
    return tuple(
        Value(f"topics.{key}", number, unit, words.TOPIC_LABELS[key])
        for key, number, unit in _list_numbers(review)
    )


def topic_tables(review: TopicReview) -> dict[str, pd.DataFrame]:
    """Return the frames on topics by the name under which essays know them.

    Topics are numbered from 1, as everywhere that people see them; without one there is no number.
    """
    stability, score = review.stability, review.anchor_score
    frames = {
        "topics": review.result.topics,
        "topics-per-groep": review.by_group,
        "topics-per-ambt": review.by_office,
        "passages": review.result.passages,
        "fragmenten": review.result.segments,
        "boom": review.result.tree,
        "modellen": review.models,
        "vergeleken": review.compared,
        "topics-en-codes": review.cross,
        "weinig-gecodeerd": review.hardly,
        "overal-verspreid": review.spread,
        "gelijkenis": review.likeness,
        "verankerd": review.anchored.topics,
        "aantallen": pd.DataFrame(columns=list(GRID_COLUMNS)) if stability is None
        else stability.grid,
        "ankers": pd.DataFrame(columns=list(ANCHOR_COLUMNS)) if score is None else score.codes,
    }  # fmt: skip
    return {name: _from_one(frame) for name, frame in frames.items()}


def _from_one(frame: pd.DataFrame) -> pd.DataFrame:
    """Give topics, and the steps of a tree, numbers from 1."""
    told = frame.copy()
    for column in NUMBERED:
        if column in told:
            numbers = told[column].astype("Int64") + 1
            told[column] = numbers.mask(numbers < 1)
    if "topics" in told:
        told["topics"] = [
            ", ".join(str(int(one) + 1) for one in str(own).split(", ")) for own in told["topics"]
        ]
    return told


def _list_numbers(review: TopicReview) -> Iterator[tuple[str, float, str]]:
    """Give key, number and unit of each value."""
    topics, segments = review.result.topics, review.result.segments
    outliers = int(segments["topic"].eq(-1).sum())
    yield "aantal", len(topics), words.TOPICS
    yield "segmenten", len(segments), words.SEGMENTS
    yield "ruis", outliers, words.SEGMENTS
    yield "een-stem", int(topics["one_voice"].sum()), words.TOPICS
    yield "buiten", review.outside, words.CODINGS
    yield "weinig-gecodeerd", len(review.hardly), words.TOPICS
    yield "overal-verspreid", len(review.spread), words.CODES
    if len(topics):
        yield "ruis-procent", PERCENT * outliers / len(segments), "%"
        yield "samenhang", float(topics["npmi"].mean()), "NPMI"
    if review.stability is not None and not review.stability.grid.empty:
        yield "bestendig", int(topics["stability"].eq(HOLDS).sum()), words.TOPICS
        yield "onbestendig", int(topics["stability"].eq(FADES).sum()), words.TOPICS
        grid = review.stability.grid
        own = grid["n_topics"].eq(review.stability.n_topics)
        yield "ari", float(grid.loc[own, "ari"].iloc[0]), "ARI"
        yield "ari-helft", review.stability.halved, "ARI"
    for row in review.likeness.to_dict("records"):
        if row["measure"] == "AMI":
            yield "ami", row["found"], "AMI"
            yield "ami-toeval", row["high"], "AMI"
    if review.anchor_score is not None:
        yield "ankers.f1", review.anchor_score.macro, "F1"
        yield "ankers.f1-woorden", review.anchor_score.macro_words, "F1"
        yield "ankers.bij-drie", PERCENT * review.anchor_score.near, "%"
