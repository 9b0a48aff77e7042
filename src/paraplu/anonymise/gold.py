"""Gold stand-off: small texts with what should be found in them, and what is known to fail."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeGuard

from paraplu import messages
from paraplu.anonymise.detection import DIRECT, LABELS
from paraplu.errors import Refused
from paraplu.records import Decisions, Entity, Occurrence

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["KINDS", "GoldText", "KnownFailure", "parse_gold"]

KINDS = ("missed", "unneeded")


@dataclass(frozen=True, slots=True, order=True)
class KnownFailure:
    """A stretch that detection is known to get wrong, in code points.

    `kind` is ``missed`` (a span of the standard that is not covered whole) or ``unneeded`` (a
    mention where the standard has none).
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text, the spans that should be found as decisions, and the failures that are known."""

    name: str
    about: str
    text: str
    gold: Decisions
    known: tuple[KnownFailure, ...] = ()


def parse_gold(text: str, data: str, *, name: str, place: str) -> GoldText:
    """Read the standard of one text.

    Parameters
    ----------
    text
        The text, normalised.
    data
        JSON: ``{"about", "spans": [{"start", "end", "label", "entity", "direct"}],
        "known_failures": [{"start", "end", "kind"}]}``; offsets are code points, end-exclusive.
        ``direct`` repeats whether the label identifies by itself, for readers of the file.
    name, place
        Name of the text, and of the file for messages.

    Raises
    ------
    Refused
        P172 with what is wrong.

    """
    try:
        given = json.loads(data)
    except json.JSONDecodeError as error:
        line = f"{place}:{error.lineno}"
        raise _wrong(line, "json") from error
    spans = given.get("spans") if isinstance(given, dict) else None
    known = given.get("known_failures", []) if isinstance(given, dict) else None
    if not (_is_list(spans) and _is_list(known)):
        raise _wrong(place, "shape")
    marks = sorted((_read_span(row, text, place=place) for row in spans), key=lambda m: m[:2])
    if any(mark[0] < before[1] for before, mark in pairwise(marks)):
        raise _wrong(place, "overlap")
    failures = tuple(sorted(_read_failure(row, text, place=place) for row in known))
    about = str(given.get("about", ""))
    return GoldText(name, about, text, _decide(marks, text, name=name), failures)


def _is_list(rows: object) -> TypeGuard[list[dict[str, Any]]]:
    """Tell whether rows are a list of objects."""
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _read_span(row: dict[str, Any], text: str, *, place: str) -> tuple[int, int, str, str]:
    """Return start, end, label and entity of a span."""
    start, end = _read_borders(row, text, place=place)
    label, entity = row.get("label"), row.get("entity")
    if label not in LABELS:
        raise _wrong(place, "label")
    if not isinstance(entity, (int, str)):
        raise _wrong(place, "entity")
    if row.get("direct", label in DIRECT) is not (label in DIRECT):
        raise _wrong(place, "direct")
    return start, end, str(label), str(entity)


def _read_failure(row: dict[str, Any], text: str, *, place: str) -> KnownFailure:
    """Return a known failure."""
    start, end = _read_borders(row, text, place=place)
    kind = row.get("kind")
    if kind not in KINDS:
        raise _wrong(place, "kind")
    return KnownFailure(start, end, str(kind))


def _read_borders(row: dict[str, Any], text: str, *, place: str) -> tuple[int, int]:
    """Return borders that lie within the text."""
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise _wrong(place, "borders")
    return start, end


def _decide(marks: Sequence[tuple[int, int, str, str]], text: str, *, name: str) -> Decisions:
    """Write spans as decisions, an entity each with all its mentions."""
    grouped: dict[tuple[str, str], list[Occurrence]] = {}
    for start, end, label, entity in marks:
        grouped.setdefault((label, entity), []).append(Occurrence(start, end, text[start:end]))
    entities = tuple(
        Entity(label, f"{label} {entity}", "", tuple(found))
        for (label, entity), found in grouped.items()
    )
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Decisions(name, digest, "nagekeken", "", "", entities)


def _wrong(place: str, fault: str) -> Refused:
    """Return the refusal of a standard that is wrong."""
    from paraplu.messages.anonymise import GOLD_FAULTS

    return Refused([messages.problem("P172", place, fault=GOLD_FAULTS[fault])])
