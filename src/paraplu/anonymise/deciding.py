"""Deciding: what a person does with a proposal, each with who and when.

Every function returns new decisions; the old ones are not changed. Entities are pointed at by
their number in the file, from 1.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.anonymise.detection import LABELS
from paraplu.errors import Refused
from paraplu.records import Decisions, Entity, Occurrence, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "accept",
    "add",
    "finish",
    "merge",
    "reject",
    "relabel",
    "rename",
    "split",
]

MACHINE, REVIEWED, SECOND = "machine", "nagekeken", "tweede lezer"


def accept(decisions: Decisions, *, numbers: Sequence[int], who: str, time: str) -> Decisions:
    """Accept entities as they are proposed."""
    return _mark(decisions, numbers, status="aanvaard", who=who, time=time)


def reject(decisions: Decisions, *, numbers: Sequence[int], who: str, time: str) -> Decisions:
    """Reject entities: they stay in the file and are not replaced."""
    return _mark(decisions, numbers, status="afgewezen", who=who, time=time)


def relabel(
    decisions: Decisions, *, number: int, label: str, replacement: str, who: str, time: str
) -> Decisions:
    """Give an entity another label and what replaces it.

    Raises
    ------
    Refused
        When there is no such label or entity.

    """
    if label not in LABELS:
        place = _place(decisions)
        raise Refused([messages.problem("P165", place, label=label, labels=", ".join(LABELS))])
    entity = _entity(decisions, number)
    changed = replace(entity, label=label, replacement=replacement, status="aanvaard")
    return _put(
        decisions, {number: [changed]}, Verdict(time, who, "label", f"{label} {replacement}")
    )


def rename(
    decisions: Decisions, *, number: int, replacement: str, who: str, time: str
) -> Decisions:
    """Change what replaces an entity."""
    changed = replace(_entity(decisions, number), replacement=replacement, status="aanvaard")
    return _put(decisions, {number: [changed]}, Verdict(time, who, "vervanging", replacement))


def merge(decisions: Decisions, *, numbers: Sequence[int], who: str, time: str) -> Decisions:
    """Make one entity of several; the first gives label and replacement."""
    first, *others = dict.fromkeys(numbers)
    entities = [_entity(decisions, number) for number in (first, *others)]
    mentions = sorted(o for entity in entities for o in entity.occurrences)
    kept = replace(entities[0], occurrences=tuple(mentions), status="aanvaard")
    changes = {first: [kept]} | {number: [] for number in others}
    return _put(decisions, changes, Verdict(time, who, "samengevoegd", kept.replacement))


def split(
    decisions: Decisions,
    *,
    number: int,
    starts: Sequence[int],
    replacement: str,
    who: str,
    time: str,
) -> Decisions:
    """Take the mentions that begin at `starts` out of an entity, and make them one of their own.

    Raises
    ------
    Refused
        When no mention begins there, or none would be left.

    """
    entity = _entity(decisions, number)
    apart = tuple(o for o in entity.occurrences if o.start in set(starts))
    left = tuple(o for o in entity.occurrences if o.start not in set(starts))
    if not apart or not left or len(apart) != len(set(starts)):
        raise Refused([messages.problem("P166", _place(decisions), number=number)])
    changed = [
        replace(entity, occurrences=left, status="aanvaard"),
        replace(entity, occurrences=apart, replacement=replacement, status="aanvaard"),
    ]
    return _put(decisions, {number: changed}, Verdict(time, who, "gesplitst", replacement))


def add(  # noqa: PLR0913  who and when belong to every decision
    decisions: Decisions,
    *,
    raw: str,
    start: int,
    end: int,
    label: str,
    replacement: str,
    who: str,
    time: str,
) -> Decisions:
    """Add a mention the machine missed; with a known replacement it joins that entity.

    An entity that was rejected is left as it is.

    Raises
    ------
    Refused
        When the place lies outside the text or overlaps another mention, or the label does not
        exist.

    """
    place = _place(decisions)
    if label not in LABELS:
        raise Refused([messages.problem("P165", place, label=label, labels=", ".join(LABELS))])
    taken = [o for e in decisions.entities if e.status != "afgewezen" for o in e.occurrences]
    if not 0 <= start < end <= len(raw) or any(o.start < end and start < o.end for o in taken):
        raise Refused([messages.problem("P167", place, start=start, end=end)])
    mention = Occurrence(start, end, raw[start:end])
    for number, entity in enumerate(decisions.entities, 1):
        same = (entity.label, entity.replacement) == (label, replacement)
        if same and entity.status != "afgewezen":
            mentions = tuple(sorted((*entity.occurrences, mention)))
            changed = replace(entity, occurrences=mentions, status="aanvaard")
            return _put(
                decisions, {number: [changed]}, Verdict(time, who, "toegevoegd", replacement)
            )
    entity = Entity(label, replacement, "", (mention,), "aanvaard")
    grown = replace(decisions, entities=(*decisions.entities, entity))
    return _put(grown, {}, Verdict(time, who, "toegevoegd", replacement))


def finish(decisions: Decisions, *, who: str, time: str) -> Decisions:
    """Close a reading: the first makes the state *nagekeken*, another reader's *tweede lezer*.

    What is still proposed counts as accepted: the reader has seen it.

    Raises
    ------
    Refused
        When the second reader is the first one.

    """
    day = time[:10]
    if decisions.state == MACHINE:
        seen = tuple(
            replace(e, status="aanvaard") if e.status == "voorgesteld" else e
            for e in decisions.entities
        )
        done = replace(decisions, state=REVIEWED, reviewed_by=who, reviewed_on=day, entities=seen)
        return _note(done, Verdict(time, who, REVIEWED))
    if who == decisions.reviewed_by:
        raise Refused([messages.problem("P168", _place(decisions))])
    done = replace(decisions, state=SECOND, second_by=who, second_on=day)
    return _note(done, Verdict(time, who, SECOND))


def _mark(
    decisions: Decisions, numbers: Sequence[int], *, status: str, who: str, time: str
) -> Decisions:
    """Give entities a status, with a line in the log for each."""
    for number in numbers:
        entity = _entity(decisions, number)
        changes = {number: [replace(entity, status=status)]}
        decisions = _put(decisions, changes, Verdict(time, who, status, entity.replacement))
    return decisions


def _entity(decisions: Decisions, number: int) -> Entity:
    """Return the entity with a number, or refuse."""
    if not 1 <= number <= len(decisions.entities):
        values = {"number": number, "count": len(decisions.entities), "interview": decisions.id}
        raise Refused([messages.problem("P164", _place(decisions), **values)])
    return decisions.entities[number - 1]


def _put(decisions: Decisions, changes: dict[int, list[Entity]], verdict: Verdict) -> Decisions:
    """Put other entities in the places of some, and note it; a second reading must be redone."""
    entities = tuple(
        new
        for number, old in enumerate(decisions.entities, 1)
        for new in changes.get(number, [old])
    )
    if decisions.state == SECOND:
        decisions = replace(decisions, state=REVIEWED, second_by="", second_on="")
    return _note(replace(decisions, entities=entities), verdict)


def _note(decisions: Decisions, verdict: Verdict) -> Decisions:
    """Write a decision in the log."""
    return replace(decisions, log=(*decisions.log, verdict))


def _place(decisions: Decisions) -> str:
    """Return the path of the decisions."""
    return f"interviews/raw/{decisions.id}.decisions.yaml"
