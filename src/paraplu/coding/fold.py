"""Fold the events of a ledger into codings, to the same state in any order of lines."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from paraplu.records import Coding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paraplu.records import Event

__all__ = ["fold", "follow", "orphans"]


def fold(events: Iterable[Event], *, coder: str, interview: str) -> tuple[Coding, ...]:
    """Fold events into the codings that are alive, in order of place.

    Repeated events count once. Events are taken in order of (`time`, `event`); the last writer
    wins per field. A `remove` wins over everything before it; a later `revise` brings the
    coding back, so that of two people who disagree no work is lost. An attribute with an empty
    value is not set. `codebook` is the version under which the code was last chosen. Events of
    a coding that was never added are left out (see `orphans`).
    """
    codings = [
        coding
        for _, group in _group(events)
        if (coding := _fold_one(group, coder=coder, interview=interview)) is not None
    ]
    return tuple(sorted(codings, key=lambda coding: (coding.start, coding.end, coding.id)))


def orphans(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the first event of every coding that has no `add`."""
    return tuple(group[0] for _, group in _group(events) if not any(e.kind == "add" for e in group))


def follow(codings: Iterable[Coding], *, merged: Mapping[str, str]) -> tuple[Coding, ...]:
    """Give codings of a code that went up in another that other code (`Codebook.merged`)."""
    return tuple(
        replace(coding, code=merged[coding.code]) if coding.code in merged else coding
        for coding in codings
    )


def _group(events: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """Group distinct events by coding, each in order of (time, event)."""
    distinct = {event.event: event for event in events}
    ordered = sorted(distinct.values(), key=lambda event: (event.coding, event.time, event.event))
    return [(key, list(group)) for key, group in groupby(ordered, key=lambda event: event.coding)]


def _fold_one(events: list[Event], *, coder: str, interview: str) -> Coding | None:
    """Fold the events of one coding; None when it was removed or never added."""
    added = next((event for event in events if event.kind == "add"), None)
    if added is None:
        return None
    state: dict[str, Any] = {}
    attributes: dict[str, str] = {}
    removed, version = False, added.codebook
    for event in sorted(events, key=lambda event: (event.kind != "add", event.time, event.event)):
        removed = event.kind == "remove"
        state.update({key: value for key, value in event.fields.items() if key != "attributes"})
        attributes.update(event.fields.get("attributes", {}))  # type: ignore[call-overload]
        if "code" in event.fields:
            version = event.codebook
    if removed:
        return None
    said: dict[str, Any] = {
        "id": added.coding, "coder": coder, "interview": interview, "doc": "", "start": 0,
        "end": 0, "exact": "", "code": "", "codebook": version, "time": added.time,
        "line": added.line,
        "attributes": {name: value for name, value in attributes.items() if value},
    }  # fmt: skip
    return Coding(**(said | state))
