"""Make the pictures of the README from the site and the results that are there.

Run as ``.venv/bin/python scripts/make_screenshots.py`` after `make study`. Needs Chromium.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ESSAY = "4-keuzes"
SECTION = "sec-groot"
CLAIMS = "2-bescherming"
FIGURE = "analysis/outputs/06-polariteiten/figures/kaart-focus.svg"
AROUND = "display:inline-block;margin:0;padding:24px;background:#faf9f4"
COLOURS = 128
MARGIN = 48
TERMINAL_LINES = 25
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #faf9f4 }}
pre {{ display: inline-block; margin: 0; padding: 22px 26px; background: #1d2323; color: #f3f1e7;
font: 15px/1.45 "DejaVu Sans Mono", monospace }}
b {{ color: #8fd3d0; font-weight: 600 }}
</style><pre>{text}</pre>"""


def main() -> int:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--study", type=Path, default=ROOT, help="folder of the study")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "images", help="where to")
    given = parser.parse_args()
    program = find_browser()
    given.to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        keep(photograph_essay(browser, given.study), given.to / "essay.png")
        keep(photograph_evidence(browser, given.study), given.to / "evidence.png")
        keep(photograph_figure(browser, given.study), given.to / "figure.png")
        keep(photograph_terminal(browser, given.study), given.to / "terminal.png")
        browser.close()
    return 0


def find_browser() -> str:
    """Return the program of the system's Chromium, or end and say that it is needed."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        message = "Chromium is needed"
        raise SystemExit(message)
    return program


def photograph_essay(browser: Browser, study: Path) -> bytes:
    """Return the section on the first choice, with its evidence in the margin."""
    page = browser.new_page(viewport={"width": 1280, "height": 1130})
    page.goto((study / "_site" / "essays" / f"{ESSAY}.html").resolve().as_uri())
    top = page.evaluate(f"document.getElementById('{SECTION}').getBoundingClientRect().top")
    page.evaluate("top => window.scrollTo({top, behavior: 'instant'})", top - MARGIN)
    return page.screenshot()


def photograph_evidence(browser: Browser, study: Path) -> bytes:
    """Return the page behind the claim that the essay on protection makes first."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((study / "_site" / "essays" / f"{CLAIMS}.html").resolve().as_uri())
    page.locator("a.bewijs-claim").first.click()
    page.wait_for_selector(".bewijsblad")
    return page.screenshot()


def photograph_figure(browser: Browser, study: Path) -> bytes:
    """Return the polarity map of the first choice."""
    page = browser.new_page(viewport={"width": 900, "height": 700}, device_scale_factor=1.5)
    drawing = (study / FIGURE).read_text(encoding="utf-8")
    page.set_content(f'<body style="{AROUND}">{drawing[drawing.index("<svg") :]}')
    return page.locator("body").screenshot()


def photograph_terminal(browser: Browser, study: Path) -> bytes:
    """Return what the commands print in a terminal of 80 columns."""
    essay = (study / "essays" / f"{ESSAY}.qmd").read_text(encoding="utf-8")
    line = essay[: essay.index("{.claim")].count("\n") + 1
    asked = (["check"], ["evidence", f"essays/{ESSAY}.qmd:{line}"])
    text = "\n".join(f"<b>$ paraplu {' '.join(one)}</b>\n{ask(study, one)}" for one in asked)
    page = browser.new_page(viewport={"width": 900, "height": 700}, device_scale_factor=1.5)
    page.set_content(TERMINAL.format(text="\n".join(text.split("\n")[:TERMINAL_LINES])))
    return page.locator("pre").screenshot()


def ask(study: Path, arguments: list[str]) -> str:
    """Return what a command prints."""
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", "import sys; from paraplu.cli import main; sys.exit(main())",
         *arguments],
        cwd=study, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return html.escape(re.sub(r"\n+$", "\n", done.stdout), quote=False)


def keep(picture: bytes, path: Path) -> None:
    """Write a picture with few colours: small, and none the worse for it."""
    few = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    sys.exit(main())
