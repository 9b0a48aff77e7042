"""The study behind the app: read once, and again when its files change underneath."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

from paraplu.study import Study
from paraplu.study.ledgers import Ledgers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from pathlib import Path

__all__ = ["Room"]

WATCHED = ("paraplu.toml", "codebook/*.yaml", "codebook/memos/*.md")
INTERVIEWS = ("interviews/*.md", "interviews/respondents.csv")

Marks = tuple[tuple[str, int, int, int], ...]


class Room:
    """What all requests share: the study, its ledgers and the clock.

    Parameters
    ----------
    root
        The folder of the study.
    clock
        Gives the time with its zone.

    """

    def __init__(self, root: Path, *, clock: Callable[[], dt.datetime]) -> None:
        """Open the study, so that what is wrong with it is known before anybody comes in."""
        self.root = root
        self.clock = clock
        self.ledgers = Ledgers(root)
        self._lock = threading.Lock()
        self._marks: tuple[Marks, Marks] = ((), ())
        self._study: Study | None = None
        self.study()

    def study(self) -> Study:
        """Return the study as its files are now.

        Raises
        ------
        Refused
            When a file that was changed has errors.

        """
        marks = (_marks(self.root, WATCHED), _marks(self.root, INTERVIEWS))
        with self._lock:
            if self._study is None or marks != self._marks:
                fresh = Study(self.root)
                if self._study is not None and marks[1] == self._marks[1]:
                    fresh.parsed_transcripts = self._study.parsed_transcripts
                self._study, self._marks = fresh, marks
            return self._study

    def state(self) -> str:
        """Return what changes when anything in the study changes, ledgers included."""
        marks = _marks(self.root, (*WATCHED, *INTERVIEWS, "codebook/codings/*/*.jsonl"))
        return hashlib.sha256(repr(marks).encode()).hexdigest()[:24]


def _marks(root: Path, patterns: Iterable[str]) -> Marks:
    """Return what tells one state of these files from another."""
    found = []
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            try:
                stat = path.stat()
            except OSError:  # gone between the two
                continue
            found.append((path.name, stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(found)
