"""Tables that can be read from afar: shade for the share, a number in every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    INK,
    LINE,
    PAPER,
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
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from paraplu.figures.style import Sheet

__all__ = ["draw_by_group", "draw_grid"]

LABEL = 1.95
ROW = 0.27
LINE_HEIGHT = 0.18
GAP = 0.025
DARK = 0.55
NAMED = 3
HEAD_LETTER = 0.42
"""Mean width of a letter in a heading, in its size."""


def draw_by_group(
    counts: pd.DataFrame, *, caption: str, fictional: bool, min_cell: int = 3
) -> Drawing:
    """Draw how many respondents of each group speak of something.

    Parameters
    ----------
    counts
        A row per cell: ``name, group, n, of, share, suppressed``, as `codes_by_group` and
        `families_by_group` give; rows and columns in order of appearance.
    caption
        What is counted (Dutch).
    fictional
        Whether the figure says so.
    min_cell
        Cells of respondents from 1 up to this are not shown.

    """
    if not len(counts):
        return draw_nothing(caption, fictional=fictional)
    small = words.SMALL_CELL.format(min_cell=min_cell)
    sizes = counts.groupby("group", sort=False)["of"].max()
    columns = {
        group: words.HEAT_COLUMN.format(group=wrap(str(group), inches=0.85, size=SMALL), n=n)
        for group, n in sizes.items()
    }
    hidden = counts["suppressed"].astype(bool)
    whole = counts["of"].eq(counts["group"].map(sizes))
    texts = counts["n"].map(lambda n: say_number(n, decimals=0))
    texts = texts.where(whole, texts + "/" + counts["of"].astype(str))
    cells = pd.DataFrame(
        {
            "row": counts["name"],
            "column": counts["group"].map(columns),
            "text": texts.mask(hidden, small),
            "shade": counts["share"].mask(hidden),
        }
    )
    foot = words.HEAT_FOOT.format(small=small, min_cell=min_cell)
    figure = _draw(cells, foot=foot, fictional=fictional)
    return Drawing(figure, _describe(counts[~hidden], counts=counts), caption)


def _describe(known: pd.DataFrame, *, counts: pd.DataFrame) -> str:
    """Say what the table shows: its size, and its highest shares."""
    groups = list(dict.fromkeys(counts["group"]))
    top = [
        words.HEAT_ALT_CELL.format(
            row=cell["name"], column=cell["group"], n=cell["n"], of=cell["of"]
        )
        for cell in known.nlargest(NAMED, "share").to_dict("records")
    ]
    return words.HEAT_ALT.format(
        rows=counts["name"].nunique(),
        columns=len(groups),
        names=words.enumerate_words(groups),
        top=words.enumerate_words(top) or words.THIN,
    )


def draw_grid(
    cells: pd.DataFrame, *, foot: str, caption: str, fictional: bool, min_cell: int = 3
) -> Drawing:
    """Draw counts by two properties, empty cells visible.

    Parameters
    ----------
    cells
        A row per cell: ``row, column, n`` and ``planned`` (boolean: whether something was meant
        to be here; an empty planned cell is framed).
    foot, caption
        What is counted (Dutch).
    fictional
        Whether the figure says so.
    min_cell
        Counts from 1 up to this are not shown.

    """
    if not len(cells):
        return draw_nothing(caption, fictional=fictional)
    n = cells["n"].astype(float)
    thin = (n > 0) & (n < min_cell)
    small = words.SMALL_CELL.format(min_cell=min_cell)
    text = n.map(lambda number: say_number(number, decimals=0)).mask(n.eq(0), "")
    shown = pd.DataFrame(
        {
            "row": cells["row"],
            "column": cells["column"],
            "text": text.mask(thin, small),
            "shade": (n / max(n.max(), 1)).mask(thin | n.eq(0)),
            "planned": cells["planned"].astype(bool),
        }
    )
    figure = _draw(shown, foot=foot, fictional=fictional)
    full = cells.loc[n[~thin].nlargest(1).index]
    top = [
        words.GRID_ALT_TOP.format(row=cell["row"], column=cell["column"], n=cell["n"])
        for cell in full.to_dict("records")
        if cell["n"]
    ]
    alt = words.GRID_ALT.format(
        rows=cells["row"].nunique(),
        columns=cells["column"].nunique(),
        names=words.enumerate_words([str(name) for name in cells["column"].unique()]),
        filled=int((n > 0).sum()),
        total=len(cells),
        top="".join(top),
    ).strip()
    return Drawing(figure, alt, caption)


def _draw(cells: pd.DataFrame, *, foot: str, fictional: bool) -> Sheet:
    """Draw the cells; columns row, column, text, shade (0 to 1 or missing), maybe planned."""
    rows, columns = list(dict.fromkeys(cells["row"])), list(dict.fromkeys(cells["column"]))
    names = [wrap(str(name), inches=LABEL - 0.08) for name in rows]
    heights = [max(ROW, 0.11 + LINE_HEIGHT * (name.count("\n") + 1)) for name in names]
    width = (WIDTH - LABEL) / len(columns)
    raised = _raise(columns, width=width)
    head = 0.13 + raised + 0.178 * max(column.count("\n") + 1 for column in columns)
    tops = head + np.concatenate([[0], np.cumsum(heights)])
    lefts = {column: LABEL + width * place for place, column in enumerate(columns)}
    with house():
        figure = sheet(float(tops[-1]) + 0.04, foot=foot, fictional=fictional)
        axes = plain_axes(figure, height=float(tops[-1]) + 0.04)
        for turn, (column, left) in enumerate(lefts.items()):
            axes.text(left + width / 2, head - 0.05 - raised * (turn % 2), column, ha="center",
                      va="bottom",
                      size=SMALL, color=SOFT, linespacing=1.1)  # fmt: skip
        for name, top, height in zip(names, tops, heights, strict=False):
            axes.text(0, top + height / 2, name, va="center", linespacing=1.05)
        place = {row: (tops[n], heights[n]) for n, row in enumerate(rows)}
        for cell in cells.to_dict("records"):
            top, height = place[cell["row"]]
            box = (lefts[cell["column"]], top, width, height)
            _cell(axes, box, text=cell["text"], shade=cell["shade"],
                  framed=bool(cell.get("planned", False)))  # fmt: skip
    return figure


def _raise(columns: Sequence[str], *, width: float) -> float:
    """Return how far every second heading goes up, in inches, so that long ones stay apart."""
    longest = max(len(line) for column in columns for line in column.split("\n"))
    lines = max(column.count("\n") + 1 for column in columns)
    return 0.178 * lines + 0.03 if longest * SMALL * HEAD_LETTER / 72 > width else 0.0


def _cell(
    axes: Axes, box: tuple[float, float, float, float], *, text: str, shade: float, framed: bool
) -> None:
    """Draw one cell: its shade, its number, and a frame when something was planned here."""
    left, top, width, height = box
    known = not pd.isna(shade)
    ramp = LinearSegmentedColormap.from_list("weather", ["#f1ede3", "#9cc3c4", TEAL])
    axes.add_patch(
        Rectangle(
            (left + GAP, top + GAP), width - 2 * GAP, height - 2 * GAP,
            facecolor=ramp(float(shade)) if known else "none",
            edgecolor=TEAL if framed else LINE,
            linewidth=1.1 if framed else (0 if known else 0.6),
            linestyle="-" if framed or known else (0, (2, 2)),
        )
    )  # fmt: skip
    colour = PAPER if known and shade > DARK else INK if known else SOFT
    axes.text(left + width / 2, top + height / 2, text, ha="center", va="center", color=colour)
