"""A study with raw texts that is served, and the review of one of them in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.study import Study
from paraplu.study.anonymising import save_decisions
from tests.e2e.anonymise.raw import RAW, proposal
from tests.e2e.anonymise.reviewing import EXPECTED, open_review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.e2e.conftest import Window

Opening = "Callable[..., AbstractContextManager[Window]]"


@pytest.fixture(scope="module")
def address(
    shared_small_study: Path, serve: Callable[..., AbstractContextManager[int]]
) -> Iterator[str]:
    """Serve a study with raw texts, and return where."""
    raw = shared_small_study / "interviews" / "raw"
    raw.mkdir()
    (raw / "R41.txt").write_text(RAW, encoding="utf-8", newline="\n")
    (raw / "R42.txt").write_text("I: Ja?\n", encoding="utf-8")
    with serve(shared_small_study) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def study(shared_small_study: Path) -> Study:
    """Return the study; nothing is decided yet."""
    found = Study(shared_small_study)
    save_decisions(found, proposal())
    (shared_small_study / "interviews" / "R41.md").unlink(missing_ok=True)
    return found


@pytest.fixture
def window(address: str, study: Study, open_window: Opening) -> Iterator[Window]:  # noqa: ARG001
    """Return the review of R41, as coder-a, with its net."""
    with open_window(f"{address}/?token=tok-a", expected=EXPECTED) as found:
        open_review(found)
        yield found
