"""Quarto as the engine, where it is on the path."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.messages import problem
from paraplu.report.engines import pandoc, site, theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paraplu.errors import Problem

__all__ = ["render"]

_FORMAT = {"html": "html", "pdf": "typst", "docx": "docx"}
_WARNING = re.compile(
    r"^.*(?:unable to resolve|unknown|shortcode|citation .* not found|not found in bib).*$",
    re.IGNORECASE | re.MULTILINE,
)
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def render(project: Path, essays: Sequence[Path], *, forms: Sequence[str], out: Path) -> list[Path]:
    """Render essays with Quarto.

    Quarto writes straight into its output folder; what was there is set aside first and put
    back when the render fails. Its warnings (an unknown reference, an unknown shortcode) stop
    the render as well.

    Parameters
    ----------
    project
        Root of the study, absolute.
    essays
        The essays, absolute paths.
    forms
        Some of ``html``, ``pdf``, ``docx``.
    out
        Folder of the site, absolute; the `output-dir` of ``_quarto.yml``.

    Returns
    -------
    list of Path
        Every file of the site.

    Raises
    ------
    Refused
        With what the filter found, or P470 with what Quarto said.

    """
    aside = out.with_name(f".{out.name}-old")
    shutil.rmtree(aside, ignore_errors=True)
    everything = [essay.stem for essay in essays] == site.stems(project)
    whole = everything and set(forms) == set(_FORMAT)
    if out.exists():
        if whole:
            os.replace(out, aside)  # noqa: PTH105  the design names os.replace
        else:
            shutil.copytree(out, aside)
    try:
        for essay in essays:
            for form in forms:
                _render_one(project, essay, form)
    except Refused:
        if aside.exists():
            shutil.rmtree(out, ignore_errors=True)
            os.replace(aside, out)  # noqa: PTH105
        raise
    shutil.rmtree(aside, ignore_errors=True)
    return site.files_in(out)


def _render_one(project: Path, essay: Path, form: str) -> None:
    """Render one essay in one form."""
    program = shutil.which("quarto")
    if program is None:
        raise Refused([problem("P469", "quarto")])
    name = essay.relative_to(project).as_posix()
    done = subprocess.run(  # noqa: S603  the user's own Quarto
        [program, "render", name, "--to", _FORMAT[form], "--no-clean"],
        cwd=project,
        env=os.environ
        | {"SOURCE_DATE_EPOCH": str(pandoc.EPOCH), "TYPST_FONT_PATHS": str(theme.print_fonts())},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    problems = _said(done.returncode, _ANSI.sub("", done.stderr), essay=essay, place=name)
    if problems:
        raise Refused(problems)


def _said(code: int, stderr: str, *, essay: Path, place: str) -> list[Problem]:
    """Return the problems in what Quarto said; a warning is one too."""
    source = essay.read_text(encoding="utf-8")
    found = pandoc.reported(stderr, source=source, place=place)
    named = [one for one in found if one.code != "P464"]
    if named:
        return named
    warnings = _WARNING.findall(stderr)
    if code == 0 and not warnings:
        return []
    why = " ".join((warnings[0] if warnings else stderr).split())[-300:]
    return [problem("P470", f"{place}:1", code=code, why=why)]
