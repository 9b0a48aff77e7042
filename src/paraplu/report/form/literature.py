"""The keys of the literature that an essay may cite."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["read_keys"]

_ENTRY = re.compile(r"^\s*@(?P<kind>\w+)\s*[{(]\s*(?P<key>[^,\s{}()]+)\s*,", re.MULTILINE)
_NO_ENTRIES = frozenset({"comment", "preamble", "string"})


def read_keys(paths: Iterable[Path]) -> frozenset[str] | None:
    """Return the keys in files of literature; None when one is of a kind that is not read here.

    Parameters
    ----------
    paths
        Files of BibTeX (``.bib``) or CSL (``.json``) that exist.

    """
    found: set[str] = set()
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix == ".bib":
            entries = _ENTRY.finditer(text)
            found |= {one["key"] for one in entries if one["kind"].lower() not in _NO_ENTRIES}
            continue
        try:
            found |= {str(item["id"]) for item in json.loads(text)}
        except (ValueError, TypeError, KeyError):
            return None
    return frozenset(found)
