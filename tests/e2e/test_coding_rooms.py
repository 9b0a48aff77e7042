"""What the rooms beside the transcript write and find, in a real browser on a real server."""

from __future__ import annotations

import os
import shutil
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
tokens = {"tok": "consensus"}
serving = Serving(pathlib.Path(sys.argv[1]), tokens, door, lambda: dt.datetime.now(dt.UTC))
print(serving.port, flush=True)
serving.run()
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser, or skip where there is none."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        if "browser" in os.environ.get("PARAPLU_REQUIRE", ""):
            pytest.fail("Chromium is not installed, and PARAPLU_REQUIRE asks for a browser")
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def served(shared_small_study: Path) -> Iterator[str]:
    """Serve the small study, and return where."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(shared_small_study)], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """Return the app; a script that fails fails the test."""
    said: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(f"{served}/?token=tok")
    opened.wait_for_selector("h1")
    yield opened
    opened.close()
    assert said == []


def enter(page: Page, room: str, title: str) -> None:
    """Go to a room and wait until it is there."""
    page.evaluate("room => { location.hash = `#/${room}`; }", room)
    page.wait_for_selector(f'h1:text-is("{title}")')
    page.wait_for_selector("main:not([aria-busy])")


def test_a_definition_is_changed_with_its_reason(page: Page, shared_small_study: Path) -> None:
    """A change of a definition is in the codebook and in its history, and stays on the page."""
    enter(page, "codeboek", "Codeboek")
    page.locator("summary", has_text="Steun").click()
    form = page.locator("details[open] form").first
    form.get_by_label("Omschrijving").fill("hulp van wie dan ook")
    form.get_by_label("Waarom").fill("de buren hoorden er ook bij")
    form.get_by_role("button", name="Bewaren").click()
    page.wait_for_selector(".mededeling :text('Steun: omschrijving gewijzigd.')")
    codebook = Study.open(shared_small_study).codebook()
    assert codebook.codes["steun"].definition == "hulp van wie dan ook"
    assert "de buren hoorden er ook bij" in codebook.history[-1].change


def test_a_change_that_cannot_be_is_explained_and_nothing_is_lost(
    page: Page, shared_small_study: Path
) -> None:
    """A code that is there already is refused in words; the codebook stays as it was."""
    before = (shared_small_study / "codebook" / "codebook.yaml").read_bytes()
    enter(page, "codeboek", "Codeboek")
    page.locator("summary", has_text="Een code toevoegen").first.click()
    form = page.locator("details[open] form").first
    form.get_by_label("Id (kleine letters)").fill("steun")
    form.get_by_label("Naam").fill("Steun")
    form.get_by_role("button", name="Toevoegen").click()
    page.wait_for_selector(".mededeling.fout")
    assert len(page.locator(".mededeling.fout").inner_text()) > 10
    assert (shared_small_study / "codebook" / "codebook.yaml").read_bytes() == before


def test_a_memo_is_written_and_found_again(page: Page, shared_small_study: Path) -> None:
    """A memo on a code is in the study, as it was typed."""
    enter(page, "memos/steun", "Memo's")
    page.locator("textarea").fill("Steun komt vaak van <b>buiten</b>.")
    page.get_by_role("button", name="Bewaren").click()
    page.wait_for_selector("[role=status]:text-is('Bewaard.')")
    texts = [memo.text for memo in Study.open(shared_small_study).memos if memo.about == "steun"]
    assert [text.strip() for text in texts] == ["Steun komt vaak van <b>buiten</b>."]
    enter(page, "memos/studie", "Memo's")
    enter(page, "memos/steun", "Memo's")
    page.wait_for_selector("h2:text-is('Steun')")
    assert page.locator("textarea").input_value().strip() == "Steun komt vaak van <b>buiten</b>."


def test_a_finding_gets_another_sentence(page: Page, shared_small_study: Path) -> None:
    """The sentence and the confidence of a finding are in the study; the rest stays."""
    enter(page, "bevindingen", "Bevindingen")
    page.locator("summary", has_text="Bewerken").first.click()
    page.get_by_label("Zin").fill("Druk komt van heel dichtbij.")
    page.get_by_label("Vertrouwen").select_option("hoog")
    page.get_by_role("button", name="Bewaren").click()
    page.wait_for_selector("[role=status]:text-is('Bewaard.')")
    finding = Study.open(shared_small_study).findings().findings[0]
    assert (finding.sentence, finding.confidence) == ("Druk komt van heel dichtbij.", "hoog")
    assert (finding.theme, finding.deviant) == ("Druk", ("R02.1",))


def test_a_word_is_found_in_its_context_and_leads_to_the_text(page: Page) -> None:
    """A row of words in context opens the interview with that word selected."""
    enter(page, "vragen", "Vragen")
    page.get_by_label("Vraag").select_option("kwic")
    page.get_by_role("searchbox").fill("belde")
    page.get_by_role("button", name="Zoek").click()
    page.locator("tbody a", has_text="R01").click()
    page.wait_for_selector(".tekst")
    page.wait_for_function("document.getSelection().toString() === 'belde'")


@pytest.mark.parametrize("kind", ["overlap", "proximity", "matrix"])
def test_every_question_has_an_answer_and_a_download(page: Page, kind: str) -> None:
    """A question gives a table or says that there is nothing, and the same as a file."""
    enter(page, "vragen", "Vragen")
    page.get_by_label("Vraag").select_option(kind)
    page.wait_for_selector("table, .leeg")
    assert "antwoordt niet" not in page.locator("main").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    assert download.value.suggested_filename.endswith(".csv")


def test_passages_of_a_code_are_chosen_by_group(page: Page) -> None:
    """Choosing a group leaves the passages of that group."""
    enter(page, "code/dreiging", "Dreiging")
    page.wait_for_selector(".kaart")
    page.get_by_label("Groep").select_option("actieve participant")
    page.wait_for_selector(".leeg")
    page.get_by_label("Groep").select_option("criticaster")
    page.wait_for_selector(".kaart :text('Er kwam een brief.')")
