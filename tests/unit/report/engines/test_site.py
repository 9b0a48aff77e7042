"""The folder of a rendered site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.report.engines import site

if TYPE_CHECKING:
    from pathlib import Path


def test_replaces_the_site_when_the_build_succeeds(tmp_path: Path) -> None:
    """A finished build takes the place of the site, and nothing old stays."""
    out = tmp_path / "_site"
    out.mkdir()
    (out / "oud.html").write_text("oud", encoding="utf-8")
    with site.build_beside(out) as build:
        (build / "nieuw.html").write_text("nieuw", encoding="utf-8")
    assert [path.name for path in site.files_in(out)] == ["nieuw.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def fail_halfway(out: Path) -> None:
    """Build a site and stop before it is whole."""
    with site.build_beside(out) as build:
        (build / "half.html").write_text("half", encoding="utf-8")
        raise Refused([])


def test_leaves_the_site_whole_when_the_build_fails(tmp_path: Path) -> None:
    """A build that fails halfway changes nothing and leaves nothing behind."""
    out = tmp_path / "_site"
    out.mkdir()
    (out / "oud.html").write_text("oud", encoding="utf-8")
    with pytest.raises(Refused):
        fail_halfway(out)
    assert [path.name for path in site.files_in(out)] == ["oud.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_starts_from_the_files_to_keep(tmp_path: Path) -> None:
    """A partial render keeps the files it is told to keep, and only those."""
    out = tmp_path / "_site"
    (out / "essays").mkdir(parents=True)
    for name in ("a.html", "b.html"):
        (out / "essays" / name).write_text(name, encoding="utf-8")
    with site.build_beside(out, keep=["essays/a.html"]):
        pass
    assert [path.name for path in site.files_in(out)] == ["a.html"]


def test_redirects_to_the_first_essay(tmp_path: Path) -> None:
    """The first page leads on, and escapes the title of the site."""
    site.write_redirect(tmp_path, title="A & B", lang="nl-NL", start="index")
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=essays/index.html"' in text
    assert "<title>A &amp; B</title>" in text


def test_has_a_first_page_without_essays(tmp_path: Path) -> None:
    """A study without essays has a page that says so and redirects nowhere."""
    assert site.start(tmp_path) is None
    site.write_redirect(tmp_path, title="Leeg", lang="nl-NL", start=None)
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "nog geen essays" in text
    assert "refresh" not in text


def test_names_a_figure_that_is_missing(tmp_path: Path) -> None:
    """A page that shows a figure that is not there stops the render with its name."""
    essays = tmp_path / "build" / "essays"
    essays.mkdir(parents=True)
    (essays / "x.html").write_text('<img src="../beeld/weg.svg" alt="">', encoding="utf-8")
    with pytest.raises(Refused) as refused:
        site.add_assets(tmp_path, tmp_path / "build")
    assert [problem.code for problem in refused.value.problems] == ["P471"]
    assert "beeld/weg.svg" in str(refused.value)
