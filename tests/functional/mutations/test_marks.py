"""Every mark of the essays is broken in turn, and every mark removed with its words kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.report.judging import judge_essays, judge_mark
from paraplu.report.reading import make_essay
from paraplu.report.unmarked import find_quantities
from tests.functional.mutations.breaking import (
    raise_digit,
    set_attribute,
    set_text,
    set_words,
    slipped,
    unwrap,
)

if TYPE_CHECKING:
    from paraplu.report.facts import Facts
    from tests.functional.mutations.breaking import Breaker

FEW = ("geen", "een enkeling", "enkele", "ongeveer de helft", "de meeste", "alle")
MANY = (
    "geen", "een enkeling", "enkele", "een deel", "ongeveer de helft", "de meeste", "vrijwel alle",
    "alle",
)  # fmt: skip
FORMS = {"niemand": "geen", "iedereen": "alle", "allen": "alle", "alle": "alle", "geen": "geen"}
LARGE = 14


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
