"""Sentences of written Dutch, as far as judging a mark needs them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["sentence_around", "sentences_of"]

_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]*(?:[^\W\d_a-z]|@(?:fig|tbl|sec)-))")


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the sentence around a stretch of text, and the part of it before the stretch.

    Parameters
    ----------
    text
        A paragraph.
    start, end
        The stretch, in code points.

    Examples
    --------
    >>> sentence_around("Eerst dit. Dan noemt de helft het. En dan dat.", 21, 29)
    ('Dan noemt de helft het.', 'Dan noemt ')

    """
    borders = [match.end() for match in _END.finditer(text)]
    first = max((border for border in borders if border <= start), default=0)
    last = min((border for border in borders if border >= end), default=len(text))
    return text[first:last].strip(), text[first:start]


def sentences_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a paragraph with the place where each begins, in code points.

    Examples
    --------
    >>> list(sentences_of("Eerst dit. Dan dat."))
    [(0, 'Eerst dit. '), (11, 'Dan dat.')]

    """
    borders = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    for start, end in pairwise(borders):
        if end > start:
            yield start, text[start:end]
