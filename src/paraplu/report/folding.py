"""Text folded for recognising words: lower case, no accents, no invisible characters."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Folded", "fold"]

_INVISIBLE = ("Cf", "Mn", "Cc")


class Folded(NamedTuple):
    """A folded text; `places` holds the offset in the original of each of its characters."""

    text: str
    places: tuple[int, ...]

    def find(self, offset: int) -> int:
        """Return the place in the folded text of an offset in the original."""
        return bisect_left(self.places, offset)


@lru_cache(maxsize=8192)
def fold(text: str) -> Folded:
    r"""Fold a text.

    Soft hyphens, joiners and combining accents are left out, so that no word can hide behind
    them; every kind of space becomes a plain one.

    Examples
    --------
    >>> fold("De Mée\u00adste").text
    'de meeste'

    """
    letters = []
    places = []
    for place, character in enumerate(text):
        if character.isascii() and character.isprintable():
            letters.append(character.lower())
        elif character.isspace():
            letters.append(" ")
        elif unicodedata.category(character) in _INVISIBLE:
            continue
        else:
            letters.append(unicodedata.normalize("NFD", character)[0].lower()[:1])
        places.append(place)
    return Folded("".join(letters), tuple(places))
