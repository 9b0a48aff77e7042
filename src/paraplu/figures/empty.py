"""A figure for when there is nothing to draw yet."""

from __future__ import annotations

from paraplu.figures.drawing import Drawing
from paraplu.figures.style import SOFT, WIDTH, house, plain_axes, sheet
from paraplu.messages import figures as words

__all__ = ["draw_nothing"]

HEIGHT = 0.7


def draw_nothing(caption: str, *, fictional: bool) -> Drawing:
    """Draw a figure that says it has no data yet.

    Parameters
    ----------
    caption
        Of the figure it stands for.
    fictional
        Whether the figure says so.

    """
    with house():
        figure = sheet(HEIGHT, fictional=fictional)
        axes = plain_axes(figure, height=HEIGHT)
        axes.text(WIDTH / 2, HEIGHT / 2, words.EMPTY, ha="center", va="center", color=SOFT)
    return Drawing(figure, words.NO_DATA_ALT, caption)
