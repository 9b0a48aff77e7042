"""Deciding about replacements in a real browser: by keyboard, mouse and touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.anonymise.raw import RAW, WRITTEN
from tests.e2e.anonymise.reviewing import PHONE, chosen, decided, find, statuses, words_of

if TYPE_CHECKING:
    from paraplu.study import Study
    from tests.e2e.conftest import Window


def test_a_whole_interview_by_keyboard_alone(window: Window, study: Study) -> None:
    """From the first proposal to the interview that is written, without touching a mouse."""
    chosen(window, "Karin Bloem")
    window.press("v", "Control+A")
    window.type("respondent")
    window.press("Enter", "j")
    chosen(window, "Holt")
    window.press("a")
    chosen(window, "Kate")
    window.press("Control+ArrowLeft", *["Control+Shift+ArrowRight"] * 3, "Enter")
    chosen(window, "Ten Kate Veen")
    find(window, "47")
    window.press("Enter")
    window.type("leef")
    window.press("Enter")
    chosen(window, "47")
    find(window, "Leen")
    window.press("Enter", "Enter")
    chosen(window, "Leen")
    window.press("e")
    window.page.wait_for_selector(".ook", state="detached")
    window.press("j")
    chosen(window, "3 mei 2021")
    window.press("a")
    chosen(window, "Wmo")
    window.press("r")
    window.page.wait_for_selector(".voortgang:text-is('7 van 7 beslist')")
    window.saved()
    window.press("Shift+Tab", "Enter")
    window.page.wait_for_selector(".stand:text('Nagekeken door coder-a')")
    window.press("Shift+Tab", "Enter")
    window.page.wait_for_selector(".melding:has-text('Geschreven: interviews/R41.md')")
    written = (study.root / "interviews" / "R41.md").read_text(encoding="utf-8")
    assert written.endswith(WRITTEN)
    assert "status: nagekeken" in written
    assert {line.who for line in decided(study).log} == {"coder-a"}


def test_what_was_done_is_there_the_next_morning(window: Window, study: Study) -> None:
    """After merging and adding, a reload shows the same."""
    find(window, "Leen")
    window.press("Enter")
    window.type("Karin")
    window.press("Enter")
    chosen(window, "Leen")
    window.saved()
    assert words_of(study, "[persoon 1]") == ["Karin Bloem", "Bloem", "Leen", "Bloem"]
    window.press("k", "m")
    window.type("Karin")
    window.press("Enter")
    window.page.wait_for_selector(".alle h2 .aantal:text-is('4')")
    window.saved()
    before = window.page.locator(".lijst").inner_text()
    window.reopen()
    window.page.wait_for_selector(".net-telling button")
    assert window.page.locator(".lijst").inner_text() == before


def test_one_becomes_two_by_form_or_by_place(window: Window, study: Study) -> None:
    """All mentions of a form go, or only the one at hand."""
    window.press("o", "s")
    window.type("alle 2")
    window.press("Enter")
    window.page.wait_for_selector(".alle h2 .aantal:text-is('6')")
    assert words_of(study, "[persoon 4]") == ["Bloem", "Bloem"]
    window.press("s")
    window.page.wait_for_selector(".alle h2 .aantal:text-is('7')")
    assert words_of(study, "[persoon 5]") == ["Bloem"]


def test_a_mention_is_let_be_and_the_others_are_not(window: Window, study: Study) -> None:
    """Only here the words stay as they are."""
    window.press("o", "x")
    window.page.wait_for_selector(".alle h2 .aantal:text-is('6')")
    window.saved()
    kept = [e for e in decided(study).entities if e.status == "afgewezen"]
    assert [[o.text for o in entity.occurrences] for entity in kept] == [["Bloem"]]
    assert kept[0].occurrences[0].start == RAW.index("Bloem", 25)


def test_another_kind_is_chosen_by_typing(window: Window, study: Study) -> None:
    """The replacement goes along."""
    window.press("j", "l")
    window.type("plaa")
    window.press("Enter")
    window.page.wait_for_selector(".lijst [aria-current] .wordt:text-is('[plaats 1]')")
    window.saved()
    assert words_of(study, "[plaats 1]") == ["Holt"]


def test_steps_are_undone_and_done_again(window: Window, study: Study) -> None:
    """One at a time, also after a reload."""
    window.press("a", "r")
    window.saved()
    assert statuses(study)["[gemeente 1]"] == "afgewezen"
    window.reopen()
    window.page.wait_for_selector("button[aria-label='Ongedaan maken']:enabled")
    window.press("Control+z", "Control+z")
    window.page.wait_for_selector(".voortgang:text-is('0 van 5 beslist')")
    window.press("Control+Shift+z")
    window.page.wait_for_selector(".voortgang:text-is('1 van 5 beslist')")
    window.saved()
    assert statuses(study)["[persoon 1]"] == "aanvaard"
    assert statuses(study)["[gemeente 1]"] == "voorgesteld"


def test_the_net_is_walked_and_promoted(window: Window, study: Study) -> None:
    """Every other capital or number, one after another; Enter makes it a replacement."""
    seen = []
    for _ in range(5):
        window.press("n")
        seen.append(window.page.locator(".detail blockquote").inner_text())
    assert seen == ["Ten", "Veen", "47", "Leen", "Leen"]
    before = window.page.locator(".net").count()
    window.press("Enter")
    window.type("persoon 2")
    window.press("Enter")
    window.page.wait_for_function("n => document.querySelectorAll('.net').length < n", arg=before)
    window.saved()
    assert words_of(study, "[persoon 2]") == ["Kate", "Leen"]


def test_sentences_that_tell_who_somebody_is_are_walked(window: Window, study: Study) -> None:
    """A reader weighs them, and replaces the words that tell."""
    window.press("g")
    quoted = window.page.locator(".detail blockquote")
    assert quoted.inner_text() == "Een raadslid dat de hamer meenam."
    find(window, "de hamer meenam")
    window.press("Enter")
    window.type("gebeur")
    window.press("Enter")
    chosen(window, "de hamer meenam")
    window.press("v", "Control+A")
    window.type("iets deed")
    window.press("Enter")
    window.page.wait_for_selector(".lijst [aria-current] .wordt:text-is('[iets deed]')")
    window.saved()
    assert words_of(study, "[iets deed]") == ["de hamer meenam"]


def test_a_word_is_added_by_mouse(window: Window, study: Study) -> None:
    """Two clicks select it, a button offers to replace it, a click says what it is."""
    word = window.page.locator(".net", has_text="Leen").first
    word.dblclick()
    window.page.get_by_role("button", name="Vervang", exact=False).locator(
        "visible=true"
    ).first.click()
    window.page.get_by_role("option", name="organisatie Organisaties").click()
    chosen(window, "Leen")
    window.saved()
    assert words_of(study, "[organisatie 1]") == ["Leen"]


def test_a_mention_is_decided_by_touch(window: Window, study: Study) -> None:
    """A tap in the text takes it in hand; a tap on a button decides."""
    window.page.set_viewport_size({"width": PHONE, "height": 780})
    window.page.locator(".vermelding", has_text="Holt").tap()
    chosen(window, "Holt")
    window.page.get_by_role("button", name="Afwijzen").tap()
    window.saved()
    assert statuses(study)["[gemeente 1]"] == "afgewezen"


def test_a_tap_is_enough_where_no_caret_comes_along(window: Window) -> None:
    """Some browsers on a phone leave their selection where it was."""
    for words in ("Holt", "Leen"):
        window.page.locator(".run", has_text=words).first.dispatch_event("click")
        assert window.page.locator(".run.deze").inner_text() == words
    assert window.page.locator(".detail blockquote").inner_text() == "Leen"


def test_what_is_open_is_asked_about_at_the_end(window: Window, study: Study) -> None:
    """Closing takes the rest as accepted, and says so first."""
    window.page.get_by_role("button", name="Nagekeken").click()
    window.page.wait_for_selector(".vraag-af:has-text('5 voorstellen zijn nog open')")
    assert decided(study).state == "machine"
    window.page.get_by_role("button", name="Toch afsluiten").click()
    window.page.wait_for_selector(".stand:text('Nagekeken door coder-a')")
    assert decided(study).state == "nagekeken"
    assert window.page.get_by_role("button", name="Tweede lezing klaar").count() == 0
