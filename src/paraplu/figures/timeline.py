"""The timeline: what happened to the network, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    LINE,
    PAPER,
    SOFT,
    TEAL,
    WIDTH,
    house,
    plain_axes,
    sheet,
    wrap,
)  # fmt: skip
from paraplu.messages import figures as words

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["draw_timeline"]

STICK = 1.55
SOURCE = 8.5
LINE_HEIGHT = 0.175
YEAR, MONTH = 4, 7


def draw_timeline(events: pd.DataFrame, *, fictional: bool) -> Drawing:
    """Draw events from top to bottom, the oldest first, each with its source.

    Parameters
    ----------
    events
        What `list_events` gives: ``date, event, source``.
    fictional
        Whether the figure says so.

    """
    caption = words.TIMELINE_CAPTION
    if not len(events):
        return draw_nothing(caption, fictional=fictional)
    width = WIDTH - STICK - 0.25
    texts = [wrap(text, inches=width) for text in events["event"]]
    sources = [wrap(text, inches=width, size=SOURCE) for text in events["source"]]
    heights = [
        0.26 + LINE_HEIGHT * (text.count("\n") + 1) + 0.14 * (source.count("\n") + 1)
        for text, source in zip(texts, sources, strict=True)
    ]
    dates = [_say_date(date) for date in events["date"]]
    with house():
        figure = sheet(sum(heights) + 0.05, fictional=fictional)
        axes = plain_axes(figure, height=sum(heights) + 0.05)
        axes.plot([STICK] * 2, [0.14, sum(heights) - heights[-1] + 0.14], color=LINE, linewidth=1.6)
        y = 0.14
        for date, text, source, height in zip(dates, texts, sources, heights, strict=True):
            axes.scatter([STICK], [y], s=52, facecolor=PAPER, edgecolor=TEAL, linewidth=1.8,
                         zorder=3)  # fmt: skip
            axes.text(STICK - 0.2, y, date, ha="right", va="center", color=SOFT)
            axes.text(STICK + 0.22, y - 0.085, text, va="top", linespacing=1.1)
            below = y + LINE_HEIGHT * (text.count("\n") + 1) - 0.04
            axes.text(STICK + 0.22, below, source, va="top", size=SOURCE, color=SOFT,
                      linespacing=1.1)  # fmt: skip
            y += height
    rows = "; ".join(f"{date} {text}" for date, text in zip(dates, events["event"], strict=True))
    return Drawing(figure, words.TIMELINE_ALT.format(rows=rows), caption)


def _say_date(date: str) -> str:
    """Write a year, a month or a day in Dutch."""
    if len(date) <= YEAR:
        return date
    month = words.MONTHS[int(date[5:7]) - 1]
    year = date[:YEAR]
    return f"{month} {year}" if len(date) <= MONTH else f"{int(date[8:10])} {month} {year}"
