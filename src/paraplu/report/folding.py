"""Text folded for recognising words: lower case, no accents, no invisible characters."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Folded", "fold"]

_INVISIBLE = ("Cf", "Mn", "Cc")


class Folded(NamedTuple):
    """A folded text; `places` holds the offset in the original of each of its characters."""

    text: str
    places: Sequence[int]

    def find(self, offset: int) -> int:
        """Return the place in the folded text of an offset in the original."""
        return bisect_left(self.places, offset)


class _Letters(dict[int, str]):
    """What a character becomes, by code point; made when it is first asked for."""

    def __missing__(self, code: int) -> str:
        """Fold one character to one letter, or to nothing."""
        character = chr(code)
        if character.isascii() and character.isprintable():
            letter = character.lower()
        elif character.isspace():
            letter = " "
        elif unicodedata.category(character) in _INVISIBLE:
            letter = ""
        else:
            letter = unicodedata.normalize("NFD", character)[0].lower()[:1]
        self[code] = letter
        return letter


_LETTERS = _Letters()


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
    folded = text.translate(_LETTERS)
    if len(folded) == len(text):
        return Folded(folded, range(len(text)))
    return Folded(folded, [place for place, sign in enumerate(text) if _LETTERS[ord(sign)]])
