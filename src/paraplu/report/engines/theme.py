"""The theme: style sheet, fonts, templates and filters that both engines share."""

from __future__ import annotations

import shutil
from pathlib import Path

__all__ = ["EXTENSION_FILES", "FONTS", "file", "lay_out_fonts", "print_fonts", "write_extension"]

FONTS: tuple[str, ...] = (
    "paraplu-serif.woff2",
    "paraplu-serif-italic.woff2",
    "paraplu-serif-semibold.woff2",
    "paraplu-sans.woff2",
    "paraplu-sans-italic.woff2",
    "paraplu-sans-semibold.woff2",
)
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
        target.write_bytes(file(name).read_bytes())
        written.append(target)
    return written
