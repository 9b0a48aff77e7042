"""What the review shows: outcome, log, list and what to do, to everyone and at every width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.anonymise.reviewing import DESKTOP, PHONE, ZOOMED, chosen, find, statuses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.study import Study
    from tests.e2e.conftest import Window


def test_the_outcome_stands_in_the_place_of_the_text(window: Window) -> None:
    """Without a name in it, and Escape goes back."""
    window.press("p")
    outcome = window.page.locator(".voorbeeld")
    outcome.wait_for()
    assert "U bent [persoon 1]?" in outcome.inner_text()
    assert "Bloem" not in outcome.inner_text()
    window.press("Escape")
    outcome.wait_for(state="detached")
    window.press("a")
    window.page.wait_for_selector(".voortgang:text-is('1 van 5 beslist')")


def test_the_outcome_is_read_only(window: Window, study: Study) -> None:
    """Letters that decide do nothing there."""
    window.press("p")
    window.page.locator(".voorbeeld").wait_for()
    window.press("a", "r", "x", "Delete", "j")
    window.page.locator(".voorbeeld").wait_for(state="detached")
    window.saved()
    assert set(statuses(study).values()) == {"voorgesteld"}


def test_the_log_tells_who_decided_what(window: Window) -> None:
    """The latest first, undoing included, and by pseudonym only."""
    window.press("a", "r")
    window.saved()
    window.press("Control+z")
    window.page.wait_for_selector(".logboek li:nth-child(3)", state="attached")
    window.page.locator(".logboek summary").click()
    lines = [line.split("\n")[-1] for line in window.page.locator(".logboek li").all_inner_texts()]
    wanted = ["ongedaan gemaakt", "afgewezen: [gemeente 1]", "aangenomen: [persoon 1]"]
    assert all(line.endswith(want) for line, want in zip(lines, wanted, strict=True))
    assert "coder-a" in window.page.locator(".logboek li").first.inner_text()


def test_where_nothing_is_proposed_the_room_says_what_to_do(window: Window) -> None:
    """Of an interview without a proposal, and of one that was never imported."""
    window.enter("nakijken/R42")
    window.page.wait_for_selector('.leeg:has-text("paraplu anonymise R42")')
    window.enter("nakijken/R43")
    window.page.wait_for_selector(".leeg:has-text('paraplu import')")
    window.enter("nakijken", "Nakijken")
    window.page.wait_for_selector('td:text("paraplu anonymise R42")')
    assert window.page.get_by_role("link", name="Verder met R41").count() == 1


def opened_states(window: Window) -> Iterator[str]:
    """Bring the review in each of its states, one after another."""
    yield "proposal"
    find(window, "Leen")
    window.press("Enter")
    window.page.wait_for_selector(".kies:visible")
    yield "choosing"
    window.press("Escape", "Escape", "n")
    window.page.wait_for_selector(".detail blockquote")
    yield "net"
    window.press("g")
    window.page.wait_for_selector(".zin.gekozen")
    yield "passage"
    window.press("?")
    window.page.wait_for_selector(".toetsen:visible")
    yield "keys"
    window.press("Escape", "j", "a", "r", "p")
    window.page.wait_for_selector(".voorbeeld")
    yield "outcome"
    window.press("Escape")
    window.page.locator(".logboek summary").click()
    yield "log"
    window.page.get_by_role("button", name="Nagekeken").click()
    window.page.wait_for_selector(".vraag-af:visible")
    yield "asking"


@pytest.mark.parametrize("width", [DESKTOP, ZOOMED, PHONE])
def test_axe_finds_nothing(window: Window, width: int) -> None:
    """In the list and in every state of the review; nothing is wider than its window."""
    from axe_playwright_python.sync_playwright import Axe

    window.page.set_viewport_size({"width": width, "height": 900})
    for state in opened_states(window):
        found = Axe().run(window.page).response["violations"]
        assert [(state, one["id"], one["nodes"][0]["target"]) for one in found] == []
        assert window.page.evaluate("document.documentElement.scrollWidth") <= width, state
    window.enter("nakijken", "Nakijken")
    window.page.wait_for_selector("table")
    assert [one["id"] for one in Axe().run(window.page).response["violations"]] == []
    assert window.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_list_says_the_same_as_the_text(window: Window) -> None:
    """By arrow keys through the list, every letter decides there as it does in the text."""
    window.page.locator(".lijst [aria-current]").focus()
    window.press("ArrowDown")
    chosen(window, "Holt")
    window.press("r")
    window.page.wait_for_selector(".lijst .afgewezen:has-text('Holt')")
    focused = window.page.evaluate("document.activeElement.closest('.lijst') !== null")
    assert focused
