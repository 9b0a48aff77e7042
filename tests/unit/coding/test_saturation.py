"""Saturation over interview orders."""

from __future__ import annotations

from math import inf

import pandas as pd
import pytest

from paraplu.coding.saturation import accumulation, saturation, saturation_of_order

INTERVIEWS = [f"R{number:02}" for number in range(1, 11)]


def same_codes(codes: str) -> pd.DataFrame:
    """Return codings in which every interview has the same codes."""
    rows = [(interview, code) for interview in INTERVIEWS for code in codes]
    return pd.DataFrame(rows, columns=["interview", "code"])


def own_codes() -> pd.DataFrame:
    """Return codings in which every interview has a code that no other has."""
    return pd.DataFrame({"interview": INTERVIEWS, "code": INTERVIEWS})


@pytest.mark.parametrize(
    ("base_size", "run_length", "threshold", "reached"),
    [(4, 2, 0.05, 7), (4, 2, 0.0, 10), (4, 3, 0.10, 7), (6, 2, 0.0, 10), (4, 3, 0.0, inf)],
)
def test_one_order_by_hand(
    base_size: int, run_length: int, threshold: float, reached: float
) -> None:
    """The base of four holds 20 codes; the runs of two after it bring 2, 1, 1, 1 and 0."""
    new = [9, 6, 4, 1, 1, 1, 0, 1, 0, 0]
    found = saturation_of_order(
        new, base_size=base_size, run_length=run_length, threshold=threshold
    )
    assert found == reached


def test_too_few_interviews_never_saturate() -> None:
    """A base of four and a run of two take six."""
    assert saturation_of_order([5, 0, 0, 0, 0], base_size=4, run_length=2, threshold=0) == inf


def test_a_base_without_codes_is_no_saturation() -> None:
    """Nothing found is not everything found."""
    assert saturation_of_order([0] * 8, base_size=4, run_length=2, threshold=0.05) == inf


def test_equal_interviews_saturate_at_once() -> None:
    """After the base the first run brings nothing, in every order."""
    row = saturation(same_codes("abc"), interviews=INTERVIEWS, orders=20, seed=1).iloc[0]
    assert row[["median", "low", "high", "reached", "orders"]].tolist() == [6, 6, 6, 1, 20]


def test_interviews_that_share_nothing_never_saturate() -> None:
    """No order reaches it, and no number is shown."""
    frame = saturation(own_codes(), interviews=INTERVIEWS, orders=20, seed=1)
    assert frame["reached"].eq(0).all()
    assert frame[["median", "low", "high"]].isna().all(axis=None)


def test_orders_that_differ_widen_the_range() -> None:
    """With one interview that brings most codes, it depends on when that one comes."""
    rows = [("R01", code) for code in "bcdefg"]
    codings = pd.concat([same_codes("a"), pd.DataFrame(rows, columns=["interview", "code"])])
    row = saturation(codings, interviews=INTERVIEWS, orders=500, seed=1).iloc[0]
    assert row["low"] == row["median"] == 6
    assert row["high"] == 8
    assert row["reached"] == 1


def test_every_setting_has_a_row() -> None:
    """Three base sizes, two run lengths, two thresholds."""
    frame = saturation(same_codes("a"), interviews=INTERVIEWS, orders=2, seed=1)
    assert len(frame.drop_duplicates(["base_size", "run_length", "threshold"])) == 12


def test_interviews_without_codings_count() -> None:
    """One interview holds the only code: after seven of ten it is found in 70% of orders."""
    one = pd.DataFrame({"interview": ["R01"], "code": ["a"]})
    curve = accumulation(one, interviews=INTERVIEWS, orders=500, seed=1)
    assert len(curve) == 10
    assert curve.iloc[6][["low", "median", "high"]].tolist() == [0, 1, 1]
    assert curve.iloc[2][["low", "median", "high"]].tolist() == [0, 0, 1]
    assert curve[["low", "high"]].iloc[-1].tolist() == [1, 1]


def test_the_curve_of_distinct_codes_is_a_straight_line() -> None:
    """Each interview brings one new code, whatever the order."""
    curve = accumulation(own_codes(), interviews=INTERVIEWS, orders=20, seed=1)
    assert curve["median"].tolist() == list(range(1, 11))
    assert curve["low"].tolist() == curve["high"].tolist()


def test_without_interviews_there_is_no_curve_and_no_saturation() -> None:
    """Zero interviews: the settings with no orders tried, and an empty curve."""
    none = own_codes().iloc[:0]
    frame = saturation(none, interviews=[], seed=1)
    assert frame["orders"].eq(0).all()
    assert frame["reached"].isna().all()
    assert accumulation(none, interviews=[], seed=1).empty
