"""Mending decisions: other borders for a mention, and going back to what was decided before.

Like the functions of `deciding` these return new decisions, with who and when in the log.
"""

from __future__ import annotations

from dataclasses import replace

from paraplu import messages
from paraplu.errors import Refused
from paraplu.records import Decisions, Occurrence, Verdict

__all__ = ["move_borders", "restore"]

SECOND, REVIEWED = "tweede lezer", "nagekeken"


def move_borders(  # noqa: PLR0913  who and when belong to every decision
    decisions: Decisions,
    *,
    raw: str,
    number: int,
    mention: int,
    start: int,
    end: int,
    who: str,
    time: str,
) -> Decisions:
    """Give one mention of an entity other borders: the machine saw half a name, or too much.

    Parameters
    ----------
    decisions
        What is decided until now.
    raw
        The raw text.
    number
        The entity, counted from 1.
    mention
        Where its mention begins now; code points into `raw`.
    start, end
        Where it begins and ends from now on.
    who, time
        Who decides, and when (ISO 8601).

    Raises
    ------
    Refused
        P164 without such an entity, P166 when no mention of it begins there, P167 when the
        place lies outside the text or shares characters with another mention.

    """
    place = f"interviews/raw/{decisions.id}.decisions.yaml"
    if not 1 <= number <= len(decisions.entities):
        values = {"number": number, "count": len(decisions.entities), "interview": decisions.id}
        raise Refused([messages.problem("P164", place, **values)])
    entity = decisions.entities[number - 1]
    old = next((each for each in entity.occurrences if each.start == mention), None)
    if old is None:
        raise Refused([messages.problem("P166", place, number=number)])
    others = (
        each
        for one in decisions.entities
        if one.status != "afgewezen" or one is entity
        for each in one.occurrences
        if each is not old
    )
    if not 0 <= start < end <= len(raw) or any(o.start < end and start < o.end for o in others):
        raise Refused([messages.problem("P167", place, start=start, end=end)])
    moved = Occurrence(start, end, raw[start:end])
    mentions = tuple(sorted(moved if each is old else each for each in entity.occurrences))
    changed = replace(entity, occurrences=mentions, status="aanvaard")
    entities = tuple(changed if each is entity else each for each in decisions.entities)
    if decisions.state == SECOND:
        decisions = replace(decisions, state=REVIEWED, second_by="", second_on="")
    verdict = Verdict(time, who, "grenzen", entity.replacement)
    return replace(decisions, entities=entities, log=(*decisions.log, verdict))


def restore(
    decisions: Decisions, *, earlier: Decisions, what: str, who: str, time: str
) -> Decisions:
    """Go back to what was decided before; the log keeps everything, this step included.

    Parameters
    ----------
    decisions
        What stands there now.
    earlier
        What stood there before, on the same text.
    what
        What the log calls it, such as ``ongedaan gemaakt``.
    who, time
        Who decides, and when (ISO 8601).

    """
    return replace(earlier, log=(*decisions.log, Verdict(time, who, what)))
