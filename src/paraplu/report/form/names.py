"""Names in an essay and what points at them: references, links, notes, citations, images."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from paraplu.messages import problem
from paraplu.messages.engines import FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.report.prose import Prose

__all__ = ["Names", "Surroundings", "check_names"]

Wrong = tuple[str, dict[str, str]]
"""Code of a problem, and what is filled in."""
_NUMBERED = ("fig", "tbl", "sec")
_UNKNOWN = frozenset({"lst", "eq", "thm", "lem", "cor", "prp", "cnj", "def", "exm", "exr"})
_ID = re.compile(r"\{[^{}]*?#([\w:.-]+)[^{}]*\}")
_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.*?)\s*(?P<attributes>\{[^{}]*\})?\s*$")
_URL = re.compile(r"(?:https?://|www\.|doi:|mailto:)[^\s<>\"”’)]+")
_KEY = r"@(?:\{(?P<braced>[^}]*)\}|(?P<key>\w(?:[\w:.#$%&+?~/-]*[\w/])?))"
_REFERENCE = re.compile(rf"(?<![\w\\]){_KEY}")
_BRACKETED = re.compile(r"\[(?P<inside>[^\[\]]*@(?:fig|tbl|sec)-[^\[\]]*)\](?!\()")
_ALONE = re.compile(r"\s*-?@(?:fig|tbl|sec)-[\w-]+\s*")
_LINK = re.compile(r"(?P<image>!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\((?P<target>[^()\s]+)[^()]*\)")
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?P<defines>:)?")


@dataclass(frozen=True)
class Names:
    """What can be pointed at in an essay; `prose` is the essay."""

    prose: Prose

    @cached_property
    def given(self) -> list[tuple[int, str]]:
        """Line and name of everything that the author gave a name."""
        return [
            (number, name) for number, line in self.prose.numbered() for name in _ID.findall(line)
        ]

    @cached_property
    def unnumbered(self) -> frozenset[str]:
        """Names of headings that have no number."""
        said = (match["attributes"] or "" for _, match in self._headings)
        loose = (text for text in said if re.search(r"\.unnumbered\b|\{-\}", text))
        return frozenset(name for text in loose for name in _ID.findall(text))

    @cached_property
    def all(self) -> frozenset[str]:
        """Every name, those that pandoc gives to headings included."""
        made = {_slug(match["text"]) for _, match in self._headings}
        return frozenset({name for _, name in self.given} | made)

    @cached_property
    def _headings(self) -> list[tuple[int, re.Match[str]]]:
        """Lines that are headings."""
        found = ((number, _HEADING.match(line)) for number, line in self.prose.numbered())
        return [(number, match) for number, match in found if match is not None]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an essay may point at outside itself.

    Parameters
    ----------
    folder
        The folder of the essays.
    others
        Gives the names in another essay; None when there is no such essay.
    sources
        Keys of the literature; None when they cannot be told.
    numbered
        Whether headings have numbers.

    """

    folder: Path
    others: Callable[[str], Names | None]
    sources: frozenset[str] | None = None
    numbered: bool = True


def check_names(names: Names, around: Surroundings, *, path: str) -> Iterator[Problem]:
    """Yield what points nowhere, and names that are given twice, with their line.

    Parameters
    ----------
    names
        Of the essay.
    around
        Of the study.
    path
        The essay, for places.

    """
    seen: dict[str, int] = {}
    for number, name in names.given:
        if name in seen:
            why = FORM["twice"].format(id=name, line=seen[name])
            yield problem("P464", f"{path}:{number}", why=why)
        seen.setdefault(name, number)
    for number, line in names.prose.numbered():
        for code, values in _pointing(line, names, around):
            yield problem(code, f"{path}:{number}", **values)
    yield from _notes(names.prose, path=path)


def _pointing(line: str, names: Names, around: Surroundings) -> Iterator[Wrong]:
    """Yield what is wrong with what a line points at."""
    yield from _targets(line, names, around)
    text = _LINK.sub(lambda link: link[0].partition("](")[0], _URL.sub("", line))
    for match in _BRACKETED.finditer(text):
        if not all(_ALONE.fullmatch(part) for part in match["inside"].split(";")):
            yield "P460", {"what": f"[{match['inside']}]"}
    for match in _REFERENCE.finditer(text):
        yield from _reference(match["braced"] or match["key"], names, around)


def _targets(line: str, names: Names, around: Surroundings) -> Iterator[Wrong]:
    """Yield links and images that lead nowhere."""
    for match in _LINK.finditer(line):
        target = match["target"].strip("<>")
        if not match["image"]:
            if not _leads(target, names, around):
                yield "P462", {"ref": target}
        elif not _SCHEME.match(target) and not (around.folder / target).is_file():
            yield "P471", {"path": target}


def _reference(key: str, names: Names, around: Surroundings) -> Iterator[Wrong]:
    """Yield a reference that no engine can follow."""
    kind = key.partition("-")[0] if "-" in key else ""
    if kind in _UNKNOWN:
        yield "P460", {"what": f"@{key}"}
    elif kind in _NUMBERED:
        numbered = kind != "sec" or (around.numbered and key not in names.unnumbered)
        if not numbered or key not in {name for _, name in names.given}:
            yield "P462", {"ref": f"@{key}"}
    elif around.sources is not None and key not in around.sources:
        yield "P463", {"ref": f"@{key}"}


def _leads(target: str, names: Names, around: Surroundings) -> bool:
    """Tell whether a link leads somewhere in the site."""
    if _SCHEME.match(target) or target.startswith("../bewijs/"):
        return True
    page, _, anchor = target.partition("#")
    if not page:
        return anchor in names.all
    if not page.endswith(".qmd"):
        return False
    there = around.others(page.removesuffix(".qmd").removeprefix("./"))
    return there is not None and (not anchor or anchor in there.all)


def _notes(prose: Prose, *, path: str) -> Iterator[Problem]:
    """Yield notes that are missing, that nothing points at, and that are there twice."""
    defined: dict[str, int] = {}
    used: dict[str, int] = {}
    for number, line in prose.numbered():
        for match in _NOTE.finditer(line):
            name = match["name"]
            if match["defines"] and not line[: match.start()].strip():
                if name in defined:
                    why = FORM["note twice"].format(name=name, line=defined[name])
                    yield problem("P464", f"{path}:{number}", why=why)
                defined.setdefault(name, number)
            else:
                used.setdefault(name, number)
    for name in used.keys() - defined.keys():
        why = FORM["no note"].format(name=name)
        yield problem("P464", f"{path}:{used[name]}", why=why)
    for name in defined.keys() - used.keys():
        why = FORM["idle note"].format(name=name)
        yield problem("P464", f"{path}:{defined[name]}", why=why)


def _slug(heading: str) -> str:
    """Return the name that pandoc gives to a heading."""
    text = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})?", r"\1", heading)
    kept = [
        sign if sign.isalnum() or sign in "_-." else "-" if sign.isspace() else ""
        for sign in unicodedata.normalize("NFC", text).lower()
    ]
    return re.sub(r"^[^a-zà-ÿ]+", "", re.sub(r"-+", "-", "".join(kept)))
