"""The coding room, opened as somebody."""

from __future__ import annotations

import datetime as dt
import itertools
import warnings
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

PORT = 8123
HOST = f"http://127.0.0.1:{PORT}"
TOKENS = {f"token-of-{coder}": coder for coder in ("coder-a", "coder-b", "consensus")}


@pytest.fixture
def open_app() -> Iterator[Callable[..., TestClient]]:
    """Return what opens the app of a study as a coder; without a coder nobody is known."""
    with warnings.catch_warnings():  # with httpx it works as well as with its successor
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient

    from paraplu.web.app import make_app

    opened: list[TestClient] = []
    ticks = itertools.count()

    def clock() -> dt.datetime:
        return dt.datetime(2023, 6, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=next(ticks))

    def open_as(root: Path, coder: str = "") -> TestClient:
        app = make_app(root, tokens=TOKENS, once={"een-keer": "coder-a"}, port=PORT, clock=clock)
        client = TestClient(app, base_url=HOST, headers={"x-paraplu": "1"})
        opened.append(client)
        if coder:
            client.get("/", params={"token": f"token-of-{coder}"})
        return client

    yield open_as
    for client in opened:
        client.close()
