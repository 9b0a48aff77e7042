"""A lock that programs and threads on one machine share, held by a file of its own."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.messages.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["held", "locked"]

LOCKS = ".paraplu/locks"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of this file during the block; wait for whoever holds it.

    The system lets go of the lock when a program ends, however it ends.

    Parameters
    ----------
    path
        The file of the lock, apart from what it protects; made when it is not there.

    Raises
    ------
    OSError
        When the file cannot be made or locked.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        _hold(file)
        try:
            yield
        finally:
            _release(file)


@contextmanager
def held(root: Path, name: str, *, place: str) -> Iterator[None]:
    """Hold a lock of a study during the block.

    Parameters
    ----------
    root
        The folder of the study.
    name
        Of the lock.
    place
        The file that is protected, as problems name it.

    Raises
    ------
    Refused
        P510 when the lock cannot be had, or the disk refuses what is done in the block.

    """
    try:
        with locked(root / LOCKS / f"{name}.lock"):
            yield
    except OSError as error:
        raise Refused([messages.problem("P510", place, detail=reason(error))]) from error


if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        """Wait for the first byte of the file."""
        while True:
            file.seek(0)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except PermissionError:
                raise
            except OSError:  # held by another for ten seconds: wait on
                continue
            return

    def _release(file: IO[bytes]) -> None:
        """Let go of the first byte."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        """Wait for the whole file; each opening of it counts apart, also within a program."""
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)

    def _release(file: IO[bytes]) -> None:
        """Let go of the file."""
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
