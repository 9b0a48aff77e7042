"""What detectors give: a stretch of text that may identify someone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paraplu.anonymise.document import Document

__all__ = ["CONTACT", "DIRECT", "LABELS", "Detection", "Detector", "Mention"]

LABELS = (
    "PERSON", "MUNICIPALITY", "PLACE", "ADDRESS", "ORG", "PARTY", "DATE", "AGE", "PHONE",
    "EMAIL", "URL", "SOCIAL", "PLATE", "IBAN", "BSN", "EVENT",
)  # fmt: skip
"""What a mention can be; the same as in a decisions file."""

CONTACT = ("EMAIL", "PHONE", "BSN", "IBAN", "PLATE", "ADDRESS")
"""Labels under which someone can be reached or looked up."""

DIRECT = ("PERSON", *CONTACT, "URL", "SOCIAL")
"""Labels that identify by themselves; the others do so in combination."""


@dataclass(frozen=True, slots=True, order=True)
class Detection:
    """What one detector found.

    Parameters
    ----------
    start, end
        Code points into the text of the document, end-exclusive.
    label
        One of `LABELS`.
    source
        Name of the detector.
    score
        How sure it is, in (0, 1].

    """

    start: int
    end: int
    label: str
    source: str
    score: float


class Detector(Protocol):
    """Finds one kind of identifier in a document."""

    def detect(self, document: Document) -> Iterable[Detection]:
        """Give what was found, in any order; spans may overlap."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch to mask, after all detectors were heard; mentions do not overlap.

    Parameters
    ----------
    start, end
        Code points, within one line and one sentence.
    label
        One of `LABELS`.
    text
        The words.
    sources
        Names of the detectors, in alphabetical order.
    score
        How sure they are together, in (0, 1].

    """

    start: int
    end: int
    label: str
    text: str
    sources: tuple[str, ...] = ()
    score: float = 1.0
