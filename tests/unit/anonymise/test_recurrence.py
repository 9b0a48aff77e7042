"""Persons who come back otherwise, and names that sound alike."""

from __future__ import annotations

import pytest

from paraplu.anonymise.finding import Finder
from paraplu.anonymise.sound import alike, sound


def masked(text: str) -> list[str]:
    """Return what would be masked, in order."""
    return [mention.text for mention in Finder().find(text).mentions]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Ik belde Ineke Storm. Nee, storm was ziek.", "storm"),
        ("Ik belde Ineke Storm. Nou, zei storm, dan niet.", "storm"),
        ("De burgemeester heet Lodewijk Hazenberg. Toen kwam hasenberg binnen.", "hasenberg"),
        ("Dat was Klaas de Wildt. In het verslag stond KdW.", "KdW"),
        ("De brief was van J.W. Hoogland. Die JW toch.", "JW"),
        ("Ik ken Hans Kroon al jaren. Kroon zei niets.", "Kroon"),
        ("Ik sprak Ineke Storm. Op het bord stond STORM met een streep.", "STORM"),
        ("Ik belde Kees Rottinghuis. Dat rottinghuis dat doet.", "rottinghuis"),
        ("Ik sprak mevrouw van Timmer. En van timmer kwam.", "van timmer"),
        ("Ik belde Ineke Storm. Is storm er al?", "storm"),
        ("Ik ken Danny V. al lang. Toen belde V. mij op.", "V."),
        ("Ik belde Wil Heuvel. Wil zei niks.", "Wil"),
        ("Daar stond Bo Wiarda. Bo, kom eens, zei ik. Dat bo daar staat.", "Bo"),
    ],
)
def test_recurrence(text: str, again: str) -> None:
    """A person comes back small, misheard, as initials, in capitals, as a public word."""
    assert again in masked(text)[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Ik belde Ineke Storm. Het was een storm in een glas water.",
        "Ik belde Wil Heuvel. Wil je koffie, vroeg ze.",
        "Ik belde Kees Wit. De muur is wit en de deur ook.",
        "Ik belde Anna Visser. Wij gaan vissen, en de visser gaat mee.",
        "Ik ken Hans Kroon al jaren. De benoeming doet de Kroon.",
    ],
)
def test_no_recurrence(text: str) -> None:
    """An ordinary word that stands as one is left alone, also when someone is called so."""
    assert len(masked(text)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kuipers", "Kuypers"), ("Thirza", "Tirza"), ("Hazenberg", "Hazeberg"),
        ("Boschloo", "Bosloo"), ("Karaağaç", "karagatsj"), ("Meijer", "Meyer"),
        ("Jorine", "Jorines"),
    ],
)  # fmt: skip
def test_alike(one: str, other: str) -> None:
    """Names that are misheard or misspelled are alike, whichever comes first."""
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jansen", "Jaspers"), ("Anna", "Hanna"), ("Wiersinga", "Wiersma"), ("", "a")],
)
def test_not_alike(one: str, other: str) -> None:
    """Names of different people are not alike."""
    assert not alike(one, other)


def test_sound() -> None:
    """A key holds letters only, and of nothing it is empty."""
    assert sound("") == sound("'-3") == ""
    assert sound("Şükran").isalpha()
