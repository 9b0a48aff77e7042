"""E-mail addresses, web addresses and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise.detectors import Contact

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mail naar a.b-c@post.voorbeeld.nl.", ("a.b-c@post.voorbeeld.nl", "EMAIL")),
        (
            "Het is karin punt dewit apenstaartje havenpost punt nl.",
            ("karin punt dewit apenstaartje havenpost punt nl", "EMAIL"),
        ),
        (
            "Stuur het op bram apenstaart oudijk streepje vandam punt nl, graag.",
            ("bram apenstaart oudijk streepje vandam punt nl", "EMAIL"),
        ),
        (
            "Dat is jan laag streepje twaalf apestaartje gmail punt com.",
            ("jan laag streepje twaalf apestaartje gmail punt com", "EMAIL"),
        ),
        ("Kijk op www.voorbeeld.nl/lijst eens.", ("www.voorbeeld.nl/lijst", "URL")),
        ("Dat staat op dorpsnieuws punt nl.", ("dorpsnieuws punt nl", "URL")),
        ("Op Twitter heet hij @dorpsdemocraat73.", ("@dorpsdemocraat73", "SOCIAL")),
        ("Het kanaal Veenpoort Waakt schreef het.", ("Veenpoort Waakt", "SOCIAL")),
        ("In de groepsapp “wij waken samen” stond het.", ("wij waken samen", "SOCIAL")),
    ],
)
def test_found(
    spot: Callable[..., set[tuple[str, str]]], text: str, found: tuple[str, str]
) -> None:
    """An address is found whole, written or spelled out."""
    assert found in spot(Contact(), text)


@pytest.mark.parametrize(
    "text", ["Punt. Nu is het klaar.", "Dat is een punt.", "Zij zat om drie uur at ze niets."]
)
def test_not_found(spot: Callable[..., set[tuple[str, str]]], text: str) -> None:
    """Ordinary words are no address."""
    assert spot(Contact(), text) == set()
