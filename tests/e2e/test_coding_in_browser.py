"""The coding room in a real browser, on a real server: by keyboard, mouse and touch."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from paraplu.study import Study

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SERVE = """
import datetime as dt, pathlib, sys
from paraplu.web.serving import Serving, listen
door = listen(0)
door.listen()
tokens = {"tok-a": "coder-a", "tok-c": "consensus"}
serving = Serving(pathlib.Path(sys.argv[1]), tokens, door, lambda: dt.datetime.now(dt.UTC))
print(serving.port, flush=True)
serving.run()
"""
ROOMS = {
    "": "Gesprekken",
    "gesprek/R01": "R01",
    "codeboek": "Codeboek",
    "code/dreiging": "Dreiging",
    "vergelijken": "Vergelijken",
    "vragen": "Vragen",
    "memos": "Memo's",
    "bevindingen": "Bevindingen",
}
DESKTOP, ZOOMED, TABLET, PHONE = 1280, 640, 820, 360
"""Widths in pixels; a window of 1280 at 200% zoom lays out as 640."""


@pytest.fixture(scope="module")
def served(shared_small_study: Path) -> Iterator[str]:
    """Serve the small study, its double round blind, and return where."""
    plan = shared_small_study / "codebook" / "plan.yaml"
    open_round = "codebook: 1, interviews: all"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace(open_round, f"{open_round}, blind: true"),
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(shared_small_study)], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """Return the app of coder-a; any error in it fails the test."""
    yield from entered(browser, served, "tok-a")


@pytest.fixture
def consensus(browser: Browser, served: str) -> Iterator[Page]:
    """Return the app of who writes the consensus."""
    yield from entered(browser, served, "tok-c")


def entered(browser: Browser, served: str, token: str) -> Iterator[Page]:
    """Open the app with a token, and look for errors afterwards."""
    said: list[str] = []
    context = browser.new_context(viewport={"width": DESKTOP, "height": 900}, has_touch=True)
    opened = context.new_page()
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on(
        "console",
        lambda told: (
            said.append(f"{told.text} {told.location['url']}") if told.type == "error" else None
        ),
    )
    opened.goto(f"{served}/?token={token}")
    opened.wait_for_selector("h1")
    yield opened
    context.close()
    assert [one for one in said if "ERR_INTERNET_DISCONNECTED" not in one] == []


def enter(page: Page, room: str) -> None:
    """Go to a room and wait until it is there."""
    page.evaluate("room => { location.hash = `#/${room}`; }", room)
    page.wait_for_selector(f'h1:text-is("{ROOMS[room]}")')
    page.wait_for_selector("main:not([aria-busy])")


def reopened(page: Page) -> None:
    """Load the page again, as someone would the next morning."""
    page.reload()
    page.wait_for_selector(".tekst")


def lists(page: Page, *names: str) -> None:
    """See that the list beside the text holds these codings, in any order, once it has drawn."""
    page.wait_for_function(
        """wanted => [...document.querySelectorAll(".lijst .naam")]
            .map(name => name.innerText).sort().join("|") === wanted""",
        arg="|".join(sorted(names)),
    )


def saved(page: Page) -> None:
    """Wait until the server has everything."""
    page.wait_for_selector(".bewaard:text-is('Bewaard')")


def press(page: Page, *keys: str) -> None:
    """Press keys one after another."""
    for key in keys:
        page.keyboard.press(key)


def clear(page: Page) -> None:
    """Remove every own coding, by keyboard."""
    while page.locator(".lijst button").count():
        page.locator(".lijst button").first.focus()
        press(page, "Delete")
    saved(page)
    page.locator(".tekst").focus()
    press(page, "Control+Home")


@pytest.fixture
def text(page: Page) -> Page:
    """Return the app at R01 without codings, the caret at the beginning of the text."""
    enter(page, "gesprek/R01")
    clear(page)
    return page


def test_a_passage_is_coded_by_keyboard_alone_and_found_again(
    text: Page, shared_small_study: Path
) -> None:
    """Move, select a sentence, type, Enter, attributes; after a reload it is still there."""
    press(text, "Control+ArrowDown", "Space", "Space")
    text.keyboard.type("drei")
    press(text, "Enter", "2", "-")
    saved(text)
    reopened(text)
    lists(text, "Dreiging −")
    frame = Study.open(shared_small_study).codings("coder-a")
    row = frame[frame.interview == "R01"].iloc[0]
    assert (row.exact, row.fase, row.valentie) == ("Er kwam een brief.", "nazorg", "-")


def test_three_codes_overlap_are_recoded_and_undone(text: Page) -> None:
    """Three codes on one passage give three brackets; recoding and undo change just one."""
    press(text, "Control+ArrowDown", "Space", "Space")
    text.keyboard.type("drei")
    press(text, "Enter", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter", "Enter")
    text.keyboard.type("focus")
    press(text, "Enter")
    lists(text, "Dreiging", "Focus", "Steun")
    assert text.locator(".haak").count() == 3
    assert text.locator(".run.drie").inner_text() == "Er kwam een brief."
    press(text, "c")
    text.keyboard.type("steun")
    press(text, "Enter")
    lists(text, "Dreiging", "Steun", "Steun")
    press(text, "Control+z")
    lists(text, "Dreiging", "Focus", "Steun")
    for _ in range(3):
        press(text, "Control+z")
    lists(text)
    for _ in range(4):
        press(text, "Control+Shift+z")
    lists(text, "Dreiging", "Steun", "Steun")
    saved(text)
    reopened(text)
    lists(text, "Dreiging", "Steun", "Steun")


def test_offsets_stay_right_behind_an_emoji(text: Page, shared_small_study: Path) -> None:
    """The words after an emoji are the words in the ledger, and the emoji goes in one step."""
    press(text, "Control+ArrowDown")
    text.keyboard.press("/")
    text.keyboard.type("zei ik")
    press(text, "Escape", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter")
    saved(text)
    start = text.locator(".lijst .citaat").inner_text()
    assert start == "zei ik"
    press(text, "ArrowLeft", "ArrowLeft", "ArrowLeft", "Shift+ArrowRight")
    assert text.evaluate("document.getSelection().toString()") == "😀"
    row = Study.open(shared_small_study).codings("coder-a").query("interview == 'R01'").iloc[0]
    assert row.exact == "zei ik"


def test_borders_are_changed_by_keyboard(text: Page) -> None:
    """`g` takes the borders in hand; Shift and arrows move them; Enter keeps them."""
    press(text, "Control+ArrowDown", "Space", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter", "g", "Control+Shift+ArrowRight", "Enter")
    saved(text)
    assert text.locator(".lijst .citaat").inner_text() == "Er kwam"
    press(text, "Control+z")
    text.wait_for_selector(".lijst .citaat:text-is('Er')")


def test_a_memo_with_markup_stays_text(text: Page) -> None:
    """Markup in a memo is shown as it was typed, and nothing runs."""
    press(text, "Control+ArrowDown", "Space", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter", "m")
    text.keyboard.type("<img src=x onerror=alert(1)>")
    press(text, "Tab")
    saved(text)
    reopened(text)
    assert "<img src=x onerror=alert(1)>" in text.locator(".lijst").inner_text()
    assert text.locator("main img").count() == 0


def test_the_next_uncoded_turn_is_one_key_away(text: Page) -> None:
    """`n` goes to the next turn of a respondent without a coding."""
    press(text, "n", "Space", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter", "n", "Space")
    assert text.evaluate("document.getSelection().toString()") == "Niemand"


def test_a_mouse_selects_and_codes(text: Page) -> None:
    """A double click takes a word, a button offers to code, a click chooses the code."""
    word = text.locator("#beurt-3")
    word.dblclick(position={"x": 12, "y": 12})
    text.locator(".pil").click()
    text.locator(".kies-code", has_text="Steun").click()
    lists(text, "Steun")
    text.locator(".keus", has_text="nazorg").click()
    text.wait_for_selector(".lijst .kenmerken:text-is('nazorg')")
    text.locator(".knop", has_text="Verwijderen").click()
    text.wait_for_selector(".alle .stil:visible")


def test_a_finger_codes_what_it_selected(text: Page) -> None:
    """What a long press selects can be coded by tapping, without a keyboard."""
    text.evaluate("""() => {
      const words = document.querySelector("#beurt-3 .run").firstChild;
      document.getSelection().setBaseAndExtent(words, 0, words, 7);
    }""")
    text.locator(".pil").tap()
    text.locator(".kies-code", has_text="Dreiging").tap()
    lists(text, "Dreiging")
    assert text.locator(".lijst .citaat").inner_text() == "Niemand"


def test_work_waits_without_a_connection_and_says_so(text: Page) -> None:
    """Coding goes on; what is not saved is told, and saved as soon as it can."""
    text.context.set_offline(offline=True)
    press(text, "Control+ArrowDown", "Space", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter")
    text.wait_for_selector(".bewaard[data-status=waiting]")
    assert "1 wijziging wacht" in text.locator(".bewaard").inner_text()
    text.context.set_offline(offline=False)
    saved(text)
    reopened(text)
    lists(text, "Steun")


def test_what_waits_is_saved_although_one_went_to_another_room(text: Page) -> None:
    """Leaving the interview loses nothing; the header says what still waits."""
    text.context.set_offline(offline=True)
    press(text, "Control+ArrowDown", "Space", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter")
    text.wait_for_selector(".bewaard[data-status=waiting]")
    text.evaluate("location.hash = '#/codeboek'")
    text.wait_for_selector("#wachten:text('1 wijziging wacht')")
    text.context.set_offline(offline=False)
    text.wait_for_selector("#wachten:empty", state="attached")
    enter(text, "gesprek/R01")
    lists(text, "Steun")


def test_the_list_says_and_does_the_same_as_the_text(text: Page) -> None:
    """From the list alone a coding gets an attribute, is undone, and is removed."""
    press(text, "Control+ArrowDown", "Space", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter")
    text.locator(".lijst button").focus()
    press(text, "1")
    text.wait_for_selector(".lijst .kenmerken:text-is('preventie')")
    press(text, "Control+z")
    text.wait_for_selector(".lijst .kenmerken", state="detached")
    press(text, "Delete")
    lists(text)


def test_two_windows_of_one_coder_see_each_others_work(text: Page) -> None:
    """What is coded in one window appears in the other by itself."""
    other = text.context.new_page()
    other.goto(text.url)
    other.wait_for_selector(".tekst")
    press(other, "Control+Home", "Control+ArrowDown", "Space", "Enter")
    other.keyboard.type("steun")
    press(other, "Enter")
    saved(other)
    other.close()
    text.bring_to_front()
    text.wait_for_selector(".lijst .naam:text-is('Steun')")


def test_a_blind_coder_sees_only_own_work(page: Page, consensus: Page) -> None:
    """In a blind round no other coder can be shown; who writes the consensus sees everyone."""
    enter(page, "gesprek/R01")
    assert page.locator(".codeurs input").count() == 1
    enter(consensus, "gesprek/R01")
    consensus.locator(".codeurs label", has_text="coder-b").click()
    consensus.wait_for_selector(".lijst .ander")
    consensus.locator(".lijst .ander button").first.click()
    consensus.wait_for_selector(".detail :text('alleen lezen')")


def test_the_consensus_is_written_with_its_reason(
    text: Page, consensus: Page, shared_small_study: Path
) -> None:
    """In the compare room a coding is taken over with why, and lands in the consensus."""
    press(text, "Control+End", "Space", "Enter")
    text.keyboard.type("steun")
    press(text, "Enter")
    saved(text)
    enter(consensus, "vergelijken")
    form = consensus.locator("form", has_text="Neem over").first
    form.locator("input").fill("zo lezen wij het samen")
    form.locator("button").click()
    consensus.wait_for_selector(".kaart :text('Staat in de consensus.')")
    memos = Study.open(shared_small_study).codings("consensus").memo
    assert "zo lezen wij het samen" in set(memos)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("room", ROOMS)
def test_axe_finds_nothing_in_any_room(page: Page, room: str, width: int) -> None:
    """An accessibility check by axe finds no violation."""
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 900})
    enter(page, room)
    results = Axe().run(page)
    found = {
        one["id"]: [node["target"] for node in one["nodes"]]
        for one in results.response["violations"]
    }
    assert found == {}


def test_axe_finds_nothing_while_a_code_is_chosen(text: Page) -> None:
    """The list of codes, the keys and a coding at hand are as accessible as the rest."""
    from axe_playwright_python.sync_playwright import Axe

    press(text, "Control+ArrowDown", "Space", "Enter")
    choosing = Axe().run(text).response["violations"]
    text.keyboard.type("focus")
    press(text, "Enter", "?")
    text.wait_for_selector(".toetsen:visible")
    coded = Axe().run(text).response["violations"]
    assert [one["id"] for one in [*choosing, *coded]] == []


@pytest.mark.parametrize("width", [PHONE, ZOOMED, TABLET])
@pytest.mark.parametrize("room", ROOMS)
def test_no_room_is_wider_than_its_window(page: Page, room: str, width: int) -> None:
    """On a phone, at 200% zoom and on a tablet nothing slides sideways but in its own box."""
    page.set_viewport_size({"width": width, "height": 900})
    enter(page, room)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("room", ROOMS)
def test_every_control_has_a_name_and_is_reached_by_tab(page: Page, room: str) -> None:
    """Tab goes through the room and ends; nothing holds the focus."""
    enter(page, room)
    page.evaluate("document.querySelector('.sla-over').focus()")
    seen: list[str] = []
    for _ in range(400):
        press(page, "Tab")
        place = page.evaluate("""() => {
          const at = document.activeElement;
          if (at === document.body) return "";
          at.dataset.gezien ??= String(document.querySelectorAll("[data-gezien]").length);
          return at.dataset.gezien;
        }""")
        if place in seen or not place:
            break
        seen.append(place)
    assert 7 <= len(seen) < 400  # the name of the study and six rooms at least
    assert re.search(r"#/", page.url)
