"""Every mark of the essays is broken in turn, and every mark removed with its words kept."""

from __future__ import annotations

import copy
import random
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from paraplu.report.judging import essay_paths, judge_essays, judge_mark
from paraplu.report.numbers import WORDS
from paraplu.report.reading import make_essay, parse_source
from paraplu.report.source import Source, read_source
from paraplu.report.unmarked import find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts

    Element = dict[str, Any]

KINDS = frozenset({"value", "claim", "quote", "context", "artefact", "eigen"})
FEW = ("geen", "een enkeling", "enkele", "ongeveer de helft", "de meeste", "alle")
MANY = (
    "geen", "een enkeling", "enkele", "een deel", "ongeveer de helft", "de meeste", "vrijwel alle",
    "alle",
)  # fmt: skip
FORMS = {"niemand": "geen", "iedereen": "alle", "allen": "alle", "alle": "alle", "geen": "geen"}
LARGE = 14
WIDE = "".join(chr(ord(letter) + 0xFEE0) for letter in "niet")


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
        with ThreadPoolExecutor(2) as pool:
            self.essays = list(zip(sources, pool.map(parse_source, sources), strict=True))
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


def breaker_text(element: Element) -> str:
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


@pytest.fixture(scope="module")
def breaker(root: Path, facts: Facts) -> Breaker:
    """Return what breaks marks."""
    return Breaker(root, facts)


def slipped(mutants: list[Mutant]) -> list[str]:
    """Return the mutants that no problem on their line names."""
    assert mutants
    return [str(mutant) for mutant in mutants if not mutant.named]


def test_the_essays_as_they_are_hold(breaker: Breaker) -> None:
    """Not one false alarm, whole or block by block, and every mark is reached."""
    essays = [make_essay(source, blocks) for source, blocks in breaker.essays]
    assert judge_essays(essays, breaker.facts).problems == ()
    assert len(breaker.places) == sum(len(essay.marks) for essay in essays)
    assert [found for place in breaker.places if (found := breaker.judge(place))] == []


def test_another_number_stops(breaker: Breaker) -> None:
    """One digit, or the next number word, in values and context figures."""
    filled = [place for place in breaker.of("value", "context") if place.mark.text.strip()]
    mutants = breaker.all("digit", filled, lambda element: set_words(element, raise_digit))
    assert slipped(mutants) == []
    without = {mutant.place.mark.text for mutant in mutants} ^ {p.mark.text for p in filled}
    assert without <= {"geen cijfer"}


@pytest.mark.parametrize("name", ["key", "figure", "table", "code", "from", "polarity", "topic"])
def test_another_key_stops(breaker: Breaker, name: str) -> None:
    """A key, figure, table, code, choice, theme or interview that does not exist."""
    having = [place for place in breaker.places if name in place.mark.attributes]
    mutants = breaker.all(
        name, having, lambda element: set_attribute(element, name, lambda old: f"{old}x")
    )
    assert [str(mutant) for mutant in mutants if not mutant.named] == []
    assert len(mutants) == len(having)


def test_the_key_of_another_number_stops(breaker: Breaker) -> None:
    """Every value is given the key of a value that is another number."""
    values = breaker.facts.public_values
    places = [place for place in breaker.of("value") if place.mark.text.strip()]
    mutants = []
    for place in places:
        own = values[place.mark.attributes["key"]]
        other = next(v.key for v in values.values() if v.number not in {own.number, 1})
        made = breaker.broken(
            "other key", place, lambda e, key=other: set_attribute(e, "key", lambda _: key)
        )
        mutants += [made] if made is not None else []
    assert slipped(mutants) == []


def test_a_word_one_band_up_or_down_stops(breaker: Breaker) -> None:
    """In the words for as many respondents as the claim has."""
    mutants = []
    for place in breaker.of("claim"):
        text = place.mark.text
        word = next(
            (w for w in sorted({*MANY, *FORMS}, key=len, reverse=True) if w in text.lower()), ""
        )
        if not word or "than" in place.mark.attributes:
            continue
        band = FORMS.get(word, word)
        for scale in (FEW, MANY):
            at = scale.index(band) if band in scale else -1
            near = [scale[n] for n in (at - 1, at + 1) if at >= 0 and 0 <= n < len(scale)]
            for other in near:
                new = re.sub(re.escape(word), other, text, flags=re.IGNORECASE)
                made = breaker.broken(f"'{other}'", place, lambda e, new=new: set_text(e, new))
                mutants += [made] if made is not None else []
    assert slipped(mutants) == []


