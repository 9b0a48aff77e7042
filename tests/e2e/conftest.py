"""A real server and a window on it: what every test of the coding room stands on."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SERVE = """
import datetime as dt, pathlib, sys
from paraplu.web.serving import Serving, listen
tokens = dict(pair.split("=") for pair in sys.argv[3:])
root, door = pathlib.Path(sys.argv[1]), listen(int(sys.argv[2]))
serving = Serving(root, tokens, door, lambda: dt.datetime.now(dt.UTC))
print(serving.port, flush=True)
serving.run()
"""
TOKENS = {"tok-a": "coder-a", "tok-b": "coder-b", "tok-c": "consensus"}
WIDTH, HEIGHT = 1280, 900
TITLES = {
    "": "Gesprekken",
    "gesprek/R01": "R01",
    "codeboek": "Codeboek",
    "code/dreiging": "Dreiging",
    "vergelijken": "Vergelijken",
    "vragen": "Vragen",
    "memos": "Memo's",
    "bevindingen": "Bevindingen",
}
"""The rooms of the app, and the heading by which one knows that one is there."""
OFFLINE = "ERR_INTERNET_DISCONNECTED"
REFUSED = "status of 422"


@contextmanager
def serving(study: Path, *, port: int = 0, tokens: dict[str, str] | None = None) -> Iterator[int]:
    """Serve a study in a program of its own, and give its port."""
    pairs = [f"{token}={coder}" for token, coder in (tokens or TOKENS).items()]
    command = [sys.executable, "-c", SERVE, str(study), str(port), *pairs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.terminate()


@dataclass(frozen=True, slots=True)
class Window:
    """A window on the app: the page itself, and what a coder does with it."""

    page: Page

    def enter(self, room: str, title: str = "") -> None:
        """Go to a room and wait until it is there."""
        self.page.evaluate("room => { location.hash = `#/${room}`; }", room)
        known = title or TITLES.get(room, "")
        self.page.wait_for_selector(f'h1:text-is("{known}")' if known else "h1")
        self.page.wait_for_selector("main:not([aria-busy])")

    def reopen(self) -> None:
        """Load the page again, as someone would the next morning."""
        self.page.reload()
        self.page.wait_for_selector(".tekst")

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        self.page.keyboard.type(words)

    def lists(self, *names: str) -> None:
        """See that the list beside the text holds these codings, in any order, once drawn."""
        self.page.wait_for_function(
            """wanted => [...document.querySelectorAll(".lijst .naam")]
                .map(name => name.innerText).sort().join("|") === wanted""",
            arg="|".join(sorted(names)),
        )

    def saved(self) -> None:
        """Wait until the server has everything."""
        self.page.wait_for_selector(".bewaard:text-is('Bewaard')")

    def selected(self) -> str:
        """Return the words that are selected."""
        return str(self.page.evaluate("document.getSelection().toString()"))

    def clear(self) -> None:
        """Remove every own coding, by keyboard, and go back to the beginning of the text."""
        while self.page.locator(".lijst button").count():
            self.page.locator(".lijst button").first.focus()
            self.press("Delete")
        self.saved()
        self.page.locator(".tekst").focus()
        self.press("Control+Home")


@contextmanager
def opened(browser: Browser, address: str, *, expected: tuple[str, ...] = ()) -> Iterator[Window]:
    """Open the app by its link; an error in it that is not `expected` fails the test."""
    said: list[str] = []
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, has_touch=True)
    page = context.new_page()
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "console",
        lambda told: (
            said.append(f"{told.text} {told.location['url']}") if told.type == "error" else None
        ),
    )
    page.goto(address)
    page.wait_for_selector("h1")
    yield Window(page)
    context.close()
    assert [one for one in said if not any(known in one for known in expected)] == []


@pytest.fixture(scope="module")
def served(shared_small_study: Path) -> Iterator[str]:
    """Serve the small study, its double round blind, and return where."""
    plan = shared_small_study / "codebook" / "plan.yaml"
    open_round = "codebook: 1, interviews: all"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace(open_round, f"{open_round}, blind: true"),
        encoding="utf-8",
    )
    with serving(shared_small_study) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def window(browser: Browser, served: str) -> Iterator[Window]:
    """Return the app of coder-a."""
    with opened(browser, f"{served}/?token=tok-a", expected=(OFFLINE,)) as window:
        yield window


@pytest.fixture
def consensus(browser: Browser, served: str) -> Iterator[Window]:
    """Return the app of who writes the consensus."""
    with opened(browser, f"{served}/?token=tok-c", expected=(REFUSED,)) as window:
        yield window


@pytest.fixture
def text(window: Window) -> Window:
    """Return the app at R01 without codings, the caret at the beginning of the text."""
    window.enter("gesprek/R01")
    window.page.wait_for_selector(".tekst")
    window.clear()
    return window


@pytest.fixture(scope="session")
def serve() -> Callable[..., AbstractContextManager[int]]:
    """Return what serves a study, for a test that needs a server of its own."""
    return serving


@pytest.fixture
def open_window(browser: Browser) -> Callable[..., AbstractContextManager[Window]]:
    """Return what opens the app by its link."""
    return partial(opened, browser)
