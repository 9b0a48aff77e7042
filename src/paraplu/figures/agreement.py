"""Agreement between coders: dots with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    INK,
    LINE,
    RAIN,
    SMALL,
    SOFT,
    TEAL,
    TRACK,
    WIDTH,
    house,
    panel,
    sheet,
    wrap,
)  # fmt: skip
from paraplu.messages import figures as words
from paraplu.messages.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_agreement"]

LABEL = 2.05
COUNTS = 0.44
HEADS = 0.18
DENSE = 30
NAMED = 3


def draw_agreement(
    agreement: pd.DataFrame,
    *,
    threshold: float,
    caption: str,
    fictional: bool,
    count: str = "",
    counted: str = "",
) -> Drawing:
    """Draw α with its interval for every row, the highest first.

    Parameters
    ----------
    agreement
        Columns ``label, alpha, alpha_low, alpha_high, reason`` (why α has no value, or empty).
    threshold
        Of the study, on α; rows under it have an open dot.
    caption
        What is compared (Dutch).
    fictional
        Whether the figure says so.
    count, counted
        The column with on how much each row rests, and what that is (Dutch); left out when
        empty.

    """
    if not agreement["alpha"].notna().any():
        return draw_nothing(caption, fictional=fictional)
    frame = agreement.sort_values("alpha", ascending=False, kind="stable", na_position="last")
    dense = len(frame) > DENSE
    row, size = (0.159, 9.0) if dense else (0.25, 10.5)
    height = row * len(frame) + 0.5
    foot = words.ALPHA_FOOT.format(threshold=say_number(threshold))
    if count:
        foot = f"{foot} {words.ALPHA_COUNT.format(what=counted)}"
    with house():
        figure = sheet(height + HEADS, foot=foot, fictional=fictional)
        wide = WIDTH - LABEL - 0.55 - (COUNTS if count else 0)
        axes = panel(figure, left=LABEL, top=0.02 + HEADS, width=wide, height=height - 0.5)
        low = _limit(frame)
        axes.axvline(threshold, color=SOFT, linewidth=0.9, linestyle=(0, (2, 2)))
        for place, item in enumerate(frame.to_dict("records")):
            _interval(axes, item, place=place, size=size, low=low, threshold=threshold)
        counts = [int(n) for n in frame[count]] if count else []
        _number(axes, counts, size=size)
        _finish(axes, labels=[str(label) for label in frame["label"]], low=low, size=size)
    return Drawing(figure, _describe(frame, threshold=threshold), caption)


def _limit(frame: pd.DataFrame) -> float:
    """Return where the axis begins: 0, or lower where an interval goes there."""
    lowest = np.nanmin([0.0, *frame["alpha"], *frame["alpha_low"]])
    return float(max(-0.5, np.floor(lowest * 10) / 10))


def _interval(
    axes: Axes, item: Mapping[Any, Any], *, place: int, size: float, low: float, threshold: float
) -> None:
    """Draw one row: line, dot, number; or why there is none."""
    alpha = float(item["alpha"])
    bounds = [item["alpha_low"], item["alpha_high"]]
    if np.isnan(alpha):
        axes.text(
            low + 0.02, place, item["reason"], va="center", size=8.5, color=SOFT, style="italic"
        )
        return
    colour = TEAL if alpha >= threshold else RAIN
    if not np.isnan(bounds).any():
        axes.plot(bounds, [place, place], color=colour, linewidth=1.5, solid_capstyle="butt",
                  clip_on=True)  # fmt: skip
    filled = colour if alpha >= threshold else "#fbf9f4"
    axes.scatter(
        [alpha], [place], s=24, facecolor=filled, edgecolor=colour, linewidth=1.3, zorder=3
    )
    _beside(axes, say_number(alpha), place=place, inches=0.42, size=size - 0.5)


def _number(axes: Axes, counts: list[int], *, size: float) -> None:
    """Write the heads of the columns of numbers, and on how much each row rests."""
    _beside(axes, "α", place=-1, inches=0.42, size=SMALL, colour=SOFT)
    if not counts:
        return
    _beside(axes, "n", place=-1, inches=0.42 + COUNTS, size=SMALL, colour=SOFT)
    for place, n in enumerate(counts):
        text = say_number(n, decimals=0)
        _beside(axes, text, place=place, inches=0.42 + COUNTS, size=size - 0.5)


def _beside(
    axes: Axes, text: str, *, place: float, inches: float, size: float, colour: str = INK
) -> None:
    """Write at the right of a row, ending at a distance from the axes."""
    axes.annotate(text, (1, place), xycoords=("axes fraction", "data"), xytext=(72 * inches, 0),
                  textcoords="offset points", va="center", ha="right", size=size,
                  color=colour, annotation_clip=False)  # fmt: skip


def _finish(axes: Axes, *, labels: list[str], low: float, size: float) -> None:
    """Put the names at the left and α below."""
    axes.set_xlim(low, 1.02)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_yticks(range(len(labels)), [])
    for place, label in enumerate(labels):
        first, _, rest = wrap(label, inches=LABEL - 0.12, size=size).partition("\n")
        name = f"{first} …" if rest else first
        axes.annotate(name, (0, place), xycoords=("axes fraction", "data"), size=size,
                      xytext=(-72 * LABEL, 0), textcoords="offset points", va="center")  # fmt: skip
    ticks = [tick for tick in (-0.5, 0.0, 0.5, 1.0) if tick >= low]
    axes.set_xticks(ticks, [say_number(tick, decimals=1) for tick in ticks])
    axes.set_xlabel(words.ALPHA_AXIS, size=SMALL)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.grid(axis="y", color=TRACK, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)


def _describe(frame: pd.DataFrame, *, threshold: float) -> str:
    """Say what the figure shows."""
    known = frame[frame["alpha"].notna()]
    items = [
        words.ALPHA_ALT_ITEM.format(label=label, alpha=say_number(alpha))
        for label, alpha in zip(known["label"], known["alpha"], strict=True)
    ]
    return words.ALPHA_ALT.format(
        top=words.enumerate_words(items[:NAMED]),
        low=words.enumerate_words(items[NAMED:][-NAMED:]) or "–",
        above=int((known["alpha"] >= threshold).sum()),
        n=len(frame),
        threshold=say_number(threshold),
        unknown=len(frame) - len(known),
    )
