"""Horizontal bars, always against their denominator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    RAIN,
    SMALL,
    SOFT,
    TEAL,
    TRACK,
    WIDTH,
    house,
    plain_axes,
    sheet,
    wrap,
)  # fmt: skip
from paraplu.messages import figures as words
from paraplu.messages.numbers import say_count, say_number

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_bars", "draw_partners"]

LABEL = 2.05
VALUE = 0.85
ROW = 0.27
LINE_HEIGHT = 0.2
NAMED = 5


def draw_bars(
    frame: pd.DataFrame,
    *,
    foot: str,
    caption: str,
    fictional: bool,
    min_cell: int = 0,
    most: int = 24,
) -> Drawing:
    """Draw counts as bars on a track that is as long as everyone together.

    Parameters
    ----------
    frame
        A row per bar, in the order wanted: ``name, respondents`` (or what else is counted) and
        ``of``.
    foot, caption
        What is counted (Dutch).
    fictional
        Whether the figure says so.
    min_cell
        Counts from 1 up to this are not shown.
    most
        Further rows are left out, and the alternative text says how many there are.

    """
    if not frame["of"].sum():
        return draw_nothing(caption, fictional=fictional)
    total, shown = len(frame), frame.head(most)
    names = [wrap(name, inches=LABEL) for name in shown["name"]]
    heights = [ROW + LINE_HEIGHT * name.count("\n") for name in names]
    said = []
    with house():
        figure = sheet(sum(heights) + 0.05, foot=foot, fictional=fictional)
        axes = plain_axes(figure, height=sum(heights) + 0.05)
        top = 0.02
        longest = max(float(shown["of"].max()), 1.0)
        places = zip(names, heights, shown["respondents"], shown["of"], strict=True)
        for name, height, number, whole in places:
            y = top + height / 2
            axes.text(0, y, name, va="center", linespacing=1.05)
            said.append(_bar(axes, number, whole, longest=longest, y=y, min_cell=min_cell))
            top += height
    rows = words.enumerate_words(
        [f"{name} {value}" for name, value in zip(shown["name"][:NAMED], said, strict=False)]
    )
    text = words.BARS_ALT if total <= NAMED else words.BARS_ALT_MORE
    alt = text.format(rows=rows, shown=min(total, NAMED), total=total)
    return Drawing(figure, alt, caption)


def _bar(
    axes: Axes, number: float, whole: float, *, longest: float, y: float, min_cell: int
) -> str:
    """Draw one bar and return what stands beside it."""
    left, width = LABEL + 0.1, WIDTH - LABEL - VALUE - 0.1
    thin = 0 < number < min_cell
    small = words.SMALL_CELL.format(min_cell=min_cell)
    text = (
        f"{small} van {say_number(whole, decimals=0)}"
        if thin
        else say_count(int(number), of=int(whole))
    )
    axes.barh(y, width * whole / longest, left=left, height=0.115, color=TRACK, linewidth=0)
    if thin:
        axes.text(left, y, words.THIN, size=SMALL, color=SOFT, va="center", style="italic")
    else:
        axes.barh(y, width * number / longest, left=left, height=0.115, color=TEAL, linewidth=0)
    axes.text(WIDTH, y, text, ha="right", va="center", size=SMALL, color=RAIN if thin else SOFT)
    return text


def draw_partners(partners: pd.DataFrame, *, fictional: bool, min_cell: int = 3) -> Drawing:
    """Draw by how many respondents partners are named; those hardly named are only counted.

    Parameters
    ----------
    partners
        What `list_partners` gives: ``name, respondents, of``.
    fictional
        Whether the figure says so.
    min_cell
        Partners named by fewer respondents are left out.

    """
    shown = partners[partners["respondents"] >= min_cell]
    return draw_bars(
        shown.sort_values("respondents", ascending=False, kind="stable"),
        foot=words.PARTNERS_FOOT.format(rest=len(partners) - len(shown), min_cell=min_cell),
        caption=words.PARTNERS_CAPTION,
        fictional=fictional,
    )
