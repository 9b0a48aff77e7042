"""The review of replacements over HTTP: what it tells, decides, refuses and keeps to itself."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.study.anonymising import read_decisions, save_decisions
from paraplu.vault import Vault
from paraplu.vault.vault import destroy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

RAW = (
    "I: Dag. U bent Karin Bloem?\n\n"
    "R: Ja 😀, Bloem. Ik woon in Holt en ken Ten Kate Veen. Ik ben 47.\n\n"
    "R: Bloem zei Leen dat het op 3 mei 2021 was.\n"
)
WORDS = "negen rode paraplus"


def mentions(*words: tuple[str, int]) -> tuple[Occurrence, ...]:
    """Return mentions of words, each by how many times it stood before."""
    found = []
    for word, nth in words:
        start = -1
        for _ in range(nth + 1):
            start = RAW.index(word, start + 1)
        found.append(Occurrence(start, start + len(word), word, ("model",)))
    return tuple(found)


def mention(text: str, word: str) -> Occurrence:
    """Return the first mention of a word in a text."""
    start = text.index(word)
    return Occurrence(start, start + len(word), word)


def proposal(interview: str = "R41") -> Decisions:
    """Return what a machine could propose."""
    people = [
        ("PERSON", "[persoon 1]", mentions(("Karin Bloem", 0), ("Bloem", 1), ("Bloem", 2))),
        ("PERSON", "[persoon 2]", mentions(("Kate", 0))),
        ("MUNICIPALITY", "[gemeente 1]", mentions(("Holt", 0))),
        ("DATE", "[in het voorjaar van 2021]", mentions(("3 mei 2021", 0))),
    ]
    entities = tuple(Entity(*one[:2], "", one[2], "voorgesteld") for one in people)
    return Decisions(
        interview, hashlib.sha256(RAW.encode()).hexdigest(), "machine", "", "", entities
    )


@pytest.fixture
def reviewing(small_study: Path) -> Path:
    """Return a study with a raw text on which nobody decided yet."""
    raw = small_study / "interviews" / "raw" / "R41.txt"
    raw.parent.mkdir()
    raw.write_text(RAW, encoding="utf-8", newline="\n")
    save_decisions(Study(small_study), proposal())
    return small_study


@pytest.fixture
def client(reviewing: Path, open_app: Callable[..., TestClient]) -> TestClient:
    """Return the app of coder-a."""
    return open_app(reviewing, "coder-a")


def show(client: TestClient) -> dict[str, Any]:
    """Return the review."""
    found: dict[str, Any] = client.get("/api/anonymise/R41").json()
    return found


def take(client: TestClient, *steps: dict[str, Any], version: str = "") -> Any:  # noqa: ANN401
    """Ask for steps over what stands there now, or over another version."""
    seen = version or show(client)["version"]
    return client.post("/api/anonymise/R41/steps", json={"version": seen, "steps": list(steps)})


def done(client: TestClient, *steps: dict[str, Any]) -> dict[str, Any]:
    """Carry out steps and return the review after them."""
    answer = take(client, *steps)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def codes(answer: Any) -> list[str]:  # noqa: ANN401  an answer of the client
    """Return the codes of the problems in an answer."""
    return [problem["code"] for problem in answer.json()["problems"]]


def outcome(client: TestClient) -> str:
    """Return the text as it would be written."""
    found: str = client.get("/api/anonymise/R41/text").json()["body"]
    return found


def entity(review: dict[str, Any], replacement: str) -> dict[str, Any]:
    """Return the entity with a replacement."""
    found: dict[str, Any] = next(
        one for one in review["entities"] if one["replacement"] == replacement
    )
    return found


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


def apply(client: TestClient) -> Any:  # noqa: ANN401  an answer of the client
    """Ask for the interview to be written."""
    version = show(client)["version"]
    return client.post("/api/anonymise/R41/apply", json={"version": version})


def test_an_interview_is_written_when_somebody_read_it(client: TestClient, reviewing: Path) -> None:
    """Not before; a fictional study without a key goes without."""
    path = reviewing / "interviews" / "R41.md"
    answer = apply(client)
    assert (answer.status_code, codes(answer)) == (409, ["P534"])
    assert not path.exists()
    done(client, {"op": "finish"})
    answer = apply(client)
    assert (answer.status_code, answer.json()["key"]) == (200, False)
    text = path.read_text(encoding="utf-8")
    assert "status: nagekeken" in text
    assert "Bloem" not in text
    assert answer.json()["written"] == "gelijk"


def test_an_interview_with_another_text_is_not_overwritten(
    client: TestClient, reviewing: Path
) -> None:
    """Who decides otherwise after it was written corrects the interview; the app says how."""
    done(client, {"op": "finish"})
    apply(client)
    before = (reviewing / "interviews" / "R41.md").read_bytes()
    assert done(client, {"op": "reject", "numbers": [3]})["written"] == "anders"
    answer = apply(client)
    assert (answer.status_code, codes(answer)) == (409, ["P174"])
    assert (reviewing / "interviews" / "R41.md").read_bytes() == before


@pytest.fixture
def vault(reviewing: Path) -> Iterator[Vault]:
    """Return the vault of the study."""
    study = Study(reviewing)
    yield Vault.create(study, WORDS)
    destroy(study)


@pytest.mark.usefixtures("vault")
def test_a_key_with_a_passphrase_is_left_to_the_command(
    client: TestClient, reviewing: Path
) -> None:
    """The app asks for no secret: it names the command, and writes nothing."""
    done(client, {"op": "finish"})
    answer = apply(client)
    assert (answer.status_code, codes(answer)) == (409, ["P533"])
    assert "paraplu anonymise R41 --apply" in answer.json()["problems"][0]["do"]
    assert not (reviewing / "interviews" / "R41.md").exists()


@pytest.mark.usefixtures("vault")
def test_a_key_that_opens_by_itself_is_written(
    client: TestClient, reviewing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the passphrase was given to the program that serves the app."""
    monkeypatch.setenv("PARAPLU_PASSPHRASE", WORDS)
    done(client, {"op": "finish"})
    assert apply(client).json()["key"] is True
    held = Vault.open(Study(reviewing), WORDS).content
    assert "R41" in held.interviews()


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


