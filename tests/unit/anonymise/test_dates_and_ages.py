"""Dates and ages: found, and generalised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise.detectors import Ages, Dates
from paraplu.anonymise.generalising import generalise_age, generalise_date

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dat was op 7 april 2022.", "op 7 april 2022"),
        ("Voor de band: woensdag 5 april, half tien.", "woensdag 5 april"),
        ("In de nacht van 3 op 4 februari.", "de nacht van 3 op 4 februari"),
        ("Begin november 2021 begon het.", "Begin november 2021"),
        ("Dat was de zomer van 1998.", "de zomer van 1998"),
        ("Het was op een dinsdag in november.", "op een dinsdag in november"),
        ("Stil hier, op tweede paasdag.", "tweede paasdag"),
        ("Op 03-10-2021 dus.", "03-10-2021"),
        ("Op de zestiende maart.", "Op de zestiende maart"),
        ("Het stond er op 5/3 al.", "op 5/3"),
        ("Dat was op 12 mrt '19.", "op 12 mrt '19"),
        ("Op de 23ste lag het er.", "de 23ste"),
        ("Met oud en nieuw ging het mis.", "oud en nieuw"),
        ("Op de avond van de verkiezingen.", "de avond van de verkiezingen"),
        ("Dat was februari dit jaar.", "februari dit jaar"),
    ],
)
def test_dates(spot: Callable[..., set[tuple[str, str]]], text: str, found: str) -> None:
    """A date is found with what belongs to it."""
    assert (found, "DATE") in spot(Dates(), text)


def test_years(spot: Callable[..., set[tuple[str, str]]]) -> None:
    """A year by itself stays, and a verb that is also a month."""
    assert spot(Dates(), "In 2018 begon het. Dat mei ik niet. Drie maart ik zei.") <= {
        ("Drie maart", "DATE")
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ik ben zestig in oktober.", "zestig"),
        ("Een jongen van zeventien deed het.", "zeventien"),
        ("Toen zei Demi, 22, dat het mis was.", "22"),
        ("Mensen van in de tachtig.", "in de tachtig"),
        ("Toen ik achttien was ging ik weg.", "achttien"),
        ("Een 53-jarige man uit het dorp.", "53-jarige"),
        ("Twee kinderen, zes en negen.", "negen"),
        ("Veroordeeld werd Danny V. (34) uit het dorp.", "34"),
        ("R: Dat klopt. 54. Getrouwd.", "54"),
        ("Dat was Sander, 31 uit Holtwolde, een goeie jongen.", "31"),
        ("Op mijn eenentwintigste werd ik raadslid.", "eenentwintigste"),
        ("Hij stierf op zijn 58ste.", "58ste"),
        ("Mijn kinderen zijn 12 en 14.", "14"),
        ("Ik loop tegen de zestig.", "tegen de zestig"),
        ("Ze is de zeventig voorbij.", "de zeventig voorbij"),
        ("Mijn zoon Daan van elf durfde niet.", "elf"),
    ],
)
def test_ages(spot: Callable[..., set[tuple[str, str]]], text: str, found: str) -> None:
    """An age is found in digits and in words."""
    assert (found, "AGE") in spot(Ages(), text)


@pytest.mark.parametrize(
    "text",
    [
        "Na vijf jaar wethouder.", "Het is twaalf uur.", "Drie keer, zei hij.", "Een man.",
        "1. Femke\n2. Jan",
    ],
)  # fmt: skip
def test_no_ages(spot: Callable[..., set[tuple[str, str]]], text: str) -> None:
    """A term of office, a time and a number of times are no age."""
    assert spot(Ages(), text) == set()


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("najaar 2021", "2021"),
        ("3 oktober 2021", "najaar 2021"),
        ("op 3 oktober 2021", "in het najaar van 2021"),
        ("12-05-1978", "voorjaar 1978"),
        ("Woensdag 5 april", "Een dag in het voorjaar"),
        ("tweede pinksterdag", "een feestdag"),
        ("31-31-2020", "een datum"),
    ],
)
def test_generalise_date(date: str, said: str) -> None:
    """A day becomes its season."""
    assert generalise_date(date) == said


@pytest.mark.parametrize(
    ("age", "said"),
    [
        ("Negenenveertig", "Eind veertig"),
        ("bijna tachtig", "80-plus"),
        ("twaalf", "rond de tien"),
        ("100", "80-plus"),
        ("oud", "een leeftijd"),
    ],
)
def test_generalise_age(age: str, said: str) -> None:
    """An age becomes a part of its decade."""
    assert generalise_age(age) == said
