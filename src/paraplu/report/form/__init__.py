"""The form of an essay: what would stop a render, or come out wrong without a word.

Read from the source itself, line by line, so that every place is exact and neither engine is
needed. What only the embedded engine lacks is in `paraplu.report.engines.subset`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.messages import problem
from paraplu.report.engines import settings
from paraplu.report.form.blocks import check_blocks, find_blocks
from paraplu.report.form.literature import read_keys
from paraplu.report.form.names import Names, Surroundings, check_names
from paraplu.report.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.report.prose import Prose

__all__ = ["check_form"]

PROJECT = "_quarto.yml"
_HREF = re.compile(r"\bhref:\s*[\"']?(?P<page>[^\s\"',}]+\.qmd)\b")
_FIELD = re.compile(r"^(?P<name>bibliography|nocite|number-sections):[ \t]*(?P<said>.*)$")
_FILE = re.compile(r"[\w./-]+\.(?:bib|json|ya?ml)")
_NOCITE = re.compile(r"@([\w][\w:.#$%&+?~/-]*)")


def check_form(paths: Iterable[Path], *, root: Path) -> dict[str, tuple[Problem, ...]]:
    """Name what would stop a render of these essays, in either engine.

    Parameters
    ----------
    paths
        The ``.qmd`` files.
    root
        The study.

    Returns
    -------
    dict of str to tuple of Problem
        By essay, relative to the study: P453 and P460 to P468 and P471, with their line. What
        is wrong with ``_quarto.yml`` stands with every essay.

    """
    folder = root / "essays"

    @cache
    def names_in(stem: str) -> Names | None:
        path = folder / f"{stem}.qmd"
        if not path.is_file():
            return None
        return Names(read_prose(path.read_text(encoding="utf-8", errors="replace")))

    general, config = _settings(root)
    general += _navigation(root)
    found = {}
    for path in paths:
        place = path.relative_to(root).as_posix()
        names = names_in(path.stem)
        if names is not None:
            own = _check(names, path, place=place, config=config, others=names_in)
            found[place] = (*general, *own)
    return found


def _settings(root: Path) -> tuple[list[Problem], settings.Settings | None]:
    """Return the settings of the project, or what is wrong with them."""
    try:
        return [], settings.read(root)
    except Refused as refused:
        return list(refused.problems), None


def _navigation(root: Path) -> list[Problem]:
    """Name the pages in the navigation that are no essays."""
    path = root / PROJECT
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    return [
        problem("P462", f"{PROJECT}:{number}", ref=match["page"])
        for number, line in enumerate(text.splitlines(), start=1)
        for match in _HREF.finditer(line.partition(" #")[0])
        if not (root / match["page"]).is_file()
    ]


def _check(
    names: Names,
    path: Path,
    *,
    place: str,
    config: settings.Settings | None,
    others: Callable[[str], Names | None],
) -> Iterator[Problem]:
    """Yield what is wrong with the form of one essay."""
    own = _front(names.prose)
    bibliographies = [path.parent / name for name in _FILE.findall(own.get("bibliography", ""))]
    for missing in (one for one in bibliographies if not one.is_file()):
        yield problem("P465", place, path=missing.name)
    shared = config.bibliography if config is not None else ()
    there = [one for one in (*shared, *bibliographies) if one.is_file()]
    numbered = config.number_sections if config is not None else True
    said = own.get("number-sections", "").strip()
    around = Surroundings(
        folder=path.parent,
        others=others,
        sources=read_keys(there) if config is not None else None,
        numbered=said == "true" if said else numbered,
    )
    blocks, problems = find_blocks(names.prose, path=place)
    yield from problems
    yield from check_blocks(blocks, names.prose, path=place)
    yield from check_names(names, around, path=place)
    if around.sources is not None:
        for number, key in _uncited(names.prose):
            if key not in around.sources:
                yield problem("P463", f"{place}:{number}", ref=f"@{key}")


def _front(prose: Prose) -> dict[str, str]:
    """Return what the front matter says of literature and numbers, as it stands there."""
    found: dict[str, str] = {}
    last = ""
    for line in prose.front:
        match = _FIELD.match(line)
        if match is not None:
            last = match["name"]
            found[last] = match["said"]
        elif line[:1].isspace() or line.startswith("-"):
            found[last] = f"{found.get(last, '')} {line}"
        else:
            last = ""
    return found


def _uncited(prose: Prose) -> Iterator[tuple[int, str]]:
    """Yield line and key of what the front matter names without citing it."""
    for number, line in enumerate(prose.front, start=2):
        match = _FIELD.match(line)
        if match is not None and match["name"] == "nocite":
            yield from ((number, key) for key in _NOCITE.findall(match["said"]))
