"""A review among others: readers, the command, a server that is gone, and who means harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.anonymise import deciding
from paraplu.study.deciding import change_decisions
from paraplu.vault.applying import write_interview
from tests.e2e.anonymise.reviewing import EXPECTED, chosen, decided, find, open_review, statuses

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from paraplu.study import Study
    from tests.e2e.anonymise.conftest import Opening
    from tests.e2e.conftest import Window


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
