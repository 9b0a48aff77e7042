"""Make the pictures of the guide to coding from the coding room itself.

Run as ``.venv/bin/python scripts/make_coding_pictures.py``. Needs Chromium; nothing is coded.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import threading
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from make_screenshots import ROOT, find_browser
from PIL import Image
from playwright.sync_api import sync_playwright

from paraplu.web.serving import Serving, listen, make_token

if TYPE_CHECKING:
    from playwright.sync_api import Page

CODER = "consensus"
WIDTH, HEIGHT, ABOVE = 1280, 800, 190
READ, CHOOSE = "R07", "R12"
COMPARED = "R01"
PASSAGE = 3
"""Which coding of the list is at hand in the first picture, from 0."""


def main() -> int:
    """Make the three pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--study", type=Path, default=ROOT, help="folder of the study")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "guides", help="where to")
    given = parser.parse_args()
    program = find_browser()
    token = make_token()
    serving = Serving(given.study, {token: CODER}, listen(), lambda: dt.datetime.now(dt.UTC))
    threading.Thread(target=serving.run, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(serving.address(token))
        keep(photograph_transcript(page), given.to / "coderen-transcript.png")
        keep(photograph_choosing(page), given.to / "coderen-kiezen.png")
        keep(photograph_comparing(page), given.to / "coderen-vergelijken.png")
        browser.close()
    return 0


def enter(page: Page, room: str, sign: str) -> None:
    """Go to a room and wait until what tells that it is there is shown."""
    page.wait_for_selector("h1")
    page.evaluate("room => { location.hash = `#/${room}`; }", room)
    page.wait_for_selector(sign)
    page.wait_for_selector("main:not([aria-busy])")


def photograph_transcript(page: Page) -> bytes:
    """Return an interview with one of its codings at hand."""
    enter(page, f"gesprek/{READ}", f'h1:text-is("{READ}")')
    page.locator(".lijst button").nth(PASSAGE).click()
    page.wait_for_selector(".greep.begin:visible")
    return page.screenshot()


def photograph_choosing(page: Page) -> bytes:
    """Return a sentence that is selected, with the codes that answer to what was typed."""
    enter(page, f"gesprek/{CHOOSE}", f'h1:text-is("{CHOOSE}")')
    page.locator(".tekst").focus()
    for key in ("Control+Home", *["Control+ArrowDown"] * 7, "Space", "Space"):
        page.keyboard.press(key)
    page.keyboard.type("steun")
    page.wait_for_selector(".kies-code")
    return page.screenshot()


def photograph_comparing(page: Page) -> bytes:
    """Return two coders beside each other."""
    enter(page, f"vergelijken/{COMPARED}", 'h1:text-is("Vergelijken")')
    page.wait_for_selector(".kaart .besluit")
    page.evaluate(f"""() => {{
      const card = document.querySelector(".kaart:has(.besluit)").getBoundingClientRect();
      scrollTo(0, card.top + scrollY - {ABOVE});
    }}""")
    return page.screenshot()


def keep(picture: bytes, path: Path) -> None:
    """Write a picture with as many colours as a small file has, patterns of families included."""
    whole = Image.open(BytesIO(picture)).convert("RGB")
    whole.quantize(method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        path, optimize=True
    )
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    sys.exit(main())
