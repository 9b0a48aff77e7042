"""Quarto as the engine, where it is on the path."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.messages import problem
from paraplu.report.engines import docx, pandoc, settings, site, theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paraplu.errors import Problem

__all__ = ["finish", "render"]

_FORMAT = {"html": "html", "pdf": "typst", "docx": "docx"}
_WARNING = re.compile(r"^\s*(?:\[WARNING\]|WARN(?:ING)?\b).*$", re.MULTILINE)
_HARMLESS = ("verapdf",)
"""Warnings that say nothing of the essay: a validator that is not installed."""
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
            for wanted in _renders(forms):
                _render_one(project, essay, wanted, shown=forms)
    except Refused:
        if aside.exists():
            shutil.rmtree(out, ignore_errors=True)
            os.replace(aside, out)  # noqa: PTH105
        raise
    shutil.rmtree(aside, ignore_errors=True)
    return site.files_in(out)


def finish(project: Path, *, out: Path, made: Sequence[Path]) -> None:
    """Make of Quarto's folder the one that the embedded engine makes; Quarto's last step.

    Parameters
    ----------
    project
        Root of the study, absolute.
    out
        Folder of the site, absolute.
    made
        The files that this render made.

    Raises
    ------
    Refused
        P471 when a figure is not there.

    """
    config = settings.read(project)
    for path in made:
        if path.suffix == ".docx" and path.is_file():
            fictional = site.is_fictional(project, path.stem)
            docx.finish(path, study=config.title, fictional=fictional)
    site.add_assets(project, out)
    site.write_redirect(out, title=config.title, lang=config.lang, start=site.start(project))
    _tidy(out)


def _tidy(out: Path) -> None:
    """Remove what Quarto copies along because ``_quarto.yml`` names it."""
    pages = "".join(path.read_text(encoding="utf-8") for path in out.glob("essays/*.html"))
    libraries = () if "site_libs/" in pages else ("site_libs",)
    for name in ("_extensions", *libraries):
        shutil.rmtree(out / name, ignore_errors=True)
    for path in (out / "search.json", *out.glob("essays/*.bib"), *out.glob("essays/*.csl")):
        path.unlink(missing_ok=True)


def _renders(forms: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return the forms per call: all at once without ``--to``, else one by one."""
    return [()] if set(forms) == set(_FORMAT) else [(form,) for form in forms]


def _render_one(project: Path, essay: Path, wanted: Sequence[str], *, shown: Sequence[str]) -> None:
    """Render one essay, in one form or in all."""
    program = shutil.which("quarto")
    if program is None:
        raise Refused([problem("P469", "quarto")])
    name = essay.relative_to(project).as_posix()
    to = [part for form in wanted for part in ("--to", _FORMAT[form])]
    there = {form: form in shown or _beside(project, essay, form) for form in ("pdf", "docx")}
    links = [part for form in there for part in ("-M", f"met-{form}:{str(there[form]).lower()}")]
    done = subprocess.run(  # noqa: S603  the user's own Quarto
        [program, "render", name, *to, *links, "--no-clean"],
        cwd=project,
        env=os.environ
        | {
            "QUARTO_PYTHON": sys.executable,
            "SOURCE_DATE_EPOCH": str(pandoc.EPOCH),
            "TYPST_FONT_PATHS": str(theme.print_fonts()),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    problems = _said(done.returncode, _ANSI.sub("", done.stderr), essay=essay, place=name)
    if problems:
        raise Refused(problems)


def _beside(project: Path, essay: Path, form: str) -> bool:
    """Return whether the site has an essay in a form already."""
    return (project / "_site" / "essays" / f"{essay.stem}.{form}").is_file()


def _said(code: int, stderr: str, *, essay: Path, place: str) -> list[Problem]:
    """Return the problems in what Quarto said; a warning is one too."""
    source = essay.read_text(encoding="utf-8")
    found = pandoc.reported(stderr, source=source, place=place)
    named = [one for one in found if one.code != "P464"]
    if named:
        return named
    warnings = [
        line for line in _WARNING.findall(stderr) if not any(word in line for word in _HARMLESS)
    ]
    if code == 0 and not warnings:
        return []
    why = " ".join((warnings[0] if warnings else stderr).split())[-300:]
    return [problem("P470", f"{place}:1", code=code, why=why)]
