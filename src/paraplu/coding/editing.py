"""What a coder asks for, judged and turned into the events of a ledger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.coding.check import check_codings
from paraplu.coding.fold import fold
from paraplu.errors import Problem, Refused
from paraplu.records import Event
from paraplu.spans import normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from paraplu.records import Codebook, Transcript

__all__ = ["CONTEXT", "Edit", "decide_events", "next_time", "place_fields"]

CONTEXT = 32
"""Code points of text kept before and after a passage."""
PLACE = ("start", "end", "exact")
FIELDS = ("start", "end", "exact", "code", "attributes", "memo", "counter")
ALLOWED = {"add": FIELDS, "revise": FIELDS, "remove": (), "memo": ("memo",)}
TICK = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing a coder asks for: an event without what only the house may say.

    `event` and `coding` are ULIDs made by whoever asks, `kind` is add, revise, remove or memo,
    and `fields` holds what is said: start, end, exact, code, attributes, memo, counter.
    """

    event: str
    kind: str
    coding: str
    fields: Mapping[str, object] = field(default_factory=dict)


def decide_events(
    edits: Sequence[Edit],
    *,
    events: Sequence[Event],
    transcript: Transcript,
    codebook: Codebook,
    coder: str,
    elsewhere: Collection[str] = (),
    now: dt.datetime,
) -> tuple[Event, ...]:
    """Judge edits, and return the events that are not in the ledger yet.

    Parameters
    ----------
    edits
        In the order in which they were made.
    events
        All events of the ledger.
    transcript, codebook, coder
        What is coded, with what, by whom.
    elsewhere
        Ids of codings in ledgers of other coders.
    now
        The clock. Times rise within a ledger, also when a clock is behind.

    Returns
    -------
    tuple of Event
        To be appended together; an edit that was written before is left out.

    Raises
    ------
    Refused
        P210 and further for every edit that is wrong; then none of them may be written.

    """
    known = {event.event: event for event in events}
    codings = {event.coding for event in events if event.kind == "add"}
    new: list[Event] = []
    problems: list[Problem] = []
    moment = next_time(now, after=events)
    for edit in edits:
        place = f"{coder}/{transcript.id}"
        fields = _fields(edit, transcript=transcript)
        if edit.event in known:
            if not _same(edit, fields, known[edit.event]):
                problems.append(messages.problem("P230", place))
            continue
        found = _judge(edit, transcript=transcript, codings=codings, elsewhere=elsewhere)
        if found:
            problems.extend(found)
            continue
        event = Event(
            edit.event, write_time(moment), edit.kind, edit.coding, codebook.version, fields
        )
        codings.add(edit.coding)
        known[edit.event] = event
        new.append(event)
        moment += TICK
    problems += _judge_result(
        new, events=events, transcript=transcript, codebook=codebook, coder=coder
    )
    if problems:
        raise Refused(dict.fromkeys(problems))
    return tuple(new)


def next_time(now: dt.datetime, *, after: Iterable[Event]) -> dt.datetime:
    """Return now, or a microsecond after the last event when that lies ahead of the clock.

    Examples
    --------
    >>> now = dt.datetime(2023, 7, 1, tzinfo=dt.UTC)
    >>> later = Event("E", "2023-07-01T02:00:00.5Z", "memo", "C", 1)
    >>> write_time(next_time(now, after=[later]))
    '2023-07-01T02:00:00.500001Z'

    """
    times = [dt.datetime.fromisoformat(event.time).astimezone(dt.UTC) for event in after]
    return max([now.astimezone(dt.UTC), *(time + TICK for time in times)])


