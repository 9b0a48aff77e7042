"""The map of topics: one small map each, so that no colour has to be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import LINE, SMALL, SOFT, TEAL, WIDTH, house, panel, sheet, wrap
from paraplu.messages import figures as words

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["draw_topics"]

COLUMNS = 3
GAP = 0.14
HEAD = 0.52
MAP = 1.1


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
    lines = -(-k // COLUMNS)
    width = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    rows = []
    with house():
        height = lines * (HEAD + MAP + 0.08)
        figure = sheet(height, foot=words.TOPICS_FOOT.format(n=n), fictional=fictional)
        for place, topic in enumerate(topics.itertuples(index=False)):
            left = (width + GAP) * (place % COLUMNS)
            top = (HEAD + MAP + 0.08) * (place // COLUMNS) + HEAD
            axes = panel(figure, left=left, top=top, width=width, height=MAP)
            own = segments["topic"] == topic.topic
            axes.scatter(segments.loc[~own, "x"], segments.loc[~own, "y"], s=2.2, color=LINE,
                         linewidths=0)  # fmt: skip
            axes.scatter(segments.loc[own, "x"], segments.loc[own, "y"], s=5, color=TEAL,
                         alpha=0.75, linewidths=0)  # fmt: skip
            axes.set_xticks([])
            axes.set_yticks([])
            axes.spines[:].set_color(LINE)
            axes.spines[:].set_linewidth(0.5)
            name = wrap(topic.name, inches=width, size=SMALL)
            side = words.TOPICS_SIDE.format(n=topic.n_respondents)
            axes.text(0, 1.04, f"{name}", transform=axes.transAxes, size=SMALL, va="bottom",
                      linespacing=1.05)  # fmt: skip
            axes.text(0.98, 0.03, side, transform=axes.transAxes, size=8, color=SOFT, ha="right")
            rows.append(words.TOPICS_ALT_ROW.format(name=topic.name, n=topic.n_segments))
    return Drawing(figure, words.TOPICS_ALT.format(rows="; ".join(rows)), caption)
