"""Codes that stand near, and words in their context."""

from __future__ import annotations

import pandas as pd
import pytest

from paraplu.coding.concordance import keyword_in_context
from paraplu.coding.proximity import proximity

COLUMNS = ["interview", "turn", "role", "respondent", "start", "end", "text"]
TURNS = pd.DataFrame(
    [
        ("R01", 1, "I", "", 0, 10, "En de bank?"),
        ("R01", 2, "R", "R01", 20, 30, "De bank, de Bank."),
        ("R01", 4, "R", "R01", 40, 50, "Banken en\ngoed 😀 geld."),
        ("R01", 6, "R", "R01", 60, 70, "Zandbank"),
        ("R02", 2, "R", "R02", 20, 30, ""),
    ],
    columns=COLUMNS,
)
CODINGS = pd.DataFrame(
    [("R01", 20, 25, "a"), ("R01", 45, 50, "b"), ("R01", 60, 65, "c"), ("R02", 20, 25, "c")],
    columns=["interview", "start", "end", "code"],
)


@pytest.mark.parametrize(
    ("distance", "near"), [(0, {}), (1, {"b": 1}), (2, {"b": 1, "c": 1}), (9, {"b": 1, "c": 1})]
)
def test_nearness_counts_turns_of_respondents(distance: int, near: dict[str, int]) -> None:
    """Within an interview; the interviewer in between does not count."""
    found = proximity(CODINGS, turns=TURNS, code="a", codes=["a", "b", "c"], distance=distance)
    assert dict(zip(found["code"], found["n"], strict=True)) == near


def test_nothing_is_near_in_an_empty_study() -> None:
    """Columns exist, rows do not."""
    found = proximity(CODINGS[:0], turns=TURNS[:0], code="a", codes=["a", "b"])
    assert list(found.columns) == ["code", "n", "n_code", "n_other"]
    assert found.empty


@pytest.mark.parametrize(
    ("keyword", "found"),
    [
        ("bank", [(23, "bank"), (32, "Bank")]),
        ("bank*", [(23, "bank"), (32, "Bank"), (40, "Banken")]),
        ("*bank", [(23, "bank"), (32, "Bank"), (60, "Zandbank")]),
        ("en goed", [(47, "en\ngoed")]),
        ("geld.", [(57, "geld.")]),
        ("(", []),
        (" ", []),
    ],
)
def test_a_keyword_is_found_whole_in_the_words_of_respondents(
    keyword: str, found: list[tuple[int, str]]
) -> None:
    """Whatever its capitals; offsets are code points into the body."""
    said = keyword_in_context(TURNS, keyword=keyword)
    assert list(zip(said["start"], said["match"], strict=True)) == found


def test_context_stays_within_the_turn() -> None:
    """As wide as was asked."""
    said = keyword_in_context(TURNS, keyword="goed", width=3)
    assert said[["before", "after"]].to_numpy().tolist() == [["en\n", " 😀 "]]
