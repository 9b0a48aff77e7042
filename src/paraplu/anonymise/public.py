"""What is not masked: partners of the network, and names a user allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.spans import Span, unite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paraplu.anonymise.document import Document
    from paraplu.records import Network

__all__ = ["SelfDescription", "find_public", "network_names"]

_SELF = re.compile(
    r"\b(?:ik|wij) (?:\w+ ){0,3}?(?:ben|was|werk|werkte|zit|zat|kom|kwam|begon|doe|deed|geweest)\b|"
    r"\b(?:ben|was|werk|zit|kom) ik\b|\b(?:mijn|m'n) (?:baan|functie|werkgever|werk)\b|\bnamens\b",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"\b(?:adviseur|beleids\w+|medewerker|coördinator|programma\w+|directeur|voorzitter|bestuurslid|secretaris|"
    r"hoofd|manager|jurist|trainer|onderzoeker|projectleider|accountmanager|vertrouwens\w+|woordvoerder|"
    r"bestuurder|lid|trekker|kwartiermaker|afdelingshoofd|teamleider|specialist)\b[^.!?]{0,40}\b(?:bij|van|namens|voor)\b",
    re.IGNORECASE,
)


def network_names(network: Network) -> tuple[str, ...]:
    """Return all names and aliases of partners and related organisations, longest first."""
    names = {network.name}
    for partner in (*network.partners, *network.related):
        names |= {partner.name, *partner.aliases}
    return tuple(sorted(names - {""}, key=lambda name: (-len(name), name)))


def find_public(document: Document, *, names: Sequence[str]) -> tuple[Span, ...]:
    """Find where names stand that are not masked, with their possessive form."""
    if not names:
        return ()
    ordered = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?:'s|’s|s)?(?!\w)")
    return tuple(unite([Span(*found.span()) for found in pattern.finditer(document.text)]))


class SelfDescription:
    """Finds partners in a respondent's description of him- or herself.

    Function plus organisation is one combined identifier, also for a national partner. A
    sentence of a respondent describes himself when it says *ik* with a verb of being or
    working, or *mijn functie*, and names a function.

    Parameters
    ----------
    names
        Names and aliases of partners.

    """

    def __init__(self, names: Sequence[str]) -> None:
        """Remember the names."""
        self._names = tuple(names)

    def detect(self, document: Document) -> Iterable[Detection]:
        """Give partners that tell who the respondent is."""
        spans = find_public(document, names=self._names)
        respondent = [turn for turn in document.turns if turn.role == "R"]
        for span in spans:
            if not any(turn.start <= span.start < turn.end for turn in respondent):
                continue
            sentence = document.sentences[document.sentence_at(span.start)]
            before = document.text[sentence.start : span.start]
            function = _FUNCTION.search(before)
            if _SELF.search(before) and function and function.end() >= len(before) - 12:
                yield Detection(span.start, span.end, "ORG", "zelfbeschrijving", 0.8)
