"""``codebook/codings/<coder>/<interview>.jsonl``: an append-only ledger, one event per line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.records import Event
from paraplu.spans import normalise

if TYPE_CHECKING:
    from paraplu.errors import Problem

__all__ = ["KINDS", "parse_ledger", "write_event"]

KINDS = ("add", "revise", "remove", "memo")
HEAD = ("event", "time", "kind", "coding", "codebook")
ADD = ("doc", "exact", "code", "start", "end")
ULID = re.compile(r"^[0-9A-HJKMNP-TV-Z]{26}$")
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
TYPES: dict[str, type] = {
    "doc": str, "start": int, "end": int, "exact": str, "prefix": str, "suffix": str,
    "code": str, "attributes": dict, "memo": str, "counter": bool,
}  # fmt: skip


def parse_ledger(text: str, *, path: str) -> Parsed[tuple[Event, ...]]:
    """Read the events of a ledger, in the order of the file.

    A line that cannot be read is named and left out; the other lines still count. A last line
    without newline that is not whole JSON is a write that was cut off, and named as such.
    """
    events: list[Event] = []
    problems: list[Problem] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            code = "P141" if number == len(lines) else "P140"
            problems.append(messages.problem(code, place))
            continue
        fault = _find_fault(data)
        if fault:
            problems.append(messages.problem("P142", place, field=fault))
            continue
        fields = {key: value for key, value in data.items() if key not in HEAD}
        head = {key: data[key] for key in HEAD}
        events.append(Event(**head, fields=fields, line=number))
    return Parsed(tuple(events), tuple(problems))


def write_event(event: Event) -> str:
    """Return the line of an event, newline included; parsing it gives the same event.

    A line that NFC would change, as an accent typed apart from its letter does, is written in
    ASCII: a ledger is in NFC, and an accent after an escape would otherwise break it.
    """
    data: dict[str, object] = {key: getattr(event, key) for key in HEAD}
    data.update(event.fields)
    line = json.dumps(data, ensure_ascii=False, separators=(", ", ": "))
    if normalise(line) != line:
        line = json.dumps(data, separators=(", ", ": "))
    return line + "\n"


def _find_fault(data: object) -> str:
    """Return the first field that is missing or has the wrong form, or nothing."""
    if not isinstance(data, dict):
        return "regel"
    head = {
        "event": _matches(ULID, data.get("event")),
        "coding": _matches(ULID, data.get("coding")),
        "time": _matches(TIME, data.get("time")),
        "kind": data.get("kind") in KINDS,
        "codebook": type(data.get("codebook")) is int,
    }
    faults = [field for field, well in head.items() if not well]
    if data.get("kind") == "add":
        faults += [field for field in ADD if field not in data]
    faults += [field for field, value in data.items() if not _fits(field, value)]
    return faults[0] if faults else ""


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    """Tell whether the value is text of this form."""
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _fits(field: str, value: object) -> bool:
    """Tell whether a field beyond the head exists and holds what it must."""
    if field in HEAD:
        return True
    if type(value) is not TYPES.get(field):
        return False
    if isinstance(value, dict):
        return all(isinstance(each, str) for each in value.values())
    return not isinstance(value, int) or value >= 0
