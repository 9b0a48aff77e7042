"""The review of replacements in a real browser: by keyboard, mouse and touch."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise import deciding
from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.study.anonymising import read_decisions, save_decisions
from paraplu.study.deciding import change_decisions
from paraplu.vault.applying import write_interview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from conftest import Window
    from playwright.sync_api import Route

RAW = (
    "I: Dag. U bent Karin Bloem?\n\n"
    "R: Ja 😀, Bloem. Ik woon in Holt en ken Ten Kate Veen. Ik ben 47.\n\n"
    "R: Leen zei dat Leen het was, op 3 mei 2021. De Wmo kwam erbij, met Bloem.\n\n"
    "I: Een raadslid dat de hamer meenam.\n"
)
WRITTEN = (
    "I: Dag. U bent [respondent]?\n\n"
    "R: Ja 😀, [respondent]. Ik woon in [gemeente 1] en ken [persoon 2]. Ik ben [eind veertig].\n\n"
    "R: [persoon 4] zei dat [persoon 4] het was, op [in het voorjaar van 2021]. De Wmo kwam erbij, "
    "met [respondent].\n\nI: Een raadslid dat de hamer meenam.\n"
)
FOUND = (
    ("PERSON", "[persoon 1]", ("Karin Bloem", "Bloem", "Bloem")),
    ("PERSON", "[persoon 2]", ("Kate",)),
    ("PERSON", "[persoon 3]", ("Wmo",)),
    ("MUNICIPALITY", "[gemeente 1]", ("Holt",)),
    ("DATE", "[in het voorjaar van 2021]", ("3 mei 2021",)),
)
DESKTOP, TABLET, ZOOMED, PHONE = 1280, 820, 640, 360
"""Widths in pixels; a window of 1280 at 200% zoom lays out as 640."""
EXPECTED = ("ERR_INTERNET_DISCONNECTED", "status of 409", "status of 404", "ERR_FAILED")


def mentions(words: tuple[str, ...]) -> tuple[Occurrence, ...]:
    """Return mentions of words, each after the one before."""
    found: list[Occurrence] = []
    for word in words:
        start = RAW.index(word, found[-1].end if found else 0)
        found.append(Occurrence(start, start + len(word), word, ("model",)))
    return tuple(found)


def proposal() -> Decisions:
    """Return what a machine could propose: half a name, a wrong one, and two that are missed."""
    entities = tuple(
        Entity(label, replacement, "", mentions(words), "voorgesteld")
        for label, replacement, words in FOUND
    )
    digest = hashlib.sha256(RAW.encode()).hexdigest()
    return Decisions("R41", digest, "machine", "", "", entities)


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


Opening = "Callable[..., AbstractContextManager[Window]]"


@pytest.fixture
def window(address: str, study: Study, open_window: Opening) -> Iterator[Window]:  # noqa: ARG001
    """Return the review of R41, as coder-a, with its net."""
    with open_window(f"{address}/?token=tok-a", expected=EXPECTED) as found:
        open_review(found)
        yield found


def open_review(window: Window) -> None:
    """Go to the review and wait for text and net."""
    window.enter("nakijken/R41", "R41")
    window.page.wait_for_selector(".net-telling button")


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


def chosen(window: Window, words: str) -> None:
    """See that the mention at hand has these words."""
    window.page.wait_for_selector(f'.detail-kop h2:text-is("{words}")')


def find(window: Window, words: str, nth: int = 1) -> None:
    """Search words in the text and select them, by keyboard."""
    window.press("/")
    window.type(words)
    window.press(*["Enter"] * nth, "Escape")


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


def test_what_is_open_is_asked_about_at_the_end(window: Window, study: Study) -> None:
    """Closing takes the rest as accepted, and says so first."""
    window.page.get_by_role("button", name="Nagekeken").click()
    window.page.wait_for_selector(".vraag-af:has-text('5 voorstellen zijn nog open')")
    assert decided(study).state == "machine"
    window.page.get_by_role("button", name="Toch afsluiten").click()
    window.page.wait_for_selector(".stand:text('Nagekeken door coder-a')")
    assert decided(study).state == "nagekeken"
    assert window.page.get_by_role("button", name="Tweede lezing klaar").count() == 0


def test_another_person_reads_after_the_first(
    address: str, study: Study, open_window: Opening
) -> None:
    """The second reader has a button that the first has not."""
    change_decisions(
        study, "R41", lambda d, _: deciding.finish(d, who="coder-a", time="2023-07-01T10:00:00Z")
    )
    with open_window(f"{address}/?token=tok-b", expected=EXPECTED) as window:
        open_review(window)
        window.page.get_by_role("button", name="Tweede lezing klaar").click()
        window.page.wait_for_selector(".stand:text('Tweede lezing door coder-b')")
    assert decided(study).state == "tweede lezer"


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


def test_what_was_decided_elsewhere_comes_in(window: Window, study: Study) -> None:
    """The command decides while the room is open: it shows, and is said."""
    change_decisions(
        study, "R41", lambda d, _: deciding.reject(d, numbers=[1], who="ks", time="2023-07-01")
    )
    window.page.wait_for_selector(".melding:has-text('er is elders over dit gesprek beslist')")
    window.page.wait_for_selector(".voortgang:text-is('1 van 5 beslist')")


def test_an_interview_that_the_command_wrote_is_known(window: Window, study: Study) -> None:
    """Who writes it in a terminal finds the room up to date."""
    window.page.get_by_role("button", name="Nagekeken").click()
    window.page.get_by_role("button", name="Toch afsluiten").click()
    window.page.get_by_role("button", name="Schrijf R41.md").wait_for()
    write_interview(study, "R41", vault=None, time="2023-07-01")
    window.page.wait_for_selector(".stand:text('R41.md is hiermee geschreven')")
    assert window.page.locator(".melding:visible").count() == 0


def test_nothing_is_written_over_what_was_not_seen(window: Window, study: Study) -> None:
    """A step over an older version is not done; the room shows what stands there, and says so."""
    window.page.route("**/state", lambda route: route.abort())
    change_decisions(
        study, "R41", lambda d, _: deciding.reject(d, numbers=[1], who="ks", time="2023-07-01")
    )
    window.press("a")
    window.page.wait_for_selector(".melding:has-text('intussen elders beslist')")
    assert statuses(study)["[persoon 1]"] == "afgewezen"
    window.page.wait_for_selector(".lijst .afgewezen:has-text('Karin Bloem')")


def test_a_server_that_is_gone_is_said(window: Window, study: Study) -> None:
    """What was pressed is not shown as done, and nothing else is lost."""
    window.press("a")
    window.saved()
    window.page.context.set_offline(offline=True)
    window.press("a")
    window.page.wait_for_selector(".melding:has-text('Niet bewaard')")
    window.page.context.set_offline(offline=False)
    window.page.reload()
    window.page.wait_for_selector(".voortgang:text-is('1 van 5 beslist')")
    assert statuses(study)["[gemeente 1]"] == "voorgesteld"


def test_script_in_a_replacement_is_shown_as_text(window: Window) -> None:
    """It does nothing, in text, margin, list and outcome."""
    script = "<img src=x onerror=document.title='kwaad'>"
    window.press("v", "Control+A")
    window.type(script)
    window.press("Enter")
    window.page.wait_for_selector(".lijst [aria-current] .wordt:text('onerror')")
    window.press("p")
    window.page.wait_for_selector(".voorbeeld:has-text('onerror')")
    assert window.page.locator("main img").count() == 0
    assert window.page.title() != "kwaad"


def test_no_name_stays_in_the_browser(window: Window) -> None:
    """Not in the address, the title, or what a browser keeps; and no answer is kept."""
    find(window, "Leen")
    window.press("Enter", "Enter")
    chosen(window, "Leen")
    kept = window.page.evaluate(
        """async () => JSON.stringify([location.href, document.title, history.state,
            {...localStorage}, {...sessionStorage}, await indexedDB.databases(),
            await caches.keys()])"""
    )
    assert not [name for name in ("Bloem", "Leen", "Holt") if name in kept]
    assert kept.endswith("{},{},[],[]]")


def test_where_nothing_is_proposed_the_room_says_what_to_do(window: Window) -> None:
    """Of an interview without a proposal, and of one that was never imported."""
    window.enter("nakijken/R42")
    window.page.wait_for_selector('.leeg:has-text("paraplu anonymise R42")')
    window.enter("nakijken/R43")
    window.page.wait_for_selector(".leeg:has-text('paraplu import')")
    window.enter("nakijken", "Nakijken")
    window.page.wait_for_selector('td:text("paraplu anonymise R42")')
    assert window.page.get_by_role("link", name="Verder met R41").count() == 1


def test_who_goes_elsewhere_is_not_called_back(window: Window) -> None:
    """A review that comes in late does not take the place of another room."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    window.enter("memos", "Memo's")
    window.page.route("**/api/anonymise/R41", hold)
    with window.page.expect_request("**/api/anonymise/R41"):
        window.page.evaluate("location.hash = '#/nakijken/R41'")
    window.page.evaluate("location.hash = '#/codeboek'")
    window.page.wait_for_selector("h1:text-is('Codeboek')")
    with window.page.expect_response("**/api/anonymise/R41"):
        held[0].continue_()
    window.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert window.page.locator("h1").inner_text() == "Codeboek"
    assert "R41" not in window.page.title()


def test_the_outcome_is_read_only(window: Window, study: Study) -> None:
    """Letters that decide do nothing there."""
    window.press("p")
    window.page.locator(".voorbeeld").wait_for()
    window.press("a", "r", "x", "Delete", "j")
    window.page.locator(".voorbeeld").wait_for(state="detached")
    window.saved()
    assert set(statuses(study).values()) == {"voorgesteld"}


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
