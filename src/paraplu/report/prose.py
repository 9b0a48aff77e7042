"""The lines of an essay outside code and comments, each in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Prose", "read_prose"]

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})(.*)$")
_CELL = re.compile(r"\{\s*([A-Za-z][\w-]*)")
_INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SIGN = re.compile(r"[^\n]")
_ENDS = ("---", "...")


@dataclass(frozen=True, slots=True)
class Prose:
    """An essay without what is no prose.

    Parameters
    ----------
    lines
        Every line of the file; code, comments and front matter are blank.
    front
        The lines of the front matter, without its fences; line 2 of the file comes first.
    cells
        Line and language of every code cell.

    """

    lines: tuple[str, ...]
    front: tuple[str, ...] = ()
    cells: tuple[tuple[int, str], ...] = ()

    def numbered(self) -> list[tuple[int, str]]:
        """Return the lines that hold something, with their number, from 1."""
        return [(place, line) for place, line in enumerate(self.lines, start=1) if line.strip()]


def read_prose(source: str) -> Prose:
    r"""Read the lines of an essay.

    Parameters
    ----------
    source
        Text of the essay.

    Examples
    --------
    >>> read_prose("a `@b` c\n```\n@d\n```").numbered()
    [(1, 'a      c')]

    """
    lines = source.splitlines()
    body = _end_of_front_matter(lines)
    kept, cells, fence = [""] * body, [], ""
    for number, line in enumerate(lines[body:], start=body + 1):
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and not match[2].strip():
                fence = ""
            kept.append("")
        elif match and "`" not in match[2]:
            fence = match[1]
            cell = _CELL.match(match[2].strip())
            cells += [(number, cell[1])] if cell else []
            kept.append("")
        else:
            kept.append(_INLINE_CODE.sub(_blank, line))
    text = _COMMENT.sub(_blank, "\n".join(kept))
    return Prose(tuple(text.split("\n")), tuple(lines[1 : body - 1]) if body else (), tuple(cells))


def _blank(match: re.Match[str]) -> str:
    """Return as many spaces, on as many lines."""
    return _SIGN.sub(" ", match[0])


def _end_of_front_matter(lines: list[str]) -> int:
    """Return how many lines the front matter takes, with its fences."""
    if not lines or lines[0].rstrip() != _ENDS[0]:
        return 0
    for index, line in enumerate(lines[1:], start=2):
        if line.rstrip() in _ENDS:
            return index
    return 0
