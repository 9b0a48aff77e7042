"""What tests ask of the coding room over HTTP: to code words, to change the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def ulid(number: int) -> str:
    """Return a ULID."""
    return f"01J{number:023d}"


def send(client: TestClient, *events: dict[str, Any], interview: str = "R01") -> Any:  # noqa: ANN401
    """Send events on the text as it is now."""
    doc = client.get(f"/api/interviews/{interview}/state").json()["sha256"]
    asked = {"doc": doc, "events": list(events)}
    return client.post(f"/api/interviews/{interview}/events", json=asked)


def add(
    client: TestClient,
    number: int,
    words: str = "Niemand belde.",
    *,
    interview: str = "R01",
    **more: object,
) -> Any:  # noqa: ANN401
    """Code words of an interview."""
    body = client.get(f"/api/interviews/{interview}").json()["body"]
    start = body.index(words)
    fields = {"start": start, "end": start + len(words), "exact": words, "code": "dreiging", **more}
    event = {"event": ulid(number), "kind": "add", "coding": ulid(number), "fields": fields}
    return send(client, event, interview=interview)


def change(client: TestClient, op: str, **more: object) -> Any:  # noqa: ANN401
    """Change the codebook."""
    version = client.get("/api/codebook").json()["version"]
    return client.post("/api/codebook/changes", json={"op": op, "version": version, **more})


def codes(answer: Any) -> list[str]:  # noqa: ANN401
    """Return the codes of the problems in an answer."""
    return [problem["code"] for problem in answer.json()["problems"]]
