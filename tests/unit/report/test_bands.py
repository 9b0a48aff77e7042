"""Words and the shares they stand for."""

from __future__ import annotations

from fractions import Fraction

import pytest

from paraplu.report.bands import DEFAULTS, check_bands, find_word, holding, holds, share_holds
from paraplu.study.settings import BandSettings


@pytest.mark.parametrize(
    ("count", "total", "word"),
    [
        (0, 14, "geen"), (1, 14, "een enkeling"), (2, 14, "enkele"), (2, 100, "enkele"),
        (14, 100, "enkele"), (15, 100, "een deel"), (39, 100, "een deel"),
        (40, 100, "ongeveer de helft"), (60, 100, "ongeveer de helft"), (61, 100, "de meeste"),
        (89, 100, "de meeste"), (90, 100, "vrijwel alle"), (99, 100, "vrijwel alle"),
        (100, 100, "alle"), (3, 20, "een deel"), (9, 15, "ongeveer de helft"),
        (18, 20, "vrijwel alle"), (0, 5, "geen"), (1, 5, "een enkeling"),
        (2, 5, "ongeveer de helft"), (3, 5, "ongeveer de helft"), (4, 5, "de meeste"),
        (5, 5, "alle"), (2, 13, "enkele"), (5, 13, "enkele"), (6, 13, "ongeveer de helft"),
        (8, 13, "de meeste"), (12, 13, "de meeste"), (13, 13, "alle"),
    ],
)  # fmt: skip
def test_borders_are_those_of_the_design(count: int, total: int, word: str) -> None:
    """Half-open, on the exact share."""
    assert holding(count, total, bands=DEFAULTS) == [word]
    assert holds(word, count, total, bands=DEFAULTS)


def test_under_five_no_word_holds() -> None:
    """Numbers only."""
    assert [holding(count, 4, bands=DEFAULTS) for count in range(5)] == [[]] * 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De meeste raadsleden", ["de meeste"]),
        ("vrijwel alle", ["vrijwel alle"]),
        ("Vrijwel  álle", ["vrijwel alle"]),
        ("geen enkele wethouder", ["geen"]),
        ("Niemand", ["geen"]),
        ("een groot deel", []),
        ("enkele van alle", ["enkele", "alle"]),
        ("een enkeling", ["een enkeling"]),
        ("een deelnemer", []),
    ],
)
def test_the_longest_word_is_found(text: str, words: list[str]) -> None:
    """Whatever case, accent or space; never part of another word."""
    assert [found.word for found in find_word(text, bands=DEFAULTS)] == words


def test_a_count_has_no_meaning_for_a_balanced_share() -> None:
    """'Een enkeling' holds by its count alone, 'enkele' by its share."""
    assert share_holds("een enkeling", Fraction(1, 2), 20, bands=DEFAULTS)
    assert not share_holds("enkele", Fraction(1, 2), 20, bands=DEFAULTS)


def test_our_bands_are_complete() -> None:
    """Every count of every total has exactly one word."""
    assert check_bands(DEFAULTS, place="paraplu.toml") == []


def test_bands_that_overlap_are_named() -> None:
    """With the count where they do."""
    bands = (
        BandSettings(word="weinig", from_n=2, high=0.5),
        BandSettings(word="veel", from_n=2, low=0.5),
    )
    problem = check_bands(bands, place="paraplu.toml")[0]
    assert problem.seen.endswith("bij 1 van de 2 past 'weinig' en 'veel'")
