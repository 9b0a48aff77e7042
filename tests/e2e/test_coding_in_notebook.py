"""The widget in a real JupyterLab: the same view, the same keys, the same ledger."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from paraplu.study import Study

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

CELL = """\
from paraplu.lab import Coder
from paraplu.study import Study
Coder(Study.open("."), "R01", coder="coder-a")"""
TOKEN = "een-token-voor-de-test"  # noqa: S105 - made up, for a server of this test only


def write_notebook(path: Path) -> None:
    """Write a notebook of one cell."""
    cell = {
        "cell_type": "code", "execution_count": None, "id": "a", "metadata": {}, "outputs": [],
        "source": CELL,
    }  # fmt: skip
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(book), encoding="utf-8")


@pytest.fixture(scope="module")
def jupyter(shared_small_study: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the small study with JupyterLab, and return the address of a notebook in it."""
    write_notebook(shared_small_study / "coderen.ipynb")
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    home = tmp_path_factory.mktemp("jupyter")
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}",
        "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}", "--allow-root",
        f"--ServerApp.root_dir={shared_small_study}", "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]  # fmt: skip
    settings = {**os.environ, "JUPYTER_CONFIG_DIR": str(home / "config"),
                "JUPYTER_DATA_DIR": str(home / "data"), "JUPYTER_RUNTIME_DIR": str(home / "run"),
                "IPYTHONDIR": str(home / "ipython")}  # fmt: skip
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=settings, cwd=shared_small_study
    ) as server:
        assert server.stderr is not None
        if not any("is running at" in line for line in server.stderr):
            pytest.fail("JupyterLab did not start")
        rest = threading.Thread(target=server.stderr.read)  # a full pipe would stop the server
        rest.start()
        yield f"http://127.0.0.1:{port}/lab/tree/coderen.ipynb?token={TOKEN}"
        server.terminate()
        rest.join()


@pytest.fixture
def notebook(browser: Browser, jupyter: str) -> Iterator[Page]:
    """Return the notebook in JupyterLab, its cell run and the widget shown."""
    page = browser.new_page(viewport={"width": 1500, "height": 950})
    page.set_default_timeout(90_000)
    page.goto(jupyter)
    page.wait_for_selector(":text('| Idle')")
    page.locator(".jp-Cell .cm-content").first.click()
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".paraplu .tekst")
    yield page
    page.close()


@pytest.mark.slow
def test_a_passage_is_coded_in_jupyterlab(notebook: Page, shared_small_study: Path) -> None:
    """By keyboard alone, without JupyterLab taking a key; undone and done again; in the ledger."""
    cells = notebook.locator(".jp-Notebook .jp-Cell").count()
    before = notebook.locator(".lijst .naam").count()
    notebook.locator(".paraplu .tekst").focus()
    for key in ("Control+Home", "Control+ArrowDown", "Control+ArrowDown", "Space", "Space"):
        notebook.keyboard.press(key)
    notebook.keyboard.type("steun")
    notebook.keyboard.press("Enter")
    notebook.wait_for_selector(".lijst .naam:text-is('Steun')")
    notebook.keyboard.press("Control+z")
    notebook.wait_for_selector(".lijst .naam:text-is('Steun')", state="detached")
    notebook.keyboard.press("Control+Shift+z")
    notebook.wait_for_selector(".lijst .naam:text-is('Steun')")
    notebook.wait_for_selector(".bewaard:text-is('Bewaard')")
    assert notebook.locator(".lijst .naam").count() == before + 1
    assert notebook.locator(".jp-Notebook .jp-Cell").count() == cells
    row = Study.open(shared_small_study).codings("coder-a").query("code == 'steun'")
    assert list(row[row.interview == "R01"].exact) == ["Niemand belde."]
