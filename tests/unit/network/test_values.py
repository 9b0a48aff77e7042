"""Numbers and tables on the network, on the reference study."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu import Study
from paraplu.network import Review, review_network
from paraplu.network.tables import review_tables
from paraplu.network.values import review_values

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.records import Value


@pytest.fixture(scope="module")
def study(reference: Path) -> Study:
    """Return the reference study."""
    return Study.open(reference)


@pytest.fixture(scope="module")
def review(study: Study) -> Review:
    """Return the review of the network."""
    return review_network(
        study.codings(),
        study.turns(),
        respondents=study.respondents(),
        questions=study.questions(),
        network=study.network(),
        codebook=study.codebook(),
        min_cell=3,
    )


@pytest.fixture(scope="module")
def values(study: Study, review: Review) -> dict[str, Value]:
    """Return the values by key."""
    made = review_values(review, study.codings(), network=study.network())
    return {value.key: value for value in made}


def test_public_facts_are_counted(values: dict[str, Value]) -> None:
    """Partners come from public sources, not from the list of names."""
    assert values["netwerk.partners"].number == 28
    assert values["netwerk.doelen"].number == 4
    assert values["netwerk.genoemd"].denominator == 20


@pytest.mark.parametrize("name", ["gemeenschap", "netwerk", "deelnemer"])
def test_stances_on_a_level_add_up(values: dict[str, Value], name: str) -> None:
    """Who speaks of a level is for, mixed, against or neutral."""
    key = f"effect.niveau.{name}"
    parts = [values[f"{key}.{part}"] for part in ("voor", "gemengd", "tegen", "neutraal")]
    assert sum(part.number for part in parts) == values[key].number
    assert all(part.denominator == values[key].number for part in parts)


def test_what_is_said_of_the_contribution(values: dict[str, Value]) -> None:
    """Favourable and unfavourable are of those who speak of it, and may overlap."""
    whole = values["effect.bijdrage"].number
    plus, minus = (values[f"effect.bijdrage.{sign}"] for sign in ("gunstig", "ongunstig"))
    assert whole == 13
    assert max(plus.number, minus.number) <= whole <= plus.number + minus.number
    assert plus.denominator == whole


def test_the_gap_of_a_threat_is_of_those_who_speak_of_it(values: dict[str, Value]) -> None:
    """Beside the protection falls at most everyone who speaks of the threat."""
    gap = values["effect.dreiging.intimidatie.ernaast"]
    assert gap.denominator == values["effect.dreiging.intimidatie"].number
    assert 0 < gap.number <= gap.denominator


def test_keys_hold_letters_digits_and_hyphens(values: dict[str, Value]) -> None:
    """Names with dashes and accents become plain keys."""
    assert "effect.spanning.efficientie-inclusie" in values
    assert all(key.replace("-", "").replace(".", "").isascii() for key in values)


def test_tables_hold_whole_sets_and_codes_apart(review: Review) -> None:
    """A level is one row per voice; its codes are in a table of their own."""
    tables = review_tables(review)
    assert len(tables["niveaus"]) == 3 * 3
    assert tables["niveaus"]["code"].eq("").all()
    assert tables["per-code"]["code"].ne("").all()