def test_words_of_who_withdrew_are_not_sent(
    reviewing: Path, open_app: Callable[..., TestClient]
) -> None:
    """Of two respondents one withdrew: the other's words stay at their places."""
    text = "I: En u?\n\nR1: Wij wonen in Holt.\n\nR2: Ik heet Wieke.\n"
    (reviewing / "interviews" / "raw" / "R02.txt").write_text(text, encoding="utf-8")
    holt = Entity("PLACE", "[plaats 1]", "", (mention(text, "Holt"),))
    wieke = Entity("PERSON", "[persoon 1]", "", (mention(text, "Wieke"),))
    digest = hashlib.sha256(text.encode()).hexdigest()
    save_decisions(
        Study(reviewing), Decisions("R02", digest, "nagekeken", "ks", "2023-07-01", (holt, wieke))
    )
    table = reviewing / "interviews" / "respondents.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines[:3], lines[3].removesuffix("nee") + "ja"]) + "\n")
    client = open_app(reviewing, "coder-a")
    for path in ("/api/anonymise/R02", "/api/anonymise/R02/text"):
        found = client.get(path)
        assert found.status_code == 200
        assert "Wieke" not in found.text
        assert "heet" not in found.text
        assert "Wij wonen" in found.json()["body"]
    table.write_text("\n".join([lines[0], lines[1].removesuffix("nee") + "ja"]) + "\n")
    (reviewing / "interviews" / "raw" / "R01.txt").write_text("I: Ja?\n", encoding="utf-8")
    assert client.get("/api/anonymise/R01").status_code == 404


