"""Agreement on attributes, given the same passage and code."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from paraplu.coding.agreement import (
    attribute_agreement,
    krippendorff_alpha,
    matched_codings,
    matched_units,
)
from paraplu.coding.agreement.attributes import COLUMNS
from paraplu.errors import Refused


def passages(*rows: tuple[str, int, int, int, str, str]) -> pd.DataFrame:
    """Return codings from interview, turn, start, end, code and valentie."""
    columns = ["interview", "turn", "start", "end", "code", "valentie"]
    return pd.DataFrame(list(rows), columns=columns)


def test_the_largest_overlap_is_paired_first() -> None:
    """The long passage pairs with the one it shares most with, the rest with what is left."""
    a = passages(("R1", 1, 0, 50, "x", "+"), ("R1", 1, 48, 60, "x", "-"))
    b = passages(("R1", 1, 0, 10, "x", "0"), ("R1", 1, 10, 55, "x", "+"))
    pairs = matched_codings(a, b)
    assert pairs[["start_a", "start_b", "overlap"]].to_numpy().tolist() == [[0, 10, 40]]


def test_each_coding_is_in_one_pair_at_most() -> None:
    """Two passages against one leave one unpaired."""
    a = passages(("R1", 1, 0, 10, "x", "+"), ("R1", 1, 10, 30, "x", "-"))
    b = passages(("R1", 1, 0, 30, "x", "-"))
    assert matched_codings(a, b)["start_a"].tolist() == [10]


def test_passages_in_different_places_are_paired_only_on_request() -> None:
    """In one turn but without shared words they need not be about the same thing."""
    a = passages(("R1", 1, 0, 10, "x", "+"))
    b = passages(("R1", 1, 20, 30, "x", "+"))
    assert matched_codings(a, b).empty
    assert matched_codings(a, b, min_overlap=0)["overlap"].tolist() == [0]


def test_another_code_turn_or_interview_is_no_pair() -> None:
    """All three must be the same."""
    a = passages(("R1", 1, 0, 10, "x", "+"))
    others = [("R1", 1, 0, 10, "y", "+"), ("R1", 2, 0, 10, "x", "+"), ("R2", 1, 0, 10, "x", "+")]
    assert matched_codings(a, passages(*others)).empty


def test_an_empty_value_is_missing() -> None:
    """A pair of which one side has no value does not count."""
    a = passages(("R1", 1, 0, 9, "x", "+"), ("R2", 1, 0, 9, "x", "-"), ("R3", 1, 0, 9, "x", "-"))
    b = passages(("R1", 1, 0, 9, "x", "+"), ("R2", 1, 0, 9, "x", "+"), ("R3", 1, 0, 9, "x", ""))
    row = attribute_agreement([a, b], attribute="valentie", seed=1).iloc[0]
    assert row["n_pairs"] == 2
    assert row["percent"] == 0.5
    assert row["n_categories"] == 2


def test_one_row_over_all_codes() -> None:
    """With by_code off there is one row with an empty code."""
    a = passages(("R1", 1, 0, 9, "x", "+"), ("R2", 1, 0, 9, "y", "-"))
    row = attribute_agreement([a, a], attribute="valentie", by_code=False, seed=1)
    assert row["code"].tolist() == [""]
    assert row["alpha"].tolist() == [pytest.approx(1)]


def test_only_the_codes_asked_for() -> None:
    """Rows follow the order asked, also for a code without pairs."""
    a = passages(("R1", 1, 0, 9, "x", "+"), ("R2", 1, 0, 9, "y", "-"))
    rows = attribute_agreement([a, a], attribute="valentie", codes=["z", "y"], seed=1)
    assert rows["code"].tolist() == ["z", "y"]
    assert rows["n_pairs"].tolist() == [0, 1]
    assert rows["reason"].tolist() == [
        "geen eenheid door twee codeurs bekeken", "één categorie, niet te bepalen",
    ]  # fmt: skip


def test_without_codings_the_columns_are_there() -> None:
    """Zero interviews: no code, or one row without values."""
    none = passages()
    assert tuple(attribute_agreement([none, none], attribute="valentie", seed=1)) == COLUMNS
    pooled = attribute_agreement([none, none], attribute="valentie", by_code=False, seed=1)
    assert pooled["n_pairs"].tolist() == [0]


def test_three_coders_on_one_passage_are_one_unit() -> None:
    """One coding of each, although the third shares less with the first than with the second."""
    a = passages(("R1", 1, 0, 10, "x", "+"), ("R2", 1, 0, 9, "x", "+"))
    b = passages(("R1", 1, 4, 20, "x", "+"), ("R1", 1, 0, 2, "x", "0"))
    c = passages(("R1", 1, 8, 20, "x", "-"))
    units = matched_units([a, b, c])
    assert units.groupby("unit")["place"].apply(list).tolist() == [[0, 1, 2]]
    assert sorted(units["start"]) == [0, 4, 8]


def test_alpha_of_an_attribute_for_more_than_two_coders() -> None:
    """Every unit weighs as Krippendorff (2011) says, one with a missing value included."""
    given = [("+", "+", "-"), ("-", "-", "-"), ("+", "+", ""), ("-", "+", "+")]
    coders = [
        passages(*((f"R{unit}", 1, 0, 9, "x", values[place]) for unit, values in enumerate(given)))
        for place in range(3)
    ]
    row = attribute_agreement(coders, attribute="valentie", by_code=False, seed=1).iloc[0]
    data = [[values[place] or None for values in given] for place in range(3)]
    assert row["alpha"] == pytest.approx(krippendorff_alpha(data).value)
    assert row["n_pairs"] == 4
    assert math.isnan(row["kappa"])


def test_one_coder_is_not_compared() -> None:
    """Agreement takes two."""
    with pytest.raises(Refused, match="P274"):
        attribute_agreement([passages()], attribute="valentie", seed=1)
