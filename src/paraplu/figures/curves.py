"""Saturation: the curve of codes found, with its band over orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.ticker import MaxNLocator

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
    panel,
    sheet,
)  # fmt: skip
from paraplu.messages import figures as words
from paraplu.messages.numbers import say_number, say_share

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_accumulation"]

HEIGHT = 2.9
FEW = 5


def draw_accumulation(
    curve: pd.DataFrame, *, setting: pd.Series, orders: int, fictional: bool
) -> Drawing:
    """Draw how many codes turn up after how many interviews.

    Parameters
    ----------
    curve
        What `accumulation` gives: ``interviews, median, low, high``.
    setting
        One row of `saturation`: ``base_size, run_length, threshold, median, reached``.
    orders
        Random orders of the interviews.
    fictional
        Whether the figure says so.

    """
    caption = words.CURVE_CAPTION.format(orders=say_number(orders, decimals=0))
    n = len(curve)
    if not n:
        return draw_nothing(caption, fictional=fictional)
    foot = words.CURVE_FOOT.format(orders=say_number(orders, decimals=0), n=n)
    with house():
        figure = sheet(HEIGHT, foot=foot, fictional=fictional)
        axes = panel(figure, left=0.42, top=0.3, width=WIDTH - 1.35, height=HEIGHT - 0.75)
        x, median = curve["interviews"].to_numpy(), curve["median"].to_numpy()
        axes.fill_between(x, curve["low"], curve["high"], color=RAIN, alpha=0.2, linewidth=0)
        axes.plot(x, median, color=TEAL, linewidth=2)
        axes.annotate(
            words.CURVE_END.format(n=say_number(median[-1], decimals=0)), (x[-1], median[-1]),
            xytext=(6, 0), textcoords="offset points", va="center",
        )  # fmt: skip
        reached = float(setting["median"])
        if not np.isnan(reached):
            _mark(
                axes,
                reached,
                level=float(median[int(reached) - 1]),
                threshold=float(setting["threshold"]),
            )
        _finish(axes, top=float(curve["high"].max()), n=n)
    few = min(FEW, n)
    alt = words.CURVE_ALT.format(
        few=few,
        at_few=say_number(float(median[few - 1]), decimals=0),
        n=n,
        end=say_number(float(median[-1]), decimals=0),
        reached=words.CURVE_ALT_OPEN
        if np.isnan(reached)
        else words.CURVE_ALT_REACHED.format(median=say_number(reached, decimals=0)),
    )
    return Drawing(figure, alt, caption)


def _mark(axes: Axes, reached: float, *, level: float, threshold: float) -> None:
    """Mark where hardly anything new turns up."""
    axes.plot([reached, reached], [0, level], color=SOFT, linewidth=0.9, linestyle=(0, (2, 2)))
    axes.scatter(
        [reached], [level], s=30, facecolor="#fbf9f4", edgecolor=TEAL, linewidth=1.5, zorder=4
    )
    text = words.CURVE_REACHED.format(
        n=say_number(reached, decimals=0), threshold=say_share(threshold)
    )
    axes.text(reached + 0.8, level * 0.32, text, size=SMALL, color=INK, va="center")


def _finish(axes: Axes, *, top: float, n: int) -> None:
    """Put words and numbers along the axes."""
    axes.set_xlim(0, n)
    axes.set_ylim(0, top * 1.04)
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    ticks = MaxNLocator(4, integer=True).tick_values(0, top)
    axes.set_yticks([tick for tick in ticks if tick <= top * 1.04])
    axes.set_xlabel(words.CURVE_X, size=SMALL)
    axes.set_title(words.CURVE_Y, size=SMALL, color=SOFT, loc="left", pad=6)
    axes.grid(axis="y", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0)
