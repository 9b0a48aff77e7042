"""Read and write text files so that nothing is lost or half-written."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.messages.reasons import reason
from paraplu.spans import normalise

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.errors import Problem

__all__ = ["ACCENTS", "LIMIT", "TextFile", "read_text", "write_text"]

ACCENTS = "losse accenten (geen NFC)"
LIMIT = 20 * 1024 * 1024
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as read: its normalised text (empty when unreadable) and what was wrong."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def read_text(path: Path, *, root: Path, strict: bool = True) -> TextFile:
    """Read a text file of at most 20 MB as UTF-8, normalised to NFC and LF, without BOM.

    Parameters
    ----------
    path
        The file.
    root
        The study; places are relative to it.
    strict
        Whether BOM, CRLF or decomposed characters are a problem (where offsets count), or
        simply read (tables from a spreadsheet).

    """
    place = path.relative_to(root).as_posix()
    try:
        size = path.stat().st_size
        if size > LIMIT:
            found = messages.problem("P101", place, size=size // MEGABYTE, limit=LIMIT // MEGABYTE)
            return TextFile(place, "", (found,), readable=False)
        raw = path.read_bytes()
    except FileNotFoundError:
        return TextFile(place, "", (messages.problem("P004", place),), readable=False)
    except OSError as error:
        found = messages.problem("P005", place, detail=reason(error))
        return TextFile(place, "", (found,), readable=False)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = messages.problem("P102", f"{place}:{line}", byte=error.start)
        return TextFile(place, "", (found,), readable=False)
    return TextFile(place, normalise(text), _deviations(text, place) if strict else ())


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with LF beside the file, then put it in its place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, path)  # noqa: PTH105  the one atomic step
    except BaseException:
        os.unlink(name)  # noqa: PTH108
        raise


def _deviations(text: str, place: str) -> tuple[Problem, ...]:
    """Name what keeps a text from being in the form that offsets count in."""
    found = [
        ("een BOM", text.startswith("\ufeff")),
        ("regels die op CR of CRLF eindigen", "\r" in text),
        (ACCENTS, normalise(text) != _line_ends(text)),
    ]
    return tuple(messages.problem("P103", place, what=what) for what, seen in found if seen)


def _line_ends(text: str) -> str:
    """Return the text with only BOM and line ends mended."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
