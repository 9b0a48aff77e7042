"""Evidence: who speaks for, who against and who is silent, as stacked bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    BOTH,
    INK,
    LEFT,
    LINE,
    PAPER,
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
from paraplu.messages.network import AGAINST, FOR, MIXED, NEUTRAL, SILENT

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_evidence"]

LABEL = 1.5
VOICE = 1.0
ROW = 0.26
GAP = 0.16
HEAD = 0.34
BAR = 0.19
ROOM = 0.12
STRIPE = "#b5aec8"
LOOKS = (
    (FOR, LEFT, "", PAPER),
    (MIXED, BOTH, "////", INK),
    (AGAINST, RIGHT, "", INK),
    (NEUTRAL, LINE, "", INK),
    (SILENT, "none", "", SOFT),
)


def draw_evidence(
    table: pd.DataFrame, *, caption: str, fictional: bool, min_cell: int = 3
) -> Drawing:
    """Draw how respondents divide over for, mixed, against, neutral and silent.

    Parameters
    ----------
    table
        Rows of `tabulate_evidence`: ``set, voice``, the stances, ``of``.
    caption
        What is counted (Dutch).
    fictional
        Whether the figure says so.
    min_cell
        Counts from 1 up to this are drawn without their number.

    """
    if not len(table) or not table["of"].sum():
        return draw_nothing(caption, fictional=fictional)
    sets = list(dict.fromkeys(table["set"]))
    height = HEAD + ROW * len(table) + GAP * len(sets)
    foot = words.EVIDENCE_FOOT.format(of=int(table["of"].max()), min_cell=min_cell)
    said = []
    with house():
        figure = sheet(height, foot=foot, fictional=fictional)
        axes = plain_axes(figure, height=height)
        _key(axes)
        y = HEAD
        for name in sets:
            own = table[table["set"] == name]
            middle = y + ROW * len(own) / 2
            text = wrap(str(name).capitalize(), inches=LABEL)
            axes.text(0, middle, text, va="center", linespacing=1.02)
            for row in own.to_dict("records"):
                said.append(_bar(axes, row, y=y + ROW / 2, min_cell=min_cell))
                y += ROW
            y += GAP
    return Drawing(figure, words.EVIDENCE_ALT.format(rows=" ".join(said)), caption)


def _key(axes: Axes) -> None:
    """Say what the parts of a bar are, above the bars."""
    x = LABEL
    for stance, colour, hatch, _ in LOOKS:
        axes.barh(0.12, 0.15, left=x, height=0.12, color=colour, hatch=hatch, linewidth=0.8,
                  edgecolor=_edge(colour, hatch=hatch))  # fmt: skip
        axes.text(x + 0.2, 0.12, stance, va="center", size=SMALL, color=SOFT)
        x += 0.32 + 0.072 * len(stance)


def _bar(axes: Axes, row: dict[str, object], *, y: float, min_cell: int) -> str:
    """Draw the respondents of one voice, and say how they divide."""
    of = max(int(str(row["of"])), 1)
    axes.text(LABEL, y, str(row["voice"]), va="center", size=SMALL, color=SOFT)
    start, parts = LABEL + VOICE + 0.15, []
    unit = (WIDTH - start) / of
    counts = {stance: int(str(row[stance])) for stance, *_ in LOOKS}
    hidden = _fold(counts, min_cell=min_cell)
    rest = sum(counts[stance] for stance in hidden)
    for stance, colour, hatch, ink in LOOKS:
        n = 0 if stance in hidden else counts[stance]
        if stance == SILENT and rest:
            _segment(axes, start, y=y, width=unit * rest, colour="none", hatch="....")
            parts.append(words.EVIDENCE_REST.format(n=rest))
            start += unit * rest
        if not n:
            continue
        _segment(axes, start, y=y, width=unit * n, colour=colour, hatch=hatch)
        if unit * n > ROOM:
            box = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.8} if hatch else None
            axes.text(start + unit * n / 2, y, str(n), ha="center", va="center", size=8.5,
                      color=ink, bbox=box)  # fmt: skip
        parts.append(f"{n} {stance}")
        start += unit * n
    return words.EVIDENCE_ALT_ROW.format(
        name=row["set"], voice=row["voice"], parts=words.enumerate_words(parts)
    )


def _fold(counts: dict[str, int], *, min_cell: int) -> list[str]:
    """Name the stances to take together, so that no small count can be told from the rest."""
    if not any(0 < n < min_cell for n in counts.values()):
        return []
    ordered = sorted(counts, key=lambda stance: counts[stance])
    small = [stance for stance in ordered if counts[stance] < min_cell]
    return ordered[: max(len(small), 2)]


def _segment(axes: Axes, start: float, *, y: float, width: float, colour: str, hatch: str) -> None:
    """Draw one part of a bar."""
    axes.barh(y, width, left=start, height=BAR, color=colour, hatch=hatch, linewidth=0.6,
              edgecolor=_edge(colour, hatch=hatch))  # fmt: skip


def _edge(colour: str, *, hatch: str) -> str:
    """Return the colour of edge and hatch."""
    return LINE if colour == "none" else STRIPE if hatch else PAPER
