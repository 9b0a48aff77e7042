"""Who listens while the steps of a run go by."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Listener", "Silent"]


class Listener(Protocol):
    """Hears of steps as they start and end; calls come from several threads."""

    def started(self, step: str) -> None:
        """Hear that a step has started."""

    def ended(self, step: str, *, seconds: float, well: bool) -> None:
        """Hear that a step has ended."""


class Silent:
    """A listener that says nothing."""

    def started(self, step: str) -> None:
        """Say nothing."""

    def ended(self, step: str, *, seconds: float, well: bool) -> None:
        """Say nothing."""
