"""Addresses, postcodes and streets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise.detectors import Addresses

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Op de Populierenlaan 203 was het.", "de Populierenlaan 203"),
        ("Zij woont op De Hoefslag 14.", "De Hoefslag 14"),
        ("Stuur het naar Beemdlaan 6, 5099 CA.", "Beemdlaan 6, 5099 CA"),
        ("Het is Lindehof 12, Eemsbergen.", "Lindehof 12, Eemsbergen"),
        ("Kom naar Havezatelaan 31, tweede etage.", "Havezatelaan 31, tweede etage"),
        ("Op de kerkstraat 12 dus.", "kerkstraat 12"),
        ("Postcode 8899 QB is dat.", "8899 QB"),
        ("Hij liep over de Stationssingel.", "de Stationssingel"),
    ],
)
def test_found(spot: Callable[..., set[tuple[str, str]]], text: str, found: str) -> None:
    """An address is found whole, whatever its street is called."""
    assert (found, "ADDRESS") in spot(Addresses(), text)


@pytest.mark.parametrize(
    "text", ["Artikel 170 zegt dat.", "In 2018 EU-breed.", "Begin 2021 was het.", "WG 1 en WG 2."]
)
def test_not_found(spot: Callable[..., set[tuple[str, str]]], text: str) -> None:
    """Articles of law, years and working groups are no address."""
    assert spot(Addresses(), text) == set()
