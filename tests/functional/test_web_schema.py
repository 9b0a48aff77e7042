"""Whatever is sent to the API that its schema allows or forbids, the server does not fail."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from hypothesis import strategies as st

from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.study.anonymising import save_decisions

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

OPERATIONS = (
    ("GET", "/api/study"), ("GET", "/api/interviews/{interview}"),
    ("GET", "/api/interviews/{interview}/state"), ("POST", "/api/interviews/{interview}/events"),
    ("GET", "/api/codes/{code}/passages"), ("GET", "/api/compare/{interview}"),
    ("GET", "/api/query"), ("GET", "/api/codebook"), ("POST", "/api/codebook/changes"),
    ("GET", "/api/codebook/reread"), ("GET", "/api/compare"),
    ("GET", "/api/memos"), ("GET", "/api/memos/{about}"), ("PUT", "/api/memos/{about}"),
    ("GET", "/api/findings"), ("PUT", "/api/findings/{finding}"),
    ("GET", "/api/anonymise"), ("GET", "/api/anonymise/{interview}"),
    ("GET", "/api/anonymise/{interview}/state"), ("GET", "/api/anonymise/{interview}/net"),
    ("GET", "/api/anonymise/{interview}/text"), ("POST", "/api/anonymise/{interview}/steps"),
    ("POST", "/api/anonymise/{interview}/undo"), ("POST", "/api/anonymise/{interview}/redo"),
    ("POST", "/api/anonymise/{interview}/apply"),
)  # fmt: skip


def fit(case: Any, client: TestClient) -> None:  # noqa: ANN401  what schemathesis makes
    """Let a request be about what exists, in the state that it has."""
    read = "R03" if "/anonymise/" in case.path else "R01"
    known = {"interview": read, "code": "dreiging", "about": "R01", "finding": "b1"}
    for name in case.path_parameters or {}:
        case.path_parameters[name] = known[name]
    if not isinstance(case.body, dict):
        return
    now = {
        "doc": client.get("/api/interviews/R01/state").json()["sha256"],
        "version": client.get("/api/codebook").json()["version"],
        "state": client.get("/api/findings").json()["state"],
    }
    if "/memos/" in case.path:
        now["state"] = client.get("/api/memos/R01").json()["state"]
    if "/anonymise/" in case.path:
        now["version"] = client.get("/api/anonymise/R03/state").json()["version"]
        now["label"] = "PERSON"
    now["code"] = f"nieuw-{now['version']}" if case.body.get("op") == "add" else "pol-focus"
    now["family"] = "werk"
    case.body |= {name: value for name, value in now.items() if name in case.body}


def propose(root: Path) -> None:
    """Put a raw text with a proposal in a study, of an interview that nobody can code yet."""
    text = "I: Wie?\n\nR: Jan en Piet.\n"
    raw = root / "interviews" / "raw" / "R03.txt"
    raw.parent.mkdir()
    raw.write_text(text, encoding="utf-8", newline="\n")
    people = tuple(
        Entity("PERSON", f"[{name}]", "", (Occurrence(at, at + len(name), name),), "voorgesteld")
        for at, name in ((12, "Jan"), (19, "Piet"))
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    save_decisions(Study(root), Decisions("R03", digest, "machine", "", "", people))


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_request_makes_the_server_fail(
    method: str, path: str, shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """Answers below 500, and the study is as sound after it as before."""
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "studie"
        shutil.copytree(shared_small_study, root)
        propose(root)
        client = open_app(root, "consensus")
        schema = schemathesis.openapi.from_dict(client.app.openapi())  # type: ignore[attr-defined]
        operation = schema[path][method]
        seen: set[int] = set()

        @hypothesis.settings(max_examples=25, deadline=None, database=None)
        @hypothesis.given(case=operation.as_strategy(), fitting=st.booleans())
        def send(case: Any, fitting: bool) -> None:  # noqa: ANN401, FBT001  what is drawn
            if fitting:
                fit(case, client)
            arguments = case.as_transport_kwargs(base_url=str(client.base_url))
            arguments["headers"] = {
                name: value
                for name, value in dict(arguments["headers"]).items()
                if name.lower() not in {"host", "origin", "cookie", "content-length"}
            } | {"x-paraplu": "1"}
            arguments.pop("cookies", None)
            answer = client.request(**arguments)
            seen.add(answer.status_code)
            assert answer.status_code < 500, answer.text

        send()
        assert seen
        assert client.get("/api/study").status_code == 200


def test_the_schema_names_every_address(
    shared_small_study: Path, open_app: Callable[..., TestClient]
) -> None:
    """What is not in the list above would not be tried."""
    app: Any = open_app(shared_small_study, "consensus").app
    named = {
        (method.upper(), path)
        for path, methods in app.openapi()["paths"].items()
        for method in methods
    }
    assert named == set(OPERATIONS)
