"""What stands behind a mark, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.records.review import Review
from paraplu.report.claim import claim_key, read_claim
from paraplu.report.claims import weigh_claim
from paraplu.report.facts import Facts
from paraplu.report.grounds import Grounds, Words, ground, words_of
from paraplu.report.judged import Judged
from paraplu.report.judging import essay_paths, judge_mark
from paraplu.report.quotation import parse_quotation, pseudonyms_in
from paraplu.report.quotes import find_places
from paraplu.report.reading import read_essays
from paraplu.report.reviews import Reading, reading_of
from paraplu.study.reviewing import keep_review

if TYPE_CHECKING:
    import datetime as dt

    from paraplu.report.claim import Claim
    from paraplu.report.essay import Mark
    from paraplu.report.weighed import Weighed
    from paraplu.study import Study

__all__ = ["Evidence", "MarkEvidence", "Words", "evidence", "keep_reading", "marks_at"]


@dataclass(frozen=True, slots=True)
class MarkEvidence:
    """One mark with what supports it and what speaks against it.

    Parameters
    ----------
    judged
        The mark.
    grounds
        Its passages.
    weighed
        Of a claim that holds: what was counted, and how firmly it stands.
    reading
        Of a claim: who read the passages.

    """

    judged: Judged
    grounds: Grounds = field(default_factory=Grounds)
    weighed: Weighed | None = None
    reading: Reading | None = None

    @property
    def support(self) -> tuple[Words, ...]:
        """The passages that the mark rests on."""
        return self.grounds.support

    @property
    def against(self) -> tuple[Words, ...]:
        """The passages that speak against it."""
        return self.grounds.against


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
        Of a claim: the codings that meet its condition; against it those that meet the opposite;
        apart from these what a coder marked as counter-evidence, and deviant cases of the
        finding. Of a value: the codings the notebook named. Of a quotation: where it stands.

    Raises
    ------
    Refused
        When the essay does not exist, or no mark stands on the line.

    """
    facts = Facts(study)
    path, marks = marks_at(facts, place=place)
    gathered = tuple(_gather(mark, facts, path=path) for mark in marks)
    return Evidence(place, gathered)


def keep_reading(study: Study, *, place: str, read_by: str, date: dt.date) -> tuple[str, ...]:
    """Keep that someone read the passages of the claims on a line, and what speaks against them.

    Parameters
    ----------
    study
        The study.
    place
        ``essays/x.qmd:41``.
    read_by
        Who read them.
    date
        When.

    Returns
    -------
    tuple of str
        What the claims are about; empty when no claim stands on the line.

    Raises
    ------
    Refused
        When the place does not exist, or the file of reviews cannot be read.

    """
    facts = Facts(study)
    path, marks = marks_at(facts, place=place)
    kept = []
    for mark in marks:
        claim = _claim(mark, facts, place=path)
        if claim is not None:
            about = claim_key(mark.attributes)
            read = ground(claim, mark.attributes, facts).fingerprint
            keep_review(study.root, Review(about, read_by, date, read))
            kept.append(about)
    return tuple(dict.fromkeys(kept))


def marks_at(facts: Facts, *, place: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the essay and the marks on a line; a line that a mark runs over counts as its line.

    Raises
    ------
    Refused
        When the essay does not exist, or no mark stands on the line.

    """
    path, _, line = place.rpartition(":")
    if not line.isdigit():
        raise Refused([messages.problem("P413", place)])
    root = facts.root
    essay = read_essays(essay_paths(root, [path]), root=root)[0]
    if essay.problems and not essay.marks:
        raise Refused(essay.problems)
    here = tuple(
        mark
        for mark in essay.marks
        if mark.place.line <= int(line) <= _last_line(mark) and mark.kind != "eigen"
    )
    if not here:
        raise Refused([messages.problem("P414", f"{essay.path}:{line}")])
    return essay.path, here


def _last_line(mark: Mark) -> int:
    """Return the last line that a mark runs over."""
    ends_before = mark.until.column == 1 and mark.until.line > mark.place.line
    return mark.until.line - ends_before


def _gather(mark: Mark, facts: Facts, *, path: str) -> MarkEvidence:
    """Gather the evidence of one mark."""
    place = f"{path}:{mark.place.line}"
    judged = judge_mark(mark, facts, path=path)
    claim = _claim(mark, facts, place=place)
    if claim is not None:
        weighed = weigh_claim(mark, facts, place=place)
        return MarkEvidence(
            judged,
            ground(claim, mark.attributes, facts),
            None if isinstance(weighed, Judged) else weighed,
            reading_of(claim, judged, facts),
        )
    if mark.kind == "value":
        value = facts.artefacts.values.get(mark.attributes.get("key", ""))
        rows = facts.census.deciding
        ids = () if value is None else value.evidence
        return MarkEvidence(judged, Grounds(words_of(rows[rows["coding"].isin(ids)])))
    if mark.kind == "quote":
        return MarkEvidence(judged, Grounds(_of_quote(mark, facts, place=place)))
    return MarkEvidence(judged)


def _claim(mark: Mark, facts: Facts, *, place: str) -> Claim | None:
    """Return what a mark claims; None when it is no claim that can be read."""
    if mark.kind != "claim":
        return None
    claim = read_claim(mark, facts, place=place)
    return None if isinstance(claim, Judged) else claim


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
