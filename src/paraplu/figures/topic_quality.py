"""Whether topics hold, which are alike, and how they lie beside codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from paraplu.figures.bars import draw_bars
from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    INK,
    LINE,
    RAIN,
    SMALL,
    SOFT,
    TEAL,
    WIDTH,
    house,
    plain_axes,
    sheet,
    wrap,
)  # fmt: skip
from paraplu.messages import figures as words
from paraplu.messages.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from matplotlib.axes import Axes

__all__ = ["draw_lifts", "draw_returns", "draw_tree"]

LABEL = 2.35
ROW = 0.3
LINE_HEIGHT = 0.17
HEAD = 0.3
LIFTS = 24
"""At most so many rows; every topic has its part."""

TOP = 0.03


def draw_returns(topics: pd.DataFrame, *, fictional: bool) -> Drawing:
    """Draw in how many runs, each without one interview, every topic came back.

    Parameters
    ----------
    topics
        Columns ``name, returned, runs`` of a `TopicResult`; missing until measured.
    fictional
        Whether the figure says so.

    """
    known = topics[pd.to_numeric(topics["runs"]).notna()]
    if known.empty:
        return draw_nothing(words.RETURNS_UNKNOWN, fictional=fictional)
    frame = pd.DataFrame(
        {
            "name": known["name"],
            "respondents": known["returned"].astype(int),
            "of": known["runs"].astype(int),
        }
    )
    return draw_bars(frame, foot=words.RETURNS_FOOT, caption=words.RETURNS_CAPTION,
                     fictional=fictional)  # fmt: skip


def draw_tree(tree: pd.DataFrame, topics: pd.DataFrame, *, fictional: bool) -> Drawing:
    """Draw which topics come together first.

    Parameters
    ----------
    tree
        Of a `TopicResult`.
    topics
        Columns ``name, n_segments``, in the order of their numbers.
    fictional
        Whether the figure says so.

    """
    if tree.empty:
        return draw_nothing(words.TREE_CAPTION, fictional=fictional)
    order = _walk(tree, topics=len(topics))
    heights = {topic: TOP + ROW * (place + 0.5) for place, topic in enumerate(order)}
    widest = float(tree["distance"].max())
    room = WIDTH - LABEL - 0.15
    left = dict.fromkeys(order, LABEL + 0.08)
    with house():
        figure = sheet(ROW * len(order) + 2 * TOP, foot=words.TREE_FOOT, fictional=fictional)
        axes = plain_axes(figure, height=ROW * len(order) + 2 * TOP)
        for topic in order:
            axes.text(LABEL, heights[topic], str(topics["name"].iloc[topic]), ha="right",
                      va="center", size=SMALL)  # fmt: skip
        for step in tree.to_dict("records"):
            x = LABEL + 0.08 + room * step["distance"] / widest
            ends = [heights[step["left"]], heights[step["right"]]]
            for branch in ("left", "right"):
                y = heights[step[branch]]
                axes.plot([left[step[branch]], x], [y, y], color=TEAL, linewidth=1.2)
            axes.plot([x, x], ends, color=TEAL, linewidth=1.2)
            heights[step["step"]], left[step["step"]] = sum(ends) / 2, x
    first = tree.head(3)["topics"].map(lambda own: _name(own, topics=topics))
    return Drawing(figure, words.TREE_ALT.format(rows="; ".join(first)), words.TREE_CAPTION)


def draw_lifts(cross: pd.DataFrame, *, fictional: bool, min_cell: int = 3) -> Drawing:
    """Draw the codes that a topic holds oftener than by chance, with their ranges.

    Parameters
    ----------
    cross
        As from `cross_codes`; rows of fewer respondents than `min_cell` are left out. Of each
        topic the strongest are drawn, so that all topics have a place.
    fictional
        Whether the figure says so.
    min_cell
        Fewest respondents that may be shown.

    """
    tied = cross[(cross["low"] > 1) & (cross["n_respondents"] >= min_cell)]
    if tied.empty:
        return draw_nothing(words.LIFTS_CAPTION, fictional=fictional)
    most = max(1, LIFTS // tied["topic"].nunique())
    tied = tied.groupby("topic", sort=False).head(most)
    tops, height = _tops(tied)
    longest = float(tied["high"].max())
    room = WIDTH - LABEL - 0.55
    with house():
        figure = sheet(height, foot=words.LIFTS_FOOT.format(most=most), fictional=fictional)
        axes = plain_axes(figure, height=height)
        zero = LABEL + 0.1
        axes.plot([zero + room / longest] * 2, [0.05, height], color=LINE, linewidth=0.8)
        for (topic, own), head in zip(tied.groupby("topic", sort=True), tops, strict=True):
            del topic
            axes.text(0, head + HEAD * 0.62, own["name"].iloc[0], size=SMALL, color=TEAL,
                      va="center")  # fmt: skip
            for place, row in enumerate(own.to_dict("records")):
                y = head + HEAD + ROW * (place + 0.4) * 0.8
                _range(axes, row, zero=zero, scale=room / longest, y=y)
    said = [
        words.LIFTS_ALT_ROW.format(name=row["name"], code=row["code_name"],
                                   lift=say_number(row["lift"], decimals=1))
        for row in tied.drop_duplicates("topic").to_dict("records")
    ]  # fmt: skip
    return Drawing(figure, words.LIFTS_ALT.format(rows="; ".join(said)), words.LIFTS_CAPTION)


def _range(
    axes: Axes, row: Mapping[Hashable, object], *, zero: float, scale: float, y: float
) -> None:
    """Draw one lift as a dot on its interval."""
    low, lift, high = (float(str(row[name])) for name in ("low", "lift", "high"))
    name = wrap(str(row["code_name"]), inches=LABEL, size=SMALL).split("\n")
    label = name[0] + (" …" if len(name) > 1 else "")
    axes.text(LABEL, y, label, ha="right", va="center", size=SMALL, color=INK)
    axes.plot([zero + low * scale, zero + high * scale], [y, y], color=RAIN, linewidth=1.4)
    axes.scatter([zero + lift * scale], [y], s=16, color=RAIN, zorder=3)
    axes.text(zero + high * scale + 0.07, y, say_number(lift, decimals=1), va="center", size=8,
              color=SOFT)  # fmt: skip


def _tops(tied: pd.DataFrame) -> tuple[list[float], float]:
    """Return where the rows of each topic begin, and how high all are together."""
    tops, top = [], 0.0
    for _, own in tied.groupby("topic", sort=True):
        tops.append(top)
        top += HEAD + ROW * 0.8 * len(own) + 0.04
    return tops, top + 0.05


def _walk(tree: pd.DataFrame, *, topics: int) -> list[int]:
    """Return the topics in an order in which no branches cross."""
    held = {topic: [topic] for topic in range(topics)}
    for step in tree.to_dict("records"):
        held[step["step"]] = held[step["left"]] + held[step["right"]]
    return held[int(tree["step"].iloc[-1])]


def _name(numbers: str, *, topics: pd.DataFrame) -> str:
    """Return the names of topics by their numbers."""
    names = [str(topics["name"].iloc[int(number)]) for number in numbers.split(", ")]
    return words.enumerate_words(names)
