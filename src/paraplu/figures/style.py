"""The house style: paper, ink and weather, and a sheet to draw on."""

from __future__ import annotations

import re
from contextlib import contextmanager
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import TextToPath

from paraplu.messages.figures import FICTIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matplotlib.axes import Axes

__all__ = [
    "BOTH",
    "INK",
    "LEFT",
    "LINE",
    "PAPER",
    "RAIN",
    "RC",
    "RIGHT",
    "SMALL",
    "SOFT",
    "TEAL",
    "TRACK",
    "WIDTH",
    "Sheet",
    "house",
    "measure",
    "panel",
    "plain_axes",
    "sheet",
    "wrap",
]

PAPER = "#fbf9f4"
INK = "#1c2321"
SOFT = "#56605d"
LINE = "#cfc8b8"
TRACK = "#ebe6da"
TEAL = "#0b5c63"
RAIN = "#3f6585"
LEFT = "#1f7a82"
RIGHT = "#d29a35"
BOTH = "#8d85a6"

FAMILY = "Source Sans 3"
BREAKS = re.compile(r"[^\s–-]*(?:[–-]+|\s+|$)\s*")

WIDTH = 5.4
"""Width of a sheet in inches: a column of text; letters stay readable on 360 px."""

SIZE = 10.5
SMALL = 9.0
FOOT = 0.34
POINTS = 72
HINTING = 1.025

RC: Mapping[Any, Any] = MappingProxyType(
    {
        "font.family": [FAMILY],
        "font.size": SIZE,
        "axes.edgecolor": LINE,
        "axes.linewidth": 0.8,
        "axes.labelcolor": SOFT,
        "axes.unicode_minus": True,
        "text.color": INK,
        "xtick.color": SOFT,
        "ytick.color": SOFT,
        "xtick.labelcolor": SOFT,
        "ytick.labelcolor": SOFT,
        "xtick.labelsize": SMALL,
        "ytick.labelsize": SMALL,
        "hatch.linewidth": 0.8,
        "svg.fonttype": "path",
        "svg.hashsalt": "paraplu",
        "path.simplify": False,
    }
)


class Sheet(Figure):
    """A figure that is saved under the settings of the house, wherever it is saved."""

    def savefig(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401  as matplotlib
        """Save, so that the same data give the same bytes."""
        with house():
            super().savefig(*args, **settings)


@contextmanager
def house() -> Iterator[None]:
    """Draw within the house style; what was set before comes back after."""
    _register_fonts()
    with mpl.rc_context(dict(RC)):
        yield


def sheet(height: float, *, foot: str = "", fictional: bool) -> Sheet:
    """Take an empty sheet with a foot that says what is counted.

    Parameters
    ----------
    height
        Of the part to draw on, in inches; the foot comes below it.
    foot
        What is counted, over how many (Dutch).
    fictional
        Whether the sheet says that the material is made up.

    Returns
    -------
    Sheet
        `WIDTH` inches wide; draw in a `panel`.

    """
    lines = wrap(foot, inches=WIDTH - (1.15 if fictional else 0), size=SMALL).split("\n")
    below = FOOT + 0.19 * (len(lines) - 1)
    figure = Sheet(figsize=(WIDTH, height + below))
    figure.patch.set_facecolor("none")
    top = (below - 0.12) / (height + below)
    if foot:
        figure.text(0.0, top, "\n".join(lines), size=SMALL, color=SOFT, va="top", linespacing=1.15)
    if fictional:
        figure.text(
            1.0, top, FICTIONAL, size=SMALL, color=SOFT, va="top", ha="right", style="italic"
        )
    return figure


def panel(figure: Figure, *, left: float, top: float, width: float, height: float) -> Axes:
    """Add axes at a place on the sheet, in inches from its left and upper edge."""
    w, h = figure.get_size_inches()
    place = (left / w, 1 - (top + height) / h, width / w, height / h)
    axes = figure.add_axes(place)
    axes.patch.set_facecolor("none")
    return axes


def plain_axes(figure: Figure, *, height: float) -> Axes:
    """Add axes without any furniture whose units are inches from the upper left corner."""
    axes = panel(figure, left=0, top=0, width=WIDTH, height=height)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return axes


def wrap(text: str, *, inches: float, size: float = SIZE) -> str:
    """Break a text into lines that fit a width in inches at a size in points.

    A word is broken only where it has a hyphen or a dash; a longer one sticks out.
    """
    lines: list[str] = []
    for part in BREAKS.findall(" ".join(text.split())):
        longer = (lines[-1] if lines else "") + part
        if lines and HINTING * measure(longer.rstrip(), size=size) <= inches:
            lines[-1] = longer
        else:
            lines.append(part)
    return "\n".join(line.rstrip() for line in lines)


def measure(text: str, *, size: float = SIZE) -> float:
    """Return the width of a text in inches at a size in points."""
    _register_fonts()
    font = FontProperties(family=FAMILY, size=size)
    return float(TextToPath().get_text_width_height_descent(text, font, ismath=False)[0]) / POINTS


def _register_fonts() -> None:
    """Make the shipped letters known to matplotlib, once."""
    known = {font.name for font in fontManager.ttflist}
    if FAMILY in known:
        return
    for font in files("paraplu.figures").joinpath("fonts").iterdir():
        if font.name.endswith(".ttf"):
            with as_file(font) as path:
                fontManager.addfont(path)
