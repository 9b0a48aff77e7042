"""What a reviewer does in the window and sees there, and what is decided on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.study.anonymising import read_decisions

if TYPE_CHECKING:
    from paraplu.records import Decisions
    from paraplu.study import Study
    from tests.e2e.conftest import Window

DESKTOP, ZOOMED, PHONE = 1280, 640, 360
"""Widths in pixels; a window of 1280 at 200% zoom lays out as 640."""

EXPECTED = ("ERR_INTERNET_DISCONNECTED", "status of 409", "status of 404", "ERR_FAILED")


def open_review(window: Window) -> None:
    """Go to the review and wait for text and net."""
    window.enter("nakijken/R41", "R41")
    window.page.wait_for_selector(".net-telling button")


def chosen(window: Window, words: str) -> None:
    """See that the mention at hand has these words."""
    window.page.wait_for_selector(f'.detail-kop h2:text-is("{words}")')


def find(window: Window, words: str, nth: int = 1) -> None:
    """Search words in the text and select them, by keyboard."""
    window.press("/")
    window.type(words)
    window.press(*["Enter"] * nth, "Escape")


def decided(study: Study) -> Decisions:
    """Return what is decided on disk."""
    found = read_decisions(study, "R41")
    assert found is not None
    return found


def statuses(study: Study) -> dict[str, str]:
    """Return replacements with their status."""
    return {entity.replacement: entity.status for entity in decided(study).entities}


def words_of(study: Study, replacement: str) -> list[str]:
    """Return the words that a replacement replaces."""
    return [
        mention.text
        for entity in decided(study).entities
        if entity.replacement == replacement
        for mention in entity.occurrences
    ]
