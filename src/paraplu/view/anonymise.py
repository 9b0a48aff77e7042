"""The review of replacements as the app shows it: raw text, entities, net and outcome.

What is told here holds names. It goes to the page and nowhere else: not to a log, an address or
a file to download.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.anonymise import apply_decisions
from paraplu.anonymise.detection import LABELS
from paraplu.anonymise.generalising import generalise_age, generalise_date
from paraplu.anonymise.proposal import FIXED
from paraplu.anonymise.redaction import free_pseudonym
from paraplu.errors import Refused
from paraplu.formats.transcript_text import parse_transcript, split_turns
from paraplu.records import Transcript
from paraplu.spans import Span
from paraplu.study.anonymising import RAW, SUFFIX, read_decisions, read_raw, transcript_path
from paraplu.study.deciding import decisions_state
from paraplu.study.importing import INTERVIEW
from paraplu.study.reading import read_text
from paraplu.view.interview import conceal, hidden_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.errors import Problem
    from paraplu.records import Decisions, Turn
    from paraplu.study import Study

__all__ = [
    "Raw",
    "describe_outcome",
    "describe_review",
    "describe_reviews",
    "faults",
    "open_raw",
    "split_raw",
    "suggest",
    "written",
]

COMPUTED = frozenset({"DATE", "AGE"})
BROKEN = frozenset({"P160", "P161"})
LOGGED = 200


@dataclass(frozen=True, slots=True)
class Raw:
    """A raw text and the decisions on it; `state` tells one state of these from another."""

    text: str
    decisions: Decisions
    state: str


def raw_interviews(study: Study) -> tuple[str, ...]:
    """Return the interviews with a raw text or decisions of whom somebody still takes part."""
    folder = study.root / RAW
    names = {path.stem for path in folder.glob("*.txt")}
    names |= {path.name.removesuffix(SUFFIX) for path in folder.glob(f"*{SUFFIX}")}
    everyone = {person.interview for person in study.parsed_respondents.record}
    gone = everyone - {person.interview for person in study.people}
    return tuple(sorted(name for name in names - gone if INTERVIEW.fullmatch(name)))


def open_raw(study: Study, interview: str) -> Raw:
    """Return a raw text and what is decided on it.

    Raises
    ------
    Refused
        P169 without raw text, also for who has withdrawn; P170 without decisions; P160 or P161
        when these are of another text; what the files have for errors.

    """
    if interview not in raw_interviews(study):
        raise Refused([messages.problem("P169", RAW, interview=interview[:12])])
    text = read_raw(study, interview)
    state = decisions_state(study, interview)
    decisions = read_decisions(study, interview)
    if decisions is None:
        raise Refused([messages.problem("P170", RAW, interview=interview)])
    problems = faults(text, decisions)
    if any(problem.code in BROKEN for problem in problems):
        raise Refused(problems)
    return Raw(text, decisions, state)


def faults(text: str, decisions: Decisions) -> tuple[Problem, ...]:
    """Return why the decisions cannot be carried out; nothing when they can."""
    try:
        apply_decisions(text, decisions=decisions)
    except Refused as refused:
        return tuple(refused.problems)
    return ()


def describe_reviews(study: Study) -> list[dict[str, Any]]:
    """Return a row per interview with a raw text: how far its review is."""
    return [_row(study, interview) for interview in raw_interviews(study)]


def _row(study: Study, interview: str) -> dict[str, Any]:
    """Return how far one review is; what cannot be read is said there."""
    try:
        decisions = read_decisions(study, interview)
        problem = ""
    except Refused as refused:
        decisions, problem = None, refused.problems[0].code
    row: dict[str, Any] = {
        "id": interview, "problem": problem, "state": "", "decided": 0, "entities": 0,
        "mentions": 0, "reviewed_by": "", "reviewed_on": "", "second_by": "", "second_on": "",
        "written": transcript_path(study, interview).is_file(),
    }  # fmt: skip
    return row if decisions is None else {**row, **_progress(decisions)}


def _progress(decisions: Decisions) -> dict[str, Any]:
    """Return how far a review is and who read."""
    return {
        "state": decisions.state,
        "decided": sum(entity.status != "voorgesteld" for entity in decisions.entities),
        "entities": len(decisions.entities),
        "mentions": sum(len(entity.occurrences) for entity in decisions.entities),
        "reviewed_by": decisions.reviewed_by,
        "reviewed_on": decisions.reviewed_on,
        "second_by": decisions.second_by,
        "second_on": decisions.second_on,
    }


def describe_review(study: Study, interview: str, *, words: bool = True) -> dict[str, Any]:
    """Return a review: its text, entities and how far it is.

    Parameters
    ----------
    study, interview
        As read now.
    words
        Whether body and turns go along, which no decision changes.

    Returns
    -------
    dict
        id, version (state of the decisions), state, who read and when, decided, mentions,
        entities with number, label, replacement, note, status and occurrences, free (the next
        pseudonym by label), written (see `written`), log (the last decisions), problems; body
        and turns. Offsets are code points into the body; turns of who withdrew are masked.

    Raises
    ------
    Refused
        As `open_raw` does.

    """
    raw = open_raw(study, interview)
    decisions = raw.decisions
    found = {
        "id": interview,
        "version": raw.state,
        **_progress(decisions),
        "entities": _as_entities(decisions),
        "free": {label: suggest(label, "", decisions=decisions) for label in LABELS},
        "written": written(study, raw),
        "log": [
            {"time": line.time, "who": line.who, "what": line.what, "about": line.about}
            for line in decisions.log[-LOGGED:]
        ],
        "problems": [problem.as_dict() for problem in faults(raw.text, decisions)],
    }
    if words:
        turns, hidden = split_raw(study, interview, raw.text)
        found |= {"body": conceal(raw.text, hidden), "turns": _as_turns(turns)}
    return found


def _as_entities(decisions: Decisions) -> list[dict[str, Any]]:
    """Return entities as plain data, with places for words."""
    return [
        {
            "number": number, "label": entity.label, "replacement": entity.replacement,
            "note": entity.note, "status": entity.status,
            "occurrences": [{"start": o.start, "end": o.end} for o in entity.occurrences],
        }
        for number, entity in enumerate(decisions.entities, 1)
    ]  # fmt: skip


def suggest(label: str, text: str, *, decisions: Decisions) -> str:
    """Return what could replace these words; empty where that depends on words not given.

    Parameters
    ----------
    label
        One of the labels of a decisions file.
    text
        The words; only of dates and ages they count.
    decisions
        Where pseudonyms are taken already.

    """
    if label in COMPUTED:
        generalise = generalise_date if label == "DATE" else generalise_age
        return f"[{generalise(text)}]" if text else ""
    if label in FIXED:
        return f"[{FIXED[label]}]"
    return free_pseudonym(label, taken=[entity.replacement for entity in decisions.entities])


def written(study: Study, raw: Raw) -> str:
    """Tell how the written interview compares to the decisions.

    Returns
    -------
    str
        Empty when there is none, ``gelijk``, ``status`` when only its status is older, or
        ``anders`` when its text is another.

    """
    path = transcript_path(study, raw.decisions.id)
    if not path.is_file():
        return ""
    file = read_text(path, root=study.root)
    found = parse_transcript(file.text, path=file.path).record
    if found is None or faults(raw.text, raw.decisions):
        return "anders"
    if found.body != apply_decisions(raw.text, decisions=raw.decisions):
        return "anders"
    return "gelijk" if found.status == raw.decisions.state else "status"


def describe_outcome(study: Study, interview: str) -> dict[str, Any]:
    """Return the text as it would be written, with the spans of its replacements.

    Returns
    -------
    dict
        body, turns, and spans: start, end and number of the entity, in code points into this
        body.

    Raises
    ------
    Refused
        As `open_raw` does, and P162 when two mentions overlap.

    """
    raw = open_raw(study, interview)
    body = apply_decisions(raw.text, decisions=raw.decisions)
    turns, hidden = split_raw(study, interview, body)
    spans = [
        {"start": span.start, "end": span.end, "number": number}
        for span, number in _replaced(raw.decisions)
        if not any(each.start < span.end and span.start < each.end for each in hidden)
    ]
    return {"body": conceal(body, hidden), "turns": _as_turns(turns), "spans": spans}


def _replaced(decisions: Decisions) -> Iterator[tuple[Span, int]]:
    """Give where each replacement stands in the outcome, and the number of its entity."""
    mentions = sorted(
        (mention.start, mention.end, number)
        for number, entity in enumerate(decisions.entities, 1)
        if entity.status != "afgewezen"
        for mention in entity.occurrences
    )
    shift = 0
    for start, end, number in mentions:
        length = len(decisions.entities[number - 1].replacement)
        yield Span(start + shift, start + shift + length), number
        shift += length - (end - start)


def split_raw(study: Study, interview: str, text: str) -> tuple[tuple[Turn, ...], tuple[Span, ...]]:
    """Return the turns of a text, and where respondents speak who have withdrawn."""
    people = {
        person.id for person in study.parsed_respondents.record if person.interview == interview
    }
    turns, _ = split_turns(text, interview=interview, double=len(people) > 1)
    known = [turn for turn in turns if turn.respondent in people]
    transcript = Transcript(
        id=interview, kind="interview", sha256="", version=1, corrected_by="", status="machine",
        body=text, turns=tuple(known), restrictions=(),
    )  # fmt: skip
    return turns, hidden_spans(study, transcript)


def _as_turns(turns: tuple[Turn, ...]) -> list[dict[str, Any]]:
    """Return turns as plain data."""
    names = ("number", "speaker", "role", "start", "end")
    return [{name: getattr(turn, name) for name in names} for turn in turns]
