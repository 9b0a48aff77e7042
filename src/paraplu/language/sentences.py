"""Sentences of spoken Dutch, with offsets in code points."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from paraplu.language.tokens import Token, bracketed, tokenise
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["split_sentences"]

_CLOSERS = frozenset("\"'”’»)]")
_FINAL = (".", "!", "?")
_PAUSES = ("...", "…")


def split_sentences(text: str, *, offset: int = 0) -> tuple[Span, ...]:
    """Cut a turn into sentences.

    A full stop, exclamation or question mark ends a sentence, with the closing quotation marks
    after it; a pause (``...``) does so only before a capital, since in speech it usually holds
    a sentence open. Nothing is cut inside brackets.

    Parameters
    ----------
    text
        The words of one turn; may be empty.
    offset
        Code points added to every border, such as the start of the turn in its body.

    Returns
    -------
    tuple of Span
        In order, without white space at their ends; together they hold every token.

    Examples
    --------
    >>> split_sentences("Nou eh... ja. Toen belde ik dhr. Vos.")
    (Span(start=0, end=13), Span(start=14, end=37))

    """
    tokens = tokenise(text)
    if not tokens:
        return ()
    borders = [0, *_starts(text, tokens=tokens), len(tokens)]
    return tuple(
        Span(offset + tokens[first].start, offset + tokens[last - 1].end)
        for first, last in pairwise(borders)
    )


def _starts(text: str, *, tokens: tuple[Token, ...]) -> Iterator[int]:
    """Give the places of the tokens that begin a sentence, the first left out."""
    brackets = bracketed(text)
    ended = False
    for place, (before, token) in enumerate(pairwise(tokens), 1):
        inside = any(start < token.start < end for start, end in brackets)
        ended = (ended and before.text in _CLOSERS) or _ends(before.text, following=token.text)
        if ended and not inside and token.text not in _CLOSERS and token.text not in _FINAL:
            yield place
            ended = False


def _ends(token: str, *, following: str) -> bool:
    """Tell whether a token ends a sentence, given the one that follows."""
    if token.endswith(_PAUSES):
        return following[0].isupper()
    return token in _FINAL
