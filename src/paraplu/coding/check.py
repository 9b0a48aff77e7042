"""What can be wrong with codings: places, codes, attributes, ledgers that disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.coding.fold import orphans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paraplu.errors import Problem
    from paraplu.records import Codebook, Coding, Event, Transcript

__all__ = ["check_codings", "check_events"]


def check_codings(
    codings: Iterable[Coding], *, transcript: Transcript, codebook: Codebook | None, path: str
) -> list[Problem]:
    """Name codings that do not stand where they say, or say what the codebook does not know.

    Parameters
    ----------
    codings
        The living codings of one ledger.
    transcript
        The interview they were made on.
    codebook
        The codes and attributes that exist; without it (when its file cannot be read) only
        the places are looked at.
    path
        The ledger, for places in problems.

    """
    problems: list[Problem] = []
    for coding in codings:
        place = f"{path}:{coding.line}"
        if transcript.body[coding.start : coding.end] != coding.exact:
            where = {"interview": transcript.id, "start": coding.start, "end": coding.end}
            problems.append(messages.problem("P210", place, **where))
        elif coding.doc != transcript.sha256:
            problems.append(messages.problem("P211", place, interview=transcript.id))
        if codebook is not None:
            problems += _check_code(coding, codebook=codebook, place=place)
    return problems


def check_events(ledgers: Mapping[tuple[str, str], Iterable[Event]]) -> list[Problem]:
    """Name events that contradict each other, within and between ledgers.

    Parameters
    ----------
    ledgers
        Events by (coder, path of the ledger).

    """
    problems: list[Problem] = []
    events: dict[str, tuple[str, Event]] = {}
    owners: dict[str, tuple[str, str]] = {}
    for (coder, path), ledger in ledgers.items():
        distinct = tuple(ledger)
        for event in distinct:
            place = f"{path}:{event.line}"
            other, twin = events.setdefault(event.event, (place, event))
            if _content(twin) != _content(event):
                problems.append(messages.problem("P220", place, other=other))
            owner, first = owners.setdefault(event.coding, (coder, place))
            if owner != coder:
                problems.append(messages.problem("P221", place, other=first))
        problems += [
            messages.problem("P222", f"{path}:{event.line}", kind=event.kind)
            for event in orphans(distinct)
        ]
    return problems


def _content(event: Event) -> tuple[object, ...]:
    """Return what an event says, without its place."""
    return (event.time, event.kind, event.coding, event.codebook, event.fields)


def _check_code(coding: Coding, *, codebook: Codebook, place: str) -> list[Problem]:
    """Name a code or attribute value that the codebook does not know."""
    merged = codebook.merged.get(coding.code)
    code = codebook.codes.get(merged or coding.code)
    if code is None:
        return [messages.problem("P212", place, code=coding.code)]
    problems = []
    if coding.codebook < code.since and not merged:
        problems.append(
            messages.problem(
                "P213", place, code=coding.code, since=code.since, version=coding.codebook
            )
        )
    for name, value in coding.attributes.items():
        attribute = codebook.attributes.get(name)
        if attribute is None:
            problems.append(messages.problem("P214", place, attribute=name))
            continue
        allowed = attribute.values or code.poles
        if value not in allowed:
            values = ", ".join(allowed) or f"code '{coding.code}' heeft geen '{name}'"
            problems.append(
                messages.problem("P215", place, attribute=name, value=value, allowed=values)
            )
    return problems
