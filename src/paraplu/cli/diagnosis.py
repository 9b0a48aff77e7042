"""What this computer has of what Paraplu needs, and how the study stands."""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from paraplu.messages import diagnosis as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Finding", "diagnose"]

LEAST_PYTHON = (3, 11)
PACKAGES = ("paraplu", "pandas", "scikit-learn", "spacy", "bertopic", "matplotlib", "jupyterlab")
PROGRAMS = {"pypandoc": "pandoc", "typst": "typst", "ipykernel": "kernel"}
LEAST_DISK = 500
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, what it is, and what was seen.

    `heed` marks what stops nothing but is worth knowing.
    """

    well: bool
    what: str
    seen: str
    heed: bool = False


def diagnose() -> Iterator[Finding]:
    """Look at Python, packages, programs, disk and study."""
    yield Finding(sys.version_info >= LEAST_PYTHON, "Python", platform.python_version())
    for package in PACKAGES:
        yield _package(package)
    for module, what in PROGRAMS.items():
        there = find_spec(module) is not None
        yield Finding(there, texts.PROGRAMS[what], texts.THERE if there else texts.ABSENT)
    yield Finding(True, "Quarto", texts.QUARTO if shutil.which("quarto") else texts.NO_QUARTO)  # noqa: FBT003
    git = shutil.which("git") is not None
    yield Finding(True, "git", texts.THERE if git else texts.NO_GIT, heed=not git)  # noqa: FBT003
    free = shutil.disk_usage(".").free // MEGABYTE
    yield Finding(free > LEAST_DISK, texts.DISK, texts.FREE.format(megabytes=free))
    yield from _study()


def _package(name: str) -> Finding:
    """Look at the version of a package."""
    try:
        return Finding(True, name, version(name))  # noqa: FBT003
    except PackageNotFoundError:
        return Finding(False, name, texts.ABSENT)  # noqa: FBT003


def _study() -> Iterator[Finding]:
    """Look at the study we are in."""
    from paraplu import artefacts
    from paraplu.errors import Refused
    from paraplu.study import Study

    try:
        study = Study.open()
        everyone = study.parsed_respondents.record
        people = sum(not person.ingetrokken for person in everyone)
        title = f"{study.settings.study.title} ({people} {texts.RESPONDENTS})"
    except Refused as refused:
        yield Finding(False, texts.STUDY, str(refused.problems[0]))  # noqa: FBT003
        return
    yield Finding(True, texts.STUDY, title)  # noqa: FBT003
    stale = artefacts.stale(study.root)
    seen = texts.STALE.format(count=len(stale)) if stale else texts.FRESH
    yield Finding(True, texts.RESULTS, seen, heed=bool(stale))  # noqa: FBT003
