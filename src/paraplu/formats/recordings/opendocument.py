"""OpenDocument text (LibreOffice): paragraphs, bold labels, soft returns and tables."""

from __future__ import annotations

import io
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any

from odf.namespaces import (  # type: ignore[import-untyped]
    DCNS,
    DRAWNS,
    FONS,
    METANS,
    OFFICENS,
    STYLENS,
    TABLENS,
    TEXTNS,
)
from odf.opendocument import load  # type: ignore[import-untyped]
from odf.table import TableRow  # type: ignore[import-untyped]

from paraplu.formats.recordings.documents import Row, Run, lines_of, read_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from paraplu.formats.recordings.pieces import Line, Reading
    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["read_opendocument"]

PARAGRAPHS = ((TEXTNS, "p"), (TEXTNS, "h"))
SPACES = {(TEXTNS, "s"): " ", (TEXTNS, "tab"): "\t", (TEXTNS, "line-break"): "\n"}
LEFT_OUT = {
    (TEXTNS, "tracked-changes"): "deleted",
    (OFFICENS, "annotation"): "comment",
    (TEXTNS, "note"): "note",
    (DRAWNS, "frame"): "box",
    (DRAWNS, "custom-shape"): "box",
    (TEXTNS, "hidden-text"): "vanish",
    (TEXTNS, "hidden-paragraph"): "vanish",
}
HEADERS = ((STYLENS, "header"), (STYLENS, "footer"))
AUTHORS = ((DCNS, "creator"), (METANS, "initial-creator"), (METANS, "printed-by"))
TITLES = ((DCNS, "title"), (DCNS, "subject"), (DCNS, "description"), (METANS, "keyword"))


def read_opendocument(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read the text of an OpenDocument file; the source of a piece counts paragraphs and rows.

    Deletions that are tracked, comments, notes, frames and hidden text are left out.
    """
    document = load(io.BytesIO(sniffed.data))
    hidden: Counter[str] = Counter()
    walk = _Walk(_bold_styles(document), hidden)
    blocks = list(walk.blocks(document.text))
    for element in _elements(document.meta):
        filled = bool(str(element).strip())
        hidden["author"] += filled and element.qname in AUTHORS
        hidden["title"] += filled and element.qname in TITLES
        hidden["property"] += filled and element.qname == (METANS, "user-defined")
    for element in _elements(document.masterstyles):
        hidden["header"] += element.qname in HEADERS and bool(str(element).strip())
    hidden["author"] = min(hidden["author"], 1)
    return read_blocks(blocks, given=given, hidden=hidden)


class _Walk:
    """Goes through the text in reading order, counting what is left out."""

    def __init__(self, bold: frozenset[str], hidden: Counter[str]) -> None:
        """Keep which styles are bold, and the counts."""
        self._bold = bold
        self._hidden = hidden
        self._numbers = count()
        self._tables = count()

    def blocks(self, parent: Any) -> Iterator[Line | Row]:  # noqa: ANN401
        """Give paragraphs and rows."""
        for child in parent.childNodes:
            name = getattr(child, "qname", None)
            if name is None or self._leaves_out(name):
                continue
            if name in PARAGRAPHS:
                yield from lines_of(list(self.runs(child)), number=next(self._numbers))
            elif name == (TABLENS, "table"):
                table = next(self._tables)
                for row in child.getElementsByType(TableRow):
                    yield Row(tuple(self._cells(row)), next(self._numbers), table)
            else:
                yield from self.blocks(child)

    def runs(self, parent: Any, *, bold: bool = False) -> Iterator[Run]:  # noqa: ANN401
        """Give the text below an element with what is bold."""
        thick = bold or _attribute(parent, TEXTNS, "style-name") in self._bold
        for child in parent.childNodes:
            name = getattr(child, "qname", None)
            if name is None:
                yield Run(getattr(child, "data", "") or "", thick)
            elif name in SPACES:
                yield Run(SPACES[name], thick)
            elif not self._leaves_out(name):
                yield from self.runs(child, bold=thick)

    def _cells(self, row: Any) -> Iterator[str]:  # noqa: ANN401
        """Give the text of each cell of a row."""
        for cell in row.childNodes:
            if getattr(cell, "qname", None) == (TABLENS, "table-cell"):
                runs = (self.runs(p) for p in cell.childNodes if getattr(p, "qname", None))
                yield "\n".join("".join(run.text for run in line) for line in runs)

    def _leaves_out(self, name: tuple[str, str]) -> bool:
        """Tell whether an element is left out, and count it."""
        what = LEFT_OUT.get(name)
        if what is not None:
            self._hidden[what] += 1
        return what is not None


def _bold_styles(document: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the names of the styles that make text bold."""
    names = set()
    for group in (document.automaticstyles, document.styles):
        for style in group.childNodes:
            name = _attribute(style, STYLENS, "name")
            weights = [
                _attribute(child, FONS, "font-weight") for child in getattr(style, "childNodes", ())
            ]
            if name and ("bold" in weights or name in ("Strong_20_Emphasis", "Strong")):
                names.add(name)
    return frozenset(names)


def _attribute(element: Any, namespace: str, name: str) -> str:  # noqa: ANN401
    """Return an attribute, or empty."""
    attributes = getattr(element, "attributes", None) or {}
    return str(attributes.get((namespace, name), ""))


def _elements(parent: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give all elements below an element."""
    for child in parent.childNodes:
        if getattr(child, "qname", None) is not None:
            yield child
            yield from _elements(child)
