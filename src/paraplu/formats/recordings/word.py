"""Word: paragraphs, bold labels, soft returns and tables; and what the file holds besides."""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any

import docx

from paraplu.formats.recordings.documents import Row, Run, lines_of, read_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from paraplu.formats.recordings.pieces import Line, Reading
    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["read_word"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "pPr", "rPr", "instrText", "delText", "drawing", "pict", "object",
        "footnoteReference", "endnoteReference", "fldData", "sdtPr", "tblPr", "tcPr", "trPr",
    )
)  # fmt: skip
SPECIAL = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
OFF = ("0", "false", "off")
HEADING = re.compile(r"heading|kop|titel|title|strong", re.IGNORECASE)
COUNTED = {
    "inserted": re.compile(rb"<w:(?:ins|moveTo)[ >]"),
    "deleted": re.compile(rb"<w:(?:del|moveFrom)[ >]"),
    "vanish": re.compile(rb"<w:vanish\s*/>"),
    "box": re.compile(rb"<w:txbxContent[ >]"),
}
TEXT = re.compile(rb"<w:t(?: [^>]*)?>[^<]*\S[^<]*<")
COMMENT = re.compile(rb"<w:comment[ >]")
NOTE = re.compile(rb"<w:(?:footnote|endnote)(?![^>]*w:type=)[ >]")


def read_word(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read the body of a Word document; the source of a piece counts paragraphs and rows.

    Tracked insertions are read, deletions, hidden text, text boxes and notes are not.
    """
    document = docx.Document(io.BytesIO(sniffed.data))
    numbers, tables = count(), count()
    blocks = list(_blocks(document.element.body, numbers=numbers, tables=tables))
    hidden = _count_hidden(sniffed.members)
    properties = document.core_properties
    hidden["author"] += bool(properties.author or properties.last_modified_by)
    hidden["title"] += bool(properties.title or properties.subject or properties.keywords)
    return read_blocks(blocks, given=given, hidden=hidden)


def _blocks(parent: Any, *, numbers: count[int], tables: count[int]) -> Iterator[Line | Row]:  # noqa: ANN401
    """Give paragraphs and rows in reading order, through content controls and insertions."""
    for child in parent:
        if child.tag in SKIPPED:
            continue
        if child.tag == f"{W}p":
            yield from lines_of(list(_runs(child)), number=next(numbers))
        elif child.tag == f"{W}tbl":
            table = next(tables)
            for row in child.iter(f"{W}tr"):
                if next(row.iterancestors(f"{W}tbl")) is child:
                    yield Row(tuple(_cells(row)), next(numbers), table)
        else:
            yield from _blocks(child, numbers=numbers, tables=tables)


def _cells(row: Any) -> Iterator[str]:  # noqa: ANN401
    """Give the text of each cell, its paragraphs on lines of their own."""
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            paragraphs = ("".join(run.text for run in _runs(p)) for p in cell.iter(f"{W}p"))
            yield "\n".join(paragraphs)


def _runs(paragraph: Any) -> Iterator[Run]:  # noqa: ANN401
    """Give the visible text of a paragraph with what is bold."""
    bold = _is_bold(paragraph.find(f"{W}pPr"), style=f"{W}pStyle")
    yield from _inline(paragraph, bold=bold)


def _inline(parent: Any, *, bold: bool) -> Iterator[Run]:  # noqa: ANN401
    """Give the runs below an element."""
    for child in parent:
        if child.tag in SKIPPED or child.tag == ALTERNATE:
            continue
        if child.tag == f"{W}r":
            properties = child.find(f"{W}rPr")
            if properties is not None and _is_on(properties.find(f"{W}vanish")):
                continue
            thick = bold or _is_bold(properties, style=f"{W}rStyle")
            text = "".join(_texts(child))
            if text:
                yield Run(text, thick)
        elif isinstance(child.tag, str):
            yield from _inline(child, bold=bold)


def _texts(run: Any) -> Iterator[str]:  # noqa: ANN401
    """Give the text of a run."""
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SPECIAL:
            yield SPECIAL[child.tag]


def _is_bold(properties: Any, *, style: str) -> bool:  # noqa: ANN401
    """Tell whether properties make text bold, by themselves or by a style."""
    if properties is None:
        return False
    named = properties.find(style)
    heading = named is not None and bool(HEADING.search(named.get(f"{W}val") or ""))
    return heading or _is_on(properties.find(f"{W}b"))


def _is_on(switch: Any) -> bool:  # noqa: ANN401
    """Tell whether a switch stands there and is on."""
    return switch is not None and switch.get(f"{W}val") not in OFF


def _count_hidden(members: Mapping[str, bytes]) -> Counter[str]:
    """Count what the document holds besides its text."""
    hidden: Counter[str] = Counter()
    for name, content in members.items():
        if name == "word/document.xml":
            hidden.update({what: len(seen.findall(content)) for what, seen in COUNTED.items()})
        elif re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
            hidden["header"] += bool(TEXT.search(content))
        elif re.fullmatch(r"word/comments\d*\.xml", name):
            hidden["comment"] += len(COMMENT.findall(content))
        elif name in ("word/footnotes.xml", "word/endnotes.xml"):
            hidden["note"] += len(NOTE.findall(content))
        elif name.startswith(("word/media/", "word/embeddings/")):
            hidden["media"] += 1
        elif name in ("docProps/custom.xml", "word/people.xml"):
            hidden["property"] += 1
    return hidden
