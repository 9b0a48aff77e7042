"""Deciding in a review: every step, undoing it, and who else decides meanwhile."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.study import Study
from paraplu.study.anonymising import read_decisions
from tests.functional.web_anonymise.calls import codes, done, outcome, show, take
from tests.functional.web_anonymise.raw import RAW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.testclient import TestClient


def entity(review: dict[str, Any], replacement: str) -> dict[str, Any]:
    """Return the entity with a replacement."""
    found: dict[str, Any] = next(
        one for one in review["entities"] if one["replacement"] == replacement
    )
    return found


def test_what_is_accepted_and_rejected_is_noted_with_who(
    client: TestClient, reviewing: Path
) -> None:
    """In the same file as the command does it, with the coder in the log."""
    found = done(client, {"op": "accept", "numbers": [1]}, {"op": "reject", "numbers": [3]})
    assert [one["status"] for one in found["entities"][:3]] == [
        "aanvaard", "voorgesteld", "afgewezen",
    ]  # fmt: skip
    decisions = read_decisions(Study(reviewing), "R41")
    assert decisions is not None
    assert [(line.who, line.what) for line in decisions.log] == [
        ("coder-a", "aanvaard"), ("coder-a", "afgewezen"),
    ]  # fmt: skip
    assert "in Holt" in outcome(client)


def test_another_kind_gets_another_pseudonym(client: TestClient) -> None:
    """Without a replacement the next free one of that kind is taken."""
    found = done(client, {"op": "relabel", "numbers": [3], "label": "PLACE"})
    assert (found["entities"][2]["label"], found["entities"][2]["replacement"]) == (
        "PLACE", "[plaats 1]",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "kept"), [("plaats 9", "[plaats 9]"), ("[de wijk]", "[de wijk]")]
)
def test_another_replacement_stands_in_brackets(client: TestClient, asked: str, kept: str) -> None:
    """With or without brackets typed."""
    found = done(client, {"op": "rename", "numbers": [3], "replacement": asked})
    assert found["entities"][2]["replacement"] == kept


@pytest.mark.parametrize("asked", ["[]", "a]b", "[[a]]", "a\nb", "a\u2028b", "[ ]", "—", "a\x00b"])
def test_a_replacement_that_cannot_be_is_refused(client: TestClient, asked: str) -> None:
    """Brackets within it, more lines, or nothing: the text could not be read back."""
    answer = take(client, {"op": "rename", "numbers": [3], "replacement": asked})
    assert (answer.status_code, codes(answer)) == (422, ["P532"])


def test_two_become_one_and_one_becomes_two(client: TestClient) -> None:
    """Merged mentions share a replacement; what is split off gets the next free one."""
    found = done(client, {"op": "merge", "numbers": [1, 2]})
    assert len(found["entities"][0]["occurrences"]) == 4
    first = found["entities"][0]["occurrences"][0]["start"]
    found = done(client, {"op": "split", "numbers": [1], "starts": [first]})
    assert len(entity(found, "[persoon 2]")["occurrences"]) == 1
    assert len(entity(found, "[persoon 1]")["occurrences"]) == 3


@pytest.mark.parametrize("numbers", [[], [2], [2, 2]])
def test_one_with_itself_is_no_merge(client: TestClient, numbers: list[int]) -> None:
    """Nothing is lost by it."""
    answer = take(client, {"op": "merge", "numbers": numbers})
    assert (answer.status_code, codes(answer)) == (422, ["P535"])
    assert len(show(client)["entities"]) == 4


@pytest.mark.parametrize(
    ("word", "label", "replacement"),
    [("Leen", "PERSON", "[persoon 3]"), ("47", "AGE", "[eind veertig]")],
)
def test_what_was_missed_is_added(
    client: TestClient, word: str, label: str, replacement: str
) -> None:
    """A name gets the next pseudonym, an age a part of its decade."""
    start = RAW.index(word)
    step = {"op": "add", "start": start, "end": start + len(word), "label": label}
    found = done(client, step)
    assert entity(found, replacement)["status"] == "aanvaard"
    assert word not in outcome(client)


def test_a_known_replacement_takes_in_what_is_added(client: TestClient) -> None:
    """The same person under another name."""
    start = RAW.index("Leen")
    step = {
        "op": "add", "start": start, "end": start + 4, "label": "PERSON",
        "replacement": "[persoon 1]",
    }  # fmt: skip
    assert len(done(client, step)["entities"][0]["occurrences"]) == 4


def test_half_a_name_becomes_whole(client: TestClient) -> None:
    """A mention gets the borders of the whole name."""
    start, whole = RAW.index("Kate"), RAW.index("Ten Kate Veen")
    step = {
        "op": "borders", "numbers": [2], "starts": [start], "start": whole, "end": whole + 13,
    }  # fmt: skip
    done(client, step)
    assert "ken [persoon 2]. Ik" in outcome(client)


@pytest.mark.parametrize("words", ["Bloem?\n\nR: Ja", "R: Ja", "\n\nR"])
@pytest.mark.parametrize("op", ["add", "borders"])
def test_a_mention_stays_within_a_turn(client: TestClient, words: str, op: str) -> None:
    """Else the letter of a speaker would be replaced, and a turn be lost."""
    start = RAW.index(words)
    first = RAW.index("Karin")
    step = {
        "op": op, "numbers": [1], "starts": [first], "start": start, "end": start + len(words),
        "label": "PERSON",
    }  # fmt: skip
    answer = take(client, step)
    assert (answer.status_code, codes(answer)) == (422, ["P536"])


def test_mentions_never_come_to_overlap(client: TestClient) -> None:
    """Something rejected is not taken back when its words are replaced already."""
    done(client, {"op": "reject", "numbers": [2]})
    whole = RAW.index("Ten Kate Veen")
    done(client, {"op": "add", "start": whole, "end": whole + 13, "label": "PERSON"})
    answer = take(client, {"op": "accept", "numbers": [2]})
    assert (answer.status_code, codes(answer)) == (422, ["P162"])


def test_steps_are_taken_together_or_not_at_all(client: TestClient) -> None:
    """The first is not kept when the second cannot be."""
    before = show(client)["version"]
    answer = take(client, {"op": "accept", "numbers": [1]}, {"op": "accept", "numbers": [9]})
    assert (answer.status_code, codes(answer)) == (422, ["P164"])
    assert show(client)["version"] == before


def test_steps_are_undone_and_done_again(client: TestClient, reviewing: Path) -> None:
    """As far back as the first, and the log keeps all of it."""
    start = show(client)
    first = done(client, {"op": "accept", "numbers": [1]})
    second = done(client, {"op": "merge", "numbers": [1, 2]})
    assert (second["undo"], second["redo"]) == (True, False)
    for way, wanted in (
        ("undo", first), ("undo", start), ("redo", first), ("redo", second), ("undo", first),
    ):  # fmt: skip
        version = show(client)["version"]
        found = client.post(f"/api/anonymise/R41/{way}", json={"version": version}).json()
        assert found["entities"] == wanted["entities"]
    after = done(client, {"op": "reject", "numbers": [4]})
    assert (after["undo"], after["redo"]) == (True, False)
    decisions = read_decisions(Study(reviewing), "R41")
    assert decisions is not None
    assert len(decisions.log) == 8


def test_nothing_is_undone_that_is_not_there(client: TestClient) -> None:
    """Neither before the first step nor after the last."""
    for way in ("undo", "redo"):
        version = show(client)["version"]
        answer = client.post(f"/api/anonymise/R41/{way}", json={"version": version})
        assert (answer.status_code, codes(answer)) == (409, ["P531"])


def test_who_decides_over_what_was_not_seen_is_told(
    client: TestClient, reviewing: Path, open_app: Callable[..., TestClient]
) -> None:
    """Another window, another coder or the command was first: theirs stays."""
    other = open_app(reviewing, "coder-b")
    seen = show(client)["version"]
    done(client, {"op": "accept", "numbers": [1]})
    done(other, {"op": "reject", "numbers": [2]})
    answer = take(client, {"op": "accept", "numbers": [2]}, version=seen)
    assert (answer.status_code, codes(answer)) == (409, ["P530"])
    assert show(client)["entities"][1]["status"] == "afgewezen"
    assert show(client)["undo"] is False
    version = show(client)["version"]
    answer = client.post("/api/anonymise/R41/undo", json={"version": version})
    assert codes(answer) == ["P531"]


def test_of_two_who_decide_at_once_nothing_is_lost(
    reviewing: Path, open_app: Callable[..., TestClient]
) -> None:
    """Each from an app of the own: what was acknowledged is there once, what was refused is not."""
    acknowledged: list[str] = []

    def work(coder: str, client: TestClient) -> None:
        for number in range(12):
            answer = take(client, {"op": "accept", "numbers": [1 + number % 4]})
            assert answer.status_code in {200, 409}
            acknowledged.extend([coder] * (answer.status_code == 200))

    apps = {coder: open_app(reviewing, coder) for coder in ("coder-a", "coder-b")}
    for client in apps.values():  # what an app builds at its first request it builds here
        take(client, {"op": "accept", "numbers": [9]})
    threads = [Thread(target=work, args=each) for each in apps.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    decisions = read_decisions(Study(reviewing), "R41")
    assert decisions is not None
    assert sorted(line.who for line in decisions.log) == sorted(acknowledged)
    assert len(acknowledged) >= 12


def test_two_people_read(
    client: TestClient, reviewing: Path, open_app: Callable[..., TestClient]
) -> None:
    """The first reading accepts what is open; the second is of another person."""
    found = done(client, {"op": "finish"})
    assert (found["state"], found["reviewed_by"], found["decided"]) == ("nagekeken", "coder-a", 4)
    answer = take(client, {"op": "finish"})
    assert (answer.status_code, codes(answer)) == (409, ["P168"])
    found = done(open_app(reviewing, "coder-b"), {"op": "finish"})
    assert (found["state"], found["second_by"]) == ("tweede lezer", "coder-b")
