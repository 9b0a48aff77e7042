"""What the consensus kept, by who had given it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    LINE,
    SMALL,
    SOFT,
    TEAL,
    TRACK,
    WIDTH,
    house,
    plain_axes,
    sheet,
    wrap,
)
from paraplu.messages import figures as words
from paraplu.messages.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

__all__ = ["draw_sources"]

LABEL = 2.05
VALUE = 1.05
ROW = 0.36
BAR = 0.15


def draw_sources(sources: pd.DataFrame, *, caption: str, fictional: bool) -> Drawing:
    """Draw where the codings of the consensus came from, and what it dropped.

    Parameters
    ----------
    sources
        What `consensus_sources` gives: ``label, given`` (missing where nobody could give it),
        ``kept``.
    caption
        What is counted (Dutch).
    fictional
        Whether the figure says so.

    """
    total = int(sources["kept"].sum())
    if not total:
        return draw_nothing(caption, fictional=fictional)
    given = sources["given"].astype("Int64").fillna(sources["kept"].astype("Int64"))
    dropped = int((given - sources["kept"]).sum())
    foot = words.DECISIONS_FOOT.format(
        n=say_number(total, decimals=0), dropped=say_number(dropped, decimals=0)
    )
    height = ROW * len(sources) + 0.05
    unit = (WIDTH - LABEL - VALUE) / float(given.max())
    with house():
        figure = sheet(height, foot=foot, fictional=fictional)
        axes = plain_axes(figure, height=height)
        said = [
            _bar(axes, row, y=ROW * (place + 0.5), unit=unit)
            for place, row in enumerate(sources.to_dict("records"))
        ]
    return Drawing(figure, words.DECISIONS_ALT.format(rows=words.enumerate_words(said)), caption)


def _bar(axes: Axes, row: Mapping[Any, Any], *, y: float, unit: float) -> str:
    """Draw what one source gave and what was kept of it, and say so."""
    kept = say_number(row["kept"], decimals=0)
    left, tail = LABEL + 0.1, ""
    axes.text(0, y, wrap(row["label"], inches=LABEL), va="center", linespacing=1.0)
    if not pd.isna(row["given"]):
        tail = words.DECISIONS_GIVEN.format(given=say_number(row["given"], decimals=0))
        axes.barh(y, unit * row["given"], left=left, height=BAR, color=TRACK, edgecolor=LINE,
                  linewidth=0.6)  # fmt: skip
    axes.barh(y, unit * row["kept"], left=left, height=BAR, color=TEAL)
    axes.text(WIDTH, y, kept + tail, ha="right", va="center", size=SMALL, color=SOFT)
    return words.DECISIONS_ALT_ROW.format(label=row["label"], kept=kept, given=tail)
