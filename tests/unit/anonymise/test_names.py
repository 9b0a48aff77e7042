"""Names: titles, small words, institutions, nicknames, proper nouns, deduce."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise.detectors import (
    DeduceNames,
    Institutions,
    ModelNames,
    Nicknames,
    ProperNouns,
    Titles,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.anonymise.document import Document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Toen belde burgemeester Vos mij.", "Vos"),
        ("Dat zei tante An altijd.", "tante An"),
        ("Ik sprak mevrouw van Haaften nog.", "mevrouw van Haaften"),
        ("Ik sprak mevrouw wiarda nog.", "mevrouw wiarda"),
        ("Het was de heer Rolf Veenstra-Blij.", "de heer Rolf Veenstra-Blij"),
        ("Het gaf wethouder wiersinga geen rust.", "wiersinga"),
        ("Dat deed raadslid elferink ook.", "elferink"),
        ("Daarna sprak wethouder Kroon.", "Kroon"),
    ],
)
def test_titles(spot: Callable[..., set[tuple[str, str]]], text: str, found: str) -> None:
    """A form of address is masked with the name, a function is not."""
    assert (found, "PERSON") in spot(Titles(), text)


@pytest.mark.parametrize(
    "text",
    [
        "De burgemeester van Holtwolde.", "Mevrouw de voorzitter.", "Een minister in Rome.",
        "De burgemeester appte mij.",
    ],
)  # fmt: skip
def test_no_titles(spot: Callable[..., set[tuple[str, str]]], text: str) -> None:
    """A function with a place or another function is no name of a person."""
    assert spot(Titles(), text) == set()


@pytest.mark.parametrize(
    "name",
    [
        "Annelinde de Hoop", "In 't Hout", "Ten Kate Veen", "Van der Ploeg", "Fatima el Bouazzati",
        "Naïma Ouazza", "Kees-Willem Brands", "Bert van Wijngaarden",
    ],
)  # fmt: skip
def test_whole_names(spot: Callable[..., set[tuple[str, str]]], name: str) -> None:
    """A name is found whole, with its small words."""
    assert (name, "") in spot(ProperNouns(), f"Gisteren was {name} er ook bij.")


def test_proper_nouns_end(spot: Callable[..., set[tuple[str, str]]]) -> None:
    """A name ends before the preposition that names a place, and offices are no names."""
    found = {words for words, _ in spot(ProperNouns(), "Toen zat Herman in Steenvaart bij BZK.")}
    assert found == {"Herman", "Steenvaart"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mulder keek weg.", "Mulder"),
        ("Tjalling deed het.", "Tjalling"),
        ("Mulder hier, goedemorgen.", "Mulder"),
        ("Dat heb ik van JW gehoord.", "JW"),
        ("Toen kwam VOS binnen.", "VOS"),
    ],
)
def test_proper_nouns_against_the_tagger(
    spot: Callable[..., set[tuple[str, str]]], text: str, found: str
) -> None:
    """A surname that opens a sentence, an unknown word, initials and capitals are names."""
    assert (found, "") in spot(ProperNouns(), text)


@pytest.mark.parametrize(
    "text",
    [
        "Jazeker, dat kan.", "Pfff, nou ja.", "Eenenveertig waren het er.", "Het AB-lid zei niets.",
        "Ik zat voor de tv, in de WW.", "Een Woo-verzoek kost tijd.", "Artikel XII geldt.",
        "Oud-burgemeester, dat ben ik.",
    ],
)  # fmt: skip
def test_no_proper_nouns(spot: Callable[..., set[tuple[str, str]]], text: str) -> None:
    """Exclamations, numbers, offices with a word behind them and numerals are no names."""
    assert spot(ProperNouns(), text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zij lag in zorgcentrum De Vlasakker.", ("zorgcentrum De Vlasakker", "ORG")),
        ("Achter café De Drie Linden.", ("café De Drie Linden", "PLACE")),
        ("Van Hylkema & De Wilde Onderzoek.", ("Hylkema & De Wilde Onderzoek", "ORG")),
        ("Wij zitten in De Turfschuur.", ("De Turfschuur", "PLACE")),
    ],
)
def test_institutions(
    spot: Callable[..., set[tuple[str, str]]], text: str, found: tuple[str, str]
) -> None:
    """An organisation or place is found with the word that tells what it is."""
    assert any(
        found[0] in words and label == found[1] for words, label in spot(Institutions(), text)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Die noemden ze "de kreeft".', "de kreeft"),
        ("Ze noemen me de Fries.", "de Fries"),
        ("Ze noemden hem de kreeft, achter zijn rug.", "de kreeft"),
        ('Het was "Knijpertje" voor, "Knijpertje" na.', "Knijpertje"),
        ("Dat was Kroes, bijgenaamd de Rooie.", "de Rooie"),
    ],
)
def test_nicknames(spot: Callable[..., set[tuple[str, str]]], text: str, found: str) -> None:
    """What someone is called after *noemen* is a name."""
    assert (found, "PERSON") in spot(Nicknames(), text)


def test_no_nicknames(spot: Callable[..., set[tuple[str, str]]]) -> None:
    """What a thing is called is no nickname."""
    assert spot(Nicknames(), "Dat noemen ze de gang van zaken.") == set()


def test_model_names(spot: Callable[..., set[tuple[str, str]]]) -> None:
    """The shipped pipeline recognises a person by itself."""
    assert ("Sietse Dijkema", "PERSON") in spot(
        ModelNames(), "Mijn collega Sietse Dijkema belde mij gisteren op."
    )


def test_deduce(spot: Callable[..., set[tuple[str, str]]], tmp_path: Path) -> None:
    """Deduce finds a name with lists in the folder given, and leaves logging as it was."""
    level, handlers = logging.getLogger().level, list(logging.getLogger().handlers)
    found = spot(DeduceNames(folder=tmp_path), "Ik sprak Willem Bakker gisteren.")
    assert ("Willem Bakker", "PERSON") in found
    assert any(tmp_path.glob("deduce-*/complete"))
    assert (logging.getLogger().level, logging.getLogger().handlers) == (level, handlers)


def test_plain_offsets(read: Callable[[str], Document]) -> None:
    """Deduce's offsets come out as Python's own integers, so that they can be written as JSON."""
    document = read("R: Dat was die Vroom van de Dorpsstraat 14. Winter was het, ijskoud.")
    found = list(DeduceNames().detect(document))
    assert found
    assert {type(offset) for d in found for offset in (d.start, d.end)} == {int}
