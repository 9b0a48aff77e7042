"""Memos on disk: read with a mark of their state, written only over what was seen."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.spans import normalise
from paraplu.study.locking import held
from paraplu.study.reading import read_text, write_text

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["StoredMemo", "list_memos", "read_memo", "write_memo"]

ABOUT = re.compile(r"^[A-Za-z0-9][A-Za-z0-9-]{0,63}$")
FOLDER = "codebook/memos"


@dataclass(frozen=True, slots=True)
class StoredMemo:
    """A memo and the state of its file; both are empty when there is none."""

    about: str
    text: str
    state: str

    def as_dict(self) -> dict[str, str]:
        """Return the memo as plain data."""
        return {"about": self.about, "text": self.text, "state": self.state}


def list_memos(root: Path) -> tuple[StoredMemo, ...]:
    """Return all memos of a study, in order of name."""
    names = (path.stem for path in sorted((root / FOLDER).glob("*.md")))
    return tuple(read_memo(root, name) for name in names if ABOUT.match(name))


def read_memo(root: Path, about: str) -> StoredMemo:
    """Return the memo on an interview, a code, a theme or the study.

    Raises
    ------
    Refused
        P520 when `about` can be no name; when the file is no text.

    """
    path = _path(root, about)
    if not path.is_file():
        return StoredMemo(about, "", "")
    file = read_text(path, root=root, strict=False)
    if not file.readable:
        raise Refused(file.problems)
    return StoredMemo(about, file.text, state_of(file.text))


def write_memo(root: Path, about: str, *, text: str, state: str) -> StoredMemo:
    """Write a memo over the one that was seen; an empty text takes the file away.

    Raises
    ------
    Refused
        P514 when the memo is no longer in that state, P520 when `about` can be no name, P510
        when the disk refuses. Nothing is written then.

    """
    path = _path(root, about)
    place = f"{FOLDER}/{about}.md"
    with held(root, "memos", place=place):
        if read_memo(root, about).state != state:
            raise Refused([messages.problem("P514", place)])
        clean = normalise(text)
        if clean.strip():
            write_text(path, clean if clean.endswith("\n") else f"{clean}\n")
        else:
            path.unlink(missing_ok=True)
    return read_memo(root, about)


def state_of(text: str) -> str:
    """Return what tells one state of a text from another."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:24]


def _path(root: Path, about: str) -> Path:
    """Return the file of a memo."""
    if not ABOUT.match(about):
        raise Refused([messages.problem("P520", "memo", name=about[:40])])
    return root / FOLDER / f"{about}.md"
