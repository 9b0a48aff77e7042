"""Make the picture of the review room in the guide to pseudonymising.

Run as ``.venv/bin/python scripts/make_review_picture.py``. A copy of the study gets a fresh
proposal on one interview, and three decisions. Needs Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from make_screenshots import ROOT, find_browser, keep
from playwright.sync_api import sync_playwright

INTERVIEW = "R05"
COPIED = ("interviews", "codebook", "paraplu.toml", "_quarto.yml")
RUN = "import sys; from paraplu.cli import main; sys.exit(main())"
SERVE = """
import datetime as dt, pathlib, sys
from paraplu.web.serving import Serving, listen
serving = Serving(pathlib.Path(sys.argv[1]), {"t": "coder-a"}, listen(0),
                  lambda: dt.datetime.now(dt.UTC))
print(serving.port, flush=True)
serving.run()
"""
KEYS = ("v", "Control+A", *"respondent", "Enter", "j", "r", "a")


def main() -> int:
    """Make the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--study", type=Path, default=ROOT, help="folder of the study")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "guides", help="where to")
    given = parser.parse_args()
    program = find_browser()
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder) / "studie"
        propose(given.study, study)
        keep(photograph(study, program), given.to / "nakijken.png")
    return 0


def propose(source: Path, study: Path) -> None:
    """Copy a study and propose anew on one interview."""
    study.mkdir()
    for name in COPIED:
        copy = shutil.copytree if (source / name).is_dir() else shutil.copyfile
        copy(source / name, study / name)
    (study / "interviews" / "raw" / f"{INTERVIEW}.decisions.yaml").unlink()
    (study / "interviews" / f"{INTERVIEW}.md").unlink()
    command = [sys.executable, "-c", RUN, "anonymise", INTERVIEW]
    subprocess.run(command, cwd=study, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  ours


def photograph(study: Path, program: str) -> bytes:
    """Return the review, by keyboard, after three decisions."""
    command = [sys.executable, "-c", SERVE, str(study)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server,  # noqa: S603  ours
        sync_playwright() as playwright,
    ):
        try:
            assert server.stdout is not None  # noqa: S101  as asked for
            address = f"http://127.0.0.1:{server.stdout.readline().strip()}"
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 820})
            page.goto(f"{address}/?token=t")
            page.wait_for_selector("h1")
            page.evaluate(f"location.hash = '#/nakijken/{INTERVIEW}'")
            page.wait_for_selector(".net-telling button")
            for key in KEYS:
                page.keyboard.press(key)
            page.wait_for_selector(".voortgang:text('3 van')")
            page.wait_for_selector(".bewaard:text-is('Bewaard')")
            page.evaluate("scrollTo(0, 0)")
            return page.screenshot()
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
