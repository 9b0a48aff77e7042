"""The rendered site in a real browser: nothing fetched, nothing too wide, nothing barred."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paraplu.report import engines

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DATA = Path(__file__).parents[1] / "data" / "rendering"
PAGES = ("index", "4-keuzes", "verantwoording")
DESKTOP, PHONE = 1280, 360
ZOOMED = 640
"""A window of 1280 pixels at 200% zoom lays out as 640."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a rendered site."""
    root = tmp_path_factory.mktemp("study")
    shutil.copytree(DATA, root, dirs_exist_ok=True)
    (root / "essays" / "_marks").mkdir()
    for name, marks in json.loads((root / "marks.json").read_text(encoding="utf-8")).items():
        path = root / "essays" / "_marks" / f"{name}.json"
        path.write_text(json.dumps(marks), encoding="utf-8")
    engines.render(root, sorted((root / "essays").glob("*.qmd")), to={"html"}, engine="embedded")
    return root / "_site"


def opened(browser: Browser, site: Path, name: str, *, width: int = DESKTOP) -> Page:
    """Open an essay in a window of this many pixels wide."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((site / "essays" / f"{name}.html").as_uri())
    return page


@pytest.mark.parametrize("name", PAGES)
def test_no_error_and_no_request_outside_the_site(browser: Browser, site: Path, name: str) -> None:
    """A page gives no console message and asks only for files of the site."""
    said: list[str] = []
    asked: list[str] = []
    page = browser.new_page(viewport={"width": DESKTOP, "height": 800})
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "essays" / f"{name}.html").as_uri(), wait_until="networkidle")
    outside = [url for url in asked if not url.startswith((site.as_uri(), "data:"))]
    page.close()
    assert said == []
    assert outside == []
    assert any(url.endswith(".woff2") for url in asked)


@pytest.mark.parametrize("width", [PHONE, ZOOMED, DESKTOP])
@pytest.mark.parametrize("name", PAGES)
def test_no_horizontal_scroll(browser: Browser, site: Path, name: str, width: int) -> None:
    """A page is never wider than its window: on a phone, at 200% zoom, on a desktop."""
    page = opened(browser, site, name, width=width)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width


@pytest.mark.parametrize("place", ["#tbl-breed .tabel-doos", "#fig-codes .figuur-doos"])
def test_what_is_wide_slides_in_its_own_box(browser: Browser, site: Path, place: str) -> None:
    """On a phone what is wide slides in its own box, which can be reached by keyboard."""
    page = opened(browser, site, "4-keuzes", width=PHONE)
    box = page.locator(place)
    wider = box.evaluate("node => node.scrollWidth > node.clientWidth")
    reachable = box.get_attribute("tabindex")
    page.close()
    assert wider
    assert reachable == "0"


def test_figures_run_from_edge_to_edge_on_a_phone(browser: Browser, site: Path) -> None:
    """On a phone a figure takes the whole width, and letters of 8 points are 10 pixels or more."""
    page = opened(browser, site, "4-keuzes", width=PHONE)
    box = page.locator("#fig-codes .figuur-doos").bounding_box()
    image = page.locator("#fig-codes img").bounding_box()
    drawn = page.locator("#fig-codes img").get_attribute("width")
    page.close()
    assert box is not None
    assert image is not None
    assert (box["x"], box["width"]) == (0, PHONE)
    assert 8 * 4 / 3 * image["width"] / min(float(drawn or 0), 518.4) >= 10


def test_a_decision_card_prints_on_one_page(browser: Browser, site: Path) -> None:
    """In print a card, with its evidence, is no higher than an A4 page between its margins."""
    page = opened(browser, site, "4-keuzes", width=round((210 - 2 * 20) / 25.4 * 96))
    page.emulate_media(media="print")
    card = page.locator(".keuzekaart").bounding_box()
    page.close()
    assert card is not None
    assert card["height"] <= (297 - 18 - 20) / 25.4 * 96


def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    browser: Browser, site: Path
) -> None:
    """Tab goes first to the text, then through the menu; each stop has a visible outline."""
    page = opened(browser, site, "4-keuzes")
    stops = []
    for _ in range(5):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate(
                "[document.activeElement.textContent.trim(),"
                " parseFloat(getComputedStyle(document.activeElement).outlineWidth)]"
            )
        )
    page.close()
    names = [name for name, _ in stops]
    assert names[0] == "Naar de inhoud"
    assert names[2:] == ["In het kort", "De keuzes", "Verantwoording"]
    assert all(width >= 2 for _, width in stops)


def test_a_menu_of_seven_fits_a_phone(browser: Browser, site: Path) -> None:
    """Seven entries wrap within the window, each high enough to hit, none over another."""
    page = opened(browser, site, "4-keuzes", width=PHONE)
    page.evaluate(
        "(list => { for (const text of ['De dreiging', 'De bescherming', 'Het netwerk',"
        " 'Het bewijs']) { const item = list.lastElementChild.cloneNode(true);"
        " item.firstElementChild.textContent = text; list.append(item); } })"
        "(document.querySelector('.kop ul'))"
    )
    boxes = [item.bounding_box() for item in page.locator(".kop nav a").all()]
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    found = [(box["x"], box["y"], box["width"], box["height"]) for box in boxes if box]
    assert len(found) == 7
    assert wide <= PHONE
    assert all(height >= 24 and x + width <= PHONE for x, _, width, height in found)
    rows = {round(y) for _, y, _, _ in found}
    assert len(rows) <= 4


def test_notes_stand_beside_the_text_or_below_it(browser: Browser, site: Path) -> None:
    """A note is in the margin on a desktop and under its paragraph on a phone."""
    places = {}
    for width in (DESKTOP, PHONE):
        page = opened(browser, site, "4-keuzes", width=width)
        text = page.locator(".met-kantlijn > p").first.bounding_box()
        note = page.locator(".met-kantlijn > .kantlijn").first.bounding_box()
        page.close()
        assert text is not None
        assert note is not None
        places[width] = (text, note)
    text, note = places[DESKTOP]
    assert note["x"] >= text["x"] + text["width"]
    text, note = places[PHONE]
    assert note["y"] >= text["y"] + text["height"] - 12


def test_both_poles_stand_side_by_side(browser: Browser, site: Path) -> None:
    """On a desktop the poles of a decision card begin at the same height, equally wide."""
    page = opened(browser, site, "4-keuzes")
    left = page.locator(".pool.links").bounding_box()
    right = page.locator(".pool.rechts").bounding_box()
    page.close()
    assert left is not None
    assert right is not None
    assert (left["y"], left["width"], left["height"]) == (
        right["y"],
        right["width"],
        right["height"],
    )


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, site: Path, name: str, width: int) -> None:
    """An accessibility check by axe finds no violation."""
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, site, name, width=width)
    results = Axe().run(page)
    page.close()
    found = {
        one["id"]: [node["target"] for node in one["nodes"]]
        for one in results.response["violations"]
    }
    assert found == {}


def test_the_first_page_leads_to_the_essays(browser: Browser, site: Path) -> None:
    """`_site/index.html` brings the reader to the first essay."""
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.wait_for_url("**/essays/index.html")
    title = page.title()
    page.close()
    assert title.startswith("In het kort")
