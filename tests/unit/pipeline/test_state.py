"""The state of the last run, on disk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from paraplu.pipeline.state import FILE, Done, State

if TYPE_CHECKING:
    from pathlib import Path

DONE = Done("in", "uit", 1.5, 2)


def test_what_is_kept_is_there_for_the_next_run(tmp_path: Path) -> None:
    """Inputs and outputs both have to be the same."""
    State(tmp_path).keep("judge", DONE)
    again = State(tmp_path)
    assert again.get("judge") == DONE
    assert again.holds("judge", inputs="in", outputs="uit")
    assert not again.holds("judge", inputs="in", outputs="anders")
    assert not again.holds("judge", inputs="anders", outputs="uit")


def test_what_is_forgotten_is_done_again(tmp_path: Path) -> None:
    """A step that starts is not done until it ends."""
    state = State(tmp_path)
    state.keep("judge", DONE)
    state.forget("judge")
    assert State(tmp_path).get("judge") is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"schema": 9, "steps": {}}', '{"schema": 1}',
     '{"schema": 1, "steps": {"a": {"kleur": 1}}}', '{"schema": 1, "steps": []}', "\xff"],
)  # fmt: skip
def test_a_state_that_cannot_be_read_counts_as_nothing_done(tmp_path: Path, text: str) -> None:
    """It is a cache, not a record."""
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_text(text, encoding="latin-1")
    state = State(tmp_path)
    assert state.get("a") is None
    state.keep("a", DONE)
    assert State(tmp_path).get("a") == DONE


def test_two_threads_lose_nothing(tmp_path: Path) -> None:
    """Notebooks end at the same time."""
    state = State(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: state.keep(f"s{n}", DONE), range(40)))
    assert all(State(tmp_path).get(f"s{n}") == DONE for n in range(40))
