"""Context figures: public numbers, never mixed with counts from interviews."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ContextFigure", "ContextFigures"]


@dataclass(frozen=True, slots=True)
class ContextFigure:
    """A public figure with denominator (`of`), measure, year and source key."""

    id: str
    value: float
    unit: str
    of: str
    measure: str
    year: int
    source: str
    n: int | None = None
    note: str = ""
    conflicts_with: str = ""
    after_fieldwork: bool = False


@dataclass(frozen=True, slots=True)
class ContextFigures:
    """The figures, what is missing, and the sources."""

    figures: Mapping[str, ContextFigure] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
