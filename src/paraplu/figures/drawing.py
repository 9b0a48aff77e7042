"""A drawing: a figure with the words that belong to it."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from paraplu.figures.style import PAPER

if TYPE_CHECKING:
    from paraplu.figures.style import Sheet

__all__ = ["Drawing"]

SCREEN_DPI = 110
PRINT_DPI = 220
PADDING = 0.4


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

    def _repr_html_(self) -> str:
        """Show the figure in a notebook with its words, as an image of its own."""
        image = b64encode(self._repr_svg_().encode("utf-8")).decode("ascii")
        return (
            f'<figure style="margin: 0; max-width: {self.figure.get_figwidth() + PADDING}in">'
            f'<img alt="{escape(self.alt)}" src="data:image/svg+xml;base64,{image}" '
            f'style="max-width: 100%; padding: 1em; background: {PAPER}">'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
        )

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
