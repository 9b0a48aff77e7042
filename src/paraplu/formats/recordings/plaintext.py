"""Plain text: ``I:`` and ``R:``, names, and the time marks of f4 and MAXQDA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.formats.recordings.documents import read_blocks
from paraplu.formats.recordings.pieces import Line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.formats.recordings.pieces import Reading
    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["read_plaintext"]


def read_plaintext(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read a text file; the source of a piece counts lines."""
    rows = sniffed.text.replace("\v", "\n").replace("\f", "\n").split("\n")
    lines = [Line(row, number) for number, row in enumerate(rows)]
    return read_blocks(lines, given=given, hidden={}, unit="regel")
