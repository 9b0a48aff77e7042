"""The folder of a rendered site: built beside the old one, then put in its place."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.messages import problem
from paraplu.report.engines import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "add_assets",
    "build_beside",
    "files_in",
    "is_fictional",
    "start",
    "stems",
    "write_redirect",
]

_IMAGE = re.compile(r'<img[^>]*?\ssrc="\.\./([^"]+)"')


def stems(project: Path) -> list[str]:
    """Return the names of all essays of a study, sorted."""
    return sorted(path.stem for path in (project / "essays").glob("*.qmd") if path.is_file())


def start(project: Path) -> str | None:
    """Return the name of the first page: ``index`` where there is one."""
    names = stems(project)
    if "index" in names:
        return "index"
    return names[0] if names else None


def is_fictional(project: Path, essay: str) -> bool:
    """Return whether the judge says, in the marks of an essay, that the study is fictional."""
    marks = project / "essays" / "_marks" / f"{essay}.json"
    return json.loads(marks.read_text(encoding="utf-8")).get("fictional") is True


def files_in(folder: Path) -> list[Path]:
    """Return every file below a folder, sorted."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


@contextmanager
def build_beside(out: Path, *, keep: Sequence[str] = ()) -> Iterator[Path]:
    """Give a folder to build in; on success it takes the place of `out`, else `out` stays.

    Parameters
    ----------
    out
        Folder of the site.
    keep
        Files of the site there was to start from, relative to it; normally none.

    """
    out.parent.mkdir(parents=True, exist_ok=True)
    holder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    build, old = holder / "new", holder / "old"
    build.mkdir()
    try:
        for name in keep:
            target = build / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(out / name, target)
        yield build
        _swap(build, out, old)
    finally:
        shutil.rmtree(holder, ignore_errors=True)


def _swap(build: Path, out: Path, old: Path) -> None:
    """Put `build` where `out` is, and `out` back when that fails."""
    if out.exists():
        os.replace(out, old)  # noqa: PTH105  the design names os.replace
    try:
        os.replace(build, out)  # noqa: PTH105
    except OSError:
        if old.exists():
            os.replace(old, out)  # noqa: PTH105
        raise


def write_redirect(build: Path, *, title: str, lang: str, start: str | None) -> None:
    """Write ``index.html``, which leads to the first page."""
    if start is None:
        head, body = "", "<p>Deze studie heeft nog geen essays.</p>"
    else:
        head = f'<meta http-equiv="refresh" content="0; url=essays/{start}.html">'
        body = f'<p><a href="essays/{start}.html">Verder naar {html.escape(title)}</a></p>'
    page = (
        f'<!DOCTYPE html>\n<html lang="{html.escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n{head}\n</head>\n"
        f"<body>\n<main>\n<h1>{html.escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )
    (build / "index.html").write_text(page, encoding="utf-8", newline="\n")


def add_assets(project: Path, build: Path) -> None:
    """Copy the theme and the figures that the pages show; nothing else goes along.

    Raises
    ------
    Refused
        P471 when a figure is not there.

    """
    pages = sorted((build / "essays").glob("*.html"))
    if not pages:
        return
    for name in ("paraplu.css", *(f"fonts/{font}" for font in theme.FONTS)):
        target = build / "theme" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(theme.file(name), target)
    missing = []
    for page in pages:
        for path in sorted(set(_IMAGE.findall(page.read_text(encoding="utf-8")))):
            name = html.unescape(path)
            source, target = project / name, build / name
            if not source.is_file():
                missing.append(problem("P471", f"essays/{page.stem}.qmd", path=name))
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    if missing:
        raise Refused(missing)
