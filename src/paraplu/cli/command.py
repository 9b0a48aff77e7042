"""A command as a room hands it to the application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Command"]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does, its help and its examples (Dutch)."""

    name: str
    does: Callable[..., None]
    help: str
    examples: str
