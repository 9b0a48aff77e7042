"""Tokens of Dutch text, with offsets in code points."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Token", "bracketed", "list_words", "strip_bracketed", "tokenise"]

_BRACKETED = re.compile(r"\[[^\[\]\n]*\]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")


class Token(NamedTuple):
    """A token: `start` and `end` in code points, 0-based, end-exclusive.

    `word` is true for a token of letters outside brackets: no punctuation, no number, and no
    part of a pseudonym such as ``[persoon 3]`` or a remark such as ``[lacht]``.
    """

    start: int
    end: int
    text: str
    word: bool


@cache
def _tokeniser() -> Language:
    """Make the Dutch tokeniser once; it knows rules and abbreviations, and has no model."""
    import spacy

    return spacy.blank("nl")


def bracketed(text: str) -> list[tuple[int, int]]:
    """Return where brackets stand: pseudonyms, and remarks of the typist.

    Examples
    --------
    >>> bracketed("Toen belde [persoon 3].")
    [(11, 22)]

    """
    return [match.span() for match in _BRACKETED.finditer(text)]


def strip_bracketed(text: str) -> str:
    """Return the text without what stands in brackets; its offsets no longer count.

    Examples
    --------
    >>> strip_bracketed("Toen belde [persoon 3] mij.")
    'Toen belde mij.'

    """
    return " ".join(_BRACKETED.sub(" ", text).split())


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens.

    Parameters
    ----------
    text
        Any text, normalised; may be empty.

    Returns
    -------
    tuple of Token
        In order of place; white space belongs to no token.

    Examples
    --------
    >>> [token.text for token in tokenise("Da's burgemeester [persoon 1]!") if token.word]
    ["Da's", 'burgemeester']

    """
    inside = bytearray(len(text))
    for start, end in bracketed(text):
        inside[start:end] = b"\1" * (end - start)
    tokens = []
    for found in _tokeniser().make_doc(text):
        if found.is_space:
            continue
        start, end = found.idx, found.idx + len(found.text)
        word = not inside[start] and _WORD.fullmatch(found.text) is not None
        tokens.append(Token(start, end, found.text, word))
    return tuple(tokens)


def list_words(text: str) -> list[str]:
    """List the words of a text as they are written, pseudonyms and remarks left out.

    Examples
    --------
    >>> list_words("In [gemeente 2] deed ik 3 aangiftes.")
    ['In', 'deed', 'ik', 'aangiftes']

    """
    return [token.text for token in tokenise(text) if token.word]
