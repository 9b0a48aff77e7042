"""The events that take codings along to a corrected text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.coding.anchoring import find_quotation
from paraplu.coding.editing import next_time, place_fields, write_time
from paraplu.coding.fold import fold
from paraplu.records import Event
from paraplu.spans import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from paraplu.coding.anchoring import Anchoring
    from paraplu.records import Coding, Transcript

__all__ = ["Reanchored", "derive_ulid", "reanchor"]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Reanchored:
    """What a correction does to one ledger.

    `events` are to be appended; `moved` counts codings that have a place in the new text,
    `unplaced` are those that have none: they stay in the ledger as they were.
    """

    events: tuple[Event, ...]
    moved: int
    unplaced: tuple[Coding, ...]


def reanchor(
    events: Sequence[Event],
    *,
    anchoring: Anchoring,
    transcript: Transcript,
    coder: str,
    codebook: int,
    now: dt.datetime,
) -> Reanchored:
    """Take the living codings of a ledger along to a corrected text.

    Parameters
    ----------
    events
        All events of the ledger.
    anchoring
        The old body and the new one.
    transcript
        The new transcript.
    coder
        Whose ledger it is.
    codebook
        The version in force.
    now
        The clock.

    Returns
    -------
    Reanchored
        A coding whose words do not stand at its place in the old body is looked for by its
        words alone.

    """
    added: list[Event] = []
    unplaced: list[Coding] = []
    moment = next_time(now, after=events)
    codings = fold(events, coder=coder, interview=transcript.id)
    for coding in codings:
        span = _find(coding, anchoring=anchoring)
        if span is None:
            unplaced.append(coding)
            continue
        fields = place_fields(transcript, start=span.start, end=span.end)
        name = derive_ulid(coding.id, transcript.sha256, moment=moment)
        added.append(Event(name, write_time(moment), "revise", coding.id, codebook, fields))
    return Reanchored(tuple(added), len(added), tuple(unplaced))


def derive_ulid(*parts: str, moment: dt.datetime) -> str:
    """Return a ULID of this moment that is the same for the same parts.

    Examples
    --------
    >>> import datetime as dt
    >>> derive_ulid("a", "b", moment=dt.datetime(2023, 7, 1, tzinfo=dt.UTC))[:10]
    '01H47BZN00'

    """
    chance = hashlib.sha256("\0".join(parts).encode("utf-8")).digest()[:10]
    number = (int(moment.timestamp() * 1000) << 80) | int.from_bytes(chance, "big")
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))


def _find(coding: Coding, *, anchoring: Anchoring) -> Span | None:
    """Return where a coding stands now."""
    around = {"prefix": coding.prefix, "suffix": coding.suffix}
    if anchoring.before[coding.start : coding.end] != coding.exact or not coding.exact:
        return find_quotation(anchoring.after, coding.exact, **around)
    return anchoring.find(Span(coding.start, coding.end), **around)
