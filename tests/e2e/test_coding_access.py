"""Every room for everybody: by axe, by Tab, on a phone and at 200% zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.conftest import TITLES

if TYPE_CHECKING:
    from tests.e2e.conftest import Window

DESKTOP, ZOOMED, TABLET, PHONE = 1280, 640, 820, 360
"""Widths in pixels; a window of 1280 at 200% zoom lays out as 640."""


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("room", TITLES)
def test_axe_finds_nothing_in_any_room(window: Window, room: str, width: int) -> None:
    """An accessibility check by axe finds no violation."""
    from axe_playwright_python.sync_playwright import Axe

    window.page.set_viewport_size({"width": width, "height": 900})
    window.enter(room)
    results = Axe().run(window.page)
    found = {
        one["id"]: [node["target"] for node in one["nodes"]]
        for one in results.response["violations"]
    }
    assert found == {}


def test_axe_finds_nothing_while_a_code_is_chosen(text: Window) -> None:
    """The list of codes, the keys and a coding at hand are as accessible as the rest."""
    from axe_playwright_python.sync_playwright import Axe

    text.press("Control+ArrowDown", "Space", "Enter")
    choosing = Axe().run(text.page).response["violations"]
    text.type("focus")
    text.press("Enter", "?")
    text.page.wait_for_selector(".toetsen:visible")
    coded = Axe().run(text.page).response["violations"]
    assert [one["id"] for one in [*choosing, *coded]] == []


OPENED = {
    "codeboek": ".familie-blok summary",
    "bevindingen": ".kaart summary, .nieuw summary",
    "vergelijken": ".nieuw summary",
    "vragen": "",
    "code/dreiging": "",
    "memos": "",
}
"""What unfolds in the rooms of who may see everybody's work."""


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("room", OPENED)
def test_axe_finds_nothing_in_a_room_with_all_of_it_unfolded(
    consensus: Window, room: str, width: int
) -> None:
    """Forms, passages and the comparison of two coders, and none of it slides sideways."""
    from axe_playwright_python.sync_playwright import Axe

    page = consensus.page
    page.set_viewport_size({"width": width, "height": 900})
    consensus.enter(room)
    if OPENED[room]:
        for summary in page.locator(OPENED[room]).all():
            summary.click()
        page.wait_for_selector("details[open] :is(form, table)")
    violations = Axe().run(page).response["violations"]
    assert {one["id"]: [node["target"] for node in one["nodes"]] for one in violations} == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [PHONE, ZOOMED, TABLET])
@pytest.mark.parametrize("room", TITLES)
def test_no_room_is_wider_than_its_window(window: Window, room: str, width: int) -> None:
    """On a phone, at 200% zoom and on a tablet nothing slides sideways but in its own box."""
    window.page.set_viewport_size({"width": width, "height": 900})
    window.enter(room)
    assert window.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("room", TITLES)
def test_every_control_has_a_name_and_is_reached_by_tab(window: Window, room: str) -> None:
    """Tab goes through the room and ends; nothing holds the focus."""
    window.enter(room)
    window.page.evaluate("document.querySelector('.sla-over').focus()")
    seen: list[str] = []
    for _ in range(400):
        window.press("Tab")
        place = window.page.evaluate("""() => {
          const at = document.activeElement;
          if (at === document.body) return "";
          at.dataset.gezien ??= String(document.querySelectorAll("[data-gezien]").length);
          return at.dataset.gezien;
        }""")
        if place in seen or not place:
            break
        seen.append(place)
    assert 7 <= len(seen) < 400  # the name of the study and six rooms at least
    assert "#/" in window.page.url
