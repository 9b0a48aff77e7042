"""Who may come into the coding room, and what cannot be done to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.testclient import TestClient

READING = (
    "/api/study", "/api/codebook", "/api/interviews/R01", "/api/interviews/R01/state",
    "/api/codes/dreiging/passages", "/api/compare/R01", "/api/query?kind=overlap", "/api/memos",
    "/api/memos/R01", "/api/findings", "/api/codebook/reread",
    "/api/compare?a=coder-a&b=coder-b", "/",
)  # fmt: skip


def codes(answer: Any) -> list[str]:  # noqa: ANN401  an answer of the client
    """Return the codes of the problems in an answer."""
    return [problem["code"] for problem in answer.json()["problems"]]


def event(number: int, kind: str = "add", **fields: object) -> dict[str, object]:
    """Return an event."""
    name = f"01J{number:023d}"
    return {"event": name, "kind": kind, "coding": name, "fields": fields}


def adding(client: TestClient, number: int = 1, **more: object) -> dict[str, Any]:
    """Return the request that codes the first words of a respondent."""
    loaded = client.get("/api/interviews/R01").json()
    start = loaded["turns"][1]["start"]
    exact = loaded["body"][start : start + 7]
    fields = {"start": start, "end": start + 7, "exact": exact, "code": "dreiging", **more}
    return {"doc": loaded["sha256"], "events": [event(number, **fields)]}


@pytest.mark.parametrize("path", READING)
def test_nobody_gets_in_without_a_token(
    path: str, shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Not to the page, not to a word of an interview."""
    client = open_app(shared_small_study)
    assert client.get(path).status_code == 401
    client.get("/", params={"token": "geraden"})
    assert client.get(path).status_code == 401
    client.cookies.set("paraplu-8123", "geraden")
    assert client.get(path).status_code == 401


def test_a_token_is_swapped_for_a_cookie_that_scripts_cannot_read(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """And that no other site can send along."""
    answer = open_app(small_study).get("/", params={"token": "token-of-coder-a"})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("paraplu-8123=")
    assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in cookie.split(";")}
    assert "token-of-coder-a" not in answer.text + cookie


