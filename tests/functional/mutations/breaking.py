"""Breaking marks: one change in pandoc's tree, and what the judge then says of the block."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from paraplu.report.judging import essay_paths, judge_essays
from paraplu.report.numbers import WORDS
from paraplu.report.reading import make_essay, parse_source
from paraplu.report.source import Source, read_source

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts

    Element = dict[str, Any]

KINDS = frozenset({"value", "claim", "quote", "context", "artefact", "eigen"})


class Place(NamedTuple):
    """A mark: its essay, the list that holds its block, the way to its element, what it says."""

    source: Source
    holder: list[Any]
    way: tuple[int | str, ...]
    mark: Mark

    @property
    def parent(self) -> Any:  # noqa: ANN401
        """What holds the element of the mark."""
        node: Any = self.holder
        for step in self.way[:-1]:
            node = node[step]
        return node


class Mutant(NamedTuple):
    """A broken mark and the problems that it gave."""

    what: str
    place: Place
    problems: tuple[Problem, ...]

    @property
    def named(self) -> bool:
        """Whether a problem stands on a line of the mark."""
        mark = self.place.mark
        lines = range(mark.place.line, mark.until.line + 1)
        return any(int(problem.place.rpartition(":")[2]) in lines for problem in self.problems)

    def __str__(self) -> str:
        """Return what a failing test shows."""
        mark = self.place.mark
        return f"{self.what}: {self.place.source.name}:{mark.place.line} {mark.text!r}"


class Breaker:
    """Breaks marks and judges the block in which they stand."""

    def __init__(self, root: Path, facts: Facts) -> None:
        """Read every essay once."""
        self.facts = facts
        sources = [read_source(path, root=root) for path in essay_paths(root, None)]
        self.essays = [(source, parse_source(source)) for source in sources]
        self.places = [
            place
            for source, blocks in self.essays
            for block in blocks
            for place in _places(source, [block])
        ]

    def of(self, *kinds: str) -> list[Place]:
        """Return the marks of these kinds."""
        return [place for place in self.places if place.mark.kind in kinds]

    def judge(self, place: Place) -> tuple[Problem, ...]:
        """Judge a mark in its block, or what stands outside marks when it is gone."""
        essay = make_essay(Source(place.source.name, place.source.path), place.holder)
        own = tuple(mark for mark in essay.marks if mark.place == place.mark.place)
        alone = replace(essay, marks=own, passages=() if own else essay.passages)
        return judge_essays([alone], self.facts).essays[0].problems

    def broken(self, what: str, place: Place, change: Callable[[Element], bool]) -> Mutant | None:
        """Return the mutant of a change; None when there was nothing to change."""
        parent, last = place.parent, place.way[-1]
        whole = parent[last]
        parent[last] = copy.deepcopy(whole)
        try:
            if change(parent[last]):
                return Mutant(what, place, self.judge(place))
        finally:
            parent[last] = whole
        return None

    def all(
        self, what: str, places: list[Place], change: Callable[[Element], bool]
    ) -> list[Mutant]:
        """Make the same change in many marks."""
        made = [self.broken(what, place, change) for place in places]
        return [mutant for mutant in made if mutant is not None]


def _places(source: Source, holder: list[Any]) -> Iterator[Place]:
    """Yield the marks of a block with the way to their element."""
    marks = make_essay(Source(source.name, source.path), holder).marks
    by_place = {(mark.place, mark.kind in {"figure", "table"}): mark for mark in marks}
    for way, element in _elements(holder, ()):
        position = re.search(r"(\d+):(\d+)-", dict(element["c"][0][2]).get("data-pos", ""))
        is_artefact = "artefact" in element["c"][0][1]
        if position is not None:
            at = (int(position[1]), int(position[2]))
            mark = by_place.get((at, is_artefact))  # type: ignore[call-overload]
            if mark is not None:
                yield Place(source, holder, way, mark)


def _elements(node: Any, way: tuple[int | str, ...]) -> Iterator[tuple[Any, Element]]:  # noqa: ANN401
    """Yield every element that is a mark."""
    if isinstance(node, dict):
        if node.get("t") in {"Span", "Div"} and KINDS & set(node["c"][0][1]):
            yield way, node
        if "c" in node:
            yield from _elements(node["c"], (*way, "c"))
    elif isinstance(node, list):
        for number, part in enumerate(node):
            yield from _elements(part, (*way, number))


def _strings(node: Any) -> Iterator[tuple[list[Any], int]]:  # noqa: ANN401
    """Yield every word of an element, as the list that holds it and its number."""
    if isinstance(node, dict):
        if "c" in node:
            yield from _strings(node["c"])
    elif isinstance(node, list):
        for number, part in enumerate(node):
            if isinstance(part, dict) and part.get("t") == "Str":
                yield node, number
            else:
                yield from _strings(part)


def set_attribute(element: Element, name: str, change: Callable[[str], str]) -> bool:
    """Change an attribute of a mark that has it."""
    pairs = element["c"][0][2]
    for pair in pairs:
        if pair[0] == name:
            pair[1] = change(pair[1])
            return True
    return False


def set_words(element: Element, change: Callable[[str], str]) -> bool:
    """Change the first word of a mark that the change changes."""
    for holder, number in _strings(element["c"][1]):
        old = holder[number]["c"]
        if change(old) != old:
            holder[number]["c"] = change(old)
            return True
    return False


def set_text(element: Element, text: str) -> bool:
    """Give a mark in a sentence another text."""
    element["c"][1] = [{"t": "Str", "c": text}]
    return True


def raise_digit(word: str) -> str:
    """Raise the last digit of a number, or the number that a word stands for."""
    if any(character.isdigit() for character in word):
        return re.sub(r"\d(?=\D*$)", lambda found: str((int(found[0]) + 1) % 10), word, count=1)
    bare = word.strip(".,;:").lower()
    return WORDS[(WORDS.index(bare) + 1) % len(WORDS)] if bare in WORDS and bare != "een" else word


def change_letter(word: str) -> str:
    """Change one letter of a word of some length."""
    found = re.search(r"[a-zà-ÿ]{4,}", word)
    if found is None:
        return word
    letter = "x" if word[found.start() + 1] != "x" else "z"
    return word[: found.start() + 1] + letter + word[found.start() + 2 :]


def words_of(element: Element) -> str:
    """Return the words of a mark in a sentence, with single spaces."""
    return " ".join(holder[number]["c"] for holder, number in _strings(element["c"][1]))


def slip(element: Element, what: str, chance: random.Random) -> bool:
    """Make one slip in one of the longer words of a quotation."""
    long = [
        (holder, number)
        for holder, number in _strings(element["c"][1])
        if re.fullmatch(r"[a-zà-ÿ]{4,}", holder[number]["c"])
        and holder[number]["c"][1] != holder[number]["c"][2]
    ]
    if not long:
        return set_words(element, change_letter)
    holder, number = chance.choice(long)
    word = holder[number]["c"]
    first, second, third, rest = word[0], word[1], word[2], word[3:]
    holder[number]["c"] = {
        "other": first + ("q" if second != "q" else "x") + third + rest,
        "left out": first + third + rest,
        "twice": first + second + second + third + rest,
        "swapped": first + third + second + rest,
        "invisible": f"{first}\u200b{second}{third}{rest}",
    }[what]
    return True


def strike(element: Element) -> bool:
    """Put a line through the last word of a quotation that is no sign."""
    words = [(h, n) for h, n in _strings(element["c"][1]) if any(map(str.isalpha, h[n]["c"]))]
    holder, number = words[-1]
    holder[number] = {"t": "Strikeout", "c": [holder[number]]}
    return True


def insert_bracket(element: Element, added: str) -> bool:
    """Add a word in brackets behind the first word of a quotation."""
    holder, number = next(_strings(element["c"][1]))
    holder[number]["c"] += f" [{added}]"
    return True


def unwrap(element: Element) -> bool:
    """Take a mark away and keep its words."""
    element["c"][0][1] = [name for name in element["c"][0][1] if name not in KINDS]
    element["c"][0][2] = [pair for pair in element["c"][0][2] if pair[0] == "data-pos"]
    return True


def slipped(mutants: list[Mutant]) -> list[str]:
    """Return the mutants that no problem on their line names."""
    assert mutants
    return [str(mutant) for mutant in mutants if not mutant.named]
