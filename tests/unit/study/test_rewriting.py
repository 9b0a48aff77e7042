"""Rewriting several files: all of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.study.rewriting import rewriting

if TYPE_CHECKING:
    from pathlib import Path


def content(folder: Path) -> dict[str, str]:
    """Return all files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: path.read_text(encoding="utf-8") for path in files}


def test_all_files_are_written(tmp_path: Path) -> None:
    """Also one that did not exist, in a folder that did not."""
    (tmp_path / "een").write_text("oud", encoding="utf-8")
    with rewriting({tmp_path / "een": "nieuw", tmp_path / "map" / "twee": "nieuw"}):
        pass
    assert content(tmp_path) == {"een": "nieuw", "twee": "nieuw"}


def test_what_fails_in_the_block_puts_everything_back(tmp_path: Path) -> None:
    """The files were in place already."""
    (tmp_path / "een").write_text("oud", encoding="utf-8")
    seen = {}

    def break_off() -> None:
        with rewriting({tmp_path / "een": "1", tmp_path / "twee": "2"}):
            seen.update(content(tmp_path))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert seen == {"een": "1", "twee": "2"}
    assert content(tmp_path) == {"een": "oud"}


def test_a_file_that_cannot_be_placed_puts_the_others_back(tmp_path: Path) -> None:
    """A folder stands in its way."""
    (tmp_path / "een").write_text("oud", encoding="utf-8")
    (tmp_path / "twee" / "x").mkdir(parents=True)
    with (
        pytest.raises(OSError, match="directory"),
        rewriting({tmp_path / "een": "1", tmp_path / "twee": "2"}),
    ):
        pytest.fail("never comes here")
    assert content(tmp_path) == {"een": "oud"}


def test_permissions_stay(tmp_path: Path) -> None:
    """Who could read a file still can."""
    path = tmp_path / "een"
    path.write_text("oud", encoding="utf-8")
    path.chmod(0o640)
    with rewriting({path: "nieuw"}):
        pass
    assert path.stat().st_mode & 0o777 == 0o640
