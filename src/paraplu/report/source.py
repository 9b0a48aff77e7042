"""The file of an essay: its text with line ends as one, and its YAML heading apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.report.essay import Anchor, Passage, Position
from paraplu.study.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paraplu.errors import Problem

__all__ = ["Source", "read_source"]

_HEADING = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_SHOWN = ("title", "subtitle", "abstract", "description", "abstract-title", "keywords")
_UNREAD = ("include", "filters", "metadata-files", "execute", "params", "jupyter", "engine")


@dataclass(frozen=True, slots=True)
class Source:
    """An essay's file.

    `body` has blank lines where the YAML heading was, so that lines keep their number;
    `heading` are the texts of the heading that readers see.
    """

    name: str
    path: str
    title: str = ""
    body: str = ""
    heading: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def read_source(path: Path, *, root: Path) -> Source:
    """Read an essay; CRLF, CR and a BOM are read as if they were not there.

    Parameters
    ----------
    path
        The ``.qmd`` file.
    root
        The study.

    """
    file = read_text(path, root=root, strict=False)
    name = path.stem
    if not file.readable:
        return Source(name, file.path, problems=file.problems, readable=False)
    text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.startswith("---\n"):
        return Source(name, file.path, title=name, body=text)
    found = _HEADING.match(text)
    if found is None:
        problem = messages.problem("P402", f"{file.path}:1")
        return Source(name, file.path, problems=(problem,), readable=False)
    body = "\n" * found[0].count("\n") + text[found.end() :]
    heading, problems = _read_heading(found[1], place=file.path)
    titled = re.search(r"^title:[ \t]*(.+?)[ \t]*$", found[1], re.MULTILINE)
    title = titled[1].strip("\"'") if titled else name
    return Source(name, file.path, title, body, heading, problems)


def _read_heading(yaml: str, *, place: str) -> tuple[tuple[Passage, ...], tuple[Problem, ...]]:
    """Return the texts that readers see, each on the line where it begins."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = YAML(typ="rt", pure=True).load(yaml)
    except MarkedYAMLError as error:
        line = 2 + (error.problem_mark.line if error.problem_mark else 0)
        return (), (messages.problem("P402", f"{place}:{line}"),)
    except YAMLError:
        return (), (messages.problem("P402", f"{place}:1"),)
    if not hasattr(node, "lc") or not hasattr(node, "get"):
        return (), ()
    rows = yaml.split("\n")
    problems = tuple(
        messages.problem("P428", f"{place}:{node.lc.data[name][0] + 2}", name=name)
        for name in node
        if str(name).startswith(_UNREAD)
    )
    return tuple(_shown(node, rows=rows)), problems


def _shown(node: Any, *, rows: list[str]) -> Iterator[Passage]:  # noqa: ANN401
    """Yield a passage per visible text; its words are found back on their lines."""
    for name in _SHOWN:
        value = node.get(name)
        texts = value if isinstance(value, list) else [value]
        first = node.lc.data[name][0] if name in node else 0
        for text in texts:
            if text is not None:
                yield _place_words(str(text), rows=rows, first=first)


def _place_words(text: str, *, rows: list[str], first: int) -> Passage:
    """Anchor every word of a text on the first line, from `first` on, that holds it."""
    anchors = [Anchor(0, Position(first + 2, 1))]
    line = first
    column = 0
    for word in re.finditer(r"\S+", text):
        for number in range(line, len(rows)):
            found = rows[number].find(word[0], column if number == line else 0)
            if found >= 0:
                line, column = number, found + len(word[0])
                anchors.append(Anchor(word.start(), Position(number + 2, found + 1)))
                break
    return Passage(text, tuple(anchors))
