"""Coding over HTTP: what is written, what is refused, what is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.study import Study
from tests.functional.coding_calls import add, codes, send, ulid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.testclient import TestClient


def test_a_coding_is_there_after_a_new_start(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """What was acknowledged is what another server reads, and what the study folds."""
    client = open_app(small_study, "coder-a")
    answer = add(client, 1, "niet fijn 😀", memo="één")
    assert answer.status_code == 200
    again = open_app(small_study, "coder-a").get("/api/interviews/R01").json()
    assert again["codings"]["coder-a"] == answer.json()["codings"]
    assert again["state"] == answer.json()["state"]
    stored = {coding.id: coding for coding in Study(small_study).ledgers["coder-a"]["R01"]}
    assert (stored[ulid(1)].exact, stored[ulid(1)].memo) == ("niet fijn 😀", "één")


def test_an_event_that_is_sent_twice_is_acknowledged_twice(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """And stands in the ledger once."""
    client = open_app(small_study, "coder-a")
    first, second = add(client, 1).json(), add(client, 1).json()
    assert first == second
    ledger = small_study / "codebook" / "codings" / "coder-a" / "R01.jsonl"
    assert ledger.read_text(encoding="utf-8").count(f'"event": "{ulid(1)}"') == 1


def test_one_wrong_event_stops_the_whole_request(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Every problem is named, nothing is written."""
    client = open_app(small_study, "coder-a")
    before = client.get("/api/interviews/R01/state").json()
    good = {"event": ulid(1), "kind": "remove", "coding": client.get("/api/interviews/R01").json()
            ["codings"]["coder-a"][0]["id"]}  # fmt: skip
    wrong = {"event": ulid(2), "kind": "remove", "coding": ulid(9)}
    answer = send(client, good, wrong)
    assert (answer.status_code, codes(answer)) == (422, ["P233"])
    assert client.get("/api/interviews/R01/state").json() == before


def test_work_of_another_coder_is_not_taken_over(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """A page that was left open by one coder never writes in the ledger of the next."""
    client = open_app(small_study, "coder-b")
    doc = client.get("/api/interviews/R01/state").json()["sha256"]
    asked = {"doc": doc, "coder": "coder-a", "events": []}
    answer = client.post("/api/interviews/R01/events", json=asked)
    assert (answer.status_code, codes(answer)) == (409, ["P522"])
    assert client.post("/api/interviews/R01/events", json={**asked, "coder": "coder-b"}).is_success


def test_undo_is_a_new_event(small_study: Path, open_app: Callable[..., TestClient]) -> None:
    """Removed, and brought back by a revise with nothing but its words."""
    client = open_app(small_study, "coder-a")
    made = add(client, 1).json()["codings"]
    gone = send(client, {"event": ulid(2), "kind": "remove", "coding": ulid(1)}).json()
    assert ulid(1) not in {coding["id"] for coding in gone["codings"]}
    fields = {"code": "dreiging"}
    back = {"event": ulid(3), "kind": "revise", "coding": ulid(1), "fields": fields}
    assert send(client, back).json()["codings"] == made


def test_a_text_that_changed_underneath_is_a_conflict(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Nothing is written at offsets into another text."""
    client = open_app(small_study, "coder-a")
    asked = {"doc": "0" * 64, "events": []}
    answer = client.post("/api/interviews/R01/events", json=asked)
    assert (answer.status_code, codes(answer)) == (409, ["P511"])


def test_another_window_and_a_pull_are_noticed(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """The state changes, and both windows see the codings of both."""
    one, two = open_app(small_study, "coder-a"), open_app(small_study, "coder-a")
    before = one.get("/api/interviews/R01/state").json()
    add(two, 1)
    assert one.get("/api/interviews/R01/state").json()["state"] != before["state"]
    assert {ulid(1), ulid(2)} <= {coding["id"] for coding in add(one, 2).json()["codings"]}


def test_half_a_line_in_the_ledger_is_said(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """The coder reads that something was cut off, and codes on."""
    ledger = small_study / "codebook" / "codings" / "coder-a" / "R01.jsonl"
    with ledger.open("ab") as stream:
        stream.write(b'{"event": "01')
    client = open_app(small_study, "coder-a")
    problems = client.get("/api/interviews/R01").json()["problems"]
    assert [problem["code"] for problem in problems] == ["P512"]
    assert add(client, 1).status_code == 200
