"""Finding all mentions in a text: detectors, what is known, propagation, what is public."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu.anonymise.combining import combine
from paraplu.anonymise.detectors import (
    Addresses,
    Ages,
    Contact,
    Dates,
    DeduceNames,
    InstalledNames,
    Institutions,
    ModelNames,
    Nicknames,
    Numbers,
    ProperNouns,
    Titles,
)
from paraplu.anonymise.document import Document, read_document
from paraplu.anonymise.passages import find_passages
from paraplu.anonymise.propagation import KnownNames, SpelledNames, known_forms
from paraplu.anonymise.public import SelfDescription, find_public
from paraplu.anonymise.recurrence import Recurrences
from paraplu.anonymise.review_net import cast_net
from paraplu.language.pipeline import find_installed, load_pipeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.anonymise.detection import Detection, Detector, Mention
    from paraplu.spans import Span

__all__ = ["Finder", "Found", "all_detectors"]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text: what to mask, and what else a reader should look at.

    `net` are other capitals and numbers, `passages` what may tell who somebody is by what
    happened; neither is masked.
    """

    document: Document
    mentions: tuple[Mention, ...]
    net: tuple[Span, ...]
    passages: tuple[Span, ...] = ()


def all_detectors() -> tuple[Detector, ...]:
    """Return all detectors, with the installed pipeline when there is one."""
    installed = find_installed()
    detectors: list[Detector] = [
        Contact(), Numbers(), Addresses(), Dates(), Ages(), Titles(), Institutions(), Nicknames(),
        ProperNouns(), ModelNames(), DeduceNames(),
    ]  # fmt: skip
    if installed:
        detectors.append(InstalledNames(installed))
    return tuple(detectors)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds mentions.

    Parameters
    ----------
    detectors
        What looks at the text; see `all_detectors`.
    supplied
        Names a person gave: form → label. They are masked even where they are public.
    known
        Names of other interviews of the study: form → label.
    partners
        Names of partners and related organisations; not masked, except where a respondent
        describes him- or herself.
    allowed
        Names a user does not want masked.
    propagate
        Whether names that were found are looked for in the rest of the text.

    """

    detectors: tuple[Detector, ...] = field(default_factory=all_detectors)
    supplied: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    partners: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    propagate: bool = True

    def find(self, text: str) -> Found:
        """Find all mentions in a text that is normalised (NFC, LF)."""
        document = read_document(text, pipeline=load_pipeline())
        public = find_public(document, names=(*self.partners, *self.allowed))
        detections: list[Detection] = []
        for detector in (*self.detectors, *self._listed()):
            detections += detector.detect(document)
        mentions = combine(document, detections, public=public)
        if self.propagate:
            sure = [mention for mention in mentions if mention.score > 0.3]  # noqa: PLR2004
            again = KnownNames(known_forms(sure), source="doorwerking")
            detections += again.detect(document)
            detections += SpelledNames(mentions).detect(document)
            detections += Recurrences(sure).detect(document)
            mentions = combine(document, detections, public=public)
        net = cast_net(document, mentions=mentions)
        return Found(document, mentions, net, find_passages(document))

    def _listed(self) -> list[Detector]:
        """Return the detectors that look for listed names."""
        listed: list[Detector] = []
        if self.supplied:
            listed.append(KnownNames(dict(self.supplied), source="opgegeven", score=1.0))
        if self.known:
            listed.append(KnownNames(dict(self.known), source="studie", score=0.7))
        if self.partners:
            listed.append(SelfDescription(self.partners))
        return listed
