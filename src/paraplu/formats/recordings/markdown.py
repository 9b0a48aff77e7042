"""Markdown: bold labels, headings with a name, quotations and tables."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from paraplu.formats.recordings.documents import Row, Run, lines_of, read_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from paraplu.formats.recordings.pieces import Line, Reading
    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["read_markdown"]

FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read a Markdown file; the source of a piece counts paragraphs and rows.

    Front matter and HTML are left out; marks of emphasis, links and lists are not words.
    """
    front = FRONT.match(sniffed.text)
    text = sniffed.text[front.end() :] if front else sniffed.text
    parser = MarkdownIt("commonmark").enable("table").disable("reference")
    hidden = Counter({"front": int(front is not None)})
    blocks = list(_blocks(parser.parse(text), hidden=hidden))
    return read_blocks(blocks, given=given, hidden=hidden)


def _blocks(tokens: Sequence[Token], *, hidden: Counter[str]) -> Iterator[Line | Row]:
    """Give paragraphs and rows."""
    number = table = 0
    cells: list[str] | None = None
    heading = False
    for token in tokens:
        heading = token.type == "heading_open" or (heading and token.type != "heading_close")
        if token.type == "table_open":
            table += 1
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield Row(tuple(cells), number, table)
            cells = None
        elif token.type == "inline":
            runs = list(_runs(token.children or (), bold=heading, hidden=hidden))
            if cells is not None:
                cells.append("".join(run.text for run in runs))
            else:
                yield from lines_of(runs, number=number)
        elif token.type in ("fence", "code_block"):
            yield from lines_of([Run(token.content)], number=number)
        elif token.type == "html_block":
            hidden["html"] += 1
        number += token.type in ("inline", "fence", "code_block")


def _runs(tokens: Sequence[Token], *, bold: bool, hidden: Counter[str]) -> Iterator[Run]:
    """Give the words of a paragraph with what is bold."""
    depth = 0
    for token in tokens:
        depth += (token.type == "strong_open") - (token.type == "strong_close")
        if token.type in ("softbreak", "hardbreak") or BREAK.fullmatch(token.content):
            yield Run("\n", bold or depth > 0)
        elif token.type == "html_inline":
            hidden["html"] += 1
        elif token.type == "image":
            hidden["media"] += 1
        elif token.content:
            yield Run(token.content, bold or depth > 0)
