"""An interview as the coding room shows it: its turns, who speaks, and what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paraplu.spans import Span
from paraplu.study.memos import read_memo

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paraplu.records import Coding, Transcript
    from paraplu.study import Study

__all__ = [
    "conceal",
    "describe_interview",
    "hidden_spans",
    "speaking",
    "spoken_by_others",
    "writable",
]

MASK = "·"


def describe_interview(study: Study, transcript: Transcript) -> dict[str, Any]:
    """Return what an interview is, without its words and codings."""
    return {
        "id": transcript.id,
        "kind": transcript.kind,
        "status": transcript.status,
        "sha256": transcript.sha256,
        "respondents": speaking(study, transcript.id),
        "turns": [
            {
                "number": turn.number, "speaker": turn.speaker, "role": turn.role,
                "respondent": turn.respondent, "start": turn.start, "end": turn.end,
            }
            for turn in transcript.turns
        ],
        "restrictions": [
            {"start": each.start, "end": each.end, "wish": each.wish}
            for each in transcript.restrictions
        ],
        "memo": read_memo(study.root, transcript.id).as_dict(),
    }  # fmt: skip


def speaking(study: Study, interview: str) -> list[dict[str, str]]:
    """Return the respondents of an interview with what may be shown of them."""
    published = study.settings.privacy.published
    return [
        {"id": person.id, **{name: str(getattr(person, name, "")) for name in published}}
        for person in study.people
        if person.interview == interview
    ]


def writable(study: Study, coder: str, interview: str) -> bool:
    """Tell whether the plan gives this interview to this coder."""
    return study.plan().covers(coder, interview)


def hidden_spans(study: Study, transcript: Transcript) -> tuple[Span, ...]:
    """Return where respondents speak who have withdrawn from an interview that stays."""
    if transcript.kind != "interview":
        return ()
    taking_part = {person.id for person in study.people}
    return tuple(
        Span(turn.start, turn.end)
        for turn in transcript.turns
        if turn.respondent and turn.respondent not in taking_part
    )


def spoken_by_others(codings: Iterable[Coding], hidden: Sequence[Span]) -> list[Coding]:
    """Return the codings that touch no hidden stretch."""
    return [
        coding
        for coding in codings
        if not any(span.start < coding.end and coding.start < span.end for span in hidden)
    ]


def conceal(body: str, hidden: Sequence[Span]) -> str:
    r"""Return the body with hidden stretches masked; all offsets stay.

    Examples
    --------
    >>> conceal("R1: ja\n\nR2: nee", [Span(12, 15)])
    'R1: ja\n\nR2: ···'

    """
    parts, done = [], 0
    for span in hidden:
        masked = "".join(c if c.isspace() else MASK for c in body[span.start : span.end])
        parts += [body[done : span.start], masked]
        done = span.end
    return "".join([*parts, body[done:]])
