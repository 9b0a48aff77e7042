"""A transcript coded in a real browser: by keyboard, mouse and touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Window


def test_a_passage_is_coded_by_keyboard_alone_and_found_again(
    text: Window, shared_small_study: Path
) -> None:
    """Move, select a sentence, type, Enter, attributes; after a reload it is still there."""
    text.press("Control+ArrowDown", "Space", "Space")
    text.type("drei")
    text.press("Enter", "2", "-")
    text.saved()
    text.reopen()
    text.lists("Dreiging −")
    frame = Study.open(shared_small_study).codings("coder-a")
    row = frame[frame.interview == "R01"].iloc[0]
    assert (row.exact, row.fase, row.valentie) == ("Er kwam een brief.", "nazorg", "-")


def test_three_codes_overlap_are_recoded_and_undone(text: Window) -> None:
    """Three codes on one passage give three brackets; recoding and undo change just one."""
    text.press("Control+ArrowDown", "Space", "Space")
    text.type("drei")
    text.press("Enter", "Enter")
    text.type("steun")
    text.press("Enter", "Enter")
    text.type("focus")
    text.press("Enter")
    text.lists("Dreiging", "Focus", "Steun")
    assert text.page.locator(".haak").count() == 3
    assert text.page.locator(".run.drie").inner_text() == "Er kwam een brief."
    text.press("c")
    text.type("steun")
    text.press("Enter")
    text.lists("Dreiging", "Steun", "Steun")
    text.press("Control+z")
    text.lists("Dreiging", "Focus", "Steun")
    for _ in range(3):
        text.press("Control+z")
    text.lists()
    for _ in range(4):
        text.press("Control+Shift+z")
    text.lists("Dreiging", "Steun", "Steun")
    text.saved()
    text.reopen()
    text.lists("Dreiging", "Steun", "Steun")


def test_offsets_stay_right_behind_an_emoji(text: Window, shared_small_study: Path) -> None:
    """The words after an emoji are the words in the ledger, and the emoji goes in one step."""
    text.press("Control+ArrowDown")
    text.press("/")
    text.type("zei ik")
    text.press("Escape", "Enter")
    text.type("steun")
    text.press("Enter")
    text.saved()
    start = text.page.locator(".lijst .citaat").inner_text()
    assert start == "zei ik"
    text.press("ArrowLeft", "ArrowLeft", "ArrowLeft", "Shift+ArrowRight")
    assert text.selected() == "😀"
    row = Study.open(shared_small_study).codings("coder-a").query("interview == 'R01'").iloc[0]
    assert row.exact == "zei ik"


def test_borders_are_changed_by_keyboard(text: Window) -> None:
    """`g` takes the borders in hand; Shift and arrows move them; Enter keeps them."""
    text.press("Control+ArrowDown", "Space", "Enter")
    text.type("steun")
    text.press("Enter", "g", "Control+Shift+ArrowRight", "Enter")
    text.saved()
    assert text.page.locator(".lijst .citaat").inner_text() == "Er kwam"
    text.press("Control+z")
    text.page.wait_for_selector(".lijst .citaat:text-is('Er')")


def test_borders_are_changed_by_dragging_a_handle(text: Window) -> None:
    """The end of the coding at hand goes to the word under the pointer; undo brings it back."""
    text.press("Control+ArrowDown", "Space", "Space")
    text.type("steun")
    text.press("Enter")
    grip = text.page.locator(".greep.eind")
    grip.wait_for(state="visible")
    line, round_ = grip.bounding_box(), 8
    assert line is not None
    start = text.page.locator(".greep.begin").bounding_box()
    assert start is not None
    below = line["y"] + line["height"] + round_
    text.page.mouse.move(line["x"] + 12, below)
    text.page.mouse.down()
    text.page.mouse.move((start["x"] + line["x"]) / 2 + 6, below, steps=4)
    text.page.mouse.up()
    text.saved()
    cited = text.page.locator(".lijst .citaat").inner_text()
    assert cited in {"Er", "Er kwam", "Er kwam een"}
    text.press("Control+z")
    text.page.wait_for_selector(".lijst .citaat:text-is('Er kwam een brief.')")


def test_a_memo_with_markup_stays_text(text: Window) -> None:
    """Markup in a memo is shown as it was typed, and nothing runs."""
    text.press("Control+ArrowDown", "Space", "Enter")
    text.type("steun")
    text.press("Enter", "m")
    text.type("<img src=x onerror=alert(1)>")
    text.press("Tab")
    text.saved()
    text.reopen()
    assert "<img src=x onerror=alert(1)>" in text.page.locator(".lijst").inner_text()
    assert text.page.locator("main img").count() == 0


def test_a_memo_is_on_the_coding_just_made_however_slow_the_screen(text: Window) -> None:
    """`m` right after a code goes to its memo, also before the next frame; not to another's."""
    for words, name in (("Control+Home", "steun"), ("Control+End", "dreiging")):
        text.page.evaluate(
            "window.requestAnimationFrame = draw => setTimeout(draw, 900);"
            "window.cancelAnimationFrame = clearTimeout;"
        )
        text.press(words, "Control+ArrowUp", "Space")
        text.type(name)
        text.press("Enter", "m")
        text.type(f"over {name}")
        text.press("Tab")
        text.saved()
        text.page.locator(".tekst").focus()
    text.reopen()
    listed = text.page.locator(".lijst").inner_text()
    assert [name for name in ("over steun", "over dreiging") if name in listed] == [
        "over steun", "over dreiging",
    ]  # fmt: skip


def test_the_next_uncoded_turn_is_one_key_away(text: Window) -> None:
    """`n` goes to the next turn of a respondent without a coding."""
    text.press("n", "Space", "Enter")
    text.type("steun")
    text.press("Enter", "n", "Space")
    assert text.selected() == "Niemand"


def test_a_mouse_selects_and_codes(text: Window) -> None:
    """A double click takes a word, a button offers to code, a click chooses the code."""
    word = text.page.locator("#beurt-3")
    word.dblclick(position={"x": 12, "y": 12})
    text.page.locator(".pil").click()
    text.page.locator(".kies-code", has_text="Steun").click()
    text.lists("Steun")
    text.page.locator(".keus", has_text="nazorg").click()
    text.page.wait_for_selector(".lijst .kenmerken:text-is('nazorg')")
    text.page.locator(".knop", has_text="Verwijderen").click()
    text.page.wait_for_selector(".alle .stil:visible")


def test_a_finger_codes_what_it_selected(text: Window) -> None:
    """What a long press selects can be coded by tapping, without a keyboard."""
    text.page.evaluate("""() => {
      const words = document.querySelector("#beurt-3 .run").firstChild;
      document.getSelection().setBaseAndExtent(words, 0, words, 7);
    }""")
    text.page.locator(".pil").tap()
    text.page.locator(".kies-code", has_text="Dreiging").tap()
    text.lists("Dreiging")
    assert text.page.locator(".lijst .citaat").inner_text() == "Niemand"


def test_the_list_says_and_does_the_same_as_the_text(text: Window) -> None:
    """From the list alone a coding gets an attribute, is undone, and is removed."""
    text.press("Control+ArrowDown", "Space", "Enter")
    text.type("steun")
    text.press("Enter")
    text.page.locator(".lijst button").focus()
    text.press("1")
    text.page.wait_for_selector(".lijst .kenmerken:text-is('preventie')")
    text.press("Control+z")
    text.page.wait_for_selector(".lijst .kenmerken", state="detached")
    text.press("Delete")
    text.lists()
