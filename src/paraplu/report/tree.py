"""From pandoc's tree to marks and passages.

Marks are read with ``commonmark_x+sourcepos``, which gives line and column of everything.
Nothing a reader of the essay can see escapes: headings, captions, notes, cells, code, alternative
texts and visible attributes are passages as well.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.report.element import Around, Element, Found, Run, read_element, read_wrapper
from paraplu.report.essay import BLANK, Mark, Passage
from paraplu.report.sentences import sentence_around

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from paraplu.errors import Problem
    from paraplu.report.essay import Position

__all__ = ["Reading", "read_tree"]

SPAN_KINDS = frozenset({"value", "claim", "quote", "context", "eigen"})
BLOCK_KINDS = frozenset({"quote", "artefact", "eigen"})
GIVEAWAYS = frozenset({"key", "code", "from", "figure", "table", "polarity", "topic"})
VISIBLE = (
    "naam", "title", "alt", "fig-alt", "tbl-alt", "fig-cap", "tbl-cap", "lst-cap", "aria-label",
    "header", "description", "summary",
)  # fmt: skip
_PARTS: Mapping[str, Callable[[Any], list[Any]]] = {
    "BulletList": lambda content: content,
    "OrderedList": lambda content: content[1],
    "Figure": lambda content: [content[1][1], content[2]],
}
"""Lists of blocks in the blocks that are made of them."""
_COMMENTS = re.compile(r"\s*(?:<!--.*?-->\s*)*", re.DOTALL)
STRUCK = "~~"
_SHORTCODE = re.compile(r"\{\{[<%]")
_BROKEN = re.compile(r"\{[^{}]*\.(?:value|claim|quote|context|eigen|artefact)\b")


def read_tree(blocks: Iterable[Any], *, path: str) -> Reading:
    """Read the blocks of a document that pandoc made.

    Parameters
    ----------
    blocks
        The value of ``blocks`` in pandoc's JSON.
    path
        The essay, for places.

    """
    reading = Reading(path)
    reading.read_blocks(blocks, Around())
    return reading


class Reading:
    """Marks, passages, those of footnotes apart, and problems of form."""

    def __init__(self, path: str) -> None:
        """Begin with nothing."""
        self.path = path
        self.marks: list[Mark] = []
        self.passages: list[Passage] = []
        self.notes: list[Passage] = []
        self.problems: list[Problem] = []
        self._inlines: Mapping[str, Callable[[Any, Run, str], None]] = {
            "Span": self._span,
            "Note": self._note,
            "Link": self._link,
            "Image": self._image,
            "Code": self._code,
            "Math": self._math,
            "RawInline": self._raw_inline,
            "Quoted": self._second,
            "Cite": self._second,
        }

    # -- blocks --------------------------------------------------------------------------

    def read_blocks(self, blocks: Iterable[Any], around: Around) -> None:
        """Read blocks, in order."""
        for block in blocks:
            self._read_block(block["t"], block.get("c"), around)

    def _read_block(self, kind: str, content: Any, around: Around) -> None:  # noqa: ANN401
        """Read one block."""
        if kind in {"Para", "Plain"}:
            self._passage(content, around)
        elif kind == "Header":
            element = read_element(content[1])
            self._visible(element, around)
            self._passage(content[2], around._replace(place=element.place or around.place))
        elif kind == "CodeBlock":
            element = read_element(content[0])
            place = element.place or around.place
            if any(name.startswith("{") for name in element.classes):
                self._problem("P427", place)
            self._plain(content[1], around._replace(place=place))
        elif kind == "RawBlock":
            self._check_raw(content[1], around.place)
        elif kind == "BlockQuote":
            if around.mark not in {"quote", "eigen"}:
                self._problem("P408", around.place)
            self.read_blocks(content, around)
        elif kind == "Div":
            self._div(content, around)
        else:
            self._read_parts(kind, content, around)

    def _read_parts(self, kind: str, content: Any, around: Around) -> None:  # noqa: ANN401
        """Read a block that is made of blocks."""
        if kind == "DefinitionList":
            for term, definitions in content:
                self._passage(term, around)
                self.read_blocks(chain.from_iterable(definitions), around)
        elif kind == "LineBlock":
            for line in content:
                self._passage(line, around)
        elif kind == "Table":
            self._table(content, around)
        elif kind in _PARTS:
            self.read_blocks(chain.from_iterable(_PARTS[kind](content)), around)

    def _table(self, content: Any, around: Around) -> None:  # noqa: ANN401
        """Read a table: caption, head, bodies, foot."""
        _, caption, _, head, bodies, foot = content
        self.read_blocks(caption[1], around)
        rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
        for row in rows:
            for cell in row[1]:
                self.read_blocks(cell[4], around)

    def _div(self, content: Any, around: Around) -> None:  # noqa: ANN401
        """Read a division: a wrapper with a place, a mark, or something of Quarto."""
        element = read_element(content[0])
        place = element.place or around.place
        inner = around._replace(place=place)
        if element.wrapper:
            self.read_blocks(content[1], inner)
            return
        self._visible(element, inner)
        kinds = [name for name in element.classes if name in SPAN_KINDS | BLOCK_KINDS]
        inner = inner._replace(classes=around.classes | set(element.classes))
        if len(kinds) > 1 or (kinds and around.mark):
            self._problem("P404", place)
        elif kinds and kinds[0] not in BLOCK_KINDS:
            self._problem("P405", place, kind=kinds[0])
        elif kinds:
            self._block_mark(kinds[0], element, content[1], inner)
            return
        else:
            self._check_kind(element, place)
        self.read_blocks(content[1], inner)

    def _block_mark(self, kind: str, element: Element, blocks: list[Any], around: Around) -> None:
        """Read a division that is a mark."""
        if kind == "artefact":
            names = [name for name in ("figure", "table") if name in element.attributes]
            kind = names[0] if names else "figure"
            self._mark(kind, element, around, text="")
            self.read_blocks(blocks, around)
            return
        inside = Reading(self.path)
        inside.read_blocks(blocks, around._replace(mark=kind))
        self.problems += inside.problems
        self.marks += inside.marks
        self.notes += inside.notes
        text = " ".join(passage.text for passage in inside.passages)
        self._mark(kind, element, around, text=text)

    def _mark(self, kind: str, element: Element, around: Around, *, text: str) -> None:
        """Keep a block that is a mark."""
        self.marks.append(
            Mark(
                kind=kind,
                text=text,
                attributes=element.attributes,
                place=element.place or around.place,
                until=element.until or around.place,
                identifier=element.identifier,
                sentence=text,
                inside=around.classes,
                block=True,
            )
        )

    # -- passages ------------------------------------------------------------------------

    def _passage(self, inlines: Iterable[Any], around: Around) -> None:
        """Read inlines as one passage."""
        run = Run(around, place=around.place)
        self._read_inlines(inlines, run, around.mark)
        self._keep(run)

    def _plain(self, text: str, around: Around) -> None:
        """Read text without marks as one passage."""
        run = Run(around, place=around.place)
        run.add(text)
        self._keep(run)

    def _keep(self, run: Run) -> None:
        """Keep a passage, and its marks with their sentence."""
        text = "".join(run.pieces)
        blanked = list(text)
        for found in run.marks:
            blanked[found.start : found.end] = BLANK * (found.end - found.start)
        placed = []
        for found in run.marks:
            sentence, before = sentence_around(text, found.start, found.end)
            placed.append(
                (
                    found.start,
                    Mark(
                        kind=found.kind,
                        text=text[found.start : found.end].replace(BLANK, ""),
                        attributes=found.element.attributes,
                        place=found.place,
                        until=found.element.until or found.place,
                        identifier=found.element.identifier,
                        sentence=sentence.replace(BLANK, ""),
                        before=before.replace(BLANK, ""),
                        inside=run.around.classes,
                    ),
                )
            )
        self.marks += [mark for _, mark in placed]
        passage = Passage("".join(blanked), tuple(run.anchors), run.around.classes, tuple(placed))
        for code, pattern in (("P403", _BROKEN), ("P427", _SHORTCODE)):
            found_at = pattern.search(passage.text)
            if found_at:
                self._problem(code, passage.at(found_at.start()))
        if run.length:
            self.passages.append(passage)

    def _visible(self, element: Element, around: Around) -> None:
        """Read the attributes that a reader gets to see."""
        place = element.place or around.place
        for name in VISIBLE:
            if name in element.attributes:
                self._plain(element.attributes[name], around._replace(place=place))

    # -- inlines -------------------------------------------------------------------------

    def _read_inlines(self, inlines: Iterable[Any], run: Run, mark: str) -> None:
        """Read inlines into a passage; `mark` is the mark that holds them, if any."""
        for inline in inlines:
            kind, content = inline["t"], inline.get("c")
            if kind == "Str":
                run.add(content)
            elif kind in {"Space", "SoftBreak", "LineBreak"}:
                run.add(" ")
            elif kind == "Strikeout" and mark:  # struck words are not the words of a mark
                run.add(STRUCK)
            elif kind in self._inlines:
                self._inlines[kind](content, run, mark)
            else:
                self._read_inlines(content, run, mark)

    def _span(self, content: Any, run: Run, mark: str) -> None:  # noqa: ANN401
        """Read a span: a wrapper with a place, or a mark."""
        wrapped = read_wrapper(content[0])
        if wrapped is not None:
            run.place = wrapped
            self._read_inlines(content[1], run, mark)
            return
        element = read_element(content[0])
        run.place = element.place or run.place
        kinds = [name for name in element.classes if name in SPAN_KINDS]
        if element.wrapper or not kinds:
            self._check_kind(element, run.place)
            self._visible(element, run.around)
            self._read_inlines(content[1], run, mark)
            return
        place = run.place
        if mark or len(kinds) > 1:
            self._problem("P404", place)
        start = run.length
        self._read_inlines(content[1], run, kinds[0])
        if run.length == start:
            run.place = place
            run.add(BLANK)
        if not mark:
            run.marks.append(Found(kinds[0], start, run.length, element, place))

    def _note(self, content: Any, run: Run, mark: str) -> None:  # noqa: ANN401
        """Read a footnote as passages of their own, outside the mark that it stands in."""
        del mark
        note = Reading(self.path)
        note.read_blocks(content, run.around._replace(mark="", place=run.place))
        self.marks += note.marks
        self.notes += [*note.passages, *note.notes]
        self.problems += note.problems

    def _link(self, content: Any, run: Run, mark: str) -> None:  # noqa: ANN401
        """Read the text of a link, and its title."""
        self._read_inlines(content[1], run, mark)
        if content[2][1]:
            self._plain(content[2][1], run.around._replace(place=run.place))

    def _image(self, content: Any, run: Run, mark: str) -> None:  # noqa: ANN401
        """Read what stands in for an image."""
        element = read_element(content[0])
        run.place = element.place or run.place
        self._visible(element, run.around._replace(place=run.place))
        self._link(content, run, mark)

    def _code(self, content: Any, run: Run, mark: str) -> None:  # noqa: ANN401
        """Read code as text: a reader sees it too."""
        del mark
        run.place = read_element(content[0]).place or run.place
        run.add(content[1])

    def _math(self, content: Any, run: Run, mark: str) -> None:  # noqa: ANN401
        """Read a formula as text."""
        del mark
        run.add(content[1])

    def _raw_inline(self, content: Any, run: Run, mark: str) -> None:  # noqa: ANN401
        """Refuse raw text that is not a comment."""
        del mark
        self._check_raw(content[1], run.place)

    def _second(self, content: Any, run: Run, mark: str) -> None:  # noqa: ANN401
        """Read the inlines of an element that carries something before them."""
        self._read_inlines(content[1], run, mark)

    # -- problems ------------------------------------------------------------------------

    def _check_kind(self, element: Element, place: Position) -> None:
        """Refuse what has the attributes of a mark and is none: its class has a slip."""
        if GIVEAWAYS & element.attributes.keys():
            seen = ", ".join(f".{name}" for name in element.classes) or "geen"
            self._problem("P424", place, seen=seen)

    def _check_raw(self, text: str, place: Position) -> None:
        """Refuse raw text, which the check cannot read; a comment is not shown."""
        if not _COMMENTS.fullmatch(text):
            self._problem("P407", place)

    def _problem(self, code: str, place: Position, **values: object) -> None:
        """Keep a problem of form."""
        self.problems.append(messages.problem(code, f"{self.path}:{place.line}", **values))
