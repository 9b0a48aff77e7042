"""The step after Quarto, called as Quarto calls it, on the folder that Quarto leaves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from paraplu import pipeline
from paraplu.report.engines import pandoc, site, theme
from paraplu.report.program import pandoc_path
from paraplu.study import Study
from tests.functional.judge.conftest import build

if TYPE_CHECKING:
    from pathlib import Path

ESSAY = """\
---
title: "Proef"
---

## Kop {#sec-a}

[De meeste criticasters]{.claim code="melden" valentie="-" group="criticaster"} zien dat.

::: {#fig-x .artefact figure="07/balken"}
Een balk.
:::
"""
PROJECT = 'number-sections: true\nwebsite:\n  title: "Proef"\n'


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a study that the embedded engine rendered, and its Word file as pandoc leaves it."""
    root = build(tmp_path_factory.mktemp("quarto") / "study")
    (root / "essays" / "index.qmd").write_text(ESSAY, encoding="utf-8")
    (root / "_quarto.yml").write_text(PROJECT, encoding="utf-8")
    theme.write_extension(root)
    pipeline.render(Study(root), engine="embedded")
    write_word(root)
    return root


def write_word(root: Path) -> None:
    """Write the Word file as pandoc does it under Quarto, not finished yet."""
    extension = root / "_extensions" / "paraplu"
    (root / "lang.json").write_text('{"lang": "nl-NL", "number-sections": true}')
    subprocess.run(
        [pandoc_path(), "index.qmd", "--from=markdown", "--to=docx", "--standalone", "--wrap=none",
         f"--metadata-file={root / 'lang.json'}", "--shift-heading-level-by=-1",
         f"--lua-filter={extension / 'paraplu.lua'}", f"--lua-filter={extension / 'subset.lua'}",
         f"--reference-doc={extension / 'reference.docx'}", f"--output={root / 'raw.docx'}"],
        cwd=root / "essays",
        env={"QUARTO_PROJECT_DIR": str(root), "SOURCE_DATE_EPOCH": str(pandoc.EPOCH),
             "LC_ALL": "C.UTF-8"},
        check=True,
    )  # fmt: skip


@pytest.fixture
def left(rendered: Path, tmp_path: Path) -> Path:
    """Return the study with the folder that Quarto leaves: its own files, and ours not yet."""
    root = tmp_path / "study"
    shutil.copytree(rendered, root)
    out = root / "_site"
    shutil.rmtree(out / "theme")
    shutil.rmtree(out / "bewijs")
    shutil.rmtree(out / "analysis")
    (out / "index.html").unlink()
    shutil.copyfile(root / "raw.docx", out / "essays" / "index.docx")
    for name in ("site_libs/quarto-html/x.js", "search.json", "essays/references.bib",
                 "_extensions/paraplu/page.html"):  # fmt: skip
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("x", encoding="utf-8")
    return root


def finish(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the step as Quarto does: in the project, with what it made in the environment."""
    made = [f"_site/essays/index.{form}" for form in ("html", "pdf", "docx")]
    told = {
        "QUARTO_PROJECT_OUTPUT_DIR": str(root / "_site"),
        "QUARTO_PROJECT_OUTPUT_FILES": "\n".join(made),
        "QUARTO_PROJECT_RENDER_ALL": "1",
    }
    return subprocess.run(
        [sys.executable, "_extensions/paraplu/finish.py"],
        cwd=root,
        env={"PATH": os.environ["PATH"]} | told | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def content(root: Path) -> dict[str, bytes]:
    """Return the files of the site with what they hold."""
    out = root / "_site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in site.files_in(out)}


def test_the_folder_is_that_of_the_embedded_engine_to_the_byte(left: Path, rendered: Path) -> None:
    """Theme, figures, first page, evidence pages and Word files; nothing of Quarto's is left."""
    done = finish(left)
    assert (done.returncode, done.stderr) == (0, "")
    assert content(left) == content(rendered)
    assert any(name.startswith("bewijs/") for name in content(left))


def test_a_long_list_of_files_is_read_from_its_file(left: Path, rendered: Path) -> None:
    """Where the environment is too small Quarto names a file that holds the list."""
    (left / "made.txt").write_text("_site/essays/index.docx\n", encoding="utf-8")
    names = {"QUARTO_PROJECT_OUTPUT_FILES": "",
             "QUARTO_USE_FILE_FOR_PROJECT_OUTPUT_FILES": str(left / "made.txt")}  # fmt: skip
    assert finish(left, **names).returncode == 0
    assert content(left) == content(rendered)


def test_only_what_this_render_made_is_finished(left: Path) -> None:
    """A Word file of an earlier render is left as it was."""
    before = content(left)["essays/index.docx"]
    assert finish(left, QUARTO_PROJECT_OUTPUT_FILES="_site/essays/index.html").returncode == 0
    assert content(left)["essays/index.docx"] == before


def test_a_missing_figure_stops_with_one_line(left: Path) -> None:
    """With its code and the page that shows it, and no traceback."""
    shutil.rmtree(left / "analysis" / "outputs" / "07-proef" / "figures")
    done = finish(left)
    assert done.returncode == 1
    assert done.stderr.startswith("[P471] essays/index.qmd: het beeld")
    assert done.stderr.count("\n") == 1
