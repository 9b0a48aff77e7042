"""The files that a browser may ask for, by the name it asks with."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["assets"]

KINDS = frozenset({".js", ".css", ".svg"})


def assets() -> Mapping[str, Path]:
    """Return every file of the front end by its name under ``/static/``.

    Whoever serves them looks names up here and opens nothing else, so that no name leads out
    of the package.

    Returns
    -------
    mapping
        Such as ``app.js``, ``coding.css`` and ``fonts/paraplu-sans.woff2``, to a path.

    """
    static = Path(__file__).parent / "static"
    fonts = Path(__file__).parents[1] / "report" / "theme" / "fonts"
    found = {path.name: path for path in sorted(static.iterdir()) if path.suffix in KINDS}
    found |= {f"fonts/{path.name}": path for path in sorted(fonts.glob("*.woff2"))}
    return MappingProxyType(found)
