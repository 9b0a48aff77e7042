"""The grounds of a claim: the passages it rests on, and what speaks against it."""

from __future__ import annotations

import csv
import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from paraplu import messages
from paraplu.polarities import BOTH
from paraplu.report.claim import CodeClaim, PoleClaim, claim_key, read_claim
from paraplu.report.counting import count_claim
from paraplu.report.element import START
from paraplu.report.essay import Mark
from paraplu.report.judged import Judged
from paraplu.report.themes import PASSAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from paraplu.errors import Problem
    from paraplu.records import Finding
    from paraplu.report.census import Conditions, Flags
    from paraplu.report.claim import Claim, TopicClaim
    from paraplu.report.facts import Facts

__all__ = [
    "Grounds", "Words", "attributes_of", "check_findings", "findings_of", "ground", "in_order",
    "row_words", "words_of",
]  # fmt: skip

FINDINGS = "codebook/findings.yaml"
_SAME = ("interview", "respondent", "turn", "start", "end", "code", "memo", "coding", "counter")
_STANCE = ("pole", "argument", "valentie", "fase")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an interview: `start` and `end` are code points into its body.

    `stance` are the attributes of the coding in one line, `counter` whether a coder marked it as
    counter-evidence; `coding` is empty for a quotation.
    """

    interview: str
    respondent: str
    turn: int
    start: int
    end: int
    text: str
    code: str = ""
    stance: str = ""
    memo: str = ""
    coding: str = ""
    counter: bool = False


@dataclass(frozen=True, slots=True)
class Grounds:
    """The passages of a claim.

    Parameters
    ----------
    support
        Passages that meet its condition; of a comparison, of both groups.
    against
        Passages in which a respondent who counts says the opposite.
    nuance
        Other passages that a coder marked as counter-evidence, of those who meet the condition:
        nuance within the same conversation.
    deviant
        Passages on the same codes of the respondents that a finding names as deviant.
    findings
        The findings that make the claim.

    """

    support: tuple[Words, ...] = ()
    against: tuple[Words, ...] = ()
    nuance: tuple[Words, ...] = ()
    deviant: tuple[Words, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Hash of codings and words, in whatever order they were read."""
        parts = {
            f"{name}:{words.coding or f'{words.interview}:{words.start}'}:{words.text}"
            for name in ("support", "against", "nuance", "deviant")
            for words in getattr(self, name)
        }
        return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()[:16]


def ground(claim: Claim, attributes: Mapping[str, str], facts: Facts) -> Grounds:
    """Gather the passages of a claim.

    Parameters
    ----------
    claim
        What the claim is about.
    attributes
        Of its mark, by which findings name it.
    facts
        What the study knows.

    """
    found = findings_of(attributes, facts.findings)
    if isinstance(claim, CodeClaim):
        return _of_code(claim, found, facts)
    if isinstance(claim, PoleClaim):
        return _of_pole(claim, found, facts)
    return Grounds(support=_of_theme(claim, facts), findings=found)


def attributes_of(written: str) -> dict[str, str]:
    """Read a claim as findings write it.

    Examples
    --------
    >>> attributes_of('code="melden" valentie="-"')
    {'code': 'melden', 'valentie': '-'}

    """
    return dict(_ATTRIBUTE.findall(written))


