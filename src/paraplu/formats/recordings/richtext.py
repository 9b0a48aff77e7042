"""RTF: of f4 (with time marks, Windows-1252), Word and WordPad."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from striprtf.striprtf import rtf_to_text

from paraplu.formats.recordings.documents import Row, read_blocks
from paraplu.formats.recordings.pieces import Line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.formats.recordings.pieces import Reading
    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["NotClosed", "read_richtext"]

HIDDEN = {
    "author": re.compile(r"\\(?:author|operator|manager) [^{}\\]*\S"),
    "title": re.compile(r"\\(?:title|subject|keywords) [^{}\\]*\S"),
    "comment": re.compile(r"\\annotation\b"),
    "note": re.compile(r"\\footnote\b"),
    "header": re.compile(r"\\(?:header|footer)[lrf]?\b"),
    "inserted": re.compile(r"\\revised\b"),
    "deleted": re.compile(r"\\deleted\b"),
    "vanish": re.compile(r"\\v\b"),
    "media": re.compile(r"\\(?:pict|object)\b"),
}
CELLS = re.compile(r"(?:[^|\n]*\|){2,}\s*")


class NotClosed(Exception):  # noqa: N818  says what the file is
    """The outermost group of the file is never closed: its end is missing."""


def read_richtext(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read an RTF file; the source of a piece counts lines.

    Tracked deletions, notes, comments, headers and footers are left out.

    Raises
    ------
    NotClosed
        When the file ends too early.

    """
    source = sniffed.data.decode("cp1252", "replace").rstrip("\0 \r\n\t")
    if not source.endswith("}"):
        raise NotClosed
    hidden = Counter({what: len(seen.findall(source)) for what, seen in HIDDEN.items()})
    for once in ("author", "title", "header"):
        hidden[once] = min(hidden[once], 1)
    prepared = _prepare(source)
    text: str = rtf_to_text(prepared, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    rows = text.replace("\r", "\n").split("\n")
    tabular = sum(bool(CELLS.fullmatch(row)) for row in rows) > len(rows) / 2
    blocks = [
        Row(tuple(row.rstrip().rstrip("|").split("|")), number, 0)
        if tabular and CELLS.fullmatch(row)
        else Line(row, number)
        for number, row in enumerate(rows)
    ]
    return read_blocks(blocks, given=given, hidden=hidden, unit="regel")


def _prepare(source: str) -> str:
    """Make deletions invisible to the library, and keep it from spelling out hyperlinks."""
    if "\\deleted0" not in source:
        source = re.sub(r"\\deleted(?![a-z0-9])", r"\\*\\deleted", source)
    return source.replace("\\fldinst", "\\fldinst\n")
