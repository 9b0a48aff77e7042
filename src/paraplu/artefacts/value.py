"""What a notebook hands over: values, tables, and anything drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

__all__ = ["Drawn", "Table", "Value"]


@dataclass(frozen=True, slots=True)
class Value:
    """A number that an essay may use.

    Parameters
    ----------
    key
        Dotted, lower case: ``steekproef.respondenten``.
    number
        The number itself; NaN and infinity are refused when written.
    unit
        What is counted (``respondenten``), or ``%``, or empty.
    label
        What it means, in Dutch.
    denominator
        Out of how many, where it is a part of something.
    evidence
        Ids of the codings it rests on.

    """

    key: str
    number: float
    unit: str
    label: str
    denominator: int | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A result frame that an essay may show; its columns are declared in the schema."""

    frame: pd.DataFrame


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
