"""What tests ask of a review over HTTP: to show it, to take steps, to tell the outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.testclient import TestClient


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
