"""Hashes of what a notebook reads, so that a stale result is noticed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["hash_file", "hash_inputs"]


def hash_file(path: Path) -> str:
    """Return the sha256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def hash_inputs(
    root: Path, patterns: Iterable[str], *, known: dict[Path, str] | None = None
) -> dict[str, str]:
    """Return the sha256 of every file that a pattern matches, by path relative to the study.

    Parameters
    ----------
    root
        The study.
    patterns
        As `pathlib.Path.glob` takes them.
    known
        Hashes of files that were read a moment ago; those that are read now are added.

    """
    hashes = {} if known is None else known
    paths = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    for path in paths - hashes.keys():
        hashes[path] = hash_file(path)
    return {path.relative_to(root).as_posix(): hashes[path] for path in sorted(paths)}
