"""What all requests of the app share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.study.fresh import Fresh
from paraplu.study.ledgers import Ledgers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Room"]


class Room(Fresh):
    """The study as it is now, its ledgers and the clock.

    Parameters
    ----------
    root
        The folder of the study.
    clock
        Gives the time with its zone.

    """

    def __init__(self, root: Path, *, clock: Callable[[], dt.datetime]) -> None:
        """Open the study, so that what is wrong with it is known before anybody comes in."""
        super().__init__(root)
        self.clock = clock
        self.ledgers = Ledgers(root)
