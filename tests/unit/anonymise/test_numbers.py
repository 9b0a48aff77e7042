"""Numbers that belong to one person or household."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise.detectors import Numbers
from paraplu.anonymise.number_words import parse_number_word

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nummer 111222333 stond erbij.", ("111222333", "BSN")),
        ("Haar BSN is 123456789.", ("123456789", "BSN")),
        ("Op NL91ABNA0417164300 graag.", ("NL91ABNA0417164300", "IBAN")),
        ("Op NL91 ABNA 0417 1643 00 graag.", ("NL91 ABNA 0417 1643 00", "IBAN")),
        ("Bel 06 - 7822 0519 even.", ("06 - 7822 0519", "PHONE")),
        ("Bel +31 6 12 34 56 78 even.", ("+31 6 12 34 56 78", "PHONE")),
        ("Bel 0476-69 14 07 even.", ("0476-69 14 07", "PHONE")),
        ("Het eindigt op zes twaalf vierendertig.", ("zes twaalf vierendertig", "PHONE")),
        (
            "Nul zes twaalf vierendertig zesenvijftig achtenzeventig.",
            ("Nul zes twaalf vierendertig zesenvijftig achtenzeventig", "PHONE"),
        ),
        ("Een Audi, 3-CVQ-77, twee avonden.", ("3-CVQ-77", "PLATE")),
        ("Met kenteken 83 CQ TL.", ("83 CQ TL", "PLATE")),
    ],
)
def test_found(
    spot: Callable[..., set[tuple[str, str]]], text: str, found: tuple[str, str]
) -> None:
    """A number is found whole, under its own label."""
    assert found in spot(Numbers(), text)


@pytest.mark.parametrize(
    "text",
    [
        "Er kwamen 123456789 euro binnen.",  # fails the elfproef, and nobody said BSN
        "Bel 0800-8112 of 112.",
        "Tien vijftien twintig man, zoiets.",
        "Tussen 2018 en 2023 waren het er 28.",
    ],
)
def test_not_found(spot: Callable[..., set[tuple[str, str]]], text: str) -> None:
    """Amounts, years, public lines and counting aloud identify nobody."""
    assert spot(Numbers(), text) == set()


@pytest.mark.parametrize(
    ("word", "number"),
    [("nul", 0), ("Vierendertig", 34), ("drieënzestig", 63), ("negentig", 90), ("honderd", None)],
)
def test_number_words(word: str, number: int | None) -> None:
    """Number words up to 99 are understood."""
    assert parse_number_word(word) == number
