"""Fingerprints follow content, and nothing else."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from paraplu.pipeline import fingerprints

if TYPE_CHECKING:
    from pathlib import Path


def test_content_and_name_count_and_time_does_not(tmp_path: Path) -> None:
    """A file touched is a file unchanged."""
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    before = fingerprints.of_files(tmp_path, ["*.txt"])
    os.utime(path, (1, 1))
    assert fingerprints.of_files(tmp_path, ["*.txt"]) == before
    path.write_text("y", encoding="utf-8")
    assert fingerprints.of_files(tmp_path, ["*.txt"]) != before
    path.write_text("x", encoding="utf-8")
    path.rename(tmp_path / "b.txt")
    assert fingerprints.of_files(tmp_path, ["*.txt"]) != before


def test_a_file_that_disappears_changes_the_fingerprint(tmp_path: Path) -> None:
    """An empty file is not the same as none."""
    path = tmp_path / "a.txt"
    absent = fingerprints.of_paths([path])
    path.touch()
    assert fingerprints.of_paths([path]) != absent


def test_saving_outputs_does_not_change_a_notebook(tmp_path: Path) -> None:
    """What it says is its cells; running it in JupyterLab changes nothing of that."""
    path = tmp_path / "a.ipynb"
    cell = {"cell_type": "code", "source": ["a\n", "b"], "outputs": [], "execution_count": None}
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    before = fingerprints.of_notebook(path)
    ran = cell | {"outputs": [{"text": "x"}], "execution_count": 3, "source": "a\nb"}
    path.write_text(json.dumps({"cells": [ran]}, indent=2), encoding="utf-8")
    assert fingerprints.of_notebook(path) == before
    path.write_text(json.dumps({"cells": [ran | {"source": "c"}]}), encoding="utf-8")
    assert fingerprints.of_notebook(path) != before


def test_a_broken_notebook_has_a_fingerprint_too(tmp_path: Path) -> None:
    """The run will say what is wrong with it."""
    path = tmp_path / "a.ipynb"
    path.write_text("{", encoding="utf-8")
    assert len(fingerprints.of_notebook(path)) == 64


def test_the_package_has_one_fingerprint() -> None:
    """The same as long as nothing is installed or edited."""
    assert fingerprints.of_package() == fingerprints.of_package()
