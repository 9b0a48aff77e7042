"""The list of raw files that are known to be fictional, kept true when one is rewritten."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from paraplu.study.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["LIST", "renew_list"]

LIST = "interviews/raw/FICTIEF.sha256"


def renew_list(root: Path, files: Mapping[Path, str]) -> dict[Path, str]:
    """Return the list with new hashes of files that stood in it as they are now.

    What somebody decides on or takes out of a fictional file is fictional too. A file whose
    present contents are not in the list stays out of it.

    Parameters
    ----------
    root
        The study.
    files
        New texts, by path; they are not yet written.

    Returns
    -------
    dict
        Path and new text of the list; empty when nothing in it changes.

    """
    path = root / LIST
    if not path.is_file():
        return {}
    rows = read_text(path, root=root, strict=False).text.splitlines(keepends=True)
    renewed = {
        hashlib.sha256(one.read_bytes()).hexdigest(): hashlib.sha256(text.encode()).hexdigest()
        for one, text in files.items()
        if one.parent == path.parent and one.is_file()
    }
    changed = [_renew(row, renewed) for row in rows]
    return {path: "".join(changed)} if changed != rows else {}


def _renew(row: str, renewed: Mapping[str, str]) -> str:
    """Return a row with the hash that takes the place of its own, if one does."""
    digest, space, name = row.partition(" ")
    return f"{renewed.get(digest, digest)}{space}{name}"
