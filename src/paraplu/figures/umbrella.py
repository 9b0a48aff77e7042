"""The umbrella: threat as rain, protection as a canopy, and what falls beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    INK,
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

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_umbrella"]

LABEL = 1.72
HEAD = 0.42
ROW = 0.37
TIP = 3.62
DEPTH = 0.62
STEP = 0.041
SLANT = 0.05
LENGTH = 0.15
THROUGH = 4.4
HOOK = 0.065


def draw_umbrella(threats: pd.DataFrame, *, fictional: bool, min_cell: int = 3) -> Drawing:
    """Draw an umbrella held against the wind: a stroke of rain is a respondent.

    Parameters
    ----------
    threats
        Rows of one voice of `Umbrella.threats`: ``name, of, speaking, lekt, onbedekt, gap,
        thin``; threats of which nobody speaks are left out.
    fictional
        Whether the figure says so.
    min_cell
        Parts of the gap from 1 up to this are not told apart.

    """
    spoken = threats[threats["speaking"] > 0].sort_values(
        "speaking", ascending=False, kind="stable"
    )
    of = int(threats["of"].max()) if len(threats) else 0
    caption = words.UMBRELLA_CAPTION.format(of=of)
    if not len(spoken):
        return draw_nothing(caption, fictional=fictional)
    height = HEAD + ROW * len(spoken) + 0.12
    with house():
        figure = sheet(height, foot=words.UMBRELLA_FOOT, fictional=fictional)
        axes = plain_axes(figure, height=height)
        axes.text(TIP - 0.25, 0.1, words.UMBRELLA_SPEAK, ha="right", va="center", size=SMALL,
                  color=SOFT)  # fmt: skip
        axes.text(WIDTH, 0.1, words.UMBRELLA_GAP, ha="right", va="center", size=SMALL, color=SOFT)
        step = min(0.055, (WIDTH - 0.3 - THROUGH) / max(int(spoken["gap"].max()), 1))
        edge = _canopy(axes, top=HEAD - 0.1, bottom=height - 0.02)
        _stick(axes, y=HEAD + ROW * len(spoken) / 2, long=len(spoken) % 2 == 0)
        for place, row in enumerate(spoken.to_dict("records")):
            y = HEAD + ROW * (place + 0.5)
            _rain(axes, row, y=y, edge=edge)
            if not row["thin"]:
                _gap(axes, row, y=y, step=step, min_cell=min_cell)
    alt = words.UMBRELLA_ALT.format(rows=_describe(spoken, min_cell=min_cell))
    return Drawing(figure, alt, caption)


def _canopy(axes: Axes, *, top: float, bottom: float) -> Callable[[float], float]:
    """Draw the canopy and its stick; return the place of its outer edge at a height."""
    middle, half = (top + bottom) / 2, (bottom - top) / 2

    def edge(y: float) -> float:
        return float(TIP + DEPTH * abs((y - middle) / half) ** 2.4)

    heights = np.linspace(top, bottom, 120)
    outer = np.array([(edge(float(y)), y) for y in heights])
    ribs = np.linspace(bottom, top, 6)
    vertices, codes = list(outer), [Path.MOVETO] + [Path.LINETO] * (len(outer) - 1)
    for start, end in pairwise(ribs):
        vertices += [(TIP + DEPTH - 0.2, (start + end) / 2), (TIP + DEPTH, end)]
        codes += [Path.CURVE3] * 2
    axes.add_patch(
        PathPatch(Path(vertices, codes), facecolor=TEAL, alpha=0.16, linewidth=0, zorder=1)
    )
    axes.plot(outer[:, 0], outer[:, 1], color=TEAL, linewidth=2.2, solid_capstyle="round")
    for rib in ribs[1:-1]:
        bend = np.linspace(0, 1, 20)
        x = TIP + DEPTH * bend
        y = middle + (rib - middle) * bend**0.42
        axes.plot(x, y, color=TEAL, linewidth=0.7, alpha=0.45)
    return edge


def _stick(axes: Axes, *, y: float, long: bool) -> None:
    """Draw the stick, with its handle when there is room between two rows."""
    end = WIDTH - 0.42 if long else THROUGH - 0.06
    x, bend = [TIP - 0.1, end], [y, y]
    if long:
        turn = np.linspace(-np.pi / 2, np.pi * 0.6, 24)
        x += list(end + HOOK * np.cos(turn))
        bend += list(y + HOOK * (1 + np.sin(turn)))
    axes.plot(x, bend, color=TEAL, linewidth=1.5, alpha=0.6, solid_capstyle="round", zorder=0)


def _rain(axes: Axes, row: Mapping[Any, Any], *, y: float, edge: Callable[[float], float]) -> None:
    """Draw one threat: rain up to the canopy, and what comes past it."""
    name, speaking = str(row["name"]), int(row["speaking"])
    axes.text(0, y, wrap(name, inches=LABEL, size=9.5), va="center", size=9.5, linespacing=1.0)
    if row["thin"]:
        axes.text(edge(y) - 0.12, y, words.STANCE_THIN, va="center", ha="right", size=SMALL,
                  color=SOFT, style="italic")  # fmt: skip
        return
    right = edge(y) - 0.1
    x = right - STEP * np.arange(speaking)
    _strokes(axes, x, y=y, colour=RAIN, width=1.3)
    axes.text(float(x[-1]) - 0.08, y, str(speaking), ha="right", va="center", size=SMALL,
              color=SOFT)  # fmt: skip


def _gap(axes: Axes, row: Mapping[Any, Any], *, y: float, step: float, min_cell: int) -> None:
    """Draw what comes past the canopy: protection that falls short, and none at all."""
    leaking, bare = int(row["lekt"]), int(row["onbedekt"])
    gap = leaking + bare
    if 0 < gap < min_cell:
        text = words.SMALL_CELL.format(min_cell=min_cell)
        axes.text(WIDTH, y, text, ha="right", va="center", size=SMALL, color=SOFT)
        return
    through = THROUGH + step * np.arange(gap)
    if any(0 < part < min_cell for part in (leaking, bare)):
        _strokes(axes, through, y=y, colour=RAIN, width=1.3)
    else:
        _strokes(axes, through[:leaking], y=y, colour=INK, width=1.6)
        _strokes(axes, through[leaking:], y=y, colour=RAIN, width=1.1, dashed=True)
    axes.text(WIDTH, y, str(gap), ha="right", va="center", size=SMALL, color=INK)


def _strokes(
    axes: Axes, x: np.ndarray, *, y: float, colour: str, width: float, dashed: bool = False
) -> None:
    """Draw slanted strokes at places."""
    lines = [[(p - SLANT / 2, y - LENGTH / 2), (p + SLANT / 2, y + LENGTH / 2)] for p in x]
    style = (0, (1.4, 1.2)) if dashed else "solid"
    axes.add_collection(
        LineCollection(lines, colors=colour, linewidths=width, linestyles=[style], zorder=2)
    )


def _describe(spoken: pd.DataFrame, *, min_cell: int) -> str:
    """Say what the picture shows."""
    small = words.SMALL_CELL.format(min_cell=min_cell)
    return " ".join(
        words.UMBRELLA_ALT_THIN.format(name=row["name"])
        if row["thin"]
        else words.UMBRELLA_ALT_ROW.format(
            name=row["name"],
            speaking=row["speaking"],
            gap=small if 0 < row["gap"] < min_cell else row["gap"],
        )
        for row in spoken.to_dict("records")
    )
