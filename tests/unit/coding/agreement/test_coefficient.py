"""Coefficients without a value."""

from __future__ import annotations

from math import isnan, nan

import pytest

from paraplu.coding.agreement import (
    Coefficient,
    Reason,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    krippendorff_alpha,
    percent_agreement,
    positive_agreement,
    scott_pi,
)
from paraplu.errors import Refused
from paraplu.messages.coding import REASONS

MEASURES = [cohen_kappa, fleiss_kappa, gwet_ac1, krippendorff_alpha, scott_pi]


@pytest.mark.parametrize("measure", MEASURES)
def test_one_category_is_undefined(measure: object) -> None:
    """Everyone always the same: no chance-corrected agreement, and not 1."""
    coefficient = measure([[0, 0, 0], [0, 0, 0]])  # type: ignore[operator]
    assert isnan(coefficient.value)
    assert coefficient.reason is Reason.ONE_CATEGORY


@pytest.mark.parametrize("measure", [*MEASURES, percent_agreement, positive_agreement])
@pytest.mark.parametrize("data", [[[], []], [[1, None], [None, 0]]], ids=["none", "disjoint"])
def test_without_pairs_nothing_is_defined(measure: object, data: list[list[int]]) -> None:
    """No unit was judged by two coders."""
    coefficient = measure(data)  # type: ignore[operator]
    assert isnan(coefficient.value)
    assert coefficient.reason is Reason.NO_PAIRS


@pytest.mark.parametrize("measure", MEASURES)
def test_perfect_agreement_is_one(measure: object) -> None:
    """Equal judgements over two categories give exactly 1."""
    assert measure([[0, 1, 1], [0, 1, 1]]).value == pytest.approx(1)  # type: ignore[operator]


def test_positive_agreement_without_positives_is_undefined() -> None:
    """Nobody gave the code: that is not agreement on giving it."""
    assert positive_agreement([[0, 0], [0, 0]]).reason is Reason.NO_POSITIVES


@pytest.mark.parametrize("measure", [cohen_kappa, scott_pi])
def test_measures_of_two_coders_refuse_three(measure: object) -> None:
    """The problem says how many coders there were."""
    with pytest.raises(Refused, match="3 codeurs"):
        measure([[0, 1], [0, 1], [0, 1]])  # type: ignore[operator]


def test_an_unknown_level_is_refused() -> None:
    """The problem names the levels that exist."""
    with pytest.raises(Refused, match="nominal, ordinal, interval, ratio"):
        krippendorff_alpha([[1, 2], [1, 2]], level="circular")  # type: ignore[arg-type]


def test_a_coefficient_has_a_value_or_a_reason() -> None:
    """NaN without a reason is refused, and a reason beside a value as well."""
    with pytest.raises(ValueError, match="either a value or a reason"):
        Coefficient(nan)
    with pytest.raises(ValueError, match="either a value or a reason"):
        Coefficient(0.5, Reason.NO_PAIRS)


def test_every_reason_has_a_dutch_text() -> None:
    """No reason reaches a table without words for it."""
    assert set(REASONS) == {reason.value for reason in Reason}
