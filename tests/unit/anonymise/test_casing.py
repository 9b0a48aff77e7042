"""Texts without capitals."""

from __future__ import annotations

import pytest

from paraplu.anonymise.casing import is_lowered

SPOKEN = "Nou ja, ik zei tegen Jan dat het goed was. Toen ging hij weg. En Marie ook. " * 6


@pytest.mark.parametrize("text", [SPOKEN.lower(), SPOKEN.upper(), SPOKEN.title()])
def test_lowered(text: str) -> None:
    """A text with no capitals, or with nothing else, says nothing about names."""
    assert is_lowered(text)


@pytest.mark.parametrize("text", [SPOKEN, "", "nou ja", "I: " + SPOKEN])
def test_cased(text: str) -> None:
    """A text with ordinary capitals is taken, and a short one as it is."""
    assert not is_lowered(text)


def test_labels_do_not_count() -> None:
    """Capitals of speaker labels do not make a text a cased one."""
    assert is_lowered("\n\n".join(f"R: {SPOKEN.lower()}" for _ in range(20)))
