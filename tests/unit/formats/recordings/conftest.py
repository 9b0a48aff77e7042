"""Short recordings to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.formats.recordings import format_turns, parse_recording

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.records import RawTranscript

Reader = "Callable[..., RawTranscript]"


@pytest.fixture
def read() -> Callable[..., RawTranscript]:
    """Return a function that reads a recording from text or bytes."""

    def reader(content: str | bytes, suffix: str, **given: str) -> RawTranscript:
        data = content.encode() if isinstance(content, str) else content
        return parse_recording(data, suffix=suffix, place=f"R41{suffix}", given=given)

    return reader


@pytest.fixture
def text_of(read: Callable[..., RawTranscript]) -> Callable[..., str]:
    """Return a function that gives the text made of a recording."""

    def give(content: str | bytes, suffix: str, **given: str) -> str:
        return format_turns(read(content, suffix, **given))

    return give