def test_another_group_stops_when_the_claim_is_false_of_it(
    breaker: Breaker,
    facts: Facts,
    oracle_of: Any,  # noqa: ANN401
) -> None:
    """The oracle says of which groups the word is true; where the text names one, none will do."""
    oracle = oracle_of.of(facts.study)
    groups = sorted({person.groep for person in facts.study.people})
    slipped_through, tried = [], 0
    for place in breaker.of("claim"):
        attributes = dict(place.mark.attributes)
        if not {"code", "group"} <= attributes.keys() or "than" in attributes:
            continue
        own = attributes["group"].removeprefix("groep=")
        for other in (group for group in groups if group != own):
            made = breaker.broken(
                other, place, lambda e, other=other: set_attribute(e, "group", lambda _: other)
            )
            tried += 1
            true = oracle.holds({**attributes, "group": other}, place.mark.text)
            assert made is not None
            if not made.named and not true:
                slipped_through.append(str(made))
    assert (slipped_through, tried > 0) == ([], True)


@pytest.mark.parametrize("name", ["valentie", "fase", "argument", "pole"])
def test_another_condition_stops_when_the_claim_is_false_of_it(
    breaker: Breaker,
    facts: Facts,
    oracle_of: Any,  # noqa: ANN401
    name: str,
) -> None:
    """Every other value of the attribute; the oracle says of which the word is true."""
    oracle = oracle_of.of(facts.study)
    slipped_through, tried = [], 0
    for place in breaker.of("claim"):
        attributes = dict(place.mark.attributes)
        if name not in attributes or "than" in attributes or "code" not in attributes:
            continue
        codes = re.split(r"[+|]", attributes["code"])
        values = _values_of(facts, name, codes) - {attributes[name]}
        for value in sorted(values):
            made = breaker.broken(
                value, place, lambda e, value=value: set_attribute(e, name, lambda _: value)
            )
            tried += 1
            true = oracle.holds({**attributes, name: value}, place.mark.text)
            assert made is not None
            if not made.named and not true:
                slipped_through.append(str(made))
    has = any(name in place.mark.attributes for place in breaker.of("claim"))
    assert (slipped_through, tried > 0) == ([], has)


def _values_of(facts: Facts, name: str, codes: list[str]) -> set[str]:
    """Return the values that an attribute has in the codings of these codes."""
    given = facts.census.deciding
    return set(given.loc[given["code"].isin(codes), name]) - {""}


def test_a_comparison_turned_around_stops(breaker: Breaker) -> None:
    """More often becomes less often or as often."""
    mutants = []
    for place in breaker.of("claim"):
        text = place.mark.text
        word = next((w for w in ("minder vaak", "even vaak", "vaker") if w in text.lower()), "")
        if "than" not in place.mark.attributes or not word:
            continue
        for other in {"minder vaak", "even vaak", "vaker"} - {word}:
            new = re.sub(word, other, text, flags=re.IGNORECASE)
            made = breaker.broken(other, place, lambda e, new=new: set_text(e, new))
            mutants += [made] if made is not None else []
    assert [str(mutant) for mutant in mutants if not mutant.named] == []
    assert bool(mutants) == any("than" in p.mark.attributes for p in breaker.of("claim"))


def test_a_leaning_the_other_way_stops(breaker: Breaker, facts: Facts) -> None:
    """The other pole of the choice, in the mark alone."""
    across = facts.poles
    leaning = [
        place for place in breaker.of("claim") if place.mark.attributes.get("lean") in across
    ]
    mutants = breaker.all(
        "lean", leaning, lambda e: set_attribute(e, "lean", lambda old: across[old])
    )
    assert [str(mutant) for mutant in mutants if not mutant.named] == []
    assert len(mutants) == len(leaning)


