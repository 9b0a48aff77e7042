"""The reference study with its essays, and an oracle that counts every claim anew.

The oracle works in plain loops over records and shares nothing with the judge but the files.
"""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from paraplu import artefacts
from paraplu.pipeline.notebooks import find_notebooks, run_notebook
from paraplu.report.facts import Facts
from paraplu.study import Study
from tests.functional.mutations.breaking import Breaker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from paraplu.records import Coding, Respondent

FORMS = {
    "niemand": "geen", "geen": "geen", "een enkeling": "een enkeling", "enkele": "enkele",
    "enkelen": "enkele", "een deel": "een deel", "ongeveer de helft": "ongeveer de helft",
    "de meeste": "de meeste", "de meesten": "de meeste", "vrijwel alle": "vrijwel alle",
    "vrijwel iedereen": "vrijwel alle", "alle": "alle", "allen": "alle", "iedereen": "alle",
}  # fmt: skip
NEXT = {
    False: ("geen", "een enkeling", "enkele", "ongeveer de helft", "de meeste", "alle"),
    True: (
        "geen", "een enkeling", "enkele", "een deel", "ongeveer de helft", "de meeste",
        "vrijwel alle", "alle",
    ),
}  # fmt: skip
LARGE, SMALL, LEAST = 14, 5, 3
OTHER = {"+": "-", "-": "+", "voordeel": "nadeel", "nadeel": "voordeel"}


def word_of(text: str) -> str:
    """Return the band that the words of a claim name."""
    lower = text.lower()
    found = [form for form in sorted(FORMS, key=len, reverse=True) if form in lower]
    return FORMS[found[0]]


def word_for(count: int, total: int) -> str:
    """Return the one word for a count out of a total of five or more."""
    exact = {0: "geen", total: "alle"}.get(count, "een enkeling" if count == 1 else "")
    few = (("enkele", 40, False), ("ongeveer de helft", 60, True), ("de meeste", 101, False))
    many = (
        ("enkele", 15, False), ("een deel", 40, False), ("ongeveer de helft", 60, True),
        ("de meeste", 90, False), ("vrijwel alle", 101, False),
    )  # fmt: skip
    hundred = 100 * count
    for word, border, included in few if total < LARGE else many:
        if hundred < border * total or (included and hundred == border * total):
            return exact or word
    return exact