def write_time(moment: dt.datetime) -> str:
    """Return a time as ledgers write it: UTC, to the microsecond, so that text sorts as time."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def place_fields(transcript: Transcript, *, start: int, end: int) -> dict[str, object]:
    """Return what an event says about a place: hash, borders, words and what stands around."""
    body = transcript.body
    return {
        "doc": transcript.sha256,
        "start": start,
        "end": end,
        "exact": body[start:end],
        "prefix": body[max(start - CONTEXT, 0) : start],
        "suffix": body[end : end + CONTEXT],
    }


def _fields(edit: Edit, *, transcript: Transcript) -> dict[str, object]:
    """Return the fields of the event: what was said, and what follows from it."""
    fields = dict(edit.fields)
    if isinstance(memo := fields.get("memo"), str):
        fields["memo"] = normalise(memo)
    start, end = fields.get("start"), fields.get("end")
    if isinstance(start, int) and isinstance(end, int):
        fields |= {**place_fields(transcript, start=start, end=end), "exact": fields.get("exact")}
    return fields


def _same(edit: Edit, fields: Mapping[str, object], event: Event) -> bool:
    """Tell whether an edit is an event that was written before."""
    around = {"doc", "prefix", "suffix"}
    said = {name: value for name, value in fields.items() if name not in around}
    stood = {name: value for name, value in event.fields.items() if name not in around}
    return (edit.kind, edit.coding, said) == (event.kind, event.coding, stood)


def _judge(
    edit: Edit, *, transcript: Transcript, codings: Collection[str], elsewhere: Collection[str]
) -> list[Problem]:
    """Name what is wrong with an edit by itself."""
    place = f"{transcript.id}"
    surplus = [name for name in edit.fields if name not in ALLOWED.get(edit.kind, ())]
    needed = (*PLACE, "code") if edit.kind == "add" else ("memo",) if edit.kind == "memo" else ()
    lacking = [name for name in needed if name not in edit.fields]
    given = [name for name in PLACE if name in edit.fields]
    if given and len(given) < len(PLACE):
        lacking += [name for name in PLACE if name not in given]
    if (
        edit.kind not in ALLOWED
        or surplus
        or lacking
        or (edit.kind == "revise" and not edit.fields)
    ):
        names = ", ".join(sorted({*surplus, *lacking})) or "-"
        return [messages.problem("P231", place, kind=edit.kind, fields=names)]
    if edit.coding in elsewhere or (edit.kind == "add" and edit.coding in codings):
        return [messages.problem("P232", place)]
    if edit.kind != "add" and edit.coding not in codings:
        return [messages.problem("P233", place, kind=edit.kind)]
    return _judge_place(edit.fields, transcript=transcript) if given else []


def _judge_place(fields: Mapping[str, object], *, transcript: Transcript) -> list[Problem]:
    """Name what is wrong with the place of a passage."""
    start, end, exact = (fields[name] for name in PLACE)
    length = len(transcript.body)
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= length:
        return [messages.problem("P234", transcript.id, length=length)]
    if transcript.body[start:end] != exact:
        where = {"interview": transcript.id, "start": start, "end": end}
        return [messages.problem("P210", transcript.id, **where)]
    if not str(exact).strip():
        return [messages.problem("P235", transcript.id, start=start, end=end)]
    return []


def _judge_result(
    new: Sequence[Event],
    *,
    events: Sequence[Event],
    transcript: Transcript,
    codebook: Codebook,
    coder: str,
) -> list[Problem]:
    """Name what is wrong with the codings as they would become."""
    touched = {event.coding for event in new if event.kind != "remove"}
    concerned = [event for event in (*events, *new) if event.coding in touched]
    codings = fold(concerned, coder=coder, interview=transcript.id)
    found = check_codings(codings, transcript=transcript, codebook=codebook, path=transcript.id)
    chosen = {event.coding for event in new if "code" in event.fields}
    retired = [
        messages.problem("P216", transcript.id, code=coding.code)
        for coding in codings
        if coding.id in chosen and _out_of_use(coding.code, codebook=codebook)
    ]
    return [*found, *retired]


def _out_of_use(code: str, *, codebook: Codebook) -> bool:
    """Tell whether a code was retired, or went up in another."""
    known = codebook.codes.get(code)
    return code in codebook.merged or (known is not None and known.retired > 0)
