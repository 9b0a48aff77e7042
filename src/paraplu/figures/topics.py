"""The map of topics: one small map each, so that no colour has to be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import LINE, SMALL, SOFT, TEAL, WIDTH, house, panel, sheet, wrap
from paraplu.messages import figures as words

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_topics"]

COLUMNS = 3
GAP = 0.14
EDGE = 0.01
HEAD = 0.42
BELOW = 0.1
MAP = 1.1
LINE_HEIGHT = 0.16
SIDE = 8


def draw_topics(segments: pd.DataFrame, topics: pd.DataFrame, *, fictional: bool) -> Drawing:
    """Draw every topic on its own small map, among all the others.

    Parameters
    ----------
    segments
        Columns ``topic, x, y`` of a `TopicResult`.
    topics
        Columns ``topic, name, n_segments, n_respondents`` of a `TopicResult`.
    fictional
        Whether the figure says so.

    """
    n, k = len(segments), len(topics)
    caption = words.TOPICS_CAPTION.format(n=n, k=k)
    if not k:
        return draw_nothing(caption, fictional=fictional)
    width = (WIDTH - 2 * EDGE - GAP * (COLUMNS - 1)) / COLUMNS
    names = [wrap(name, inches=width, size=SMALL) for name in topics["name"]]
    heads = [
        HEAD + LINE_HEIGHT * max(name.count("\n") for name in names[start : start + COLUMNS])
        for start in range(0, k, COLUMNS)
    ]
    rows = []
    with house():
        height = sum(heads) + len(heads) * (MAP + BELOW)
        figure = sheet(height, foot=words.TOPICS_FOOT.format(n=n), fictional=fictional)
        for place, (topic, name) in enumerate(zip(topics.to_dict("records"), names, strict=True)):
            line = place // COLUMNS
            left = EDGE + (width + GAP) * (place % COLUMNS)
            top = sum(heads[: line + 1]) + line * (MAP + BELOW)
            axes = panel(figure, left=left, top=top, width=width, height=MAP)
            _scatter(axes, segments, own=segments["topic"] == topic["topic"])
            side = words.TOPICS_SIDE.format(n=topic["n_respondents"])
            axes.annotate(side, (0, 1), xycoords="axes fraction", xytext=(0, 4),
                          textcoords="offset points", size=SIDE, color=SOFT)  # fmt: skip
            axes.annotate(name, (0, 1), xycoords="axes fraction", xytext=(0, 15),
                          textcoords="offset points", size=SMALL, linespacing=1.05)  # fmt: skip
            rows.append(words.TOPICS_ALT_ROW.format(name=topic["name"], n=topic["n_segments"]))
    return Drawing(figure, words.TOPICS_ALT.format(rows="; ".join(rows)), caption)


def _scatter(axes: Axes, segments: pd.DataFrame, *, own: pd.Series) -> None:
    """Draw the fragments of one topic among the others; those are pixels, to stay light."""
    rest, chosen = segments[~own], segments[own]
    axes.scatter(rest["x"], rest["y"], s=2.2, color=LINE, linewidths=0, rasterized=True)
    axes.scatter(chosen["x"], chosen["y"], s=5, color=TEAL, alpha=0.75, linewidths=0)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_color(LINE)
    axes.spines[:].set_linewidth(0.5)
