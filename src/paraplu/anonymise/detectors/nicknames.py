"""Names that are spoken about: nicknames, spelled and misheard forms, mostly in quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.anonymise.document import Document

__all__ = ["Nicknames"]

_QUOTED = r"[\"“‘']{1,2}(?P<name>[\w'’-]+(?: [\w'’-]+){0,4})[\"”’']{1,2}"
_WHO = (
    r"(?:(?:me|mij|hem|haar|ze|we|hij|zij|ik|je|iedereen|die|dat|er|altijd|ook|wel|al|toen|nu|daar|"
    r"steeds|dan|maar) )*"
)
_CALLED = r"(?:heet|heette|heetten|bijnaam|scheldnaam|alias|achternaam|voornaam)"
_SENT = r"(?:post|brief|mail|kaart|envelop) (?:\w+ ){0,2}(?:voor|aan)"
_SORT = r"(?:de |het |ouwe |oude |grote |kleine )?"
_HIM = r"(?:hem|haar|mij|me|'m|’m|ons|die man|die vrouw)"
_ALSO = r"(?:altijd|ook|wel|al|toen|nu|daar|steeds|dan|maar|gewoon|onder elkaar) "
_PATTERNS = (
    re.compile(rf"\b(?:ge)?noem\w* {_WHO}{_QUOTED}", re.IGNORECASE),
    re.compile(rf"\b{_CALLED} (?:\w+ )?{_QUOTED}", re.IGNORECASE),
    re.compile(rf"{_QUOTED} van (?:maakt|maakte|maakten|gemaakt)\b"),
    re.compile(rf"\b{_SENT} {_QUOTED}"),
    re.compile(
        rf"\b(?:schrijven|schreven|schreef|spellen|spelt|typte?n?|verstond\w*|autocorrectie|"
        rf"verhaspel\w*|verbaster\w*) (?:\w+ ){{0,4}}{_QUOTED}"
    ),
    re.compile(rf"\b(?:N|n)oem\w* {_WHO}(?P<name>{_SORT}[A-ZÀ-Þ][\w'’-]+)"),
    re.compile(
        rf"\bnoem\w* (?:ze |we |zij |wij |ik |je )?{_HIM} (?:{_ALSO})?"
        r"(?P<name>de (?:\w+e )?[a-zà-ÿ]{3,})(?=[.,;!?])"
    ),
    re.compile(r"\bbijgenaamd (?P<name>(?:de |het |'t )?[\w'’-]+)"),
    re.compile(r"(?<=[\w,] )[\"“‘](?P<name>[A-ZÀ-Þ][a-zà-ÿ]{2,})[\"”’]"),
)


class Nicknames:
    """Finds what someone is called, after *noemen* and *heten*, and a name that was garbled."""

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        for pattern in _PATTERNS:
            for found in pattern.finditer(document.text):
                yield Detection(*found.span("name"), "PERSON", "bijnaam", 0.5)
