"""What leaves a review: the interview that is written, and nothing to who may not have it."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.study.anonymising import save_decisions
from paraplu.vault import Vault
from paraplu.vault.vault import destroy
from tests.functional.web_anonymise.calls import codes, done, outcome, show, take
from tests.functional.web_anonymise.raw import RAW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

WORDS = "negen rode paraplus"
READING = ("", "/R41", "/R41/state", "/R41/net", "/R41/text")
WRITING = ("steps", "undo", "redo", "apply")


@pytest.fixture
def vault(reviewing: Path) -> Iterator[Vault]:
    """Return the vault of the study."""
    study = Study(reviewing)
    yield Vault.create(study, WORDS)
    destroy(study)


def mention(text: str, word: str) -> Occurrence:
    """Return the first mention of a word in a text."""
    start = text.index(word)
    return Occurrence(start, start + len(word), word)


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
