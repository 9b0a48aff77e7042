"""What a file is, by its contents; its name only has to agree."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.formats.recordings import containers
from paraplu.formats.recordings.encodings import decode
from paraplu.messages import recordings as texts

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LIMIT", "SUFFIXES", "Sniffed", "check_size", "sniff"]

MEGABYTE = 1024 * 1024
LIMIT = 20 * MEGABYTE
SUFFIXES = {
    ".vtt": "vtt", ".srt": "srt", ".json": "json", ".docx": "docx", ".odt": "odt",
    ".rtf": "rtf", ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".pdf": "pdf",
}  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
SOUND = (b"ID3", b"RIFF", b"OggS", b"fLaC", b"\xff\xfb", b"\x1aE\xdf\xa3")
ODT = b"application/vnd.oasis.opendocument.text"
HEAD = 1024
SRT = re.compile(r"\s*(?:-?\d+\s*\n)?\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3} *-->")
WEB = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A file whose kind is known.

    `text` is its decoded contents (for kinds that are text), `members` those of a zip, `guessed`
    the code page when it had to be guessed.
    """

    kind: str
    data: bytes
    text: str = ""
    guessed: str = ""
    members: Mapping[str, bytes] = field(default_factory=dict)


def check_size(size: int, *, place: str) -> None:
    """Refuse a file that is empty or larger than 20 MB, by its size in bytes.

    Raises
    ------
    Refused
        P180, P181.

    """
    if size == 0:
        raise Refused([messages.problem("P180", place)])
    if size > LIMIT:
        shown = {"size": -(-size // MEGABYTE), "limit": LIMIT // MEGABYTE}
        raise Refused([messages.problem("P181", place, **shown)])


def sniff(data: bytes, *, suffix: str, place: str) -> Sniffed:
    """Find out what a file is.

    Parameters
    ----------
    data
        The whole file.
    suffix
        How its name ends, such as ``.vtt``.
    place
        For the problem.

    Raises
    ------
    Refused
        P180 to P186: empty, too large, no transcript, another kind than the suffix says,
        damaged, behind a password, or a bomb.

    """
    check_size(len(data), place=place)
    named = SUFFIXES.get(suffix.lower(), "")
    found = _by_magic(data, named=named, place=place) or _by_text(data, named=named, place=place)
    if found.kind != named:
        better = next(ending for ending, kind in SUFFIXES.items() if kind == found.kind)
        shown = {"suffix": suffix, "kind": texts.KINDS[found.kind], "better": better}
        raise Refused([messages.problem("P183", place, **shown)])
    return found


def _by_magic(data: bytes, *, named: str, place: str) -> Sniffed | None:
    """Recognise files that begin in a way of their own; None for text."""
    if b"%PDF-" in data[:HEAD]:
        return Sniffed("pdf", data)
    if data.startswith(b"{\\rtf"):
        return Sniffed("rtf", data)
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused([messages.problem("P185", place)])
        raise _Stranger(place, what="old-word")
    if data.startswith(ZIP):
        return _by_members(data, named=named, place=place)
    if data.startswith(SOUND) or data[4:8] == b"ftyp":
        raise _Stranger(place, what="sound")
    return None


def _by_members(data: bytes, *, named: str, place: str) -> Sniffed:
    """Recognise what a zip file is by what is in it."""
    kind = named if named in ("docx", "odt") else "docx"
    try:
        members = containers.read_members(data)
    except containers.Locked as error:
        raise Refused([messages.problem("P185", place)]) from error
    except containers.Bomb as error:
        limit = containers.LIMIT // MEGABYTE
        raise Refused([messages.problem("P186", place, limit=limit)]) from error
    except containers.Broken as error:
        raise Refused([messages.problem("P184", place, kind=texts.KINDS[kind])]) from error
    if "word/document.xml" in members:
        return Sniffed("docx", data, members=members)
    if members.get("mimetype", b"").strip() == ODT and "content.xml" in members:
        if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
            raise Refused([messages.problem("P185", place)])
        return Sniffed("odt", data, members=members)
    raise _Stranger(place, what="archive")


def _by_text(data: bytes, *, named: str, place: str) -> Sniffed:
    """Recognise the kinds that are text."""
    decoded = decode(data)
    if decoded is None:
        if named in ("docx", "odt", "pdf", "rtf"):
            raise Refused([messages.problem("P184", place, kind=texts.KINDS[named])])
        raise _Stranger(place, what="binary")
    text = decoded.text
    if not text.strip():
        raise Refused([messages.problem("P180", place)])
    if WEB.match(text):
        raise _Stranger(place, what="web")
    kind = named if named in ("txt", "md") else "txt"
    if text.startswith("WEBVTT"):
        kind = "vtt"
    elif SRT.match(text):
        kind = "srt"
    elif text.lstrip()[0] in "{[" and (named == "json" or _is_json(text)):
        kind = "json"
    return Sniffed(kind, data, text=text, guessed=decoded.guessed)


def _is_json(text: str) -> bool:
    """Tell whether a text is JSON."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


class _Stranger(Refused):
    """The refusal of a file that is no transcript."""

    def __init__(self, place: str, *, what: str) -> None:
        """Name what it is."""
        super().__init__([messages.problem("P182", place, what=texts.STRANGERS[what])])
