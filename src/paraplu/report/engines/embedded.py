"""The embedded engine: pandoc and typst, both from packages, make what Quarto would make."""

from __future__ import annotations

import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.report.engines import docx, pandoc, pdf, settings, site, subset, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.errors import Problem

__all__ = ["render"]

WORKERS = 2
_WRITER = {"html": "html5-smart", "pdf": "typst-smart-citations", "docx": "docx"}


@dataclass(frozen=True, slots=True)
class _Job:
    """One essay in one form."""

    project: Path
    essay: Path
    form: str
    arguments: tuple[str, ...]
    target: Path
    study: str


def render(project: Path, essays: Sequence[Path], *, forms: Sequence[str], out: Path) -> list[Path]:
    """Render essays with pandoc and typst.

    Parameters
    ----------
    project
        Root of the study, absolute.
    essays
        The essays, absolute paths.
    forms
        Some of ``html``, ``pdf``, ``docx``.
    out
        Folder of the site, absolute.

    Returns
    -------
    list of Path
        Every file of the site.

    Raises
    ------
    Refused
        With all problems of all essays and forms; the site there was is left whole.

    """
    config = settings.read(project)
    _refuse(subset.unsupported(project, essays, forms=forms))
    kept = _kept(project, essays, forms, out)
    with (
        tempfile.TemporaryDirectory(prefix="paraplu-") as scratch,
        site.build_beside(out, keep=kept) as build,
    ):
        (build / "essays").mkdir(exist_ok=True)
        common = _common(config, Path(scratch), forms, kept)
        jobs = [
            _job(project, essay, form, common=common, build=build, study=config.title)
            for essay in essays
            for form in forms
        ]
        with ThreadPoolExecutor(WORKERS) as pool:
            found = [problem for some in pool.map(_make, jobs) for problem in some]
        _refuse(found)
        site.add_assets(project, build)
        start = site.start(project)
        site.write_redirect(build, title=config.title, lang=config.lang, start=start)
    return site.files_in(out)


def _refuse(problems: Sequence[Problem]) -> None:
    """Stop when there are problems, each named once."""
    if problems:
        raise Refused(dict.fromkeys(problems))


def _kept(project: Path, essays: Sequence[Path], forms: Sequence[str], out: Path) -> list[str]:
    """Return the files of other essays and forms, which a partial render leaves alone."""
    now = {f"essays/{essay.stem}.{form}" for essay in essays for form in forms}
    could = {f"essays/{stem}.{form}" for stem in site.stems(project) for form in _WRITER}
    return sorted(name for name in could - now if (out / name).is_file())


def _common(
    config: settings.Settings, scratch: Path, forms: Sequence[str], kept: Sequence[str]
) -> tuple[str, ...]:
    """Return pandoc's arguments that do not depend on the essay."""
    there = {*forms, *(name.rpartition(".")[2] for name in kept)}
    metadata = scratch / "metadata.json"
    values = {
        "lang": config.lang,
        "number-sections": config.number_sections,
        "met-pdf": "pdf" in there,
        "met-docx": "docx" in there,
    }
    metadata.write_text(json.dumps(values), encoding="utf-8")
    filters = [theme.file("strict.lua"), *theme.write_filters(scratch)]
    arguments = [
        "--standalone",
        f"--metadata-file={metadata}",
        *(f"--lua-filter={path}" for path in filters),
        "--wrap=none",
        *(f"--bibliography={path}" for path in config.bibliography),
    ]
    if config.csl is not None:
        arguments.append(f"--csl={config.csl}")
    return tuple(arguments)


def _job(
    project: Path, essay: Path, form: str, *, common: Sequence[str], build: Path, study: str
) -> _Job:
    """Return what to do for one essay in one form."""
    target = build / "essays" / f"{essay.stem}.{form}"
    arguments = [*common, f"--to={_WRITER[form]}"]
    if form == "html":
        arguments += [
            f"--template={theme.file('page.html')}",
            "--section-divs",
            f"--output={target}",
        ]
    elif form == "pdf":
        arguments += [f"--template={theme.file('page.typ')}", "--shift-heading-level-by=-1"]
    else:
        arguments += [
            f"--reference-doc={theme.file('reference.docx')}",
            "--shift-heading-level-by=-1",
            f"--output={target}",
        ]
    return _Job(project, essay, form, tuple(arguments), target, study)


def _make(job: _Job) -> list[Problem]:
    """Make one essay in one form; return what was wrong."""
    text, found = pandoc.run(job.essay, job.arguments, project=job.project)
    if found:
        return found
    place = job.essay.relative_to(job.project).as_posix()
    if job.form == "pdf":
        return pdf.write(text, job.target, project=job.project, essay=job.essay, place=place)
    if job.form == "docx":
        docx.finish(
            job.target, study=job.study, fictional=site.is_fictional(job.project, job.essay.stem)
        )
    return []
