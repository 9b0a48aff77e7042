"""What the rooms beside the transcript write and find, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Window


def test_a_blind_coder_sees_only_own_work(window: Window, consensus: Window) -> None:
    """In a blind round no other coder can be shown; who writes the consensus sees everyone."""
    window.enter("gesprek/R01")
    assert window.page.locator(".codeurs input").count() == 1
    consensus.enter("gesprek/R01")
    consensus.page.locator(".codeurs label", has_text="coder-b").click()
    consensus.page.wait_for_selector(".lijst .ander")
    consensus.page.locator(".lijst .ander button").first.click()
    consensus.page.wait_for_selector(".detail :text('alleen lezen')")


def test_the_consensus_is_written_with_its_reason(
    text: Window, consensus: Window, shared_small_study: Path
) -> None:
    """In the compare room a coding is taken over with why, and lands in the consensus."""
    text.press("Control+End", "Space", "Enter")
    text.type("steun")
    text.press("Enter")
    text.saved()
    consensus.enter("vergelijken")
    form = consensus.page.locator("form", has_text="Neem over").first
    form.locator("input").fill("zo lezen wij het samen")
    form.locator("button").click()
    consensus.page.wait_for_selector(".kaart :text('Staat in de consensus.')")
    memos = Study.open(shared_small_study).codings("consensus").memo
    assert "besluit: zo lezen wij het samen" in set(memos)


def test_a_definition_is_changed_with_its_reason(
    consensus: Window, shared_small_study: Path
) -> None:
    """A change of a definition is in the codebook and in its history, and stays on the page."""
    consensus.enter("codeboek", "Codeboek")
    consensus.page.locator("summary", has_text="Steun").click()
    form = consensus.page.locator("details[open] form").first
    form.get_by_label("Omschrijving").fill("hulp van wie dan ook")
    form.get_by_label("Waarom").fill("de buren hoorden er ook bij")
    form.get_by_role("button", name="Bewaren").click()
    consensus.page.wait_for_selector(".mededeling :text('Steun: omschrijving gewijzigd.')")
    codebook = Study.open(shared_small_study).codebook()
    assert codebook.codes["steun"].definition == "hulp van wie dan ook"
    assert "de buren hoorden er ook bij" in codebook.history[-1].change


def test_a_code_that_somebody_added_can_be_given_at_once(
    window: Window, shared_small_study: Path
) -> None:
    """Whoever enters an interview has the codebook of that moment; from its beginning."""
    window.enter("codeboek")
    book = shared_small_study / "codebook" / "codebook.yaml"
    text = book.read_text(encoding="utf-8")
    code = "      - {id: dreiging, name: Dreiging, definition: druk}\n"
    assert code in text
    more = "      - {id: weer, name: Weer, definition: regen}\n"
    book.write_text(text.replace(code, code + more), encoding="utf-8", newline="\n")
    window.page.evaluate("scrollTo(0, 9999)")
    window.enter("gesprek/R01")
    window.page.wait_for_selector(".tekst")
    assert window.page.evaluate("scrollY") == 0
    window.press("Control+End", "Space")
    window.type("weer")
    window.page.wait_for_selector(".kies-code:has-text('Weer')")
    book.write_text(text, encoding="utf-8", newline="\n")


def test_a_change_that_cannot_be_is_explained_and_nothing_is_lost(
    consensus: Window, shared_small_study: Path
) -> None:
    """A code that is there already is refused in words; the codebook stays as it was."""
    before = (shared_small_study / "codebook" / "codebook.yaml").read_bytes()
    consensus.enter("codeboek", "Codeboek")
    consensus.page.locator("summary", has_text="Een code toevoegen").first.click()
    form = consensus.page.locator("details[open] form").first
    form.get_by_label("Id (kleine letters)").fill("steun")
    form.get_by_label("Naam").fill("Steun")
    form.get_by_role("button", name="Toevoegen").click()
    consensus.page.wait_for_selector(".mededeling.fout")
    assert len(consensus.page.locator(".mededeling.fout").inner_text()) > 10
    assert (shared_small_study / "codebook" / "codebook.yaml").read_bytes() == before


def test_a_memo_is_written_and_found_again(consensus: Window, shared_small_study: Path) -> None:
    """A memo on a code is in the study, as it was typed."""
    consensus.enter("memos/steun", "Memo's")
    consensus.page.locator("textarea").fill("Steun komt vaak van <b>buiten</b>.")
    consensus.page.get_by_role("button", name="Bewaren").click()
    consensus.page.wait_for_selector("[role=status]:text-is('Bewaard.')")
    texts = [memo.text for memo in Study.open(shared_small_study).memos if memo.about == "steun"]
    assert [text.strip() for text in texts] == ["Steun komt vaak van <b>buiten</b>."]
    consensus.enter("memos/studie", "Memo's")
    consensus.enter("memos/steun", "Memo's")
    consensus.page.wait_for_selector("h2:text-is('Steun')")
    assert (
        consensus.page.locator("textarea").input_value().strip()
        == "Steun komt vaak van <b>buiten</b>."
    )


def test_a_finding_gets_another_sentence(consensus: Window, shared_small_study: Path) -> None:
    """The sentence and the confidence of a finding are in the study; the rest stays."""
    consensus.enter("bevindingen", "Bevindingen")
    consensus.page.locator("summary", has_text="Bewerken").first.click()
    form = consensus.page.locator(".kaart form").first
    form.get_by_label("Zin").fill("Druk komt van heel dichtbij.")
    form.get_by_label("Vertrouwen").select_option("hoog")
    form.get_by_role("button", name="Bewaren").click()
    consensus.page.wait_for_selector("[role=status]:text-is('Bewaard.')")
    finding = Study.open(shared_small_study).findings().findings[0]
    assert (finding.sentence, finding.confidence) == ("Druk komt van heel dichtbij.", "hoog")
    assert (finding.theme, finding.deviant) == ("Druk", ("R02.1",))


def test_a_finding_shows_its_passages_and_a_new_one_is_added(
    consensus: Window, shared_small_study: Path
) -> None:
    """The passages of its codes unfold; a second finding is written beside the first."""
    page = consensus.page
    consensus.enter("bevindingen", "Bevindingen")
    page.locator(".kaart summary", has_text="Passages").first.click()
    page.wait_for_selector(".kaart .passage:text-is('Er kwam een brief.')")
    page.locator("summary", has_text="Een bevinding toevoegen").click()
    form = page.locator(".nieuw form")
    form.get_by_label("Id (kleine letters)").fill("b2")
    form.get_by_label("Thema").fill("Steun")
    form.get_by_label("Zin").fill("Steun komt van naast.")
    form.get_by_label("Codes").fill("steun")
    form.get_by_role("button", name="Bewaren").click()
    page.wait_for_selector("[role=status]:text-is('Bewaard.')")
    page.wait_for_selector(".kaart h2:text-is('Steun')")
    added = Study.open(shared_small_study).findings().findings[-1]
    assert (added.id, added.codes, added.sentence) == ("b2", ("steun",), "Steun komt van naast.")


def test_a_memo_that_was_not_kept_is_still_there(consensus: Window) -> None:
    """Going to another memo loses nothing, and it says that it is not kept yet."""
    page = consensus.page
    consensus.enter("memos/pol-focus", "Memo's")
    page.locator("textarea").fill("Nog niet af")
    consensus.enter("memos/R02", "Memo's")
    page.wait_for_selector("h2:text-is('R02')")
    assert page.locator("textarea").input_value() == ""
    consensus.enter("memos/pol-focus", "Memo's")
    page.wait_for_selector("[role=status]:text-is('Dit is nog niet bewaard.')")
    assert page.locator("textarea").input_value() == "Nog niet af"
    page.locator("textarea").fill("")


def test_a_memo_on_a_new_theme_is_begun(consensus: Window, shared_small_study: Path) -> None:
    """A name that is no code or interview gets a memo of its own, in the list."""
    page = consensus.page
    consensus.enter("memos", "Memo's")
    page.get_by_label("Memo over een nieuw thema").fill("weer")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_selector("h2:text-is('weer')")
    page.locator("textarea").fill("Het weer komt terug.")
    page.get_by_role("button", name="Bewaren").click()
    page.wait_for_selector("nav a:has-text('weer') .stip")
    assert "weer" in {memo.about for memo in Study.open(shared_small_study).memos}


def test_a_word_is_found_in_its_context_and_leads_to_the_text(consensus: Window) -> None:
    """A row of words in context opens the interview with that word selected."""
    consensus.enter("vragen", "Vragen")
    consensus.page.get_by_label("Vraag").select_option("kwic")
    consensus.page.get_by_role("searchbox").fill("belde")
    consensus.page.get_by_role("button", name="Zoek").click()
    consensus.page.locator("tbody a", has_text="R01").click()
    consensus.page.wait_for_selector(".tekst")
    consensus.page.wait_for_function("document.getSelection().toString() === 'belde'")


def test_the_answer_and_the_download_are_to_the_question_on_the_page(consensus: Window) -> None:
    """Within the same words, the same turn, a group: page and file ask just what stands there."""
    asked: list[str] = []
    page = consensus.page
    page.on("request", lambda one: asked.append(one.url) if "/api/query" in one.url else None)
    consensus.enter("vragen", "Vragen")
    assert "within=span" in asked[-1]
    page.get_by_label("Binnen").select_option("respondent")
    page.get_by_label("Groep").select_option("criticaster")
    page.wait_for_selector("a[href*=criticaster]")
    for part in ("within=respondent", "groep=criticaster", "coder=consensus"):
        assert part in asked[-1]
        assert part in str(page.get_by_role("link", name="Download CSV").get_attribute("href"))


@pytest.mark.parametrize("kind", ["overlap", "proximity", "matrix"])
def test_every_question_has_an_answer_and_a_download(consensus: Window, kind: str) -> None:
    """A question gives a table or says that there is nothing, and the same as a file."""
    consensus.enter("vragen", "Vragen")
    consensus.page.get_by_label("Vraag").select_option(kind)
    consensus.page.wait_for_selector("table, .leeg")
    assert "antwoordt niet" not in consensus.page.locator("main").inner_text()
    with consensus.page.expect_download() as download:
        consensus.page.get_by_role("link", name="Download CSV").click()
    assert download.value.suggested_filename.endswith(".csv")


def test_passages_of_a_code_are_chosen_by_group(consensus: Window) -> None:
    """Choosing a group leaves the passages of that group."""
    consensus.enter("code/dreiging", "Dreiging")
    consensus.page.wait_for_selector(".kaart")
    consensus.page.get_by_label("Groep").select_option("actieve participant")
    consensus.page.wait_for_selector(".leeg")
    consensus.page.get_by_label("Groep").select_option("criticaster")
    consensus.page.wait_for_selector(".kaart :text('Er kwam een brief.')")