@dataclass
class Oracle:
    """A study as plain records."""

    people: Sequence[Respondent]
    given: dict[str, list[Coding]]
    read: dict[str, int]
    since: Mapping[str, int]
    sides: Mapping[str, tuple[str, str, str]]

    @classmethod
    def of(cls, study: Study) -> Oracle:
        """Decide whose codings count, and who said what."""
        given: dict[str, list[Coding]] = {person.id: [] for person in study.people}
        read: dict[str, int] = {}
        for interview, transcript in study.transcripts.items():
            own = {
                coder: held[interview] for coder, held in study.ledgers.items() if interview in held
            }
            deciding = ["consensus"] if "consensus" in own else sorted(own)
            if deciding:
                read[interview] = 2 if deciding == ["consensus"] else 1
            for coder in deciding:
                for coding in own[coder]:
                    who = next(
                        (
                            t.respondent
                            for t in reversed(transcript.turns)
                            if t.start <= coding.start
                        ),
                        "",
                    )
                    if who in given:
                        given[who].append(coding)
        polarities = study.polarities().polarities
        sides = {p.id: (p.code, p.poles[0].id, p.poles[1].id) for p in polarities}
        codes = {code.id: code.since for code in study.codebook().codes.values()}
        return cls(study.people, given, read, codes, sides)

    def members(self, written: str | None) -> list[Respondent]:
        """Return the respondents of a group as a mark writes it."""
        if written is None:
            return list(self.people)
        attribute, is_pair, value = written.partition("=")
        if is_pair:
            return [person for person in self.people if getattr(person, attribute) == value]
        return [p for p in self.people if written in {p.groep, p.ambt, p.laag}]

    def has(self, person: Respondent, code: str, conditions: Mapping[str, str]) -> int:
        """Return 1 when someone has a coding, 0 when not, -1 when nobody looked."""
        for coding in self.given[person.id]:
            attributes = dict(coding.attributes)
            if coding.code == code and all(attributes.get(n) == v for n, v in conditions.items()):
                return 1
        return 0 if self.since[code] <= self.read.get(person.interview, 0) else -1

    def expression(self, person: Respondent, code: str, conditions: Mapping[str, str]) -> int:
        """Evaluate codes with *and* and *or*."""
        terms = []
        for term in code.split("|"):
            values = [self.has(person, each.strip(), conditions) for each in term.split("+")]
            terms.append(0 if 0 in values else min(values))
        return 1 if 1 in terms else min(terms)

    def count(self, attributes: Mapping[str, str], *, group: str = "group") -> tuple[int, int]:
        """Return how many meet the condition of a claim, and how many count."""
        names = ("valentie", "fase", "pole", "argument")
        conditions = {name: attributes[name] for name in names if name in attributes}
        held = total = 0
        for person in self.members(attributes.get(group)):
            spoken = self.expression(person, attributes["code"], {})
            if spoken == 1 or (spoken == 0 and attributes.get("of") == "allen"):
                total += 1
                held += self.expression(person, attributes["code"], conditions) == 1
        return held, total

    def holds(self, attributes: Mapping[str, str], text: str) -> bool:
        """Tell whether the word of a claim is the one that fits."""
        if len(self.members(attributes.get("group"))) < LEAST:
            return False
        count, total = self.count(attributes)
        return total >= SMALL and word_for(count, total) == word_of(text)

    def compares(self, attributes: Mapping[str, str], word: str) -> bool:
        """Tell whether a comparison fits."""
        if min(len(self.members(attributes[name])) for name in ("group", "than")) < LEAST:
            return False
        own, than = self.count(attributes), self.count(attributes, group="than")
        if min(own[1], than[1]) < SMALL:
            return False
        gap = Fraction(*own) - Fraction(*than)
        fits = {
            "vaker": gap >= Fraction(1, 5),
            "minder vaak": gap <= Fraction(-1, 5),
            "even vaak": abs(gap) <= Fraction(1, 10),
        }
        return fits[word]

    def direction(self, choice: str, group: str) -> tuple[Fraction, int]:
        """Return the mean direction of a group to the right pole, and who has a position."""
        code, left, right = self.sides[choice]
        means = []
        for person in self.members(group):
            tiers: dict[int, list[int]] = {}
            for coding in self.given[person.id]:
                attributes = dict(coding.attributes)
                side = {left: -1, right: 1, "en": 0}.get(attributes.get("pole", ""))
                if coding.code != code or side is None:
                    continue
                argument = attributes.get("argument", "")
                if argument == "nadeel":
                    if side == 0:
                        continue
                    side = -side
                rank = {"wens": 0, "voordeel": 1, "nadeel": 1, "waarneming": 2}.get(argument, 3)
                tiers.setdefault(rank, []).append(side)
            if tiers:
                best = tiers[min(tiers)]
                means.append(Fraction(sum(best), len(best)))
        return (sum(means, Fraction(0)) / len(means) if means else Fraction(0)), len(means)


@pytest.fixture(scope="session")
def root(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the reference study with what its notebooks make."""
    if not artefacts.stale(reference) and not artefacts.read(reference).problems:
        return reference
    copied = tmp_path_factory.mktemp("mutaties") / "referentie"
    for name in ("interviews", "codebook", "essays", "analysis"):
        ignored = shutil.ignore_patterns("outputs", "_marks", "__pycache__")
        shutil.copytree(reference / name, copied / name, ignore=ignored)
    for name in ("paraplu.toml", "_quarto.yml"):
        shutil.copyfile(reference / name, copied / name)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda path: run_notebook(path, root=copied), find_notebooks(copied)))
    return copied


@pytest.fixture(scope="session")
def facts(root: Path) -> Facts:
    """Return what the judge knows of the study."""
    return Facts(Study(root))


@pytest.fixture(scope="session")
def breaker(root: Path, facts: Facts) -> Breaker:
    """Return what breaks marks."""
    return Breaker(root, facts)


@pytest.fixture(scope="session")
def oracle_of() -> type[Oracle]:
    """Return the oracle, to make one of any study."""
    return Oracle
