"""What the tests of detection share: the pipeline is loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise.document import Document, read_document
from paraplu.language.pipeline import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.anonymise.detection import Detector


@pytest.fixture(scope="session")
def read() -> Callable[[str], Document]:
    """Return a function that reads a text as detectors see it."""
    return lambda text: read_document(text, pipeline=load_pipeline())


@pytest.fixture(scope="session")
def spot(read: Callable[[str], Document]) -> Callable[[Detector, str], set[tuple[str, str]]]:
    """Return a function that gives the words and labels a detector finds in a text."""

    def finder(detector: Detector, text: str) -> set[tuple[str, str]]:
        return {(text[d.start : d.end], d.label) for d in detector.detect(read(text))}

    return finder
