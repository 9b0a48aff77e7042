"""What stands behind a mark, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.errors import Refused
from paraplu.report.claim import Claim, read_claim
from paraplu.report.facts import Facts
from paraplu.report.judging import essay_paths, judge_mark
from paraplu.report.quotation import parse_quotation, pseudonyms_in
from paraplu.report.quotes import find_places
from paraplu.report.reading import read_essays

if TYPE_CHECKING:
    import pandas as pd

    from paraplu.report.essay import Mark
    from paraplu.report.judged import Judged
    from paraplu.study import Study

__all__ = ["Evidence", "MarkEvidence", "Words", "evidence"]

_SAME = ("interview", "respondent", "turn", "start", "end", "code", "memo", "coding", "counter")
_STANCE = ("pole", "argument", "valentie", "fase")


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
class MarkEvidence:
    """One mark with what supports it and what speaks against it."""

    judged: Judged
    support: tuple[Words, ...] = ()
    against: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The marks on one line of an essay, each with its evidence."""

    place: str
    marks: tuple[MarkEvidence, ...]


def evidence(study: Study, *, place: str) -> Evidence:
    """Gather the passages behind the marks on a line of an essay.

    Parameters
    ----------
    study
        The study.
    place
        ``essays/x.qmd:41``; a line that a mark runs over counts as its line.

    Returns
    -------
    Evidence
        Of a claim: the codings that meet its condition; against it those that meet the opposite,
        and the other ones that a coder marked as counter-evidence. Of
        a value: the codings the notebook named. Of a quotation: where it stands.

    Raises
    ------
    Refused
        When the essay does not exist, or no mark stands on the line.

    """
    path, _, line = place.rpartition(":")
    if not line.isdigit():
        raise Refused([messages.problem("P413", place)])
    found = essay_paths(study.root, [path])
    essay = read_essays(found, root=study.root)[0]
    if essay.problems and not essay.marks:
        raise Refused(essay.problems)
    facts = Facts(study)
    here = [
        mark
        for mark in essay.marks
        if mark.place.line <= int(line) <= _last_line(mark) and mark.kind != "eigen"
    ]
    if not here:
        raise Refused([messages.problem("P414", f"{essay.path}:{line}")])
    gathered = tuple(_gather(mark, facts, path=essay.path) for mark in here)
    return Evidence(f"{essay.path}:{line}", gathered)


def _last_line(mark: Mark) -> int:
    """Return the last line that a mark runs over."""
    ends_before = mark.until.column == 1 and mark.until.line > mark.place.line
    return mark.until.line - ends_before


def _gather(mark: Mark, facts: Facts, *, path: str) -> MarkEvidence:
    """Gather the evidence of one mark."""
    place = f"{path}:{mark.place.line}"
    judged = judge_mark(mark, facts, path=path)
    if mark.kind == "claim" and mark.attributes.get("code"):
        claim = read_claim(mark, facts, place=place)
        if isinstance(claim, Claim):
            return _of_claim(judged, claim, facts)
    if mark.kind == "value":
        value = facts.artefacts.values.get(mark.attributes.get("key", ""))
        rows = facts.census.deciding
        ids = () if value is None else value.evidence
        return MarkEvidence(judged, _words(rows[rows["coding"].isin(ids)]))
    if mark.kind == "quote":
        return MarkEvidence(judged, _of_quote(mark, facts, place=place))
    return MarkEvidence(judged)


def _of_claim(judged: Judged, claim: Claim, facts: Facts) -> MarkEvidence:
    """Gather the passages of a claim, and what speaks against it."""
    members = None if claim.group is None else claim.group.members
    census = facts.census
    support = census.passages(claim.expression, conditions=(claim.conditions,), members=members)
    spoken = census.passages(claim.expression, members=members)
    against = spoken["counter"].astype(bool)
    if claim.against:
        opposite = census.passages(claim.expression, conditions=claim.against, members=members)
        against |= spoken["coding"].isin(opposite["coding"])
    against &= ~spoken["coding"].isin(support["coding"])
    return MarkEvidence(judged, _words(support), _words(spoken[against]))


def _of_quote(mark: Mark, facts: Facts, *, place: str) -> tuple[Words, ...]:
    """Return where a quotation stands."""
    source = mark.attributes.get("from", "")
    transcript = facts.study.transcripts.get(source.partition(".")[0])
    if transcript is None:
        return ()
    quotation = parse_quotation(mark.text, pseudonyms=pseudonyms_in(transcript.body))
    return tuple(
        Words(
            interview=transcript.id,
            respondent=found.turn.respondent,
            turn=found.turn.number,
            start=found.spans[0].start,
            end=found.spans[-1].end,
            text=transcript.body[found.spans[0].start : found.spans[-1].end],
        )
        for found in find_places(quotation, transcript, facts, source=source, place=place)
        if found.problem is None
    )


def _words(rows: pd.DataFrame) -> tuple[Words, ...]:
    """Turn codings into the words that they are about, by interview and place."""
    ordered = rows.sort_values(["interview", "start", "end"])
    records: list[dict[Any, Any]] = ordered.to_dict("records")
    return tuple(
        Words(
            **{name: row[name] for name in _SAME},
            text=row["exact"],
            stance=", ".join(row[name] for name in _STANCE if row[name]),
        )
        for row in records
    )
