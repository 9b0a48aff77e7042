"""Who wrote the literature: names that may stand in an essay, whoever else is called that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu.study.reading import read_text
from paraplu.vault import compact

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["authors_in", "read_authors"]

FIELD = re.compile(
    r"^\s*(?:author|editor)\s*=\s*[{\"](?P<names>[^=]+?)[}\"]\s*,?\s*$",
    re.MULTILINE | re.IGNORECASE,
)


def read_authors(root: Path) -> frozenset[str]:
    """Return the names of authors in the bibliographies of a study; see `authors_in`."""
    paths = sorted((root / "essays").glob("*.bib"))
    texts = (read_text(path, root=root, strict=False).text for path in paths)
    return frozenset[str]().union(*(authors_in(text) for text in texts))


def authors_in(text: str) -> frozenset[str]:
    """Return surnames and whole names of the authors and editors in BibTeX, compact.

    Examples
    --------
    >>> sorted(authors_in("author = {de Wilde, Jaap and Ole {Waever}},"))
    ['dewilde', 'jaapdewilde', 'olewaever', 'waever']

    """
    found: set[str] = set()
    for field in FIELD.finditer(text):
        for name in re.split(r"\s+and\s+", re.sub(r"[{}\\]", "", field["names"])):
            last, comma, first = (part.strip() for part in name.partition(","))
            words = name.split()
            surname = last if comma else "".join(words[-1:])
            found |= {compact(surname), compact(f"{first} {last}" if comma else name)}
    return frozenset(found - {""})
