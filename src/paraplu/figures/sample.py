"""Who was heard, and who speaks: a dot for every respondent or interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import Arc

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
    plain_axes,
    sheet,
    wrap,
)  # fmt: skip
from paraplu.messages import figures as words
from paraplu.messages.numbers import say_share

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_sample", "draw_speech"]

LABEL = 1.5
STEP = 0.145
ROW = 0.52
PER_ROW = 25
PAIR = 2


def draw_sample(respondents: pd.DataFrame, *, fictional: bool) -> Drawing:
    """Draw a dot for every respondent, by group; double interviews are tied together.

    Parameters
    ----------
    respondents
        Columns ``respondent, interview, groep``.
    fictional
        Whether the figure says so.

    """
    groups = list(dict.fromkeys(respondents["groep"]))
    n, interviews = len(respondents), respondents["interview"].nunique()
    caption = words.SAMPLE_CAPTION.format(n=n, interviews=interviews)
    if not n:
        return draw_nothing(caption, fictional=fictional)
    with house():
        figure = sheet(ROW * len(groups) + 0.05, foot=words.SAMPLE_FOOT, fictional=fictional)
        axes = plain_axes(figure, height=ROW * len(groups) + 0.05)
        rows = []
        for place, group in enumerate(groups):
            own = respondents[respondents["groep"] == group]
            y = ROW * (place + 0.5)
            axes.text(0, y, wrap(group, inches=LABEL), va="center", linespacing=1.05)
            _dots(axes, own, y=y)
            counts = {"n": len(own), "interviews": own["interview"].nunique()}
            rows.append(words.SAMPLE_ALT_ROW.format(group=group, **counts))
            side = words.SAMPLE_SIDE.format(**counts)
            axes.text(WIDTH, y, side, va="center", ha="right", size=SMALL, color=SOFT)
    alt = words.SAMPLE_ALT.format(rows=words.enumerate_words(rows), n=n, interviews=interviews)
    return Drawing(figure, alt, caption)


def _dots(axes: Axes, own: pd.DataFrame, *, y: float) -> None:
    """Draw the respondents of a group on a line, those of one interview beside each other."""
    ordered = own.sort_values("interview", kind="stable")
    count = min(len(ordered), PER_ROW)
    x = LABEL + 0.1 + STEP * (np.arange(len(ordered)) % PER_ROW)
    lines = y + 0.16 * (np.arange(len(ordered)) // PER_ROW - (len(ordered) - 1) // PER_ROW / 2)
    axes.scatter(x, lines, s=46, color=TEAL, linewidths=0, zorder=2)
    same = ordered["interview"].to_numpy()
    first = np.flatnonzero(same[1:] == same[:-1])
    for place in first[first % PER_ROW < count - 1]:
        middle = (x[place] + x[place + 1]) / 2
        axes.add_patch(
            Arc((middle, lines[place] - 0.05), STEP, 0.17, theta1=180, theta2=360,
                color=INK, linewidth=1.0)
        )  # fmt: skip


def draw_speech(speech: pd.DataFrame, *, fictional: bool) -> Drawing:
    """Draw the respondent's share of the words in every interview, by group.

    Parameters
    ----------
    speech
        Columns ``interview, groep, share`` (0 to 1).
    fictional
        Whether the figure says so.

    """
    n = len(speech)
    caption = words.SPEECH_CAPTION.format(n=n)
    if not n:
        return draw_nothing(caption, fictional=fictional)
    groups = list(dict.fromkeys(speech["groep"]))
    height = ROW * len(groups) + 0.65
    with house():
        figure = sheet(height, foot=words.SPEECH_FOOT.format(n=n), fictional=fictional)
        axes = panel(
            figure, left=LABEL + 0.1, top=0.1, width=WIDTH - LABEL - 0.25, height=height - 0.6
        )
        rows = []
        for place, group in enumerate(groups):
            shares = speech.loc[speech["groep"] == group, "share"].sort_values().to_numpy()
            spread = 0.11 * ((np.arange(len(shares)) % 3) - 1)
            axes.scatter(shares, place + spread, s=22, color=RAIN, alpha=0.65, linewidths=0)
            middle = float(np.median(shares))
            axes.plot([middle] * 2, [place - 0.32, place + 0.32], color=INK, linewidth=1.6)
            axes.text(middle, place - 0.36, say_share(middle), ha="center", va="bottom", size=SMALL)
            rows.append(f"{group} {say_share(middle)}")
        _finish_speech(axes, groups=groups, least=float(speech["share"].min()))
    return Drawing(figure, words.SPEECH_ALT.format(rows=words.enumerate_words(rows)), caption)


def _finish_speech(axes: Axes, *, groups: list[str], least: float) -> None:
    """Put names and percentages along the axes."""
    low = float(np.floor(least * 10) / 10) if least < 1 else 0.9
    axes.set_xlim(low, 1)
    axes.set_ylim(len(groups) - 0.45, -0.65)
    axes.set_yticks([])
    for place, group in enumerate(groups):
        axes.annotate(wrap(group, inches=LABEL), (0, place), xytext=(-72 * (LABEL + 0.1), 0),
                      xycoords=("axes fraction", "data"), textcoords="offset points",
                      va="center", linespacing=1.05)  # fmt: skip
    ticks = np.linspace(low, 1, 3)
    axes.set_xticks(ticks, [say_share(float(tick)) for tick in ticks])
    axes.set_xlabel(words.SPEECH_AXIS, size=SMALL)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    axes.tick_params(axis="x", length=0)
