"""Blocks between lines of colons: which there are, and which could not be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu.messages import problem
from paraplu.messages.engines import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.errors import Problem
    from paraplu.report.prose import Prose

__all__ = ["Block", "check_blocks", "find_blocks"]

CALLOUTS = frozenset({"note", "tip", "warning", "important", "caution"})
CARD = ("links", "rechts", "tegenspraak", "en", "signalen", "onbeantwoord")
"""Blocks that a decision card must have, besides a heading."""
_LINE = re.compile(r"^ {0,3}(?P<colons>:{3,})[ \t]*(?P<said>[^:\s].*?)?[ \t]*:*[ \t]*$")
_ATTRIBUTE = re.compile(
    r"""#(?P<id>[\w:.-]+)|\.(?P<class>[\w-]+)|(?P<name>[\w-]+)=(?:"[^"]*"|'[^']*'|[^\s}]*)"""
)
_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.*?)(?:\s*\{[^{}]*\})?\s*$")


@dataclass(slots=True)
class Block:
    """A block: the lines of its fences (`until` is 0 as long as it is open), and what it is."""

    line: int
    colons: int
    identifier: str = ""
    classes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    until: int = 0
    holds: list[Block] = field(default_factory=list)


def find_blocks(prose: Prose, *, path: str) -> tuple[list[Block], list[Problem]]:
    """Return the blocks of an essay, in order, and the lines of colons that make none.

    Parameters
    ----------
    prose
        The essay.
    path
        The essay, for places.

    Returns
    -------
    list of Block, list of Problem
        P464 for a block that is closed nowhere, a line that closes nothing, and what pandoc's
        two readers of markdown take differently.

    """
    found: list[Block] = []
    problems: list[Problem] = []
    around: list[Block] = []
    before = ""
    for number, line in enumerate(prose.lines, start=1):
        match = _LINE.match(line)
        why = ""
        if match is not None and match["said"]:
            why = FORM["glued"] if before.strip() and not _LINE.match(before) else ""
            block = _open(number, match)
            (around[-1].holds if around else []).append(block)
            found.append(block)
            around.append(block)
        elif match is not None and not around:
            why = FORM["closes nothing"]
        elif match is not None:
            closed = around.pop()
            closed.until = number
            short = len(match["colons"]) < closed.colons
            why = FORM["short"].format(line=closed.line) if short else ""
        if why:
            problems.append(problem("P464", f"{path}:{number}", why=why))
        before = line
    problems += [problem("P464", f"{path}:{one.line}", why=FORM["unclosed"]) for one in around]
    return found, problems


def check_blocks(blocks: Sequence[Block], prose: Prose, *, path: str) -> Iterator[Problem]:
    """Yield callouts, cards, figures and tables that cannot be shown, with their line.

    Parameters
    ----------
    blocks
        What `find_blocks` gave.
    prose
        The essay.
    path
        The essay, for places.

    """
    for block in blocks:
        place = f"{path}:{block.line}"
        kinds = [name.removeprefix("callout-") for name in block.classes if "callout-" in name]
        for kind in kinds[:1]:
            if kind not in CALLOUTS:
                yield problem("P460", place, what=f"callout-{kind}")
            for name in block.names:
                if name != "title":
                    yield problem("P460", place, what=f"{name}=")
        if not block.until:
            continue
        inside = prose.lines[block.line : block.until - 1]
        if "keuzekaart" in block.classes and not _is_whole(block, inside):
            yield problem("P453", place, name=_title(inside) or path)
        if block.identifier.startswith(("fig-", "tbl-")):
            wanted = 1 if "artefact" in block.classes else 2
            if _paragraphs(inside) != wanted:
                yield problem("P461", place, id=block.identifier)


def _open(number: int, match: re.Match[str]) -> Block:
    """Return the block that a line opens."""
    said = match["said"]
    if not said.startswith("{"):
        return Block(number, len(match["colons"]), classes=(said.split()[0],))
    parts = list(_ATTRIBUTE.finditer(said))
    return Block(
        number,
        len(match["colons"]),
        identifier=next((part["id"] for part in parts if part["id"]), ""),
        classes=tuple(part["class"] for part in parts if part["class"]),
        names=tuple(part["name"] for part in parts if part["name"]),
    )


def _is_whole(card: Block, inside: Sequence[str]) -> bool:
    """Tell whether a card has a heading and all its blocks."""
    there = {name for block in card.holds for name in block.classes}
    return bool(_title(inside)) and there.issuperset(CARD)


def _title(lines: Sequence[str]) -> str:
    """Return the text of the first heading; nothing when there is none."""
    return next((found["text"] for line in lines if (found := _HEADING.match(line))), "")


def _paragraphs(lines: Sequence[str]) -> int:
    """Count what stands between blank lines."""
    filled = [bool(line.strip()) for line in lines]
    return sum(now and not before for before, now in zip([False, *filled], filled, strict=False))
