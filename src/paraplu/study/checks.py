"""All that can be wrong with a study's files, gathered without stopping at the first."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.coding.check import check_codings, check_events
from paraplu.errors import Refused, Severity
from paraplu.study.anonymising import decided_state
from paraplu.study.repository import REVIEWED, ledger_owner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sized

    from paraplu.errors import Problem
    from paraplu.formats import Parsed
    from paraplu.records import Questions, Transcript
    from paraplu.study.repository import Study

__all__ = ["check_reviews", "check_study", "refuse_unreviewed"]

RESPONDENTS = "interviews/respondents.csv"
STATES = ("machine", *REVIEWED)
QUESTIONS = "codebook/questions.yaml"
FINDINGS = "codebook/findings.yaml"
POLARITIES = "codebook/polarities.yaml"


def check_study(study: Study) -> list[Problem]:
    """Return every problem of the study's files, ordered by place, each once.

    A file that cannot be read at all is named, not what seems to be missing because of it.
    """
    files: tuple[Parsed[Any], ...] = (
        study.parsed_codebook, study.parsed_questions, study.parsed_findings,
        study.parsed_polarities, study.parsed_network, study.parsed_figures, study.parsed_plan,
        study.parsed_respondents, *study.parsed_transcripts.values(),
        *study.parsed_ledgers.values(),
    )  # fmt: skip
    found = chain(
        *(parsed.problems for parsed in files),
        _check_interviews(study),
        check_reviews(study),
        _check_ledgers(study),
        _check_memos(study),
        _check_codes(study),
        _check_polarities(study),
        _check_findings(study),
    )
    return sorted(set(found), key=_place)


def _place(problem: Problem) -> tuple[str, int, str, str]:
    """Order by file, then by line as a number, then by code and what was seen."""
    path, _, line = problem.place.rpartition(":")
    if not line.isdigit():
        return problem.place, 0, problem.code, problem.seen
    return path, int(line), problem.code, problem.seen


def _is_lost(parsed: Parsed[Any], held: Sized) -> bool:
    """Whether a file has errors and gave nothing, so that nothing can be compared with it."""
    return not held and any(p.severity is Severity.ERROR for p in parsed.problems)


def _check_interviews(study: Study) -> Iterator[Problem]:
    """Compare transcripts with respondents, file names and states."""
    people = study.parsed_respondents.record
    present = _present(study)
    for respondent in people:
        if respondent.interview not in present and not respondent.ingetrokken:
            place = f"{RESPONDENTS}:{respondent.line}"
            yield messages.problem(
                "P020", place, respondent=respondent.id, interview=respondent.interview
            )
    if _is_lost(study.parsed_respondents, people):
        return
    known = {respondent.id for respondent in people}
    interviewed = {respondent.interview for respondent in people}
    for path, parsed in study.parsed_transcripts.items():
        transcript = parsed.record
        if transcript is None:
            continue
        if not path.endswith(f"/{transcript.id}.md"):
            yield messages.problem("P022", path, id=transcript.id)
        if transcript.kind == "interview" and transcript.id not in interviewed:
            yield messages.problem("P021", path, interview=transcript.id)
            continue
        speakers = {turn.respondent: turn.speaker for turn in transcript.turns if turn.respondent}
        for respondent_id, speaker in sorted(speakers.items()):
            if transcript.kind == "interview" and respondent_id not in known:
                yield messages.problem("P024", path, speaker=speaker, interview=transcript.id)


def check_reviews(study: Study) -> list[Problem]:
    """Name the interviews whose pseudonyms nobody has reviewed, or only by their own word.

    The decisions hold the state. Where they lie in the folder, a status that is ahead of them
    was not written by them.
    """
    found = []
    for path, parsed in study.parsed_transcripts.items():
        if parsed.record is None:
            continue
        interview, status = parsed.record.id, parsed.record.status
        state = decided_state(study, interview)
        if status not in REVIEWED:
            found.append(messages.problem("P023", path, interview=interview))
        elif state and STATES.index(state) < STATES.index(status):
            values = {"interview": interview, "status": status, "state": state}
            found.append(messages.problem("P025", path, **values))
    return found


def refuse_unreviewed(study: Study) -> None:
    """Refuse to go on while the pseudonyms of an interview have not been reviewed.

    Raises
    ------
    Refused
        P023 or P025 for each of them.

    """
    unreviewed = check_reviews(study)
    if unreviewed:
        raise Refused(unreviewed)


def _check_ledgers(study: Study) -> Iterator[Problem]:
    """Compare ledgers with the plan, with the transcripts, and with each other."""
    transcripts = _transcripts(study)
    present = _present(study)
    parsed_codebook = study.parsed_codebook
    lost = _is_lost(parsed_codebook, parsed_codebook.record.codes)
    codebook = None if lost else parsed_codebook.record
    plan = study.parsed_plan.record
    coders = {coder.id for coder in plan.coders}
    for path in study.parsed_ledgers:
        coder, interview = ledger_owner(path)
        if coder not in coders and not _is_lost(study.parsed_plan, coders):
            yield messages.problem("P031", path, coder=coder)
        if interview not in present:
            yield messages.problem("P030", path, interview=interview)
        transcript = transcripts.get(interview)
        if transcript is None:
            continue
        codings = study.folded_ledgers[path]
        yield from check_codings(codings, transcript=transcript, codebook=codebook, path=path)
    yield from check_events(
        {
            (ledger_owner(path)[0], path): parsed.record
            for path, parsed in study.parsed_ledgers.items()
        }
    )
    taking_part = {r.interview for r in study.parsed_respondents.record if not r.ingetrokken}
    for planned in plan.coders:
        for interview in sorted(taking_part & transcripts.keys()):
            path = f"codebook/codings/{planned.id}/{interview}.jsonl"
            if plan.covers(planned.id, interview) and path not in study.parsed_ledgers:
                yield messages.problem("P032", path, coder=planned.id, interview=interview)


def _check_memos(study: Study) -> Iterator[Problem]:
    """Name memos that seem to be about an interview that does not exist."""
    present = _present(study)
    for path in sorted((study.root / "codebook" / "memos").glob("[RD][0-9]*.md")):
        if path.stem not in present:
            place = path.relative_to(study.root).as_posix()
            yield messages.problem("P033", place, about=path.stem)


def _check_codes(study: Study) -> Iterator[Problem]:
    """Name codes and families that questions, choices and findings get wrong."""
    codebook = study.parsed_codebook.record
    if _is_lost(study.parsed_codebook, codebook.codes):
        return
    questions = study.parsed_questions.record
    families = {family.id for family in codebook.families}
    for question in questions.questions:
        for family in question.families:
            if family not in families:
                place = f"{QUESTIONS}:{question.line}"
                yield messages.problem("P041", place, what=f"vraag {question.id}", family=family)
    named = _named_codes(questions)
    named += [
        (FINDINGS if not finding.line else f"{FINDINGS}:{finding.line}",
         f"bevinding '{finding.id}'", code)
        for finding in study.parsed_findings.record.findings
        for code in finding.codes
    ]  # fmt: skip
    named += [
        (POLARITIES, f"keuze '{polarity.id}'", polarity.code)
        for polarity in study.parsed_polarities.record.polarities
    ]
    for place, what, code in named:
        if code not in codebook.codes:
            yield messages.problem("P040", place, what=what, code=code)


def _named_codes(questions: Questions) -> list[tuple[str, str, str]]:
    """Return (place, what, code) for every code in the effectiveness part of the questions."""
    sets = (*questions.levels, *questions.conditions, *questions.tensions, *questions.goals)
    return [(QUESTIONS, f"'{found.id}'", code) for found in sets for code in found.codes]


def _check_polarities(study: Study) -> Iterator[Problem]:
    """Compare the poles of choices with those of their codes."""
    codebook = study.parsed_codebook.record
    for polarity in study.parsed_polarities.record.polarities:
        code = codebook.codes.get(polarity.code)
        expected = [*(pole.id for pole in polarity.poles), "en"]
        if code is not None and Counter(code.poles) != Counter(expected):
            yield messages.problem(
                "P042", POLARITIES, polarity=polarity.id, code=code.id, allowed=", ".join(expected)
            )


def _check_findings(study: Study) -> Iterator[Problem]:
    """Name questions and choices without findings, and findings that lead nowhere."""
    findings = study.parsed_findings.record.findings
    questions = {question.id: question for question in study.parsed_questions.record.questions}
    polarities = {polarity.id for polarity in study.parsed_polarities.record.polarities}
    people = {respondent.id for respondent in study.parsed_respondents.record}
    no_questions = _is_lost(study.parsed_questions, questions)
    no_people = _is_lost(study.parsed_respondents, people)
    no_polarities = _is_lost(study.parsed_polarities, polarities)
    for finding in findings:
        place = f"{FINDINGS}:{finding.line}"
        if finding.question not in questions and not no_questions:
            yield messages.problem("P051", place, finding=finding.id, question=finding.question)
        for respondent in () if no_people else _absent(finding.deviant, people):
            yield messages.problem("P053", place, finding=finding.id, respondent=respondent)
        for polarity in () if no_polarities else _absent(finding.bearing, polarities):
            yield messages.problem("P054", place, finding=finding.id, polarity=polarity)
    if _is_lost(study.parsed_findings, findings):
        return
    answered = {finding.question for finding in findings}
    for question in questions.values():
        if question.id not in answered:
            yield messages.problem("P050", f"{QUESTIONS}:{question.line}", question=question.id)
    borne = set(chain.from_iterable(finding.bearing for finding in findings))
    for polarity in sorted(polarities - borne):
        yield messages.problem("P052", POLARITIES, polarity=polarity)


def _absent(named: Iterable[str], known: set[str]) -> list[str]:
    """Return what is named but not known."""
    return [name for name in named if name not in known]


def _present(study: Study) -> set[str]:
    """Return the ids that have a transcript, readable or not."""
    return _transcripts(study).keys() | {PurePath(path).stem for path in study.parsed_transcripts}


def _transcripts(study: Study) -> dict[str, Transcript]:
    """Return every readable transcript by id, whatever its state."""
    return {
        parsed.record.id: parsed.record
        for parsed in study.parsed_transcripts.values()
        if parsed.record is not None
    }
