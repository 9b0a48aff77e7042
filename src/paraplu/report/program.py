"""The pandoc that comes along as a package."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

__all__ = ["pandoc_path"]

NAMES = ("pandoc", "pandoc.exe")


@cache
def pandoc_path() -> str:
    """Return the path of pandoc.

    Where it lies is known without importing ``pypandoc``, which takes as long as pandoc itself.
    """
    found = find_spec("pypandoc")
    for folder in found.submodule_search_locations or () if found is not None else ():
        for name in NAMES:
            path = Path(folder) / "files" / name
            if path.is_file():
                return str(path)
    import pypandoc

    return str(pypandoc.get_pandoc_path())
