"""What Quarto leaves undone, and what it says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from paraplu.errors import Refused
from paraplu.report.engines import quarto, site, theme

STUDY = Path(__file__).parents[3] / "data" / "rendering"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study of which Quarto just rendered one page, with what it copies along."""
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)
    (root / "essays" / "_marks").mkdir()
    marks = {"fictional": True, "marks": {}}
    (root / "essays" / "_marks" / "index.json").write_text(json.dumps(marks), encoding="utf-8")
    for name, text in {
        "essays/index.html": '<main><img alt="x" src="../beeld/smal.svg"></main>',
        "essays/references.bib": "@book{x}",
        "_extensions/paraplu/page.html": "<html>",
        "site_libs/quarto-html/x.js": "",
        "search.json": "[]",
    }.items():
        path = root / "_site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def names(root: Path) -> set[str]:
    """Return the files of a site, without the theme."""
    found = {path.relative_to(root / "_site") for path in site.files_in(root / "_site")}
    return {path.as_posix() for path in found if path.parts[0] != "theme"}


def test_the_folder_becomes_that_of_the_embedded_engine(study: Path) -> None:
    """Figures, theme and first page are there; what Quarto copied along is not."""
    quarto.finish(study, out=study / "_site", made=[study / "_site" / "essays" / "index.html"])
    assert names(study) == {"index.html", "essays/index.html", "beeld/smal.svg"}
    assert (study / "_site" / "theme" / "paraplu.css").is_file()


def test_scripts_that_a_page_asks_for_stay(study: Path) -> None:
    """Where a page uses something of Quarto's own, its files stay."""
    page = study / "_site" / "essays" / "index.html"
    page.write_text('<script src="../site_libs/quarto-html/x.js"></script>', encoding="utf-8")
    quarto.finish(study, out=study / "_site", made=[page])
    assert "site_libs/quarto-html/x.js" in names(study)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("", []),
        ("Rendering\nOutput created: _site/essays/index.html\n", []),
        ("title: Een onbekende unknown\n", []),
        ("WARN: PDF standard validation requested but verapdf is not installed.\n", []),
        ("WARNING (main.lua:12) Unable to resolve crossref @fig-x\n", ["P470"]),
        ("[WARNING] Citeproc: citation x not found\n", ["P470"]),
        ("Error running filter\nPARAPLU\n[P451] value|key=a|\nPARAPLU\n", ["P451"]),
    ],
)
def test_a_warning_of_quarto_is_a_problem(
    study: Path, monkeypatch: pytest.MonkeyPatch, said: str, codes: list[str]
) -> None:
    """What Quarto lets pass with a warning stops the render; news does not."""
    program = study / "bin" / "quarto"
    program.parent.mkdir()
    (program.parent / "said").write_text(said, encoding="utf-8")
    program.write_text('#!/bin/sh\ncat "$(dirname "$0")/said" >&2\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    found: list[str] = []
    try:
        quarto.render(study, [study / "essays" / "index.qmd"], forms=("html",), out=study / "_site")
    except Refused as refused:
        found = [problem.code for problem in refused.problems]
    assert found == codes


def test_the_scripts_go_on_in_the_python_of_the_study(tmp_path: Path) -> None:
    """Where Quarto's Python lacks Paraplu, the study's own does the work."""
    theme.write_extension(tmp_path)
    own = tmp_path / ".venv" / "bin" / "python"
    own.parent.mkdir(parents=True)
    own.write_text('#!/bin/sh\necho "here: $1"\nexit 3\n')
    own.chmod(0o755)
    done = run_bare(tmp_path, "judge.py")
    assert done.returncode == 3
    assert done.stdout == f"here: {tmp_path}/_extensions/paraplu/judge.py\n"


def test_the_scripts_say_what_to_do_without_paraplu(tmp_path: Path) -> None:
    """Without any Python that knows Paraplu the render stops with one line of advice."""
    theme.write_extension(tmp_path)
    done = run_bare(tmp_path, "finish.py")
    assert done.returncode == 1
    assert "QUARTO_PYTHON" in done.stderr
    assert "Traceback" not in done.stderr


def run_bare(root: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script of the extension with a Python that has no packages."""
    return subprocess.run(
        [sys.executable, "-S", str(root / "_extensions" / "paraplu" / script)],
        cwd=root,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
