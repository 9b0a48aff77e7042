"""The words of a rendered essay, without mark-up: what two engines must have in common."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["of_docx", "of_html"]

_LINES = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "figcaption", "p", "td", "th", "li", "blockquote", "section"}
)
_SPACES = re.compile(r"[\u00a0\u2007\u2008\s]+")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_PIECE = re.compile(
    r'<w:pStyle w:val="(?P<style>[^"]*)"|<wp:docPr[^>]*?descr="(?P<alt>[^"]*)"'
    r"|<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t>|<w:footnoteReference[^>]*w:id=\"(?P<note>\d+)\""
    r"|<w:(?P<space>tab|br)[ />]"
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
_ENTITY = re.compile("|".join(_ENTITIES))


class _Reader(HTMLParser):
    """Headings, captions, numbers, references, notes and alt texts, one on a line."""

    def __init__(self) -> None:
        """Begin outside the page's main part."""
        super().__init__()
        self.lines: list[str] = []
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at every element that counts."""
        self.inside += tag == "main"
        named = dict(attrs)
        if self.inside and (tag in _LINES or "csl-entry" in (named.get("class") or "")):
            self.lines.append("")
        alt = named.get("alt")
        if self.inside and tag == "img" and alt:
            self.lines.append(f"[{alt}]")

    def handle_endtag(self, tag: str) -> None:
        """End with the main part."""
        self.inside -= tag == "main"

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if self.inside:
            self.lines[-1:] = ["".join([*self.lines[-1:], data])]


def of_html(page: str) -> str:
    """Return the words of a page.

    Parameters
    ----------
    page
        The HTML.

    Returns
    -------
    str
        Headings, paragraphs, captions, cells, references, notes and alt texts (in square
        brackets), each on a line, with every kind of space as one space.

    Examples
    --------
    >>> page = "<main><h1>Drie  keuzes</h1><p>Twee&nbsp;polen.</p></main><p>Voet</p>"
    >>> print(of_html(page), end="")
    Drie keuzes
    Twee polen.

    """
    reader = _Reader()
    reader.feed(page)
    return _joined(reader.lines)


def of_docx(path: Path) -> str:
    """Return the words of a Word file.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    str
        The paragraphs of the text and then those of the notes, each on a line: its style,
        a bar, its words, with alt texts in square brackets and the number of a note.

    """
    with zipfile.ZipFile(path) as archive:
        names = ("word/document.xml", "word/footnotes.xml")
        parts = [archive.read(name).decode() for name in names if name in archive.namelist()]
    return _joined(_paragraph(found) for part in parts for found in _PARAGRAPH.findall(part))


def _paragraph(xml: str) -> str:
    """Return the style and the words of one paragraph; nothing when it holds none."""
    style, words = "", []
    for piece in _PIECE.finditer(xml):
        style = piece["style"] or style
        if piece["alt"]:
            words.append(f"[{piece['alt']}]")
        if piece["note"]:
            words.append(f"[{piece['note']}]")
        words.append(" " if piece["space"] else piece["text"] or "")
    text = _ENTITY.sub(lambda found: _ENTITIES[found[0]], "".join(words))
    return f"{style} | {text}" if text.strip() else ""


def _joined(lines: Iterable[str]) -> str:
    """Return the lines that hold something, each with single spaces."""
    cleaned = (_SPACES.sub(" ", line).strip() for line in lines)
    return "\n".join(line for line in cleaned if line) + "\n"
