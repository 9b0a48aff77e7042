"""What is handed to a browser: files, the page, and one module out of many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from paraplu import view
from paraplu.view.bundle import order

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_every_import_and_every_font_is_there() -> None:
    """What a module or a style sheet asks for is among the files."""
    files = view.assets()
    for name, path in files.items():
        if name.endswith((".js", ".css")):
            text = path.read_text(encoding="utf-8")
            asked = re.findall(r'from "\./([^"]+)"', text) + re.findall(r'url\("([^"]+)"\)', text)
            assert [one for one in asked if one not in files] == [], name


def test_no_module_reads_html_or_asks_outside() -> None:
    """Text stays text, and nothing is fetched from elsewhere."""
    for name, path in view.assets().items():
        if name.endswith((".js", ".css")):
            text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
            assert not re.search(
                r"innerHTML|outerHTML|insertAdjacentHTML|eval\(|https?://", text
            ), name


def test_modules_stay_small() -> None:
    """A module is one idea, under 350 lines."""
    long = {
        name: lines
        for name, path in view.assets().items()
        if name.endswith(".js") and (lines := path.read_text(encoding="utf-8").count("\n")) >= 350
    }
    assert long == {}


def test_the_page_shows_a_title_as_text() -> None:
    """A title with markup is no markup, and the page holds no script or style of its own."""
    html = view.page(title='<script>"x"</script>', fictional=True, coder="a&b")
    assert "<script>&" not in html
    assert "&lt;script&gt;" in html
    assert "a&amp;b" in html
    assert "Fictief materiaal" in html
    assert re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", html) == []


def test_a_real_study_is_not_called_fictional() -> None:
    """The band is only there when all material is invented."""
    assert "Fictief" not in view.page(title="x", fictional=False, coder="a")


def test_a_circle_of_imports_is_refused() -> None:
    """Blob URLs need an order; a circle has none."""
    with pytest.raises(ValueError, match="circle"):
        order({"a.js": 'import "./b.js";', "b.js": 'import { a } from "./a.js";'}, "a.js")


def test_the_bundle_gives_what_a_widget_needs(page: Page) -> None:
    """One module, loaded from a blob as anywidget does, has a default export with `render`."""
    kind = page.evaluate(
        """async (source) => {
          const url = URL.createObjectURL(new Blob([source], {type: "text/javascript"}));
          const { default: widget } = await import(url);
          return typeof widget.render;
        }""",
        view.bundle(),
    )
    assert kind == "function"