def test_the_key_of_an_equal_number_is_seen_beside_it(breaker: Breaker) -> None:
    """What the number counts cannot be checked, so it is shown: never the same words."""
    values = breaker.facts.public_values
    alike = 0
    for place in breaker.of("value"):
        own = values[place.mark.attributes["key"]]
        others = [v for v in values.values() if v.number == own.number and v.key != own.key]
        for other in others:
            alike += 1
            mark = replace(place.mark, attributes={**place.mark.attributes, "key": other.key})
            before = judge_mark(place.mark, breaker.facts, path=place.source.path)
            after = judge_mark(mark, breaker.facts, path=place.source.path)
            assert after.problems or after.entry != before.entry, f"{own.key} = {other.key}"
    assert alike


def test_another_letter_in_a_quotation_stops(breaker: Breaker) -> None:
    """One letter of one word."""
    quotes = breaker.of("quote")
    mutants = breaker.all("letter", quotes, lambda element: set_words(element, change_letter))
    assert slipped(mutants) == []
    assert len(mutants) == len(quotes)


@pytest.mark.parametrize("what", ["other", "left out", "twice", "swapped", "invisible"])
def test_any_slip_anywhere_in_a_quotation_stops(breaker: Breaker, what: str) -> None:
    """A letter changed, left out, doubled, swapped, or something that nobody sees."""
    chance = random.Random(7)  # noqa: S311  nothing here is secret
    quotes = breaker.of("quote")
    mutants = breaker.all(what, quotes, lambda element: slip(element, what, chance))
    assert slipped(mutants) == []
    assert len(mutants) == len(quotes)


def test_struck_words_in_a_quotation_stop(breaker: Breaker) -> None:
    """A line through a word takes it back, and the word is still there."""
    mutants = breaker.all("struck", breaker.of("quote"), strike)
    assert slipped(mutants) == []


def test_a_quotation_without_its_quotation_marks_stops(breaker: Breaker) -> None:
    """In a sentence its words would be the author's."""
    inline = [place for place in breaker.of("quote") if not place.mark.block]
    mutants = breaker.all(
        "bare", inline, lambda element: set_text(element, breaker_text(element).strip("“”‘’"))
    )
    assert slipped(mutants) == []
    assert len(mutants) == len(inline)


@pytest.mark.parametrize(
    "word",
    [
        "niet", "geen", "wel", "nooit", "alle", "zelden", "geen enkele", "nauwelijks", "niemand",
        "zonder", "behalve", "alleen", "bijna", "weinig", "soms", "NIET", "nìet", "n i e t",
        "n.i.e.t", "ni-et", "ni\u200bet", "ni\u00adet", "ni\u0336et", WIDE, "ni\u0435t",
        "n\u0131et", "n1et", "ni] [et", "n][i][e][t", "echt niet", "12",
    ],
)  # fmt: skip
def test_a_word_in_brackets_that_turns_a_quotation_stops(breaker: Breaker, word: str) -> None:
    """A denial, a confirmation or a quantity, also spread out, hidden or in other letters."""
    quotes = breaker.of("quote")
    mutants = breaker.all(word, quotes, lambda element: insert_bracket(element, word))
    assert slipped(mutants) == []
    assert len(mutants) == len(quotes)


def test_a_quotation_of_someone_else_stops(breaker: Breaker, facts: Facts) -> None:
    """Every quotation is given to the next interview."""
    names = sorted(facts.study.transcripts)
    following = dict(zip(names, [*names[1:], names[0]], strict=True))
    quotes = breaker.of("quote")
    mutants = breaker.all(
        "from",
        quotes,
        lambda element: set_attribute(
            element, "from", lambda old: following[old.partition(".")[0]]
        ),
    )
    assert slipped(mutants) == []


def test_a_mark_that_is_removed_with_its_words_kept_stops(breaker: Breaker) -> None:
    """Its number, its word or its quotation marks then stand outside a mark."""
    kept = [
        place
        for place in breaker.of("value", "claim", "quote", "context")
        if place.mark.text.strip()
    ]
    mutants = breaker.all("removed", kept, unwrap)
    assert slipped(mutants) == []
    assert len(mutants) == len(kept)


def test_a_judgement_that_counts_stops_without_its_mark(breaker: Breaker) -> None:
    """The author's own words about how many need their mark."""
    vocabulary = breaker.facts.vocabulary
    counting = [
        place
        for place in breaker.of("eigen")
        if find_quantities(place.mark.text, vocabulary=vocabulary)
    ]
    mutants = breaker.all("eigen", counting, unwrap)
    assert [str(mutant) for mutant in mutants if not mutant.named] == []