READING = ("", "/R41", "/R41/state", "/R41/net", "/R41/text")
WRITING = ("steps", "undo", "redo", "apply")


@pytest.mark.parametrize("path", READING)
def test_nobody_reads_a_raw_text_without_a_token(
    path: str, reviewing: Path, open_app: Callable[..., TestClient]
) -> None:
    """Nor with a forged host, nor a script of another site."""
    assert open_app(reviewing).get(f"/api/anonymise{path}").status_code == 401
    client = open_app(reviewing, "coder-a")
    for headers in (
        {"host": "evil.example:8123"}, {"origin": "http://evil.example"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
    ):  # fmt: skip
        answer = client.get(f"/api/anonymise{path}", headers=headers)
        assert answer.status_code == 403
        assert "Bloem" not in answer.text


@pytest.mark.parametrize("path", READING)
def test_no_answer_is_kept_by_a_browser(path: str, client: TestClient) -> None:
    """Not in its cache, and not read as a page."""
    headers = client.get(f"/api/anonymise{path}").headers
    assert headers["cache-control"] == "no-store"
    assert headers["content-type"] == "application/json"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("verb", WRITING)
@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"x-paraplu": ""}, {"sec-fetch-site": "same-site"}],
)
def test_another_site_decides_nothing(
    verb: str, headers: dict[str, str], client: TestClient
) -> None:
    """Whatever cookie it has."""
    version = show(client)["version"]
    asked = {"version": version, "steps": [{"op": "accept", "numbers": [1]}]}
    answer = client.post(f"/api/anonymise/R41/{verb}", json=asked, headers=headers)
    assert (answer.status_code, codes(answer)) == (403, ["P505"])
    assert show(client)["version"] == version


@pytest.mark.parametrize(
    "name",
    ["..%2F..%2Fparaplu", "..%2FR41", "R41.txt", "%2Fetc%2Fpasswd", "R41%00", "FICTIEF", "*"],
)
def test_tricks_with_names_lead_nowhere(name: str, client: TestClient, reviewing: Path) -> None:
    """Only interviews that are in the list exist."""
    secret = reviewing / "interviews" / "geheim.txt"
    secret.write_text("I: Niet voor u.\n", encoding="utf-8")
    for path in (f"/api/anonymise/{name}", f"/api/anonymise/{name}/text"):
        answer = client.get(path)
        assert answer.status_code in {404, 422}
        assert "Niet voor u" not in answer.text
    version = show(client)["version"]
    answer = client.post(f"/api/anonymise/{name}/apply", json={"version": version})
    assert answer.status_code in {404, 405, 422}


def test_script_in_a_replacement_is_text(client: TestClient) -> None:
    """It goes to the file and comes back as it was typed, as data."""
    script = "<img src=x onerror=alert(1)> \" ' : - # {a}"
    found = done(client, {"op": "rename", "numbers": [3], "replacement": script})
    assert found["entities"][2]["replacement"] == f"[{script}]"
    assert f"[{script}]" in outcome(client)


def test_no_name_is_said_in_a_refusal_or_a_log(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Only ids and offsets."""
    start = RAW.index("Karin")
    answers = [
        take(client, {"op": "add", "start": start, "end": start + 11, "label": "PERSON"}),
        take(client, {"op": "add", "start": start, "end": start + 11, "label": "X"}),
        take(client, {"op": "split", "numbers": [1], "starts": [1]}),
        take(client, {"op": "borders", "numbers": [1], "starts": [start], "start": 0, "end": 999}),
        client.post("/api/anonymise/R41/steps", json={"version": "Bloem", "steps": []}),
    ]
    with caplog.at_level(logging.DEBUG):
        assert [answer.status_code for answer in answers] == [422] * 5
    said = json.dumps([answer.json() for answer in answers]) + caplog.text
    assert not [name for name in ("Bloem", "Karin", "Holt", "Kate") if name in said]
