"""What a notebook hands over: values, tables, and anything drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from paraplu.records.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.figure import Figure

__all__ = ["Drawn", "Table", "Value", "as_tables"]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A result frame that an essay may show; the schema declares which columns are written."""

    frame: pd.DataFrame


def as_tables(frames: Mapping[str, pd.DataFrame]) -> dict[str, Table]:
    """Make a table of every frame."""
    return {name: Table(frame) for name, frame in frames.items()}


class Drawn(Protocol):
    """Anything with a matplotlib figure, an alternative text and a caption."""

    @property
    def figure(self) -> Figure:
        """The figure."""

    @property
    def alt(self) -> str:
        """What the figure shows, for those who cannot see it."""

    @property
    def caption(self) -> str:
        """The line under the figure, with n."""
