"""The polariteitenkaart: what people named as advantage and drawback of each pole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from matplotlib.patches import Rectangle

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    BOTH,
    INK,
    LEFT,
    LINE,
    RIGHT,
    SMALL,
    SOFT,
    WIDTH,
    house,
    plain_axes,
    sheet,
    wrap,
)  # fmt: skip
from paraplu.messages import figures as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

    from paraplu.records import Polarity

    Cells: TypeAlias = Mapping[tuple[str, str], Mapping[Any, Any]]

__all__ = ["draw_quadrants"]

HEAD = 0.62
CELL = 1.12
MARGIN = 0.28
BOTH_PART = 0.9
BIG = 21
STEP = 0.115
PER_ROW = 14
ARGUMENTS = (("voordeel", words.MAP_ADVANTAGE), ("nadeel", words.MAP_DRAWBACK))


def draw_quadrants(
    quadrants: pd.DataFrame, *, polarity: Polarity, fictional: bool, min_cell: int = 3
) -> Drawing:
    """Draw the map: poles beside each other, advantages above drawbacks, 'en' between.

    Parameters
    ----------
    quadrants
        What `list_quadrants` gives over everyone. Wishes and observations do not fill a
        quadrant; they stand apart, under the name of the pole.
    polarity
        The choice; its first pole stands left.
    fictional
        Whether the figure says so.
    min_cell
        Counts from 1 up to this are not shown.

    """
    left, right = polarity.poles
    caption = words.MAP_CAPTION.format(left=left.name.lower(), right=right.name.lower())
    of = int(quadrants["of"].max()) if len(quadrants) else 0
    if not of:
        return draw_nothing(caption, fictional=fictional)
    cells = {(row["pole"], row["argument"]): row for row in quadrants.to_dict("records")}
    height = HEAD + 2 * CELL + 0.05
    wide = (WIDTH - MARGIN - BOTH_PART) / 2
    places = ((left.id, MARGIN, wide, LEFT), ("en", MARGIN + wide, BOTH_PART, BOTH),
              (right.id, MARGIN + wide + BOTH_PART, wide, RIGHT))  # fmt: skip
    names = {left.id: left.name, "en": words.STANCE_BOTH, right.id: right.name}
    with house():
        figure = sheet(height, foot=words.MAP_FOOT.format(of=of), fictional=fictional)
        axes = plain_axes(figure, height=height)
        for number, (_, label) in enumerate(ARGUMENTS):
            axes.text(0.1, HEAD + CELL * (number + 0.5), label, rotation=90, ha="center",
                      va="center", size=SMALL, color=SOFT)  # fmt: skip
        for pole, start, width, colour in places:
            _head(axes, cells, pole=pole, name=names[pole], start=start, width=width,
                  min_cell=min_cell)  # fmt: skip
            for number, (argument, _) in enumerate(ARGUMENTS):
                box = (start, HEAD + CELL * number, width)
                _quadrant(axes, cells[pole, argument], box=box, colour=colour,
                          min_cell=min_cell)  # fmt: skip
    alt = _describe(cells, polarity=polarity, of=of, min_cell=min_cell)
    return Drawing(figure, alt, caption)


def _head(
    axes: Axes, cells: Cells, *, pole: str, name: str, start: float, width: float,
    min_cell: int,
) -> None:  # fmt: skip
    """Name the pole, and say apart how many wish it and how many see it."""
    middle = start + width / 2
    axes.text(middle, 0.12, name, ha="center", va="center", weight=600)
    said = [
        text.format(n=_say(cells[pole, argument]["respondents"], min_cell=min_cell))
        for argument, text in (("wens", words.MAP_WISH), ("waarneming", words.MAP_OBSERVED))
    ]
    axes.text(middle, 0.39, "\n".join(said), ha="center", va="center", size=8.5, color=SOFT,
              linespacing=1.1)  # fmt: skip


def _quadrant(
    axes: Axes,
    cell: Mapping[Any, Any],
    *,
    box: tuple[float, float, float],
    colour: str,
    min_cell: int,
) -> None:
    """Draw a quadrant: a number, and a dot for every respondent."""
    start, top, width = box
    axes.add_patch(
        Rectangle((start + 0.03, top + 0.03), width - 0.06, CELL - 0.06, facecolor=colour,
                  alpha=0.1, linewidth=0)
    )  # fmt: skip
    axes.add_patch(
        Rectangle((start + 0.03, top + 0.03), width - 0.06, CELL - 0.06, facecolor="none",
                  edgecolor=LINE, linewidth=0.8)
    )  # fmt: skip
    n, middle = int(cell["respondents"]), start + width / 2
    if not n:
        uncoded = cell["status"] == words.MAP_UNCODED
        text = words.MAP_UNCODED if uncoded else words.MAP_NONE
        axes.text(middle, top + CELL / 2, wrap(text, inches=width - 0.1, size=SMALL),
                  ha="center", va="center", size=SMALL, color=SOFT, style="italic")  # fmt: skip
        return
    axes.text(middle, top + 0.36, _say(n, min_cell=min_cell), ha="center", va="center", size=BIG,
              color=INK)  # fmt: skip
    if n >= min_cell:
        per_row = min(PER_ROW, int((width - 0.2) / STEP))
        _dots(axes, n, middle=middle, top=top + 0.68, colour=colour, per_row=per_row)


def _dots(axes: Axes, n: int, *, middle: float, top: float, colour: str, per_row: int) -> None:
    """Draw a dot per respondent, in centred lines."""
    places = np.arange(n)
    lines = places // per_row
    in_line = np.where(lines < n // per_row, per_row, n % per_row)
    x = middle + STEP * (places % per_row - (in_line - 1) / 2)
    axes.scatter(x, top + STEP * lines, s=22, color=colour, linewidths=0)


def _say(n: int, *, min_cell: int) -> str:
    """Say a count, unless it is too small to be shown."""
    return words.SMALL_CELL.format(min_cell=min_cell) if 0 < n < min_cell else str(int(n))


def _describe(cells: Cells, *, polarity: Polarity, of: int, min_cell: int) -> str:
    """Say what the map shows."""

    def both(pole: str) -> dict[str, str]:
        return {
            key: _say(cells[pole, argument]["respondents"], min_cell=min_cell)
            for key, argument in (("advantage", "voordeel"), ("drawback", "nadeel"))
        }

    rows = [words.MAP_ALT_ROW.format(pole=pole.name, **both(pole.id)) for pole in polarity.poles]
    together = words.MAP_ALT_BOTH.format(of=of, **both("en"))
    return words.MAP_ALT.format(rows=" ".join(rows), both=together)
