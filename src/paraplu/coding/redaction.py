"""Taking words out of a ledger: the one exception to lines that are never changed (ADR 2)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from paraplu.spans import Edits, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paraplu.records import Event

__all__ = ["find_words", "redact_events", "redact_text"]

WORDS = ("memo", "exact", "prefix", "suffix")
PIECE = 3
"""Letters of the shortest piece of a name that is taken for one."""


def redact_events(
    events: Iterable[Event],
    *,
    body: str,
    edits: Edits,
    hashes: tuple[str, str],
    words: str,
) -> tuple[Event, ...]:
    """Return the events as they would be if the words had never been in the transcript.

    Parameters
    ----------
    events
        All events of one ledger, in the order of the file; those of removed codings too.
    body
        The body before the redaction.
    edits
        What is replaced in it.
    hashes
        Hash of the body before and after.
    words
        The words, which are taken out of memos and of passages that stand nowhere any more.

    Returns
    -------
    tuple of Event
        In the same order, with the same numbers and times. A passage that stood in its place
        still does; its context (`prefix`, `suffix`) is that of the new body.

    """
    listed = tuple(events)
    ordered = sorted(listed, key=lambda e: (e.coding, e.kind != "add", e.time, e.event))
    known: dict[str, dict[str, Any]] = {}
    changed: dict[int, Event] = {}
    for event in ordered:
        state = known.setdefault(event.coding, {})
        state.update(event.fields)
        fields = _redact_fields(
            event.fields, state=state, body=body, edits=edits, hashes=hashes, words=words
        )
        changed[id(event)] = replace(event, fields=fields)
    return tuple(changed[id(event)] for event in listed)


def redact_text(text: str, words: str, *, replacement: str) -> str:
    """Return a text with whole words replaced, however they are spaced.

    Examples
    --------
    >>> redact_text("Vos en Vosje; Jan  Vos.", "Vos", replacement="[persoon 1]")
    '[persoon 1] en Vosje; Jan  [persoon 1].'

    """
    return _pattern(words).sub(lambda _: replacement, text)


def find_words(text: str, words: str) -> tuple[Span, ...]:
    """Return where words stand whole, however they are spaced; capitals count.

    Examples
    --------
    >>> find_words("Vos, Vosje, vos", "Vos")
    (Span(start=0, end=3),)

    """
    return tuple(Span(*found.span()) for found in _pattern(words).finditer(text))


def _redact_fields(
    fields: Mapping[str, object],
    *,
    state: Mapping[str, Any],
    body: str,
    edits: Edits,
    hashes: tuple[str, str],
    words: str,
) -> dict[str, object]:
    """Return the fields of one event, given all that its coding says up to it."""
    new: dict[str, Any] = dict(fields)
    for name in WORDS:
        if isinstance(new.get(name), str):
            new[name] = redact_text(new[name], words, replacement=edits.replacement)
    old_hash, new_hash = hashes
    if new.get("doc") == old_hash:
        new["doc"] = new_hash
    held = _span(state)
    if held is None or body[held.start : held.end] != state.get("exact"):
        return _without_edges(new, words=words)
    after = edits.apply(body)
    moved = edits.move(held)
    found = {"start": moved.start, "end": moved.end, "exact": after[moved.start : moved.end]}
    new |= {name: value for name, value in found.items() if name in fields}
    before, behind = str(fields.get("prefix", "")), str(fields.get("suffix", ""))
    if before and body[: held.start].endswith(before):
        new["prefix"] = after[max(moved.start - len(before), 0) : moved.start]
    if behind and body[held.end :].startswith(behind):
        new["suffix"] = after[moved.end : moved.end + len(behind)]
    return new


def _span(state: Mapping[str, Any]) -> Span | None:
    """Return where a coding stands, when that is a place."""
    start, end = state.get("start"), state.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end:
        return None
    return Span(start, end)


def _without_edges(fields: dict[str, Any], *, words: str) -> dict[str, Any]:
    """Empty a context that was cut in the middle of the words: half a name is a name."""
    short = words.casefold()
    for cut in range(1, len(short) - PIECE + 1):
        if str(fields.get("prefix", "")).casefold().startswith(short[cut:]):
            fields["prefix"] = ""
        if str(fields.get("suffix", "")).casefold().endswith(short[:-cut]):
            fields["suffix"] = ""
    return fields


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds the words, whole, however they are spaced."""
    said = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){said}(?!\w)")
