"""A study with a raw text on which nobody decided yet, and the app of who reviews it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.study import Study
from paraplu.study.anonymising import save_decisions
from tests.functional.web_anonymise.raw import RAW, proposal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.testclient import TestClient


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
