"""Passages that tell who somebody is without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise.passages import find_passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.anonymise.document import Document


def shown(document: Document) -> list[str]:
    """Return the words of the passages."""
    return [document.text[span.start : span.end] for span in find_passages(document)]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        (
            "R: Toen was er het raadslid dat zijn glas gooide. Ja.",
            "het raadslid dat zijn glas gooide.",
        ),
        ("R: Nou. Er lag een rouwkaart op de mat. Ja.", "Er lag een rouwkaart op de mat."),
        ("R: Dat was iemand met een hond.", "iemand met een hond."),
    ],
)
def test_passage(read: Callable[[str], Document], text: str, passage: str) -> None:
    """A person by what he did, to the end of the sentence; a sentence with an incident, whole."""
    assert shown(read(text)) == [passage]


@pytest.mark.parametrize(
    "text",
    ["", "R: De burgemeester belde de griffier.", "R: Dat is dat. Die deed dat met de handen."],
)
def test_no_passage(read: Callable[[str], Document], text: str) -> None:
    """A function without more tells nobody."""
    assert shown(read(text)) == []
