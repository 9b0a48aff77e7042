"""Names that a pipeline recognises as a whole: the shipped one, and one a user installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.anonymise.document import Document

__all__ = ["InstalledNames", "ModelNames"]

KINDS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "MUNICIPALITY", "LOC": "PLACE",
    "FAC": "PLACE", "NORP": "",
}  # fmt: skip


class ModelNames:
    """Gives what the shipped pipeline took for a person, municipality, place or organisation."""

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found when the document was read."""
        yield from document.entities


class InstalledNames:
    """Gives what an installed ``nl_core_news_*`` takes for a name.

    Parameters
    ----------
    name
        The name of the installed pipeline.

    """

    def __init__(self, name: str) -> None:
        """Remember the name; the pipeline is loaded at first use."""
        self._name = name

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give persons, places and organisations."""
        from paraplu.language.pipeline import load_installed

        pipeline = load_installed(self._name)
        texts = [document.text[turn.start : turn.end] for turn in document.turns]
        for turn, doc in zip(document.turns, pipeline.pipe(texts), strict=True):
            for entity in doc.ents:
                label = KINDS.get(entity.label_, "")
                if label:
                    start, end = turn.start + entity.start_char, turn.start + entity.end_char
                    yield Detection(start, end, label, self._name, 0.6)
