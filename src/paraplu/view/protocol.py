"""The edit protocol that browser and widget share: dictionaries in, dictionaries out."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from paraplu import messages
from paraplu.coding.editing import Edit, decide_events
from paraplu.coding.fold import follow
from paraplu.errors import Problem, Refused
from paraplu.study.ledgers import Ledgers
from paraplu.study.standing import refuse_stale
from paraplu.view.interview import (
    conceal,
    describe_interview,
    hidden_spans,
    spoken_by_others,
    writable,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from paraplu.records import Codebook, Coding, Event, Transcript
    from paraplu.study import Study
    from paraplu.study.ledgers import Ledger

__all__ = [
    "EventModel",
    "EventsModel",
    "Message",
    "append",
    "asdict_coding",
    "codings_of",
    "load",
    "parse_model",
    "shape_problem",
    "state",
]

ULID = r"^[0-9A-HJKMNP-TV-Z]{26}$"
OFFSET = 2**31
Words = Annotated[str, Field(max_length=200_000)]


class Message(BaseModel):
    """A message: frozen, strict, and without unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class FieldsModel(Message):
    """What an event says about its coding; only what is given counts."""

    start: int = Field(default=0, ge=0, lt=OFFSET)
    end: int = Field(default=0, ge=0, lt=OFFSET)
    exact: Words = ""
    code: str = Field(default="", max_length=100)
    attributes: dict[Annotated[str, Field(max_length=60)], Annotated[str, Field(max_length=60)]] = (
        Field(default_factory=dict, max_length=20)
    )
    memo: str = Field(default="", max_length=20_000)
    counter: bool = False


class EventModel(Message):
    """One event, as a client asks for it."""

    event: str = Field(pattern=ULID)
    kind: Literal["add", "revise", "remove", "memo"]
    coding: str = Field(pattern=ULID)
    fields: FieldsModel = FieldsModel()


class EventsModel(Message):
    """Events on the body with this hash, to be written together."""

    doc: str = Field(pattern=r"^[0-9a-f]{64}$")
    coder: str = Field(default="", max_length=100)
    events: list[EventModel] = Field(max_length=500)


def load(
    study: Study, interview: str, *, coder: str, ledgers: Ledgers | None = None
) -> dict[str, Any]:
    """Return an interview with all codings that this coder may see.

    Parameters
    ----------
    study
        The study, as read now.
    interview, coder
        What is opened by whom.
    ledgers
        Where ledgers are kept in memory; by default they are read from disk.

    Returns
    -------
    dict
        id, kind, status, sha256, body, turns, respondents, restrictions, mine, coder, visible,
        codings by coder, unplaced (ids of codings whose words stand elsewhere or nowhere since
        a correction), state, memo, problems. Offsets are code points into the body.

    Raises
    ------
    Refused
        P502 without such an interview.

    """
    transcript = _transcript(study, interview)
    kept = ledgers or Ledgers(study.root)
    visible = study.plan().visible(coder, interview)
    own = kept.open(coder, interview)
    hidden = hidden_spans(study, transcript)
    codings = {
        each: [
            asdict_coding(coding)
            for coding in spoken_by_others(
                codings_of(kept, each, transcript=transcript, codebook=study.codebook()), hidden
            )
        ]
        for each in visible
    }
    return {
        **describe_interview(study, transcript),
        "body": conceal(transcript.body, hidden),
        "coder": coder,
        "mine": writable(study, coder, interview),
        "visible": list(visible),
        "codings": codings,
        "unplaced": [
            coding["id"]
            for ledger in codings.values()
            for coding in ledger
            if transcript.body[coding["start"] : coding["end"]] != coding["exact"]
        ],
        "state": own.state,
        "problems": [problem.as_dict() for problem in own.problems],
    }


def state(
    study: Study, interview: str, *, coder: str, ledgers: Ledgers | None = None
) -> dict[str, Any]:
    """Return what changes when anything about an interview changes.

    Parameters and exceptions are those of `load`.

    Returns
    -------
    dict
        `state` of the own ledger, `sha256` of the body, `states` of the visible ledgers.

    """
    transcript = _transcript(study, interview)
    kept = ledgers or Ledgers(study.root)
    visible = study.plan().visible(coder, interview)
    return {
        "state": kept.read(coder, interview).state,
        "sha256": transcript.sha256,
        "states": {each: kept.read(each, interview).state for each in visible},
    }


