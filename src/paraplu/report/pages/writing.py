"""Writing evidence pages: as data for the site, and as pages."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from paraplu.report.pages.index import index_markup
from paraplu.report.pages.markup import page_markup
from paraplu.report.pages.page import EvidencePage
from paraplu.report.pages.shell import Study
from paraplu.study.reading import write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.report.verdict import Verdict

__all__ = ["CONFIDENTIAL", "DATA", "FOLDER", "write_confidential", "write_data", "write_site"]

DATA = "essays/_marks/evidence.json"
"""The public pages as data; nothing else may stand in it."""
FOLDER = "bewijs"
CONFIDENTIAL = ".paraplu/vertrouwelijk"
"""Where researchers find all passages: outside the site, and outside git."""
SCHEMA = 1
ONLY_OWNER = 0o700


def write_data(pages: Sequence[EvidencePage], verdict: Verdict, root: Path) -> Path:
    """Write the public pages as data, in one step.

    Parameters
    ----------
    pages
        What `build_pages` gives for the public build.
    verdict
        For the title of the study and whether it is fictional.
    root
        The study.

    """
    data = {
        "schema": SCHEMA,
        "study": verdict.title,
        "fictional": verdict.fictional,
        "pages": [asdict(page) for page in pages],
    }
    path = root / DATA
    write_text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    return path


def write_site(root: Path, out: Path) -> list[Path]:
    """Write the public pages into a site, in place of those that were there.

    Parameters
    ----------
    root
        The study; its data must have been written.
    out
        Folder of the site.

    Returns
    -------
    list of Path
        The pages; none when there is no data.

    """
    path = root / DATA
    if not path.is_file():
        return []
    data = json.loads(path.read_text(encoding="utf-8"))
    study = Study(data["study"], fictional=data["fictional"], navigation=_navigation(root))
    pages = TypeAdapter(tuple[EvidencePage, ...]).validate_python(data["pages"])
    return _write(pages, out / FOLDER, study=study)


def write_confidential(pages: Sequence[EvidencePage], verdict: Verdict, root: Path) -> list[Path]:
    """Write all pages with every passage, inside ``.paraplu``.

    The folder can be read by its owner only, where the system knows owners. It has a theme of its
    own, so that it can be read where no site was made.
    """
    study = Study(
        verdict.title,
        fictional=verdict.fictional,
        essays="../../_site/essays",
        theme="theme",
        navigation=_navigation(root),
        confidential=True,
    )
    folder = root / CONFIDENTIAL
    written = _write(pages, folder, study=study)
    folder.chmod(ONLY_OWNER)
    _add_theme(folder / study.theme)
    return written


def _add_theme(folder: Path) -> None:
    """Copy the style and the letters."""
    from paraplu.report.engines import theme

    for name in ("paraplu.css", *(f"fonts/{font}" for font in theme.FONTS)):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(theme.file(name), target)


def _navigation(root: Path) -> tuple[tuple[str, str], ...]:
    """Return the menu of the site: what stands there, and the name of the essay."""
    from paraplu.report.engines import settings

    return tuple((text, Path(href).stem) for text, href in settings.read(root).navigation)


def _write(pages: Sequence[EvidencePage], folder: Path, *, study: Study) -> list[Path]:
    """Write pages beside the folder there is, then put them in its place."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    holder = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        build, old = holder / "new", holder / "old"
        build.mkdir()
        known = frozenset(page.id for page in pages)
        for page in pages:
            _put(build / f"{page.id}.html", page_markup(page, study=study, known=known))
        _put(build / "index.html", index_markup(pages, study=study))
        if folder.exists():
            os.replace(folder, old)  # noqa: PTH105  the one atomic step
        os.replace(build, folder)  # noqa: PTH105
    finally:
        shutil.rmtree(holder, ignore_errors=True)
    return sorted(folder.glob("*.html"))


def _put(path: Path, text: str) -> None:
    """Write a page."""
    path.write_text(text, encoding="utf-8", newline="\n")
