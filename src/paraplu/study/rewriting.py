"""Rewrite several files of a study together: all of them, or none."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu.study.reading import write_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["rewriting"]


@contextmanager
def rewriting(texts: Mapping[Path, str]) -> Iterator[None]:
    """Write files, and put all of them back when that, or what is done in the block, fails.

    First every text is written beside its file; only when all are on disk do they take their
    places. What existed is kept in memory until the block ends.

    Parameters
    ----------
    texts
        What each file becomes; files that do not exist yet are removed again on failure.

    Raises
    ------
    OSError
        When a file cannot be read or written.

    """
    before = {path: path.read_bytes() if path.exists() else None for path in texts}
    staged: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, text in texts.items():
            staged[path] = _stage(path, text)
        for path, name in staged.items():
            placed.append(path)
            os.replace(name, path)  # noqa: PTH105  the one atomic step
        yield
    except BaseException:
        for path in placed:
            _restore(path, before[path])
        raise
    finally:
        for name in staged.values():
            name.unlink(missing_ok=True)


def _stage(path: Path, text: str) -> Path:
    """Write a text beside its file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    staged = Path(name)
    try:
        write_text(staged, text)
        if path.exists():
            staged.chmod(path.stat().st_mode)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    return staged


def _restore(path: Path, content: bytes | None) -> None:
    """Put back what was there."""
    if content is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != content:
        write_text(path, content.decode("utf-8"))
