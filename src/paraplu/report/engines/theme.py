"""The theme: style sheet, fonts, templates and filters that both engines share.

A filter is kept in parts, each one idea, and joined to one file: Quarto then needs no path to
look for the others.
"""

from __future__ import annotations

import shutil
from pathlib import Path

__all__ = [
    "EXTENSION_FILES",
    "FILTERS",
    "FONTS",
    "content",
    "file",
    "lay_out_fonts",
    "print_fonts",
    "write_extension",
    "write_filters",
]

FONTS: tuple[str, ...] = (
    "paraplu-serif.woff2",
    "paraplu-serif-italic.woff2",
    "paraplu-serif-semibold.woff2",
    "paraplu-sans.woff2",
    "paraplu-sans-italic.woff2",
    "paraplu-sans-semibold.woff2",
)
FILTERS: dict[str, tuple[str, ...]] = {
    "paraplu.lua": (
        "marks/looking.lua",
        "marks/notes.lua",
        "marks/artefacts.lua",
        "marks/placing.lua",
        "marks/card.lua",
        "marks/document.lua",
    ),
    "subset.lua": (
        "subset/sections.lua",
        "subset/floats.lua",
        "subset/callouts.lua",
        "subset/references.lua",
        "subset/document.lua",
    ),
}
"""The filters of both engines in the order in which they run, with their parts in order."""
EXTENSION_FILES: tuple[str, ...] = (
    "_extension.yml",
    "judge.py",
    "finish.py",
    "interpreter.py",
    "page.html",
    "page.typ",
    "paraplu.lua",
    "reference.docx",
    "subset.lua",
)
"""What Quarto's extension holds: copies of the theme, so that Quarto finds them.

The style sheet and its fonts come straight from the package, into the site.
"""


def file(name: str) -> Path:
    """Return the path of a file of the theme; Quarto's scripts end on ``.in`` there."""
    ending = ".in" if name.endswith(".py") else ""
    return Path(__file__).parents[1] / "theme" / f"{name}{ending}"


def content(name: str) -> bytes:
    """Return what a file of the extension holds: a filter is joined from its parts."""
    parts = FILTERS.get(name, (name,))
    return b"\n".join(file(part).read_bytes() for part in parts)


def write_filters(folder: Path) -> list[Path]:
    """Write the filters into a folder, joined, and return them in the order they run in."""
    written = [folder / name for name in FILTERS]
    for path in written:
        path.write_bytes(content(path.name))
    return written


def print_fonts() -> Path:
    """Return the folder of the TTF fonts, which typst and the figures use."""
    return Path(__file__).parents[2] / "figures" / "fonts"


def lay_out_fonts(project: Path) -> None:
    """Copy the print fonts to ``.paraplu/fonts``, where a bare Quarto looks for them."""
    folder = project / ".paraplu" / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for font in sorted(print_fonts().glob("*.ttf")):
        shutil.copyfile(font, folder / font.name)


def write_extension(project: Path) -> list[Path]:
    """Write Quarto's extension into a study: ``_extensions/paraplu``.

    Parameters
    ----------
    project
        Root of the study.

    Returns
    -------
    list of Path
        The files written.

    """
    folder = project / "_extensions" / "paraplu"
    written = []
    for name in EXTENSION_FILES:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content(name))
        written.append(target)
    return written