def test_a_token_for_one_time_opens_the_app_once(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Who saw it pass by comes too late."""
    client = open_app(small_study)
    assert client.get("/", params={"token": "een-keer"}).status_code == 200
    client.cookies.clear()
    assert client.get("/", params={"token": "een-keer"}).status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example:8123", "127.0.0.1", "127.0.0.1:80", "localhost:8124", "127.0.0.1:8123."]
)
def test_a_forged_host_is_refused(
    host: str, small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """A name that was made to lead to this machine gets nothing, even with the cookie."""
    client = open_app(small_study, "coder-a")
    for path in (*READING, "/static/app.js"):
        assert client.get(path, headers={"host": host}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"x-paraplu": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_changes_nothing(
    headers: dict[str, str], small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Also a page of another program on this machine, with the cookie of the coder."""
    client = open_app(small_study, "coder-a")
    file = small_study / "codebook" / "codings" / "coder-a" / "R01.jsonl"
    before, asked = file.read_bytes(), adding(client)
    answer = client.post("/api/interviews/R01/events", json=asked, headers=headers)
    assert (answer.status_code, codes(answer)) == (403, ["P505"])
    assert file.read_bytes() == before


def test_another_site_may_link_to_the_page_and_read_nothing(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """A link opens the app; a script or an image from elsewhere does not."""
    client = open_app(small_study, "coder-a")
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/", headers=link).status_code == 200
    script = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert client.get("/api/study", headers=script).status_code == 403
    assert client.get("/static/app.js", headers=script).status_code == 403


def test_a_coder_writes_only_the_own_ledger(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Whatever the request says, and also for a coding that another coder made."""
    client = open_app(small_study, "coder-a")
    other = small_study / "codebook" / "codings" / "coder-b"
    before = {path: path.read_bytes() for path in other.iterdir()}
    loaded = client.get("/api/interviews/R01").json()
    theirs = loaded["codings"]["coder-b"][0]["id"]
    change = {"event": f"01J{2:023d}", "kind": "revise", "coding": theirs, "fields": {"memo": "x"}}
    answer = client.post(
        "/api/interviews/R01/events", json={"doc": loaded["sha256"], "events": [change]}
    )
    assert (answer.status_code, codes(answer)) == (422, ["P232"])
    assert client.post("/api/interviews/R01/events", json=adding(client)).status_code == 200
    assert {path: path.read_bytes() for path in other.iterdir()} == before


def test_an_interview_of_somebody_else_is_not_written(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """The plan says who codes what."""
    plan = small_study / "codebook" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("codebook: 1, interviews: all", "codebook: 1, interviews: [R02]"))
    client = open_app(small_study, "coder-a")
    answer = client.post("/api/interviews/R01/events", json=adding(client))
    assert (answer.status_code, codes(answer)) == (403, ["P503"])


def test_a_blind_round_hides_the_work_of_others(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """In every room, until the plan says otherwise; who leads the consensus sees all."""
    plan = small_study / "codebook" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("codebook: 1, interviews: all", "codebook: 1, blind: true"))
    blind, leader = open_app(small_study, "coder-a"), open_app(small_study, "consensus")
    assert list(blind.get("/api/interviews/R01").json()["codings"]) == ["coder-a"]
    assert list(blind.get("/api/interviews/R01/state").json()["states"]) == ["coder-a"]
    rows = blind.get("/api/codes/dreiging/passages").json()["rows"]
    assert {row["coder"] for row in rows} == {"coder-a"}
    assert blind.get("/api/compare/R01", params={"a": "coder-b"}).status_code == 403
    asked = {"kind": "overlap", "coder": "coder-b"}
    assert blind.get("/api/query", params=asked).status_code == 403
    progress = blind.get("/api/study").json()["interviews"][0]["progress"]
    assert [each["coder"] for each in progress] == ["coder-a"]
    assert len(leader.get("/api/interviews/R01").json()["codings"]) == 3


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/..%2f..%2fparaplu.toml", "/static/%2e%2e/%2e%2e/errors.py",
        "/static//etc/passwd", "/static/", "/api/memos/..%2F..%2Fparaplu", "/api/memos/.git",
        "/api/memos/a%00b", "/api/interviews/..%2FR01", "/api/interviews/R01.md",
        "/api/codes/..%2F/passages", "/paraplu.toml", "/openapi.json", "/docs",
    ],
)  # fmt: skip
def test_tricks_with_paths_lead_nowhere(
    path: str, shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Only what the app asks for itself is served."""
    answer = open_app(shared_small_study, "coder-a").get(path)
    assert answer.status_code in {404, 422}
    assert "fictional" not in answer.text


def test_a_memo_cannot_be_written_outside_its_folder(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Nor over another kind of file."""
    client = open_app(small_study, "coder-a")
    before = sorted(path.name for path in small_study.iterdir())
    for about in ("..%2F..%2Fevil", "..", ".hidden", "a%2Fb", "C:evil"):
        answer = client.put(f"/api/memos/{about}", json={"text": "x", "state": ""})
        assert answer.status_code in {404, 405, 422}
    assert sorted(path.name for path in small_study.iterdir() if path.name != ".paraplu") == before
    assert not (small_study / "codebook" / "memos").exists()


def test_script_in_a_memo_is_data_and_nothing_else(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """It comes back as JSON that no browser takes for a page, and as text in a table."""
    client = open_app(small_study, "coder-a")
    script = '=cmd|"/c calc"!A1 <script>alert(1)</script>'
    answer = client.post("/api/interviews/R01/events", json=adding(client, memo=script))
    assert answer.status_code == 200
    loaded = client.get("/api/interviews/R01")
    assert loaded.headers["content-type"] == "application/json"
    assert loaded.headers["x-content-type-options"] == "nosniff"
    memos = {coding["memo"] for coding in loaded.json()["codings"]["coder-a"]}
    assert script in memos
    table = client.get("/api/interviews/R01", params={"format": "csv"})
    assert table.headers["content-disposition"].startswith("attachment")
    assert "'=cmd" in table.text
    assert ',"=cmd' not in table.text


@pytest.mark.parametrize("path", [*READING, "/static/app.js", "/nergens"])
def test_every_answer_carries_the_policy(
    path: str, shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Scripts only from the app itself, in no frame, and kept in no shared memory."""
    headers = open_app(shared_small_study, "coder-a").get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] in {"no-store", "no-cache"}


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b'{"doc": 1}', b"[" * 100_000, b'{"doc": NaN, "events": []}',
        b'{"doc": "\\ud800", "events": []}', b"\xff\xfe", b'{"a": 1e999}',
    ],
    ids=range(10),
)  # fmt: skip
def test_a_body_of_another_form_is_a_problem_and_no_crash(
    body: bytes, shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """With a code and what to do, and without what was sent."""
    client = open_app(shared_small_study, "coder-a")
    for path in ("/api/interviews/R01/events", "/api/codebook/changes"):
        answer = client.post(path, content=body, headers={"content-type": "application/json"})
        assert 400 <= answer.status_code < 500
        assert set(codes(answer)) == {"P501"}


@pytest.mark.parametrize("field", ["exact", "memo", "code"])
def test_half_a_character_is_refused(
    field: str, small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """A lone surrogate cannot be written as UTF-8."""
    client = open_app(small_study, "coder-a")
    asked = adding(client)
    asked["events"][0]["fields"][field] = "\ud800"
    answer = client.post(
        "/api/interviews/R01/events",
        content=json.dumps(asked),
        headers={"content-type": "application/json"},
    )
    assert answer.status_code == 422


def test_a_request_that_is_too_large_is_refused(
    shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Before it is read."""
    client = open_app(shared_small_study, "coder-a")
    answer = client.post("/api/interviews/R01/events", content=b" " * (2 * 1024 * 1024 + 1))
    assert (answer.status_code, codes(answer)) == (413, ["P508"])

    def pieces() -> Any:  # noqa: ANN401
        yield b"{}"

    assert client.post("/api/interviews/R01/events", content=pieces()).status_code == 413


def test_words_of_a_withdrawn_respondent_are_not_sent(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """The offsets of the others stay."""
    table = small_study / "interviews" / "respondents.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines[:3], lines[3].removesuffix("nee") + "ja"]) + "\n")
    found = open_app(small_study, "consensus").get("/api/interviews/R02").json()
    assert "smal" not in json.dumps(found)
    assert found["body"][found["turns"][1]["start"] :].startswith("Wij kregen steun")
    assert [coding["code"] for coding in found["codings"]["consensus"]] == ["steun"]
