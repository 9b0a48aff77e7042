"""The rooms of the coding room, over HTTP."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.study import Study
from tests.functional.coding_calls import add, change, codes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.testclient import TestClient


def test_progress_counts_turns_with_a_coding(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Per coder, out of the turns of respondents, and when that was last."""
    client = open_app(small_study, "coder-a")
    add(client, 1)
    interview = client.get("/api/study").json()["interviews"][0]
    own = next(each for each in interview["progress"] if each["coder"] == "coder-a")
    last = client.get("/api/interviews/R01").json()["codings"]["coder-a"][1]["time"]
    assert own == {"coder": "coder-a", "codings": 2, "turns_coded": 2, "turns": 2, "last": last}
    assert interview["mine"] is True


def test_passages_of_a_code_are_filtered(
    shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """By group, coder and attribute."""
    client = open_app(shared_small_study, "consensus")
    rows = client.get("/api/codes/steun/passages").json()["rows"]
    assert {row["coder"] for row in rows} == {"coder-a", "coder-b", "consensus"}
    assert {row["respondent"] for row in rows} == {"R02.1"}
    assert rows[0]["attributes"] == {"fase": "nazorg", "valentie": "+"}
    asked = {"groep": "actieve participant", "coder": "coder-b", "valentie": "+"}
    assert len(client.get("/api/codes/steun/passages", params=asked).json()["rows"]) == 1
    asked["valentie"] = "-"
    assert client.get("/api/codes/steun/passages", params=asked).json()["rows"] == []


def test_two_coders_are_compared_differences_first(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """What one has alone, what both have otherwise, what is the same."""
    add(open_app(small_study, "coder-a"), 1, attributes={"fase": "nazorg"})
    found = open_app(small_study, "consensus").get("/api/compare/R01").json()
    assert (found["a"], found["b"]) == ("coder-a", "coder-b")
    kinds = [(row["turn"], row["kind"]) for row in found["differences"]]
    assert kinds == [(3, "alleen a"), (2, "gelijk")]
    (agreement,) = found["agreement"]
    assert (agreement["n_a"], agreement["n_b"], agreement["percent"]) == (2, 1, 0.5)


def test_two_coders_are_compared_over_all_they_both_coded(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """With an interval, over the turns of every interview; a blind coder may not look."""
    asked = {"a": "coder-a", "b": "coder-b"}
    client = open_app(small_study, "consensus")
    rows = client.get("/api/compare", params=asked).json()["rows"]
    assert [(row["code"], row["alpha"], row["n_a"]) for row in rows] == [
        ("dreiging", 1, 1), ("steun", 1, 1), ("pol-focus", 1, 1),
    ]  # fmt: skip
    assert (rows[0]["alpha_low"], rows[0]["alpha_high"]) == (1, 1)
    plan = small_study / "codebook" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("codebook: 1, interviews: all", "codebook: 1, blind: true, "
                                 "interviews: all"), encoding="utf-8")  # fmt: skip
    refused = open_app(small_study, "coder-a").get("/api/compare", params=asked)
    assert (refused.status_code, codes(refused)) == (403, ["P509"])


def test_what_the_consensus_decided_stands_beside_the_two(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """On the same words, whatever its code; also when it is a coder with another name."""
    client = open_app(small_study, "consensus")
    add(client, 1, "een brief", code="steun", memo="besluit: zo")
    found = client.get("/api/compare/R01").json()
    assert found["consensus"] == "consensus"
    (row,) = found["differences"]
    assert [(each["code"], each["memo"]) for each in row["decided"]] == [
        ("dreiging", ""), ("steun", "besluit: zo"),
    ]  # fmt: skip
    both = client.get("/api/compare/R01", params={"a": "coder-a", "b": "consensus"}).json()
    assert (both["consensus"], both["differences"][0]["decided"]) == ("", [])


@pytest.mark.parametrize(
    "path",
    [
        "/api/interviews/R02", "/api/compare/R02", "/api/codes/pol-focus/passages",
        "/api/query?kind=kwic&text=smal%20houden", "/api/compare/R02?format=csv",
        "/api/interviews/R02?format=csv",
    ],
)  # fmt: skip
def test_words_of_who_withdrew_are_nowhere(
    path: str, small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Although somebody else in the interview stays."""
    client = open_app(small_study, "consensus")
    assert "smal houden" in client.get(path).text
    Study(small_study).withdraw(["R02.2"])
    assert "smal houden" not in client.get(path).text
    assert "smal houden" not in add(client, 1, "Wij", interview="R02").text


def test_questions_are_answered_with_a_table(
    shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Overlap, proximity, a matrix and a keyword in context."""
    client = open_app(shared_small_study, "consensus")

    def ask(**asked: object) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = client.get("/api/query", params=asked).json()["rows"]
        return rows

    assert ask(kind="overlap") == []
    near = ask(kind="proximity", code="steun", distance=1)
    assert near == [{"code": "pol-focus", "n": 1, "n_code": 1, "n_other": 1}]
    assert ask(kind="proximity", code="steun", distance=0) == []
    assert ask(kind="matrix", attribute="valentie")[0] == {
        "code": "dreiging",
        "+": 0,
        "-": 1,
        "–": 0,
    }
    said = ask(kind="kwic", text="kreg*")
    assert [(row["before"], row["match"]) for row in said] == [("Wij ", "kregen")]
    assert client.get("/api/query", params={"kind": "kwic"}).status_code == 422


def test_every_change_of_the_codebook_is_a_version(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """With who and why, and the list of what to read again."""
    client = open_app(small_study, "coder-a")
    parts = [
        {"code": "dreiging-fysiek", "name": "Fysiek", "definition": "lijf"},
        {"code": "dreiging-online", "name": "Online", "definition": "net"},
    ]
    answer = change(client, "split", code="dreiging", into=parts, why="te breed")
    assert answer.status_code == 200
    book = answer.json()["codebook"]
    assert book["version"] == 3
    assert book["history"][-1]["change"].endswith("(coder-a): te breed")
    assert book["history"][-1]["added"] == ["dreiging-fysiek", "dreiging-online"]
    reread = {(row["interview"], row["code"]) for row in answer.json()["reread"]}
    assert ("R01", "dreiging") in reread
    assert ("R02", "dreiging-online") in reread
    assert codes(add(client, 1)) == ["P216"]
    assert add(client, 2, code="dreiging-online").status_code == 200
    assert Study(small_study).parsed_codebook.problems == ()


def test_codings_follow_a_code_that_is_merged(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """In every ledger, without a line being changed; the old code is gone."""
    ledgers = sorted((small_study / "codebook" / "codings").glob("*/*.jsonl"))
    before = [path.read_bytes() for path in ledgers]
    client = open_app(small_study, "consensus")
    assert change(client, "merge", code="dreiging", into="steun").status_code == 200
    assert [path.read_bytes() for path in ledgers] == before
    codings = client.get("/api/interviews/R01").json()["codings"]
    assert {c["code"] for ledger in codings.values() for c in ledger} == {"steun"}
    assert set(Study(small_study).codings("coder-a")["code"]) == {"steun", "pol-focus"}
    assert not [p for p in Study(small_study).problems() if "codings" in p.place]
    assert codes(add(client, 1)) == ["P216"]


def test_a_codebook_that_changed_meanwhile_is_a_conflict(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Two coders who rename at once do not overwrite each other."""
    client = open_app(small_study, "coder-a")
    asked = {"op": "rename", "version": 2, "code": "steun", "name": "Hulp"}
    assert client.post("/api/codebook/changes", json=asked).status_code == 200
    answer = client.post("/api/codebook/changes", json={**asked, "name": "Bijstand"})
    assert (answer.status_code, codes(answer)) == (409, ["P513"])
    families = client.get("/api/codebook").json()["families"]
    assert "Hulp" in {code["name"] for family in families for code in family["codes"]}


def test_a_memo_is_written_over_what_was_seen(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """And not over what somebody else wrote meanwhile; an empty one goes away."""
    client = open_app(small_study, "coder-a")
    empty = client.get("/api/memos/R01").json()
    assert empty == {"about": "R01", "text": "", "state": ""}
    made = client.put("/api/memos/R01", json={"text": "Eerste\r\nindruk", "state": ""}).json()
    assert made["text"] == "Eerste\nindruk\n"
    late = client.put("/api/memos/R01", json={"text": "Anders", "state": ""})
    assert (late.status_code, codes(late)) == (409, ["P514"])
    assert client.get("/api/interviews/R01").json()["memo"] == made
    assert [memo["about"] for memo in client.get("/api/memos").json()["memos"]] == ["R01"]
    gone = client.put("/api/memos/R01", json={"text": " ", "state": made["state"]}).json()
    assert gone["state"] == ""
    assert not list((small_study / "codebook" / "memos").iterdir())


def test_a_finding_is_changed_and_added(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """The rest of the file stays as it is."""
    client = open_app(small_study, "coder-a")
    found = client.get("/api/findings").json()
    asked = {key: value for key, value in found["findings"][0].items() if key != "id"}
    asked |= {"sentence": "Druk komt van ver.", "confidence": "laag", "state": found["state"]}
    changed = client.put("/api/findings/b1", json=asked).json()
    assert changed["findings"][0]["sentence"] == "Druk komt van ver."
    stale = client.put("/api/findings/b2", json=asked)
    assert (stale.status_code, codes(stale)) == (409, ["P514"])
    more = client.put("/api/findings/b2", json={**asked, "state": changed["state"]}).json()
    assert [finding["id"] for finding in more["findings"]] == ["b1", "b2"]
    assert Study(small_study).parsed_findings.problems == ()


def test_a_finding_with_loose_accents_keeps_the_file_whole(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Accents join their letters; one without a letter is refused, and an id that is no name."""
    client = open_app(small_study, "coder-a")
    found = client.get("/api/findings").json()
    asked = {key: value for key, value in found["findings"][0].items() if key != "id"}
    asked |= {"sentence": "Ge\u0301e\u0301n druk.", "state": found["state"]}
    changed = client.put("/api/findings/b1", json=asked).json()
    assert changed["findings"][0]["sentence"] == "G\u00e9\u00e9n druk."
    for name, wrong, code in (
        ("b1", {"sentence": "\x1b\u0301"}, "P103"), ("\x84", {"sentence": "Druk."}, "P520"),
    ):  # fmt: skip
        refused = client.put(
            f"/api/findings/{name}", json={**asked, "state": changed["state"]} | wrong
        )
        assert (refused.status_code, codes(refused)) == (422, [code])
    assert client.get("/api/findings").json() == changed
    assert Study(small_study).parsed_findings.problems == ()


@pytest.mark.parametrize(
    "path",
    [
        "/api/study", "/api/codebook", "/api/interviews/R02", "/api/codes/steun/passages",
        "/api/compare/R02", "/api/compare/R02?part=agreement", "/api/query?kind=matrix",
        "/api/codebook/reread", "/api/memos", "/api/findings",
        "/api/compare?a=coder-a&b=coder-b",
    ],
)  # fmt: skip
def test_every_list_can_be_downloaded(
    path: str, shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """As CSV that a spreadsheet reads as UTF-8, and that says when it is fictional."""
    mark = "&" if "?" in path else "?"
    answer = open_app(shared_small_study, "consensus").get(f"{path}{mark}format=csv")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert '-fictief.csv"' in answer.headers["content-disposition"]
    assert answer.text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len({len(row) for row in rows}) == 1


def test_a_broken_codebook_is_said_and_mended_without_a_new_start(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Somebody edits it by hand while the app is open."""
    client = open_app(small_study, "coder-a")
    file = small_study / "codebook" / "codebook.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("version: 2\nhistory", "version: [\nhistory"), encoding="utf-8")
    assert codes(client.get("/api/codebook")) == ["P104"]
    file.write_text(text, encoding="utf-8")
    assert client.get("/api/codebook").status_code == 200


def test_an_empty_study_has_empty_rooms(
    small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Without a single interview every room opens."""
    for path in list((small_study / "interviews").glob("*.md")):
        path.unlink()
    table = small_study / "interviews" / "respondents.csv"
    table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    client = open_app(small_study, "coder-a")
    rooms = (
        "study", "codebook", "codes/steun/passages", "memos", "findings", "query?kind=overlap",
        "query?kind=matrix", "query?kind=proximity&code=steun", "query?kind=kwic&text=a",
    )  # fmt: skip
    assert {room: client.get(f"/api/{room}").status_code for room in rooms} == dict.fromkeys(
        rooms, 200
    )
