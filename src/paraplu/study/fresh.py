"""The study as its files are now: read once, and again when they change underneath."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

from paraplu.study.repository import Study

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Fresh"]

WATCHED = ("paraplu.toml", "codebook/*.yaml", "codebook/memos/*.md")
INTERVIEWS = ("interviews/*.md", "interviews/respondents.csv")

Marks = tuple[tuple[str, int, int, int], ...]


class Fresh:
    """A study that notices when somebody changes its files, in git or in another program.

    Parameters
    ----------
    root
        The folder of the study.

    """

    def __init__(self, root: Path) -> None:
        """Read the study, so that what is wrong with it is known at once."""
        self.root = root
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
