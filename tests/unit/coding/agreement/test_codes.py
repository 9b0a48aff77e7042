"""Agreement on codes per unit."""

from __future__ import annotations

import pandas as pd
import pytest

from paraplu.coding.agreement import agreement_by_code, krippendorff_alpha, pooled_agreement
from paraplu.coding.agreement.codes import COLUMNS
from paraplu.errors import Refused


def frame(interviews: str, **codes: str) -> pd.DataFrame:
    """Return judgements: one letter of an interview per unit; 1, 0 or . (NA) per code."""
    index = pd.MultiIndex.from_tuples(
        [(letter, turn) for turn, letter in enumerate(interviews)], names=["interview", "turn"]
    )
    values = {"1": True, "0": False, ".": None}
    columns = {code: [values[mark] for mark in marks] for code, marks in codes.items()}
    return pd.DataFrame(columns, index=index, dtype="boolean")


A = frame("PPQQRR", een="110010", twee="000000", drie="11...0")
B = frame("PPQQRR", een="100011", twee="000000", drie="..0000")


def test_every_measure_is_in_its_column() -> None:
    """Yes by both twice, no by both twice, each yes alone once."""
    row = agreement_by_code([A, B], seed=1).set_index("code").loc["een"]
    assert row["percent"] == pytest.approx(4 / 6)
    assert row["positive"] == pytest.approx(4 / 6)
    assert row["kappa"] == pytest.approx(1 / 3)
    assert row["ac1"] == pytest.approx(1 / 3)
    assert row["prevalence"] == pytest.approx(0.5)
    assert row["alpha"] == pytest.approx(1 - (12 - 1) * 2 / 36)
    assert row["n_units"] == 6
    assert row["alpha_low"] <= row["alpha"] <= row["alpha_high"]


def test_alpha_equals_that_of_the_plain_function() -> None:
    """The vectorised count gives what krippendorff_alpha gives on the same data."""
    plain = krippendorff_alpha([A["een"].tolist(), B["een"].tolist()])
    assert agreement_by_code([A, B], seed=1)["alpha"][0] == pytest.approx(plain.value)


def test_a_code_that_nobody_gave_has_no_alpha_and_says_why() -> None:
    """One category only: undefined, not 1."""
    row = agreement_by_code([A, B], seed=1).set_index("code").loc["twee"]
    assert row[["alpha", "alpha_low", "alpha_high", "kappa", "ac1"]].isna().all()
    assert row["percent"] == 1
    assert row["reason"] == "één categorie, niet te bepalen"


def test_units_one_coder_did_not_judge_are_left_out() -> None:
    """Of `drie` only one unit was judged by both."""
    row = agreement_by_code([A, B], seed=1).set_index("code").loc["drie"]
    assert row["n_units"] == 1
    assert row["prevalence"] == 0


def test_units_are_matched_on_their_index() -> None:
    """A unit that the other frame lacks counts as not judged."""
    shuffled = B.iloc[[5, 3, 1, 0, 2]]
    row = agreement_by_code([A, shuffled], seed=1).set_index("code").loc["een"]
    assert row["n_units"] == 5
    assert row["percent"] == pytest.approx(3 / 5)


def test_three_coders_have_alpha_but_no_kappa() -> None:
    """Cohen's κ is for two."""
    row = agreement_by_code([A, B, A], seed=1).set_index("code").loc["een"]
    assert pd.isna(row["kappa"])
    assert row["alpha"] == pytest.approx(
        krippendorff_alpha([each["een"].tolist() for each in (A, B, A)]).value
    )


def test_an_interval_takes_two_interviews() -> None:
    """With one interview α has a value, its interval has none, and the reason is given."""
    one = [each.loc[["P"]][["een"]] for each in (A, B)]
    row = agreement_by_code(one, seed=1).iloc[0]
    assert not pd.isna(row["alpha"])
    assert pd.isna(row["alpha_low"])
    assert row["reason"] == "één gesprek, geen interval"


def test_equal_seeds_give_equal_intervals() -> None:
    """And another seed gives another draw."""
    first, again = (pooled_agreement([A, B], draws=50, seed=7) for _ in range(2))
    pd.testing.assert_frame_equal(first, again)


def test_pooling_takes_every_cell_as_a_judgement() -> None:
    """Pooled α is that of all columns laid end to end."""
    pooled = pooled_agreement([A, B], seed=1).iloc[0]
    laid = [each.to_numpy(dtype=object, na_value=None).ravel().tolist() for each in (A, B)]
    assert pooled["alpha"] == pytest.approx(krippendorff_alpha(laid).value)
    assert pooled["n_units"] == 13


def test_frames_with_different_codes_are_refused() -> None:
    """The problem names the codes that one of them lacks."""
    with pytest.raises(Refused, match="drie"):
        agreement_by_code([A, B.drop(columns="drie")], seed=1)


def test_one_coder_is_refused() -> None:
    """Agreement takes two."""
    with pytest.raises(Refused, match="minstens twee codeurs"):
        agreement_by_code([A], seed=1)


def test_without_interviews_every_code_has_a_row_without_values() -> None:
    """Zero interviews: the right columns, and a reason."""
    none = agreement_by_code([A.iloc[:0], B.iloc[:0]], seed=1)
    assert tuple(none.columns) == COLUMNS
    assert none["alpha"].isna().all()
    assert set(none["reason"]) == {"geen eenheid door twee codeurs bekeken"}
    assert pooled_agreement([A.iloc[:0], B.iloc[:0]], seed=1)["n_units"].tolist() == [0]
