"""Zip files that Word and OpenDocument are: opened with limits, never unpacked to disk."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

__all__ = ["LIMIT", "Bomb", "Broken", "Locked", "inflate_streams", "read_members"]

LIMIT = 100 * 1024 * 1024
MOST_MEMBERS = 3000
CHUNK = 1 << 20
ENCRYPTED = 0x1
LEVELS = 3
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, KeyError,
    IndexError, NotImplementedError, RuntimeError,
)  # fmt: skip
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Broken(Exception):  # noqa: N818  says what the file is
    """The container cannot be read."""


class Locked(Exception):  # noqa: N818
    """The container asks for a password."""


class Bomb(Exception):  # noqa: N818
    """The container grows beyond what is reasonable."""


def read_members(data: bytes) -> dict[str, bytes]:
    """Return the members of a zip file by name, all checked.

    Raises
    ------
    Locked, Bomb, Broken
        When a member is encrypted; when they hold more than 100 MB together (counted while
        reading, not believed) or there are too many; when a member or the directory is damaged,
        or XML declares entities.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            return _read(container)
    except DAMAGE as error:
        raise Broken from error


def inflate_streams(data: bytes) -> None:
    """Unpack the compressed streams of a PDF with a limit, and throw the result away.

    Raises
    ------
    Bomb
        When they hold more than 100 MB together, also when packed several times.

    """
    left = LIMIT
    for match in STREAM.finditer(data):
        packed = match.group(1)
        for _ in range(LEVELS):
            try:
                unpacked = zlib.decompressobj().decompress(packed, left + 1)
            except zlib.error:
                break
            left -= len(unpacked)
            if left < 0:
                raise Bomb
            packed = unpacked


def _read(container: zipfile.ZipFile) -> dict[str, bytes]:
    """Read all members, counting."""
    infos = [info for info in container.infolist() if not info.is_dir()]
    if len(infos) > MOST_MEMBERS:
        raise Bomb
    if any(info.flag_bits & ENCRYPTED for info in infos):
        raise Locked
    if len({info.filename for info in infos}) < len(infos):
        raise Broken
    left = LIMIT
    members: dict[str, bytes] = {}
    for info in infos:
        parts = []
        with container.open(info) as stream:
            while part := stream.read(CHUNK):
                left -= len(part)
                if left < 0:
                    raise Bomb
                parts.append(part)
        members[info.filename] = b"".join(parts)
        if info.filename.endswith((".xml", ".rels")) and DECLARED.search(members[info.filename]):
            raise Broken
    return members
