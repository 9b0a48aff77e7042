"""The map of topics: a circle with the topics around it, and what they share within."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.figures.drawing import Drawing
from paraplu.figures.empty import draw_nothing
from paraplu.figures.style import (
    INK,
    LINE,
    RAIN,
    SMALL,
    SOFT,
    TEAL,
    WIDTH,
    house,
    panel,
    sheet,
    wrap,
)  # fmt: skip
from paraplu.messages import figures as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_topics"]

SIDE = 8
RADIUS = 1.35
"""Of the circle, in inches."""

MARGIN = 0.7
NAME_WIDTH = 1.12
LINE_HEIGHT = 0.165
ASIDE = 0.08
BETWEEN = 0.06
POLE = 0.1
"""Nearer the vertical than this a name stands above or under the circle."""


def draw_topics(segments: pd.DataFrame, topics: pd.DataFrame, *, fictional: bool) -> Drawing:
    """Draw every segment within a circle of topics.

    A segment near the rim is about one topic, one in the middle about many or none. Colour only
    helps to tell neighbours apart; the place says all.

    Parameters
    ----------
    segments
        Columns ``topic, x, y`` of a `TopicResult`.
    topics
        Columns ``topic, name, n_segments, n_respondents, angle`` of a `TopicResult`.
    fictional
        Whether the figure says so.

    """
    n, k = len(segments), len(topics)
    caption = words.TOPICS_CAPTION.format(n=n, k=k)
    if not k:
        return draw_nothing(caption, fictional=fictional)
    outside = int(segments["topic"].eq(-1).sum())
    height = 2 * (RADIUS + MARGIN)
    with house():
        foot = words.TOPICS_FOOT.format(n=n, outside=outside)
        figure = sheet(height, foot=foot, fictional=fictional)
        axes = panel(figure, left=0, top=0, width=WIDTH, height=height)
        axes.set_xlim(-WIDTH / 2 / RADIUS, WIDTH / 2 / RADIUS)
        axes.set_ylim(-height / 2 / RADIUS, height / 2 / RADIUS)
        axes.axis("off")
        _scatter(axes, segments, topics=topics)
        _write_names(axes, topics)
    rows = "; ".join(
        words.TOPICS_ALT_ROW.format(name=name, n=segments_of)
        for name, segments_of in zip(topics["name"], topics["n_segments"], strict=True)
    )
    return Drawing(figure, words.TOPICS_ALT.format(rows=rows, outside=outside), caption)


def _scatter(axes: Axes, segments: pd.DataFrame, *, topics: pd.DataFrame) -> None:
    """Draw the circle and the segments, those without a topic as rings."""
    angles = np.linspace(0, 2 * np.pi, 200)
    axes.plot(np.cos(angles), np.sin(angles), color=LINE, linewidth=0.8)
    none = segments["topic"].eq(-1)
    axes.scatter(segments.loc[none, "x"], segments.loc[none, "y"], s=5, facecolors="none",
                 edgecolors=SOFT, linewidths=0.4, alpha=0.7, rasterized=True)  # fmt: skip
    order = np.argsort(topics["angle"].to_numpy())
    for place, topic in enumerate(topics["topic"].to_numpy()[order]):
        own = segments["topic"].eq(topic)
        colour = TEAL if place % 2 == 0 else RAIN
        axes.scatter(segments.loc[own, "x"], segments.loc[own, "y"], s=7, color=colour,
                     alpha=0.6, linewidths=0, rasterized=True)  # fmt: skip


def _write_names(axes: Axes, topics: pd.DataFrame) -> None:
    """Write names around the circle, none over another."""
    turned = np.deg2rad(90 - topics["angle"].to_numpy(dtype=float))
    x, y = np.cos(turned), np.sin(turned)
    axes.scatter(x, y, s=9, color=SOFT, linewidths=0, zorder=3)
    lines = [wrap(name, inches=NAME_WIDTH, size=SMALL).split("\n") for name in topics["name"]]
    sizes = np.array([(len(own) + 1) * LINE_HEIGHT / RADIUS + BETWEEN for own in lines])
    spots = np.array(y)
    sides = np.where(np.abs(x) < POLE, 0, np.sign(x))
    spots[sides == 0] = (np.sign(y) * (1 + ASIDE + sizes / 2))[sides == 0]
    for side in (-1, 1):
        rows = np.flatnonzero(sides == side)
        rows = rows[np.argsort(-y[rows], kind="stable")]
        spots[rows] = _spread(y[rows].tolist(), sizes[rows].tolist(), limit=1 + MARGIN / RADIUS)
    places = zip(lines, sides, spots, sizes, x, y, topics["n_respondents"], strict=True)
    for own, side, spot, size, stands_x, stands_y, people in places:
        begin = side * (_edge(spot, size=size) + ASIDE)
        ends = ([stands_x, begin - side * ASIDE / 2], [stands_y, spot])
        if side:
            axes.plot(*ends, color=LINE, linewidth=0.6, zorder=1)
        align = {-1: "right", 0: "center", 1: "left"}[int(side)]
        texts = [*((line, INK, SMALL) for line in own),
                 (words.TOPICS_SIDE.format(n=people), SOFT, SIDE)]  # fmt: skip
        for place, (text, colour, letters) in enumerate(texts):
            top = spot + (len(texts) / 2 - place - 0.5) * LINE_HEIGHT / RADIUS
            axes.text(begin, top, text, ha=align, va="center", size=letters, color=colour)


def _edge(spot: float, *, size: float) -> float:
    """Return how far the circle reaches sideways anywhere beside a name."""
    nearest = max(0.0, abs(spot) - size / 2)
    return float(np.sqrt(max(0.0, 1 - nearest**2)))


def _spread(wanted: Sequence[float], sizes: Sequence[float], *, limit: float) -> list[float]:
    """Move heights apart, from the top down and back up, so that nothing overlaps."""
    spots: list[float] = []
    ceiling = limit
    for spot, size in zip(wanted, sizes, strict=True):
        spots.append(min(spot, ceiling - size / 2))
        ceiling = spots[-1] - size / 2
    floor = -limit
    for row in range(len(spots) - 1, -1, -1):
        spots[row] = max(spots[row], floor + sizes[row] / 2)
        floor = spots[row] + sizes[row] / 2
    return spots