def append(
    study: Study,
    interview: str,
    payload: Mapping[str, Any] | EventsModel,
    *,
    coder: str,
    clock: Callable[[], dt.datetime],
    ledgers: Ledgers | None = None,
) -> dict[str, Any]:
    """Write events in the coder's own ledger, and answer when they are on the disk.

    Parameters
    ----------
    study, interview, coder, ledgers
        As in `load`.
    payload
        ``{doc, coder, events: [{event, kind, coding, fields}]}``; `coder` is who made them, and
        may be left out.
    clock
        Gives the time with its zone.

    Returns
    -------
    dict
        `accepted`, the events as they stand in the ledger, in the order asked; `state` of the
        ledger after it; `codings`, all own living codings that `load` would show.

    Raises
    ------
    Refused
        P501 when the payload has another form, P502 without such an interview, P503 when it is
        not this coder's, P522 when somebody else made the events, P511 when the text changed,
        P2xx when an event is wrong, P510 when the disk refuses. Nothing is written then.

    """
    asked = payload if isinstance(payload, EventsModel) else parse_model(EventsModel, payload)
    transcript = _transcript(study, interview)
    _refuse_misplaced(study, transcript, asked, coder=coder)
    kept = ledgers or Ledgers(study.root)
    edits = [
        Edit(each.event, each.kind, each.coding, each.fields.model_dump(exclude_unset=True))
        for each in asked.events
    ]
    elsewhere = _coded_by_others(kept, interview, coder=coder)

    def decide(ledger: Ledger) -> Sequence[Event]:
        refuse_stale(study, transcript)
        return decide_events(
            edits, events=ledger.events, transcript=transcript, codebook=study.codebook(),
            coder=coder, elsewhere=elsewhere, now=clock(),
        )  # fmt: skip

    ledger = kept.append(coder, interview, decide)
    written = {event.event: event for event in ledger.events}
    codings = codings_of(kept, coder, transcript=transcript, codebook=study.codebook())
    shown = spoken_by_others(codings, hidden_spans(study, transcript))
    return {
        "accepted": [_event(written[edit.event]) for edit in edits],
        "state": ledger.state,
        "codings": [asdict_coding(each) for each in shown],
    }


def _refuse_misplaced(
    study: Study, transcript: Transcript, asked: EventsModel, *, coder: str
) -> None:
    """Refuse events of somebody else, on an interview that is another's, or on another text."""
    interview = transcript.id
    if asked.coder not in {"", coder}:
        raise Refused([messages.problem("P522", interview, made=asked.coder[:64], coder=coder)])
    if not writable(study, coder, interview):
        raise Refused([messages.problem("P503", interview, interview=interview, coder=coder)])
    if asked.doc != transcript.sha256:
        raise Refused([messages.problem("P511", interview, interview=interview)])


def _coded_by_others(ledgers: Ledgers, interview: str, *, coder: str) -> set[str]:
    """Return the ids of codings that stand in the ledgers of others."""
    return {
        event.coding
        for other in ledgers.coders(interview)
        if other != coder
        for event in ledgers.read(other, interview).events
    }


def codings_of(
    ledgers: Ledgers, coder: str, *, transcript: Transcript, codebook: Codebook
) -> tuple[Coding, ...]:
    """Return the living codings of a coder on an interview; merged codes are followed."""
    return follow(ledgers.codings(coder, transcript.id), merged=codebook.merged)


def asdict_coding(coding: Coding) -> dict[str, Any]:
    """Return a coding as plain data."""
    names = (
        "id", "coder", "start", "end", "exact", "code", "memo", "counter", "time", "codebook",
    )  # fmt: skip
    return {**{name: getattr(coding, name) for name in names}, "attributes": {**coding.attributes}}


def parse_model(model: type[EventsModel], payload: Mapping[str, Any]) -> EventsModel:
    """Return the payload as a message.

    Raises
    ------
    Refused
        P501 for every field that is wrong.

    """
    try:
        return model.model_validate(payload)
    except ValidationError as error:
        raise Refused(
            dict.fromkeys(shape_problem(found["loc"]) for found in error.errors(include_url=False))
        ) from error


def shape_problem(loc: Sequence[int | str]) -> Problem:
    """Return the problem of a field that is missing or wrong; only names of fields are said."""
    named = [str(part) for part in loc if str(part).replace("_", "").isalnum()]
    return messages.problem("P501", "verzoek", field=".".join(named)[:80])


def _transcript(study: Study, interview: str) -> Transcript:
    """Return the transcript, or refuse."""
    transcript = study.transcripts.get(interview)
    if transcript is None:
        raise Refused([messages.problem("P502", "gesprek", interview=interview[:12])])
    return transcript


def _event(event: Event) -> dict[str, Any]:
    """Return an event as plain data, without its place in the file."""
    return {name: value for name, value in asdict(event).items() if name != "line"}
