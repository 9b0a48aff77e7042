"""A drawing: a figure with the words that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from paraplu.figures.style import PAPER

if TYPE_CHECKING:
    from paraplu.figures.style import Sheet

__all__ = ["Drawing"]

SCREEN_DPI = 110
PRINT_DPI = 220


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure in the house style, with what it says for those who cannot see it.

    Attributes
    ----------
    figure
        The matplotlib figure, in inches, with a transparent background.
    alt
        What the figure shows, in Dutch, made from the same data.
    caption
        What is counted, over how many, in Dutch.

    """

    figure: Sheet
    alt: str
    caption: str

    def svg(self) -> bytes:
        """Return the figure as SVG; the same data give the same bytes, letters are paths."""
        return self._save("svg", {"Date": None, "Creator": None}, background="none")

    def png(self, *, dpi: int = PRINT_DPI) -> bytes:
        """Return the figure as PNG, for where SVG cannot go; `dpi` in dots per inch."""
        return self._save("png", {"Software": None}, background="none", dpi=dpi)

    def _repr_svg_(self) -> str:
        """Show the figure in a notebook, on paper so that it reads in a dark theme too."""
        svg = self._save("svg", {"Date": None, "Creator": None}, background=PAPER)
        return svg.decode("utf-8")

    def _repr_png_(self) -> bytes:
        """Show the figure in a notebook that cannot show SVG."""
        return self._save("png", {"Software": None}, background=PAPER, dpi=SCREEN_DPI)

    def _save(
        self, kind: str, metadata: dict[str, None], *, background: str, dpi: int = SCREEN_DPI
    ) -> bytes:
        """Save without a trace of when and with what."""
        target = BytesIO()
        self.figure.savefig(target, format=kind, dpi=dpi, facecolor=background, metadata=metadata)
        return target.getvalue()
