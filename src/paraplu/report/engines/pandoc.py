"""Calling pandoc, and telling what it found wrong in the words of the study."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from paraplu.messages import problem
from paraplu.report.program import pandoc_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paraplu.errors import Problem

__all__ = ["EPOCH", "locate", "reported", "run"]

EPOCH = 315532800
"""Time stamp in PDF and DOCX files, in seconds: 1 January 1980, the first moment a zip knows."""

_REPORT = re.compile(r"^\[(P4\d\d)\] (.*)$", re.MULTILINE)
_ATTRIBUTE = re.compile(r"([\w-]+)=([^|]*)")
_FIELD = {"P450": "essay", "P453": "name", "P461": "id", "P462": "ref", "P463": "ref"}
_MARK_CODES = ("P451", "P452")


def run(essay: Path, arguments: Sequence[str], *, project: Path) -> tuple[str, list[Problem]]:
    """Run pandoc on an essay, in the essay's folder.

    Parameters
    ----------
    essay
        The ``.qmd`` file.
    arguments
        Arguments after the reader's.
    project
        Root of the study; filters find it in ``QUARTO_PROJECT_DIR``.

    Returns
    -------
    str
        What pandoc printed: the document, when no output file was named.
    list of Problem
        What was wrong; empty when the document is whole. A warning counts as wrong.

    """
    command = [pandoc_path(), essay.name, "--from=markdown", *arguments]
    done = subprocess.run(  # noqa: S603  the program is the one that pypandoc ships
        command,
        cwd=essay.parent,
        env=os.environ
        | {
            "QUARTO_PROJECT_DIR": str(project),
            "SOURCE_DATE_EPOCH": str(EPOCH),
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    place = essay.relative_to(project).as_posix()
    if done.returncode == 0 and "[WARNING]" not in done.stderr:
        return done.stdout, []
    return "", reported(done.stderr, source=essay.read_text(encoding="utf-8"), place=place)


def reported(stderr: str, *, source: str, place: str) -> list[Problem]:
    """Turn what pandoc and the filters said into problems with a line.

    Parameters
    ----------
    stderr
        Everything that pandoc printed beside the document.
    source
        Text of the essay, to find lines in.
    place
        Name of the essay, relative to the study.

    """
    found = []
    for code, what in _REPORT.findall(stderr):
        value = what.strip()
        where = f"{place}:{locate(source, value, mark=code in _MARK_CODES)}"
        field = "key" if code in _MARK_CODES else _FIELD.get(code, "what")
        found.append(problem(code, where, **{field: value}))
    if found:
        return list(dict.fromkeys(found))
    said = " ".join(stderr.split())[:300] or "geen uitleg"
    return [problem("P464", f"{place}:1", why=said)]


def locate(source: str, what: str, *, mark: bool = False) -> int:
    """Return the first line of an essay that holds what a filter named; 1 when none does.

    Parameters
    ----------
    source
        Text of the essay.
    what
        A reference, a name, or the key of a mark.
    mark
        Whether `what` is the key of a mark: the line must hold all its attributes.

    Returns
    -------
    int
        Line number, 1-based.

    """
    wanted = [what]
    if mark:
        wanted = [
            f"#{value}" if name == "id" else f'{name}="{value}"'
            for name, value in _ATTRIBUTE.findall(what)
        ]
    for number, line in enumerate(source.splitlines(), start=1):
        if wanted and all(part in line for part in wanted):
            return number
    return 1
