"""What a review tells: text, proposals, how far it is, and what is wrong with it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from paraplu.records import Decisions, Entity
from paraplu.study import Study
from paraplu.study.anonymising import save_decisions
from tests.functional.web_anonymise.calls import codes, done, outcome, show
from tests.functional.web_anonymise.raw import RAW, mentions, proposal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.testclient import TestClient


def test_a_review_tells_the_text_and_what_is_proposed(client: TestClient) -> None:
    """Offsets are code points into the body, also after an emoji."""
    found = show(client)
    words = [
        [found["body"][o["start"] : o["end"]] for o in one["occurrences"]]
        for one in found["entities"]
    ]
    assert words[0] == ["Karin Bloem", "Bloem", "Bloem"]
    assert words[1:] == [["Kate"], ["Holt"], ["3 mei 2021"]]
    assert (found["state"], found["decided"], found["mentions"]) == ("machine", 0, 6)
    assert [turn["speaker"] for turn in found["turns"]] == ["I", "R", "R"]
    assert found["free"]["PERSON"] == "[persoon 3]"


def test_the_list_tells_how_far_every_review_is(client: TestClient, reviewing: Path) -> None:
    """Also of a raw text without a proposal, and as a file without names."""
    (reviewing / "interviews" / "raw" / "R42.txt").write_text("I: Ja?\n", encoding="utf-8")
    done(client, {"op": "accept", "numbers": [1, 2]})
    rows = client.get("/api/anonymise").json()["reviews"]
    found = [(row["id"], row["state"], row["decided"], row["entities"]) for row in rows]
    assert found == [("R41", "machine", 2, 4), ("R42", "", 0, 0)]
    table = client.get("/api/anonymise", params={"format": "csv"}).text
    assert "R41" in table
    assert "Bloem" not in table


def test_the_net_holds_other_capitals_and_numbers(client: TestClient) -> None:
    """As places, not as words."""
    net = client.get("/api/anonymise/R41/net").json()["net"]
    words = {RAW[start:end] for start, end in net}
    assert {"Leen", "47"} <= words
    assert all(0 <= start < end <= len(RAW) for start, end in net)


def test_passages_to_weigh_are_told(reviewing: Path, open_app: Callable[..., TestClient]) -> None:
    """What tells who somebody is without a name; not what a respondent said who withdrew."""
    said = "Een raadslid dat een glas naar de voorzitter gooide."
    text = f"I: Wie?\n\nR1: {said}\n\nR2: {said}\n"
    (reviewing / "interviews" / "raw" / "R02.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    save_decisions(Study(reviewing), Decisions("R02", digest, "machine", "", "", ()))
    client = open_app(reviewing, "coder-a")
    both = client.get("/api/anonymise/R02/net").json()["passages"]
    assert [text[start:end] for start, end in both] == [said, said]
    table = reviewing / "interviews" / "respondents.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines[:3], lines[3].removesuffix("nee") + "ja"]) + "\n")
    assert client.get("/api/anonymise/R02/net").json()["passages"] == both[:1]


def test_the_outcome_tells_where_replacements_stand(client: TestClient) -> None:
    """Each by the number of its entity."""
    done(client, {"op": "reject", "numbers": [3]})
    found = client.get("/api/anonymise/R41/text").json()
    shown = [found["body"][one["start"] : one["end"]] for one in found["spans"]]
    assert shown == [
        "[persoon 1]", "[persoon 1]", "[persoon 2]", "[persoon 1]", "[in het voorjaar van 2021]",
    ]  # fmt: skip
    assert [one["number"] for one in found["spans"]] == [1, 1, 2, 1, 4]


def test_a_raw_text_without_proposal_says_what_to_do(client: TestClient, reviewing: Path) -> None:
    """And so does an interview that nobody imported."""
    (reviewing / "interviews" / "raw" / "R42.txt").write_text("I: Ja?\n", encoding="utf-8")
    answer = client.get("/api/anonymise/R42")
    assert (answer.status_code, codes(answer)) == (404, ["P170"])
    assert "paraplu anonymise R42" in answer.json()["problems"][0]["do"]
    answer = client.get("/api/anonymise/R43")
    assert (answer.status_code, codes(answer)) == (404, ["P169"])


def test_another_raw_text_is_not_shown_with_these_decisions(
    client: TestClient, reviewing: Path
) -> None:
    """Every offset would be wrong."""
    raw = reviewing / "interviews" / "raw" / "R41.txt"
    raw.write_text(f"I: Nog iets.\n\n{RAW}", encoding="utf-8")
    answer = client.get("/api/anonymise/R41")
    assert (answer.status_code, codes(answer)) == (409, ["P160"])


def test_mentions_that_overlap_are_mended_in_the_room(client: TestClient, reviewing: Path) -> None:
    """Somebody typed them in the file: it is said, nothing is written, and a step mends it."""
    found = proposal()
    twice = Entity("PERSON", "[persoon 9]", "", mentions(("Karin", 0)))
    save_decisions(Study(reviewing), replace(found, entities=(*found.entities, twice)))
    assert [problem["code"] for problem in show(client)["problems"]] == ["P162"]
    assert codes(client.get("/api/anonymise/R41/text")) == ["P162"]
    done(client, {"op": "accept", "numbers": [2]})
    assert done(client, {"op": "reject", "numbers": [5]})["problems"] == []
    assert "[persoon 1]" in outcome(client)


def test_decisions_that_cannot_be_read_are_named_in_the_list(
    client: TestClient, reviewing: Path
) -> None:
    """The other reviews are there all the same."""
    broken = reviewing / "interviews" / "raw" / "R40.decisions.yaml"
    broken.write_text("id: [", encoding="utf-8")
    rows = client.get("/api/anonymise").json()["reviews"]
    assert [row["id"] for row in rows] == ["R40", "R41"]
    assert rows[0]["problem"]


def test_only_interviews_are_in_the_list(client: TestClient, reviewing: Path) -> None:
    """Another text beside the raw ones is not shown."""
    (reviewing / "interviews" / "raw" / "notities.txt").write_text("x", encoding="utf-8")
    assert [row["id"] for row in client.get("/api/anonymise").json()["reviews"]] == ["R41"]
    assert client.get("/api/anonymise/notities").status_code == 404
