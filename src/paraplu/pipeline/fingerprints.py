"""Fingerprints: what a step rests on, as one hash. Times of files play no part."""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu.artefacts.inputs import hash_file, hash_inputs
from paraplu.artefacts.writer import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["STUDY", "combine", "of_files", "of_notebook", "of_package", "of_paths"]

STUDY = ("paraplu.toml", "interviews/**/*", "codebook/**/*")
"""What the check of a study reads."""


def combine(*parts: str) -> str:
    """Return one fingerprint for several, in this order.

    Examples
    --------
    >>> combine("a", "b") == combine("ab", "")
    False

    """
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def of_files(root: Path, patterns: Iterable[str]) -> str:
    """Return the fingerprint of the names and contents of all files that match."""
    return combine(*(f"{name} {sha}" for name, sha in hash_inputs(root, patterns).items()))


def of_paths(paths: Iterable[Path]) -> str:
    """Return the fingerprint of these files; one that is not there counts as such."""
    return combine(*(hash_file(path) if path.is_file() else "-" for path in paths))


def of_notebook(path: Path) -> str:
    """Return the fingerprint of what a notebook says, whatever outputs it was saved with."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        said = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (ValueError, KeyError, TypeError):
        return hash_file(path)
    return combine(*(part for cell in said for part in cell))


def of_package() -> str:
    """Return the fingerprint of Paraplu itself, of Python and of the packages it counts with."""
    root = Path(str(files("paraplu")))
    own = sorted(
        path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    )
    names = (path.relative_to(root).as_posix() for path in own)
    return combine(
        platform.python_version(),
        *(f"{name} {_version(name)}" for name in PACKAGES),
        *(f"{name} {hash_file(path)}" for name, path in zip(names, own, strict=True)),
    )


def _version(package: str) -> str:
    """Return the installed version of a package, or a dash."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
