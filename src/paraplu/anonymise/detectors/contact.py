"""E-mail addresses, web addresses and accounts, also when they are spelled out."""

from __future__ import annotations

import re
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
_EMAIL = re.compile(r"[\w.+-]*\w@(?:[\w-]+\.)+[a-z]{2,24}\b", re.IGNORECASE)
_URL = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"”’)\]]*[\w/]|\b(?:[a-z0-9-]+\.)+{_TLD}\b(?:/[^\s<>\"”’)\],]*[\w/])?",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@.])@\w(?:[\w.]*\w)?|\b[A-Za-z]\w*_\w*\b|\b(?!covid|corona|mp3|web)[a-z]{4,}\d{2,}\b"
)

_DOT = r"(?:punt|stip|dot)"
_LINE = (
    r"(?:(?:laag|liggend|lage)[ -]?streep(?:je)?|streep(?:je)?(?:[ -]laag)?|underscore|"
    r"koppelteken|min(?:teken|netje)?|dash|slash)"
)
_AT = r"(?:ape?n?[ -]?sta+rt(?:je|j|jes)?|at[ -]?teken|(?:\[|\()at(?:\]|\))| ?@ )"
_STOP = (
    r"(?!(?:is|was|op|naar|via|mail\w*|e-mail\w*|adres|me|mij|maar|en|dus|gewoon|het|doe|stuur|dat|kan|kunt|"
    r"wordt|met|u|ik|je|schrijf|noteer|staat|heb|eh|even|bereikbaar|nog|ook|die|want|of|ja|nee|dan|een)\b)"
)
_PART = rf"(?:{NUMBER_WORD}|[^\W_][\w'’]*)"
_LEFT = rf"(?:{_STOP}{_PART},? |(?:{_DOT}|{_LINE}),? ){{0,8}}?{_STOP}{_PART}"
_RIGHT = rf"(?:(?:{_PART}|{_DOT}|{_LINE}),? ){{0,7}}?(?:{_DOT},? |[\w-]+\.){_TLD}"
_SPOKEN_EMAIL = re.compile(rf"\b{_LEFT},? ?(?:{_AT}),? ?{_RIGHT}\b", re.IGNORECASE)
_SPOKEN_AT = re.compile(
    rf"\b{_LEFT},? at,? (?:{_PART},? (?:(?:{_DOT}|{_LINE}),? )?){{1,5}}?{_DOT},? {_TLD}\b",
    re.IGNORECASE,
)
_BROKEN_EMAIL = re.compile(
    rf"\b{_LEFT},? ?(?:{_AT})(?:,? ?{_PART}(?: {_DOT} {_PART})*)?", re.IGNORECASE
)
_SPOKEN_URL = re.compile(
    rf"\b(?:www|w w w|drie keer w|wee wee wee) {_DOT} {_PART}(?: (?:{_DOT}|{_LINE}) {_PART})*\b"
    rf"|\b[^\W_]+(?: (?:{_DOT}|{_LINE}) [^\W_]+)* {_DOT} {_TLD}(?: slash {_PART})*\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:[a-z]*account|[a-z]*kanaal|[a-z]*pagina|\w*groep(?:sapp)?|appgroep|gebruikersnaam|"
    r"profiel|insta(?:gram)?|twitter|tiktok|telegram)\b,? ?(?:die |dat |heet(?:te)? |van |is |was )*"
    r"[:,]? ?[\"“‘']?(?P<name>[A-Z][\w'’-]*(?: (?:(?:de|van|het|der|voor|in) )*[A-Z][\w'’-]*){1,3})",
)
"""A group or account under a name of two words or more; of one word it may be any name."""

LONGEST_NAME = 5
_GROUP = re.compile(
    r"\b(?:\w*account|\w*kanaal|\w*pagina|\w*groep|\w*app|profiel|gebruikersnaam|groepsnaam|nickname|naam)\b"
    r"[^.!?\n\"“”‘’]{0,25}[\"“‘](?P<name>[^\"”’\n]{2,40})[\"”’]",
    re.IGNORECASE,
)
"""A group or account under a name in quotation marks."""

_PATTERNS = (
    (_EMAIL, "EMAIL", 1.0),
    (_SPOKEN_EMAIL, "EMAIL", 1.0),
    (_SPOKEN_AT, "EMAIL", 0.9),
    (_BROKEN_EMAIL, "EMAIL", 0.7),
    (_URL, "URL", 0.95),
    (_SPOKEN_URL, "URL", 0.8),
    (_HANDLE, "SOCIAL", 0.95),
)


class Contact:
    """Finds e-mail addresses, web addresses and account names.

    Spelled out means: ``apenstaartje`` for @, ``punt`` for a full stop, ``streepje`` for a
    line. Words before ``apenstaartje`` belong to the address as far as they are joined.
    """

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        for pattern, label, score in _PATTERNS:
            for found in pattern.finditer(document.text):
                yield Detection(found.start(), found.end(), label, "patroon", score)
        for found in _ACCOUNT.finditer(document.text):
            yield Detection(*found.span("name"), "SOCIAL", "patroon", 0.8)
        for found in _GROUP.finditer(document.text):
            if len(found["name"].split()) <= LONGEST_NAME:
                yield Detection(*found.span("name"), "SOCIAL", "patroon", 0.6)
