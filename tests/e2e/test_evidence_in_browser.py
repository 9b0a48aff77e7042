"""The site of the reference study, every page of it: barred to nobody, leading somewhere."""

from __future__ import annotations

import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

import pytest

from paraplu import artefacts, pipeline
from paraplu.pipeline.notebooks import find_notebooks, run_notebook
from paraplu.report.pages import CONFIDENTIAL, DATA
from paraplu.study import Study

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

DESKTOP, ZOOMED, PHONE = WIDTHS = 1280, 640, 360
FEW = 5
"""So many words in a row are no coincidence."""
AXE = """axe.run({resultTypes: ["violations"]}).then(found =>
    found.violations.map(one => [one.id, one.nodes.map(node => node.target.join(" "))]))"""
SEEN = """(() => { const box = document.querySelector(":target").getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight; })()"""


class Look(NamedTuple):
    """How wide a page lies in its window, in pixels, and what axe finds."""

    wide: int
    violations: list[object]


class Links(HTMLParser):
    """The places that a page leads to, and the places in it that can be led to."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__()
        self.to: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what an element leads to, and its id."""
        del tag
        for name, value in attrs:
            if value and name in {"href", "src"}:
                self.to.append(value)
            if value and name == "id":
                self.ids.append(value)


@pytest.fixture(scope="module")
def root(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the reference study with its site and the pages for researchers."""
    from paraplu import report

    copied = tmp_path_factory.mktemp("site") / "referentie"
    made = () if not artefacts.stale(reference) else ("outputs",)
    for name in ("interviews", "codebook", "essays", "analysis", "_extensions"):
        ignored = shutil.ignore_patterns("_marks", "__pycache__", *made)
        shutil.copytree(reference / name, copied / name, ignore=ignored)
    for name in ("paraplu.toml", "_quarto.yml"):
        shutil.copyfile(reference / name, copied / name)
    with ThreadPoolExecutor(2) as pool:
        notebooks = find_notebooks(copied) if made else []
        list(pool.map(lambda path: run_notebook(path, root=copied), notebooks))
    study = Study.open(copied)
    pipeline.render(study, engine="embedded")
    report.publish_confidential(study)
    return copied


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """Return the folder of the site."""
    return root / "_site"


def pages_of(site: Path) -> list[Path]:
    """Return every page but the one that only sends readers on."""
    return sorted(path for path in site.rglob("*.html") if path != site / "index.html")


def links_of(page: Path) -> Links:
    """Read where a page leads."""
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def said_on(page: Path) -> str:
    """Return the words of a page or a picture, without what makes it move."""
    text = re.sub(r"(?s)<(script|style).*?</\1>", " ", page.read_text(encoding="utf-8"))
    return unescape(re.sub(r"<[^>]+>", " ", text))


def windows(text: str) -> set[tuple[str, ...]]:
    """Return every few words in a row."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[n : n + FEW]) for n in range(len(words) - FEW + 1)}


def leaks(text: str, root: Path) -> set[tuple[str, ...]]:
    """Return what was said in an interview and stands in a text, but may not.

    What may is what essays say, whose quotations are judged, and the public quotations.
    """
    study = Study.open(root)
    spoken = {w for t in study.transcripts.values() for turn in t.turns for w in windows(turn.text)}
    data = json.loads((root / DATA).read_text(encoding="utf-8"))
    allowed = {
        window
        for page in data["pages"]
        for section in page["sections"]
        for quotation in section["quotations"]
        for window in windows(quotation["text"])
    }
    for source in [*root.glob("essays/*.qmd"), *root.glob("codebook/*.yaml")]:
        allowed |= windows(source.read_text(encoding="utf-8"))
    return (windows(text) & spoken) - allowed


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Return a window that axe looks through."""
    from axe_playwright_python.base import AXE_FILE_PATH

    page = browser.new_page(viewport={"width": DESKTOP, "height": 800})
    page.add_init_script(path=AXE_FILE_PATH)
    yield page
    page.close()


@pytest.fixture(scope="module")
def looks(window: Page, site: Path) -> dict[tuple[str, int], Look]:
    """Open every page once, in windows of three widths."""
    found = {}
    for path in pages_of(site):
        window.goto(path.as_uri())
        for width in WIDTHS:
            window.set_viewport_size({"width": width, "height": 800})
            wide = window.evaluate("document.documentElement.scrollWidth")
            violations = [] if width == ZOOMED else window.evaluate(AXE)
            found[path.stem, width] = Look(wide, violations)
    return found


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_on_any_page(looks: dict[tuple[str, int], Look], width: int) -> None:
    """Essays, the list of evidence, and every claim, finding and code."""
    wrong = {name: look.violations for (name, at), look in looks.items() if at == width}
    assert len(wrong) > 100
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_window(looks: dict[tuple[str, int], Look], width: int) -> None:
    """On a phone, at 200% zoom and on a desktop nothing has to be slid sideways."""
    wide = {name: look.wide for (name, at), look in looks.items() if at == width}
    assert {name: found for name, found in wide.items() if found > width} == {}


def test_axe_finds_nothing_on_what_researchers_see(window: Page, root: Path) -> None:
    """Of each kind the longest page, and the list."""
    folder = root / CONFIDENTIAL
    for kind in ("claim-", "bevinding-", "code-", "index"):
        longest = max(folder.glob(f"{kind}*.html"), key=lambda path: path.stat().st_size)
        window.goto(longest.as_uri())
        assert (longest.name, window.evaluate(AXE)) == (longest.name, [])


def test_the_site_leaks_no_other_passage(root: Path, site: Path) -> None:
    """No five words in a row of an interview, on any page or in any picture."""
    shown = [*site.rglob("*.html"), *site.rglob("*.svg")]
    assert leaks("\n".join(map(said_on, shown)), root) == set()


def test_one_passage_too_many_is_a_leak(root: Path, site: Path) -> None:
    """What only researchers see would be found on a page of the site."""
    public = said_on(site / "bewijs" / "code-melden.html")
    confidential = said_on(root / CONFIDENTIAL / "code-melden.html")
    assert leaks(public, root) == set()
    assert len(leaks(confidential, root)) > 100


def test_no_respondent_is_named_on_the_site(root: Path, site: Path) -> None:
    """By an id, a turn or a place in the text, as the pages for researchers do."""
    named = re.compile(r"\bR\d\d(?:\.\d)?\b|beurt \d+|tekens \d+|regel \d+")
    shown = [*site.rglob("*.html"), *site.rglob("*.svg"), root / DATA]
    assert {path.name: found for path in shown if (found := named.findall(said_on(path)))} == {}
    assert named.findall(said_on(root / CONFIDENTIAL / "code-melden.html"))


def test_every_link_leads_somewhere(site: Path) -> None:
    """To a file of the site, and where it names a place, to that place."""
    pages = [*pages_of(site), site / "index.html"]
    ids = {page: set(links_of(page).ids) for page in pages}
    broken = []
    for page in pages:
        for link in links_of(page).to:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            there = target.is_file() and site in target.parents
            if not there or (parts.fragment and unquote(parts.fragment) not in ids[target]):
                broken.append((page.stem, link))
    assert broken == []


def test_every_page_of_evidence_is_led_to(site: Path) -> None:
    """From an essay, from the list, or from another page of evidence."""
    pages = pages_of(site)
    targets = {
        (page.parent / urlsplit(link).path).resolve()
        for page in pages
        for link in links_of(page).to
        if not urlsplit(link).scheme
    }
    assert set(pages) - targets == set()


def test_ids_are_there_once(site: Path) -> None:
    """A place that is there twice cannot be led to."""
    twice = {}
    for page in pages_of(site):
        ids = links_of(page).ids
        twice[page.stem] = sorted({name for name in ids if ids.count(name) > 1})
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_by_keyboard_from_a_claim_to_its_evidence_and_back(browser: Browser, site: Path) -> None:
    """Tab to a claim, Enter; Tab to the sentence's place, Enter; the claim is in sight again."""
    page = browser.new_page(viewport={"width": DESKTOP, "height": 800})
    page.goto((site / "essays" / "2-bescherming.html").as_uri())
    name = _tab_to(page, "a.bewijs-claim")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bewijs/claim-*.html")
    assert name in page.locator("h1").inner_text()
    _tab_to(page, ".herkomst a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/essays/*.html#claim-*")
    page.wait_for_function(SEEN)
    shown = page.locator(":target").inner_text()
    page.close()
    assert shown == name


def test_the_skip_link_leads_past_the_menu(browser: Browser, site: Path) -> None:
    """It is the first stop and shows itself; the next one lies in the text, with an outline."""
    page = browser.new_page(viewport={"width": DESKTOP, "height": 800})
    page.goto((site / "bewijs" / "code-melden.html").as_uri())
    page.keyboard.press("Tab")
    first = page.evaluate(
        "[document.activeElement.textContent, document.activeElement.getBoundingClientRect().top]"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside, outline = page.evaluate(
        "[document.activeElement.closest('main') !== null,"
        " parseFloat(getComputedStyle(document.activeElement).outlineWidth)]"
    )
    page.close()
    assert first[0] == "Naar de inhoud"
    assert first[1] >= 0
    assert inside
    assert outline >= 2


def test_the_note_beside_a_claim_says_whose_evidence_it_leads_to(
    browser: Browser, site: Path
) -> None:
    """Read alone, without the text around it, a link to evidence says what it proves."""
    page = browser.new_page()
    page.goto((site / "essays" / "4-keuzes.html").as_uri())
    names = [
        link.get_attribute("aria-label") or ""
        for link in page.locator(".kantlijn a, .kaart-bewijs a").all()
    ]
    page.close()
    assert names
    assert all(re.fullmatch(r"Bewijs bij: .+ — .+", name) for name in names)


def test_the_list_shows_what_has_the_words_that_are_looked_for(
    browser: Browser, site: Path
) -> None:
    """All of them, in any case and without accents; emptied, everything is there again."""
    page = browser.new_page()
    page.goto((site / "bewijs" / "index.html").as_uri())
    items = page.locator("[data-soort]:visible")
    everything = items.count()
    page.get_by_role("searchbox").fill("PRIVELEVEN gezin")
    found = [item.inner_text() for item in items.all()]
    said = page.locator("output").inner_text()
    page.get_by_role("searchbox").fill("xyzzy")
    nothing = (items.count(), page.locator("output").inner_text()[:15])
    page.get_by_role("searchbox").fill("")
    again = items.count()
    page.close()
    assert 0 < len(found) < everything
    assert all("privéleven" in text.lower() and "gezin" in text.lower() for text in found)
    assert said == f"{len(found)} van {everything} getoond"
    assert nothing == (0, "Niets gevonden.")
    assert again == everything


def test_the_list_can_show_only_what_stands_less_firmly(browser: Browser, site: Path) -> None:
    """What is left are claims, and none of them simply holds."""
    page = browser.new_page()
    page.goto((site / "bewijs" / "index.html").as_uri())
    page.get_by_role("checkbox").check()
    left = page.locator("[data-soort]:visible")
    labels = [item.locator(".etiket").count() for item in left.all()]
    page.close()
    assert labels
    assert set(labels) == {1}


def test_without_scripts_the_list_is_whole(browser: Browser, site: Path) -> None:
    """There is nothing to fill in, and every page is in the list."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "bewijs" / "index.html").as_uri())
    shown = page.locator("[data-soort]:visible").count()
    form = page.locator("#zoek").is_visible()
    context.close()
    assert shown == len(list((site / "bewijs").glob("*.html"))) - 1
    assert not form


def _tab_to(page: Page, place: str, *, most: int = 60) -> str:
    """Press Tab until the focus is there, and return its words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return str(page.evaluate("document.activeElement.innerText"))
    pytest.fail(f"{place} is not reached by keyboard")
