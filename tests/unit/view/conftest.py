"""A browser that runs the modules of the front end, without a server and without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu import view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

TYPES = {"js": "text/javascript", "css": "text/css", "woff2": "font/woff2"}
HOME = "http://paraplu.test"


def answer(route: Route) -> None:
    """Answer with a file of the front end, or with an empty page that has its styles."""
    name = route.request.url.removeprefix(f"{HOME}/static/")
    path = view.assets().get(name)
    if path is None:
        styles = '<link rel="stylesheet" href="/static/coding.css">'
        page = f'<!DOCTYPE html><html lang="nl"><title>x</title>{styles}<main id="m"></main></html>'
        route.fulfill(body=page, content_type="text/html; charset=utf-8")
    else:
        route.fulfill(body=path.read_bytes(), content_type=TYPES[path.suffix[1:]])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty page that can import the modules; an error in it fails the test."""
    said: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.route("**/*", answer)
    opened.goto(f"{HOME}/")
    yield opened
    opened.close()
    assert said == []
