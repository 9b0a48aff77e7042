"""The data broken at random: what the judge reports is what an oracle counts anew."""

from __future__ import annotations

import copy
import random
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.report.essay import Mark, Position
from paraplu.report.facts import Facts
from paraplu.report.judging import essay_paths, judge_mark
from paraplu.report.reading import read_essays
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = range(16)
GROUPS = {
    "actieve participant": "actieve participanten", "critical friend": "critical friends",
    "criticaster": "criticasters",
}  # fmt: skip
START = Position(1, 1)


@pytest.fixture(scope="module")
def study(reference: Path) -> Study:
    """Return the study, read once."""
    found = Study(reference)
    assert len(found.ledgers) == 3
    return found


@pytest.fixture(scope="module")
def claims(reference: Path) -> list[Mark]:
    """Return every claim of the essays."""
    essays = read_essays(essay_paths(reference, None), root=reference)
    return [mark for essay in essays for mark in essay.marks if mark.kind == "claim"]


def mutate(study: Study, seed: int) -> Study:
    """Return the study without some codings, respondents, and ledgers of coders."""
    chance = random.Random(seed)  # noqa: S311  nothing here is secret
    broken = copy.copy(study)
    gone = set(chance.sample([person.id for person in study.people], chance.randint(0, 8)))
    people = tuple(person for person in study.people if person.id not in gone)
    interviews = {person.interview for person in people}
    transcripts = {name: one for name, one in study.transcripts.items() if name in interviews}
    share = chance.choice([0, 0.05, 0.2, 0.5])
    ledgers: dict[str, dict[str, tuple[Any, ...]]] = {}
    for coder, held in study.ledgers.items():
        lost = chance.choice([0, 0, 0.1, 0.5, 1 if coder == "coder-b" else 0.2])
        ledgers[coder] = {
            interview: tuple(one for one in codings if chance.random() >= share)
            for interview, codings in held.items()
            if interview in transcripts and chance.random() >= lost
        }
    vars(broken).update(people=people, transcripts=transcripts, ledgers=ledgers)
    return broken


def failing(marks: list[Mark], facts: Facts) -> set[int]:
    """Return the numbers of the marks that the judge refuses."""
    return {
        number
        for number, mark in enumerate(marks)
        if judge_mark(mark, facts, path="essays/x.qmd").problems
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_the_claims_reported_are_those_that_an_oracle_finds(
    study: Study,
    claims: list[Mark],
    oracle_of: Any,  # noqa: ANN401
    seed: int,
) -> None:
    """Whatever was removed, the same claims fall."""
    broken = mutate(study, seed)
    oracle = oracle_of.of(broken)
    counted = [mark for mark in claims if "code" in mark.attributes]
    assert counted
    plain = [mark for mark in counted if "than" not in mark.attributes]
    expected = {
        number
        for number, mark in enumerate(plain)
        if not oracle.holds(dict(mark.attributes), mark.text)
    }
    assert failing(plain, Facts(broken)) == expected


def test_the_removals_make_claims_fall(study: Study, claims: list[Mark]) -> None:
    """Else the comparison with the oracle would say nothing: most claims fall at some time."""
    plain = [mark for mark in claims if "code" in mark.attributes and "than" not in mark.attributes]
    fallen = set[int]().union(*(failing(plain, Facts(mutate(study, seed))) for seed in SEEDS))
    assert 2 * len(fallen) > len(plain)


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_the_comparisons_that_hold_are_those_that_an_oracle_finds(
    study: Study,
    oracle_of: Any,  # noqa: ANN401
    seed: int,
) -> None:
    """Every pair of groups, every word, on codes with and without a condition."""
    broken = mutate(study, seed)
    oracle, marks, expected = oracle_of.of(broken), [], set()
    conditions: list[dict[str, str]] = [
        {"code": "melden", "valentie": "-"}, {"code": "herkomst", "of": "allen"},
        {"code": "pol-focus", "pole": "uitzoomen", "argument": "wens"},
        {"code": "online|verbaal", "of": "allen"}, {"code": "collectief+drempel", "of": "allen"},
    ]  # fmt: skip
    for condition in conditions:
        for own, than in permutations(GROUPS, 2):
            for word, joint in (("vaker", "dan"), ("minder vaak", "dan"), ("even vaak", "als")):
                text = f"{word} bij {GROUPS[own]} {joint} bij {GROUPS[than]}"
                attributes = {**condition, "group": own, "than": than}
                if not oracle.compares(attributes, word):
                    expected.add(len(marks))
                sentence = f"Dat wordt {text} genoemd."
                marks.append(Mark("claim", text, attributes, START, START, sentence=sentence))
    assert failing(marks, Facts(broken)) == expected
    assert 0 < len(expected) < len(marks)


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_the_leanings_that_hold_are_those_that_an_oracle_finds(
    study: Study,
    oracle_of: Any,  # noqa: ANN401
    seed: int,
) -> None:
    """Every group, choice and pole, on the mean direction alone."""
    broken = mutate(study, seed)
    leaning = broken.settings.report.leaning.model_copy(update={"draws": 0.0})
    report = broken.settings.report.model_copy(update={"leaning": leaning})
    broken.settings = broken.settings.model_copy(update={"report": report})
    oracle, marks, expected = oracle_of.of(broken), [], set()
    for choice, (_, left, right) in oracle.sides.items():
        for pole, sign in ((left, -1), (right, 1)):
            for group, plural in GROUPS.items():
                mean, number = oracle.direction(choice, group)
                if number < 5 or 5 * sign * mean < 1:
                    expected.add(len(marks))
                text = f"{plural} neigen naar {pole}"
                attributes = {"polarity": choice, "lean": pole, "group": group}
                marks.append(Mark("claim", text, attributes, START, START, sentence=text))
    assert failing(marks, Facts(broken)) == expected
