"""Apply reviewed decisions to a raw transcript."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Problem, Refused

if TYPE_CHECKING:
    from paraplu.records import Decisions, Occurrence

__all__ = ["apply_decisions"]


def apply_decisions(raw: str, *, decisions: Decisions) -> str:
    """Return the pseudonymised text.

    Parameters
    ----------
    raw
        The raw transcript, normalised (NFC, LF).
    decisions
        What to replace; offsets in code points into `raw`. What is rejected stays.

    Raises
    ------
    Refused
        When the decisions were made on another text, or two mentions overlap. Nothing is
        replaced then: half a pseudonymisation is none.

    Examples
    --------
    >>> from paraplu.records import Decisions, Entity, Occurrence
    >>> raw = "R: Ik ben Jan."
    >>> jan = Entity("PERSON", "[persoon 1]", "", (Occurrence(10, 13, "Jan"),))
    >>> digest = hashlib.sha256(raw.encode()).hexdigest()
    >>> apply_decisions(raw, decisions=Decisions("R01", digest, "nagekeken", "", "", (jan,)))
    'R: Ik ben [persoon 1].'

    """
    mentions = sorted(
        (occurrence, entity.replacement)
        for entity in decisions.entities
        if entity.status != "afgewezen"
        for occurrence in entity.occurrences
    )
    problems = _check(raw, [occurrence for occurrence, _ in mentions], decisions=decisions)
    if problems:
        raise Refused(problems)
    parts: list[str] = []
    done = 0
    for occurrence, replacement in mentions:
        parts += [raw[done : occurrence.start], replacement]
        done = occurrence.end
    return "".join([*parts, raw[done:]])


def _check(raw: str, mentions: list[Occurrence], *, decisions: Decisions) -> list[Problem]:
    """Name a text that is not the one decided on, and mentions that overlap."""
    place = f"interviews/raw/{decisions.id}.decisions.yaml"
    if hashlib.sha256(raw.encode("utf-8")).hexdigest() != decisions.sha256:
        return [messages.problem("P160", place, interview=decisions.id)]
    problems = []
    for mention in mentions:
        where = {"interview": decisions.id, "start": mention.start, "end": mention.end}
        if raw[mention.start : mention.end] != mention.text:
            problems.append(messages.problem("P161", place, **where))
    for earlier, later in pairwise(mentions):
        if later.start < earlier.end:
            where = {"interview": decisions.id, "start": later.start, "end": later.end}
            problems.append(messages.problem("P162", place, **where))
    return problems
