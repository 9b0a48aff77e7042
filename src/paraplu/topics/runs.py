"""Runs: the same task over many items, here or on a cluster, with the same outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Runner", "run_here"]

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Made = TypeVar("Made")


class Runner(Protocol):
    """Does a task for every item; what is shared is sent to each worker once."""

    def __call__(
        self, task: Callable[[Shared, Item], Made], items: Sequence[Item], *, shared: Shared
    ) -> list[Made]:
        """Return what was made, in the order of the items."""


def run_here(
    task: Callable[[Shared, Item], Made], items: Sequence[Item], *, shared: Shared
) -> list[Made]:
    """Do a task for every item in this process, one after another."""
    return [task(shared, item) for item in items]
