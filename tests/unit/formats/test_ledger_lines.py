"""A ledger: an event per line, and every line that is not one named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from paraplu.formats import parse_ledger, write_event

ULID = "01H00000000000000000000001"
ADD: dict[str, Any] = {
    "event": ULID, "time": "2023-03-01T10:00:00Z", "kind": "add", "coding": ULID, "codebook": 1,
    "doc": "x", "start": 0, "end": 3, "exact": "abc", "code": "zorg",
}  # fmt: skip


def codes(text: str) -> list[tuple[str, str]]:
    """Return code and place of every problem."""
    return [(p.code, p.place) for p in parse_ledger(text, path="a.jsonl").problems]


def line(**changes: object) -> str:
    """Return the line of an event with some fields changed; None takes a field away."""
    data = {key: value for key, value in (ADD | changes).items() if value is not None}
    return json.dumps(data) + "\n"


def test_a_whole_ledger_gives_its_events_with_their_lines() -> None:
    """Empty lines count as lines and are no events."""
    parsed = parse_ledger(line() + "\n" + line(), path="a.jsonl")
    assert [event.line for event in parsed.record] == [1, 3]
    assert not parsed.problems


def test_an_empty_ledger_has_no_events_and_no_problems() -> None:
    """Somebody may have coded nothing yet."""
    assert parse_ledger("", path="a.jsonl").record == ()


def test_a_broken_line_leaves_the_others_readable() -> None:
    """The problem names the line; the events around it stay."""
    text = line() + "{oeps\n" + line()
    assert codes(text) == [("P140", "a.jsonl:2")]
    assert len(parse_ledger(text, path="a.jsonl").record) == 2


def test_a_last_line_without_end_is_a_write_cut_off() -> None:
    """It has its own code, because the way out differs."""
    assert codes(line() + line()[:40]) == [("P141", "a.jsonl:2")]


def test_a_whole_last_line_without_newline_counts() -> None:
    """Only a line that is no JSON was cut off."""
    assert codes(line().rstrip()) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"event": "kort"}, "event"),
        ({"event": ULID + "\n"}, "event"),
        ({"coding": 7}, "coding"),
        ({"time": "gisteren"}, "time"),
        ({"kind": "wis"}, "kind"),
        ({"kind": ["add"]}, "kind"),
        ({"codebook": "1"}, "codebook"),
        ({"codebook": True}, "codebook"),
        ({"exact": None}, "exact"),
        ({"start": "0"}, "start"),
        ({"start": -3}, "start"),
        ({"counter": 1}, "counter"),
        ({"attributes": {"fase": 1}}, "attributes"),
        ({"attributes": []}, "attributes"),
        ({"onbekend": 1}, "onbekend"),
    ],
)
def test_a_field_with_the_wrong_form_is_named(changes: dict[str, object], field: str) -> None:
    """The line is left out, and the problem says which field."""
    parsed = parse_ledger(line(**changes), path="a.jsonl")
    assert [p.code for p in parsed.problems] == ["P142"]
    assert f"'{field}'" in parsed.problems[0].seen
    assert parsed.record == ()


@pytest.mark.parametrize("text", ["[]\n", "7\n", "null\n", '"x"\n'])
def test_json_that_is_no_event_is_named(text: str) -> None:
    """A list, a number, nothing or a text is not an event."""
    assert codes(text) == [("P142", "a.jsonl:1")]


@pytest.mark.parametrize("text", ["[" * 100_000 + "\n", "9" * 5000 + "\n"])
def test_json_that_would_exhaust_the_reader_is_a_broken_line(text: str) -> None:
    """Depth and length give no traceback."""
    assert [code for code, _ in codes(text + line())] == ["P140"]


def test_a_written_event_is_read_back_the_same() -> None:
    """Writing adds the newline, and nothing is lost."""
    event = parse_ledger(line(memo="é “x”", counter=True), path="a.jsonl").record[0]
    assert parse_ledger(write_event(event), path="a.jsonl").record == (event,)


def test_a_problem_never_repeats_the_words_that_were_coded() -> None:
    """What respondents said stays out of messages."""
    parsed = parse_ledger(line(exact="geheime woorden", start="0"), path="a.jsonl")
    assert "geheim" not in str(parsed.problems)
