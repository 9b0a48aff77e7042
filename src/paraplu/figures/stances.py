"""Where groups stand between two poles: compositions around 'en', and directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    BOTH,
    INK,
    LEFT,
    LINE,
    PAPER,
    RAIN,
    RIGHT,
    SMALL,
    SOFT,
    WIDTH,
    house,
    panel,
    plain_axes,
    sheet,
    wrap,
)  # fmt: skip
from paraplu.messages import figures as words
from paraplu.messages.numbers import say_number, say_share
from paraplu.messages.polarities import ALL_RESPONDENTS, EQUAL_GROUPS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

    from paraplu.records import Polarity

__all__ = ["draw_compositions", "draw_directions"]

LABEL = 1.42
SIDE = 0.72
ROW = 0.5
HEAD = 0.36
SEEN = 0.09
HATCH = "////"
EVEN = 0.005
"""Directions nearer to the middle than this are shown as 0,00."""


def draw_compositions(
    compositions: pd.DataFrame, *, polarity: Polarity, fictional: bool
) -> Drawing:
    """Draw each group's mean composition: left pole, 'en' around the middle, right pole.

    Parameters
    ----------
    compositions
        What `compose` gives.
    polarity
        The choice; its first pole stands left.
    fictional
        Whether the figure says so.

    """
    left, right = (pole.name for pole in polarity.poles)
    caption = words.STANCE_CAPTION.format(left=left, right=right)
    frame = compositions[compositions["groep"] != EQUAL_GROUPS]
    if not frame["discussed"].sum():
        return draw_nothing(caption, fictional=fictional)
    height = HEAD + ROW * len(frame) + 0.05
    with house():
        figure = sheet(height, foot=words.STANCE_FOOT, fictional=fictional)
        axes = plain_axes(figure, height=height)
        reach = _reach(frame)
        middle, unit = _scale(reach)
        _head(axes, left=left, right=right, middle=middle)
        for place, row in enumerate(frame.to_dict("records")):
            _stack(axes, row, y=HEAD + ROW * (place + 0.5), middle=middle, unit=unit)
    return Drawing(figure, _describe(frame, left=left, right=right), caption)


def _reach(frame: pd.DataFrame) -> tuple[float, float]:
    """Return the farthest ends to the left and right of the middle of 'en'."""
    firm = frame[~frame["thin"].astype(bool)]
    half = firm["share_both"] / 2
    ends = (firm["share_left"] + half).max(), (firm["share_right"] + half).max()
    return (float(ends[0]), float(ends[1])) if len(firm) else (0.5, 0.5)


def _scale(reach: tuple[float, float]) -> tuple[float, float]:
    """Return the place of the middle and the inches of a whole, so that all bars fit."""
    room = WIDTH - LABEL - SIDE - 0.2
    unit = room / sum(reach)
    return LABEL + 0.1 + reach[0] * unit, unit


def _head(axes: Axes, *, left: str, right: str, middle: float) -> None:
    """Name the three parts above the bars, each at its side."""
    axes.text(LABEL + 0.1, 0.14, left, color=LEFT, weight=600, va="center")
    axes.text(
        middle, 0.14, words.STANCE_BOTH, color="#625b78", weight=600, va="center", ha="center"
    )
    axes.text(WIDTH - SIDE - 0.1, 0.14, right, color="#8a5a00", weight=600, va="center", ha="right")


def _stack(axes: Axes, row: Mapping[Any, Any], *, y: float, middle: float, unit: float) -> None:
    """Draw one group."""
    name = str(row["groep"])
    strong = 600 if name == ALL_RESPONDENTS else 400
    axes.text(0, y, wrap(name, inches=LABEL), va="center", weight=strong, linespacing=1.02)
    side = words.STANCE_SIDE.format(discussed=row["discussed"], n=row["respondents"])
    axes.text(WIDTH, y, side, va="center", ha="right", size=SMALL, color=SOFT)
    if row["thin"]:
        axes.text(middle, y, words.STANCE_THIN, va="center", ha="center", size=SMALL,
                  color=SOFT, style="italic")  # fmt: skip
        return
    shares = [row["share_left"], row["share_both"], row["share_right"]]
    start = middle - unit * (shares[0] + shares[1] / 2)
    looks = ((LEFT, "", PAPER), (BOTH, HATCH, INK), (RIGHT, "", INK))
    for share, (colour, hatch, ink) in zip(shares, looks, strict=True):
        axes.barh(y, share * unit, left=start, height=0.27, color=colour, hatch=hatch,
                  edgecolor="#b5aec8" if hatch else colour, linewidth=0)  # fmt: skip
        if share >= SEEN:
            box = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.2} if hatch else None
            axes.text(start + share * unit / 2, y, say_share(share), ha="center", va="center",
                      size=SMALL, color=ink, bbox=box)  # fmt: skip
        start += share * unit


def _describe(frame: pd.DataFrame, *, left: str, right: str) -> str:
    """Say what the bars show."""
    rows = []
    for row in frame.to_dict("records"):
        if row["thin"]:
            rows.append(words.STANCE_ALT_THIN.format(group=row["groep"]))
            continue
        rows.append(
            words.STANCE_ALT_ROW.format(
                group=row["groep"],
                discussed=row["discussed"],
                n=row["respondents"],
                left=left.lower(),
                right=right.lower(),
                left_share=say_share(row["share_left"]),
                both_share=say_share(row["share_both"]),
                right_share=say_share(row["share_right"]),
            )
        )
    return words.STANCE_ALT.format(left=left, right=right, rows=" ".join(rows))


def draw_directions(compositions: pd.DataFrame, *, polarity: Polarity, fictional: bool) -> Drawing:
    """Draw each group's direction with its spread, and how firmly its side holds.

    Parameters
    ----------
    compositions
        What `compose` gives.
    polarity
        The choice; its first pole stands left.
    fictional
        Whether the figure says so.

    """
    left, right = (pole.name for pole in polarity.poles)
    frame = compositions[~compositions["thin"].astype(bool)]
    if not len(frame):
        return draw_nothing(words.DIRECTION_CAPTION, fictional=fictional)
    height = 0.42 * len(frame) + 0.75
    rows = []
    with house():
        figure = sheet(height, foot=words.DIRECTION_FOOT, fictional=fictional)
        axes = panel(
            figure, left=LABEL + 0.2, top=0.3, width=WIDTH - LABEL - 1.05, height=height - 0.65
        )
        axes.axvline(0, color=SOFT, linewidth=0.9)
        for place, row in enumerate(frame.to_dict("records")):
            axes.plot([row["direction_low"], row["direction_high"]], [place, place], color=RAIN,
                      linewidth=1.6)  # fmt: skip
            axes.scatter([row["direction"]], [place], s=34, color=INK, zorder=3)
            even = abs(row["direction"]) < EVEN  # no side, so nothing that could hold
            told = words.DIRECTION_NO_SIDE if even else words.DIRECTION_SIDE
            held = told.format(held=row["sign_held"], of=row["of"])
            axes.annotate(held, (1, place), xycoords=("axes fraction", "data"), va="center",
                          xytext=(61, 0), textcoords="offset points", ha="right", size=SMALL,
                          color=SOFT)  # fmt: skip
            direction = say_number(float(row["direction"]))
            said = words.DIRECTION_ALT_EVEN if even else words.DIRECTION_ALT_ROW
            rows.append(said.format(
                group=row["groep"], direction=direction, held=row["sign_held"], of=row["of"],
            ))  # fmt: skip
        _finish_directions(
            axes, names=[str(name) for name in frame["groep"]], left=left, right=right
        )
    alt = words.DIRECTION_ALT.format(left=left, right=right, rows=" ".join(rows))
    return Drawing(figure, alt, words.DIRECTION_CAPTION)


def _finish_directions(axes: Axes, *, names: list[str], left: str, right: str) -> None:
    """Name groups and poles."""
    axes.set_xlim(-1, 1)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_yticks(range(len(names)), [])
    for place, name in enumerate(names):
        axes.annotate(wrap(name, inches=LABEL), (0, place), xycoords=("axes fraction", "data"),
                      xytext=(-72 * (LABEL + 0.2), 0), textcoords="offset points", va="center",
                      linespacing=1.02)  # fmt: skip
    ticks = np.array([-1, -0.5, 0, 0.5, 1])
    axes.set_xticks(ticks, [say_number(float(tick), decimals=1) for tick in ticks])
    axes.set_title(words.DIRECTION_AXIS_LEFT.format(left=left), loc="left", size=10.5, color=LEFT,
                   weight=600, pad=5)  # fmt: skip
    axes.annotate(words.DIRECTION_HELD, (1, 1), xycoords="axes fraction", xytext=(61, 5),
                  textcoords="offset points", ha="right", size=SMALL, color=SOFT)  # fmt: skip
    axes.set_title(words.DIRECTION_AXIS_RIGHT.format(right=right), loc="right", size=10.5,
                   color="#8a5a00", weight=600, pad=5)  # fmt: skip
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
