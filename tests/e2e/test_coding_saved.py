"""What is coded is kept: without a connection, in two windows, by two coders."""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack
from typing import TYPE_CHECKING

from paraplu.study import Study
from paraplu.study.correcting import correct

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.e2e.conftest import Window


def test_work_waits_without_a_connection_and_says_so(text: Window) -> None:
    """Coding goes on; what is not saved is told, and saved as soon as it can."""
    text.page.context.set_offline(offline=True)
    text.press("Control+ArrowDown", "Space", "Enter")
    text.type("steun")
    text.press("Enter")
    text.page.wait_for_selector(".bewaard[data-status=waiting]")
    assert "1 wijziging wacht" in text.page.locator(".bewaard").inner_text()
    text.page.context.set_offline(offline=False)
    text.saved()
    text.reopen()
    text.lists("Steun")


def test_what_waits_is_saved_although_one_went_to_another_room(text: Window) -> None:
    """Leaving the interview loses nothing; the header says what still waits."""
    text.page.context.set_offline(offline=True)
    text.press("Control+ArrowDown", "Space", "Enter")
    text.type("steun")
    text.press("Enter")
    text.page.wait_for_selector(".bewaard[data-status=waiting]")
    text.page.evaluate("location.hash = '#/codeboek'")
    text.page.wait_for_selector("#wachten:text('1 wijziging wacht')")
    text.page.context.set_offline(offline=False)
    text.page.wait_for_selector("#wachten:empty", state="attached")
    text.enter("gesprek/R01")
    text.lists("Steun")


def test_two_windows_of_one_coder_see_each_others_work(text: Window) -> None:
    """What is coded in one window appears in the other by itself."""
    other = type(text)(text.page.context.new_page())
    other.page.goto(text.page.url)
    other.page.wait_for_selector(".tekst")
    other.press("Control+Home", "Control+ArrowDown", "Space", "Enter")
    other.type("steun")
    other.press("Enter")
    other.saved()
    other.page.close()
    text.page.bring_to_front()
    text.page.wait_for_selector(".lijst .naam:text-is('Steun')")


def test_work_waits_for_a_new_start_of_the_app(
    small_study: Path,
    serve: Callable[..., AbstractContextManager[int]],
    open_window: Callable[..., AbstractContextManager[Window]],
) -> None:
    """The app dies and comes back with another link: what waited is saved when that is opened."""
    known = ("ERR_CONNECTION_REFUSED", "status of 401")
    with ExitStack() as first:
        port = first.enter_context(serve(small_study))
        with open_window(f"http://127.0.0.1:{port}/?token=tok-a", expected=known) as window:
            window.enter("gesprek/R01", "R01")
            window.page.wait_for_selector(".tekst")
            first.close()
            window.press("Control+End", "Space")
            window.type("steun")
            window.press("Enter")
            window.page.wait_for_selector(".bewaard[data-status=waiting]")
            with serve(small_study, port=port, tokens={"nieuw": "coder-a"}):
                window.page.wait_for_selector(".melding:has-text('niet (meer) aangemeld')")
                other = window.page.context.new_page()
                other.goto(f"http://127.0.0.1:{port}/?token=nieuw")
                other.wait_for_selector("h1")
                window.saved()
                window.page.wait_for_selector(".melding", state="hidden")
    frame = Study.open(small_study).codings("coder-a").query("interview == 'R01'")
    assert list(frame["code"]) == ["dreiging", "steun"]


def test_an_edit_of_the_ledger_underneath_is_shown(text: Window, shared_small_study: Path) -> None:
    """What git puts in the file appears by itself, and says why."""
    ledger = shared_small_study / "codebook" / "codings" / "coder-a" / "R01.jsonl"
    other = ledger.parents[1] / "coder-b" / "R01.jsonl"
    line = other.read_text(encoding="utf-8").replace("01H", "01J")
    ledger.write_text(ledger.read_text(encoding="utf-8") + line, encoding="utf-8", newline="\n")
    text.lists("Dreiging −")
    text.page.wait_for_selector(".alleen-voorlezen:has-text('in een ander venster of in git')")


def test_a_memo_half_written_is_left_alone(text: Window, shared_small_study: Path) -> None:
    """What comes in from elsewhere meanwhile takes no words away."""
    text.press("Control+ArrowDown", "Space")
    text.type("steun")
    text.press("Enter", "m")
    text.type("half ")
    ledger = shared_small_study / "codebook" / "codings" / "coder-a" / "R01.jsonl"
    text.saved()
    line = (ledger.parents[1] / "coder-b" / "R01.jsonl").read_text(encoding="utf-8")
    with ledger.open("a", encoding="utf-8", newline="\n") as file:
        file.write(line.replace("01H", "01K"))
    text.lists("Dreiging −", "Steun")
    text.type("en heel")
    text.press("Tab")
    text.saved()
    text.reopen()
    assert "half en heel" in text.page.locator(".lijst").inner_text()


def test_what_a_correction_could_not_place_is_listed_and_placed_again(
    small_study: Path,
    serve: Callable[..., AbstractContextManager[int]],
    open_window: Callable[..., AbstractContextManager[Window]],
) -> None:
    """The coding whose words are gone says so, and gets new borders like any other."""
    study = Study.open(small_study)
    body = study.transcripts["R01"].body.replace("Er kwam een brief. ", "Post. ")
    correct(study, "R01", body=body, who="coder-a", now=dt.datetime.now(dt.UTC))
    with (
        serve(small_study) as port,
        open_window(f"http://127.0.0.1:{port}/?token=tok-a") as window,
    ):
        window.enter("gesprek/R01", "R01")
        window.page.wait_for_selector(".melding:has-text('1 codering heeft')")
        window.page.locator(".lijst button:has(.zonder-plaats)").click()
        window.page.wait_for_selector(".detail .zonder-plaats")
        window.page.locator(".tekst").focus()
        window.press("g", "Control+Home", "Control+ArrowDown", "Shift+Control+ArrowRight", "Enter")
        window.page.wait_for_selector(".lijst .citaat:text-is('Post')")
        window.saved()
        assert window.page.locator(".zonder-plaats").count() == 0
    (row,) = Study.open(small_study).codings("coder-a").query("interview == 'R01'").itertuples()
    assert (row.exact, row.code) == ("Post", "dreiging")