def findings_of(attributes: Mapping[str, str], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that make a claim; else those that make it of everyone."""
    for key in (claim_key(attributes), claim_key(_overall(attributes))):
        found = tuple(
            finding
            for finding in findings
            if any(claim_key(attributes_of(each)) == key for each in finding.claims)
        )
        if found:
            return found
    return ()


def check_findings(facts: Facts) -> Iterator[Problem]:
    """Name the claims of findings that cannot be read as a mark would be."""
    for finding in facts.findings:
        place = f"{FINDINGS}:{finding.line}"
        for written in finding.claims:
            attributes = attributes_of(written)
            rest = _ATTRIBUTE.sub("", written).strip()
            mark = Mark("claim", "", attributes, START, START)
            read = read_claim(mark, facts, place=place)
            if rest or isinstance(read, Judged):
                yield messages.problem("P479", place, finding=finding.id, claim=written)


def words_of(rows: pd.DataFrame) -> tuple[Words, ...]:
    """Turn codings into the words that they are about, by interview and place."""
    return in_order(row_words(rows))


def row_words(rows: pd.DataFrame) -> tuple[Words, ...]:
    """Turn codings into the words that they are about, one for each row."""
    records: list[dict[Any, Any]] = rows.to_dict("records")
    return tuple(
        Words(
            **{name: row[name] for name in _SAME},
            text=row["exact"],
            stance=", ".join(row[name] for name in _STANCE if row[name]),
        )
        for row in records
    )


def in_order(words: Iterable[Words]) -> tuple[Words, ...]:
    """Order words by interview and place."""
    return tuple(sorted(words, key=lambda each: (each.interview, each.start, each.end)))


def _overall(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes of a claim without its groups."""
    return {name: value for name, value in attributes.items() if name not in {"group", "than"}}


def _of_code(claim: CodeClaim, findings: tuple[Finding, ...], facts: Facts) -> Grounds:
    """Gather the passages of a claim on codes."""
    census = facts.census
    tally = count_claim(claim, facts)
    support = _rows(claim, (claim.conditions,), facts)
    if claim.than is not None:
        support |= _rows(replace(claim, group=claim.than), (claim.conditions,), facts)
    against = _rows(claim, claim.against, facts) if claim.against else np.zeros_like(support)
    against = census.spoken_by(against, tally.base) & ~support
    every = _rows(claim, ((),), facts)
    nuance = census.spoken_by(every & census.counter, tally.held) & ~support & ~against
    deviant = census.spoken_by(every, _deviant(findings, facts)) & ~support & ~against & ~nuance
    return _grounds(support, against, nuance, deviant, findings=findings, facts=facts)


def _of_pole(claim: PoleClaim, findings: tuple[Finding, ...], facts: Facts) -> Grounds:
    """Gather the passages of a claim on a choice: those that speak for the side, and across."""
    census = facts.census
    every = census.passages(((claim.polarity.code,),))
    pole = census.deciding["pole"].to_numpy(dtype=object)
    turned = census.deciding["argument"].to_numpy(dtype=object) == "nadeel"
    names = [one.id for one in claim.polarity.poles]
    across = {names[0]: names[1], names[1]: names[0], BOTH: ""}
    side = np.array([across.get(p, p) if t else p for p, t in zip(pole, turned, strict=True)])
    tally = count_claim(claim, facts)
    spoken = census.spoken_by(every, tally.base)
    support, against = spoken & (side == claim.lean), spoken & (side == claim.across)
    nuance = census.spoken_by(every & census.counter, tally.held) & ~support & ~against
    deviant = census.spoken_by(every, _deviant(findings, facts)) & ~support & ~against & ~nuance
    return _grounds(support, against, nuance, deviant, findings=findings, facts=facts)


def _of_theme(claim: TopicClaim, facts: Facts) -> tuple[Words, ...]:
    """Return the passages that the notebook chose to show of a theme."""
    path = facts.root / PASSAGES
    number = facts.topics[claim.topic].number
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["topic"] == number]
    return tuple(
        Words(
            row["interview"], "", int(row["turn"]), int(row["start"]), int(row["end"]), row["text"]
        )
        for row in rows
    )


def _rows(claim: CodeClaim, conditions: tuple[Conditions, ...], facts: Facts) -> Flags:
    """Return the codings of a claim's group, under any of the conditions."""
    members = None if claim.group is None else claim.group.members
    return facts.census.passages(claim.expression, conditions=conditions, members=members)


def _deviant(findings: Sequence[Finding], facts: Facts) -> Flags:
    """Return the respondents that findings name as deviant."""
    named = {name for finding in findings for name in finding.deviant}
    return np.asarray(facts.census.names.isin(named))


def _grounds(
    support: Flags,
    against: Flags,
    nuance: Flags,
    deviant: Flags,
    *,
    findings: tuple[Finding, ...],
    facts: Facts,
) -> Grounds:
    """Turn codings into words."""
    words = facts.words

    def chosen(rows: Flags) -> tuple[Words, ...]:
        return in_order(words[int(row)] for row in np.flatnonzero(rows))

    return Grounds(
        support=chosen(support),
        against=chosen(against),
        nuance=chosen(nuance),
        deviant=chosen(deviant),
        findings=findings,
    )
