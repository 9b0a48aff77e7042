"""E-mail addresses, web addresses and accounts, also when they are spelled out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.number_words import NUMBER_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.anonymise.document import Document

__all__ = ["Contact"]

_TLD = (
    r"(?:nl|com|org|net|info|nu|eu|be|de|fr|uk|edu|gov|io|app|dev|online|site|tv|frl|gent|"
    r"amsterdam|brussels|vlaanderen|email|biz)"
)
_EMAIL = r"[\w.+-]*\w@(?:[\w-]+\.)+[a-z]{2,24}\b"
_TAIL = r"[^\s<>\"”’)\],]*[\w/]"
_URL = rf"(?:https?://|www\.){_TAIL}|\b(?:[a-z0-9-]+\.)+{_TLD}\b(?:/{_TAIL})?"
_HANDLE = (
    r"(?<![\w@.])@\w(?:[\w.]*\w)?|\b[A-Za-z]\w*_\w*\b|"
    r"\b(?!covid|corona|mp3|web)[a-z]{4,}\d{2,}\b"
)
_DOT = r"(?:punt|stip|dot)"
_LINE = (
    r"(?:(?:laag|liggend|lage)[ -]?streep(?:je)?|streep(?:je)?(?:[ -]laag)?|underscore|"
    r"koppelteken|min(?:teken|netje)?|dash|slash)"
)
_AT = r"(?:ape?n?[ -]?sta+rt(?:je|j|jes)?|at[ -]?teken|(?:\[|\()at(?:\]|\))| ?@ )"
_STOP = (
    r"(?!(?:is|was|op|naar|via|mail\w*|e-mail\w*|adres|me|mij|maar|en|dus|gewoon|het|doe|stuur|"
    r"dat|kan|kunt|wordt|met|u|ik|je|schrijf|noteer|staat|heb|eh|even|bereikbaar|nog|ook|die|"
    r"want|of|ja|nee|dan|een)\b)"
)
"""Words that open what is said before an address; they belong to no address."""
_PART = rf"(?:{NUMBER_WORD}|[^\W_][\w'’]*)"
_LEFT = rf"(?:{_STOP}{_PART},? |(?:{_DOT}|{_LINE}),? ){{0,8}}?{_STOP}{_PART}"
_RIGHT = rf"(?:(?:{_PART}|{_DOT}|{_LINE}),? ){{0,7}}?(?:{_DOT},? |[\w-]+\.){_TLD}"
_AFTER_AT = rf"(?:{_PART},? (?:(?:{_DOT}|{_LINE}),? )?){{1,5}}?{_DOT},? {_TLD}"
_SPOKEN_EMAIL = rf"\b{_LEFT},? ?(?:{_AT}),? ?{_RIGHT}\b"
_SPOKEN_AT = rf"\b{_LEFT},? at,? {_AFTER_AT}\b"
_BROKEN_EMAIL = rf"\b{_LEFT},? ?(?:{_AT})(?:,? ?{_PART}(?: {_DOT} {_PART})*)?"
_SPOKEN_URL = (
    rf"\b(?:www|w w w|drie keer w|wee wee wee) {_DOT} {_PART}(?: (?:{_DOT}|{_LINE}) {_PART})*\b"
    rf"|\b[^\W_]+(?: (?:{_DOT}|{_LINE}) [^\W_]+)* {_DOT} {_TLD}(?: slash {_PART})*\b"
)
_KINDS = (
    r"(?i:\w*account|\w*kanaal|\w*pagina|\w*groep(?:sapp)?|\w*app|groepsnaam|gebruikersnaam|"
    r"nickname|profiel|insta(?:gram)?|twitter|tiktok|telegram)"
)
_ACCOUNT = (
    rf"\b{_KINDS}\b,? ?(?:die |dat |heet(?:te)? |van |is |was )*[:,]? ?"
    r"(?P<name>[A-Z][\w'’-]*(?: (?:(?:de|van|het|der|voor|in) )*[A-Z][\w'’-]*){1,3})"
)
"""A group or account under a name of two words or more; of one word it may be any name."""
_GROUP = rf"\b(?:{_KINDS}|naam)\b[^.!?\n\"“”‘’]{{0,25}}[\"“‘](?P<name>[^\"”’\n]{{2,40}})[\"”’]"
"""A group or account under a name in quotation marks."""
LONGEST_NAME = 5


class Contact:
    """Finds e-mail addresses, web addresses and account names.

    Spelled out means: ``apenstaartje`` for @, ``punt`` for a full stop, ``streepje`` for a
    line. Words before ``apenstaartje`` belong to the address as far as they are joined.
    """

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        for pattern, label, score in _patterns():
            group = "name" if "name" in pattern.groupindex else 0
            for found in pattern.finditer(document.text):
                if group == 0 or len(found["name"].split()) <= LONGEST_NAME:
                    yield Detection(*found.span(group), label, "patroon", score)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, float], ...]:
    """Compile the patterns once."""
    written = (
        (_EMAIL, "EMAIL", 1.0),
        (_SPOKEN_EMAIL, "EMAIL", 1.0),
        (_SPOKEN_AT, "EMAIL", 0.9),
        (_BROKEN_EMAIL, "EMAIL", 0.7),
        (_URL, "URL", 0.95),
        (_SPOKEN_URL, "URL", 0.8),
        (_HANDLE, "SOCIAL", 0.95),
    )
    small = [(re.compile(p, re.IGNORECASE), label, score) for p, label, score in written]
    named = [(re.compile(p), "SOCIAL", score) for p, score in ((_ACCOUNT, 0.8), (_GROUP, 0.6))]
    return (*small, *named)
