"""A respondent withdraws: what changes, and the change itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused

if TYPE_CHECKING:
    from paraplu.errors import Problem
    from paraplu.records import Respondent
    from paraplu.report import Judged, Verdict
    from paraplu.study import Study

__all__ = ["Withdrawal", "weigh_withdrawal"]

RESPONDENTS = "interviews/respondents.csv"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a withdrawal would do.

    `respondents` are the persons, `codings` the number of living codings that no longer count,
    `files` those that still hold their words when nobody of the interview is left, `failing`
    the claims and quotations that no longer hold, `changing` those whose numbers change and
    that still hold, as (place, before, after).
    """

    respondents: tuple[str, ...]
    codings: int
    files: tuple[str, ...]
    failing: tuple[Problem, ...]
    changing: tuple[tuple[str, str, str], ...]


def weigh_withdrawal(study: Study, respondent: str) -> Withdrawal:
    """Judge the essays as they would be without a respondent; nothing is written.

    Parameters
    ----------
    study
        The study.
    respondent
        A respondent (``R10.2``), or an interview (``R10``) for everyone in it.

    Raises
    ------
    Refused
        P065 when nobody has this id, P066 when all of them have withdrawn already.

    """
    from paraplu import report

    people = _find(study, respondent)
    ids = tuple(person.id for person in people)
    after = study.without(ids)
    now, then = report.judge(study), report.judge(after)
    known = set(now.problems)
    return Withdrawal(
        respondents=ids,
        codings=sum(
            int(study.codings(coder)["respondent"].isin(ids).sum()) for coder in study.ledgers
        ),
        files=_files(study, people),
        failing=tuple(problem for problem in then.problems if problem not in known),
        changing=tuple(_changes(now, then)),
    )


def _find(study: Study, respondent: str) -> tuple[Respondent, ...]:
    """Return the persons that have not withdrawn yet."""
    everyone = study.parsed_respondents.record
    named = [person for person in everyone if respondent in (person.id, person.interview)]
    if not named:
        raise Refused([messages.problem("P065", RESPONDENTS, respondent=respondent)])
    left = tuple(person for person in named if not person.ingetrokken)
    if not left:
        place = f"{RESPONDENTS}:{named[0].line}"
        raise Refused([messages.problem("P066", place, respondent=respondent)])
    return left


def _files(study: Study, people: tuple[Respondent, ...]) -> tuple[str, ...]:
    """Return the files with the words of an interview that nobody is left in."""
    gone = {person.id for person in people}
    left = {person.interview for person in study.people if person.id not in gone}
    found = [
        path.relative_to(study.root).as_posix()
        for interview in sorted({person.interview for person in people} - left)
        for pattern in (
            f"interviews/{interview}.md", f"interviews/raw/{interview}.*",
            f"codebook/codings/*/{interview}.jsonl", f"codebook/memos/{interview}.md",
        )
        for path in sorted(study.root.glob(pattern))
    ]  # fmt: skip
    return tuple(found)


def _changes(now: Verdict, then: Verdict) -> list[tuple[str, str, str]]:
    """Return the marks that hold before and after, and whose note in the margin changes."""
    return [
        (f"{before.path}:{old.mark.place.line}", _note(old), _note(new))
        for before, after in zip(now.essays, then.essays, strict=True)
        for old, new in zip(before.marks, after.marks, strict=True)
        if old.ok and new.ok and _note(old) != _note(new)
    ]


def _note(judged: Judged) -> str:
    """Return what stands in the margin beside a mark."""
    parts = (str(judged.entry.get("note", "")), judged.label)
    return " · ".join(part for part in parts if part)
