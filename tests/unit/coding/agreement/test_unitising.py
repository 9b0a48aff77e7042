"""Agreement on stretches of text."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pytest

from paraplu.coding.agreement import (
    character_agreement,
    unitising_agreement,
    unitising_alpha,
)
from paraplu.errors import Refused

if TYPE_CHECKING:
    import pandas as pd


def test_stretches_that_overlap_are_refused() -> None:
    """One coder's stretches of one code cannot overlap; they are to be united first."""
    with pytest.raises(Refused, match="unite_spans"):
        unitising_alpha([[(0, 5), (3, 8)], [(0, 5)]], length=10)


def test_stretches_outside_the_continuum_are_refused() -> None:
    """A stretch cannot pass the end."""
    with pytest.raises(Refused, match="P273"):
        unitising_alpha([[(0, 11)], [(0, 5)]], length=10)


def test_one_coder_is_refused() -> None:
    """Agreement takes two."""
    with pytest.raises(Refused, match="P274"):
        unitising_alpha([[(0, 5)]], length=10)


def test_an_unknown_version_is_refused() -> None:
    """The problem names the versions that exist."""
    with pytest.raises(Refused, match="2004, 1995"):
        unitising_alpha([[(0, 5)], [(0, 5)]], length=10, version="2013")  # type: ignore[arg-type]


def test_nothing_marked_is_undefined() -> None:
    """Two coders who marked nothing have no agreement on borders."""
    assert isnan(unitising_alpha([[], []], length=10).value)


def test_characters_of_an_empty_text_are_undefined() -> None:
    """There is no percentage of nothing."""
    assert isnan(character_agreement([[], []], length=0).value)


def test_stretches_are_compared_on_the_words_of_respondents(
    turns: pd.DataFrame, codings: pd.DataFrame
) -> None:
    """Coder x's `b` on 25-45 keeps the ten code points that a respondent spoke."""
    x, y = (codings[codings["coder"].eq(coder)] for coder in ("x", "y"))
    rows = unitising_agreement([x, y], turns=turns, codes=["a", "b", "laat"]).set_index("code")
    assert rows.loc["a", "percent"] == pytest.approx(1 - 3 / 40)
    assert rows.loc["b", "percent"] == pytest.approx(1 - 15 / 40)
    assert rows.loc["b", "stretches"] == 2
    assert rows.loc["laat", "reason"] == "door niemand toegekend"
    assert rows.loc["", "stretches"] == rows.loc[["a", "b"], "stretches"].sum() > 2


def test_without_interviews_borders_are_undefined(
    turns: pd.DataFrame, codings: pd.DataFrame
) -> None:
    """Zero interviews give a row per code and one for all, without values."""
    none = codings.iloc[:0]
    rows = unitising_agreement([none, none], turns=turns.iloc[:0], codes=["a"])
    assert rows["alpha"].isna().tolist() == [True, True]


def test_borders_of_three_coders_are_compared_together(
    turns: pd.DataFrame, codings: pd.DataFrame
) -> None:
    """A third who marks the same as the first two agrees with them, one who differs does not."""
    x = codings[codings["coder"].eq("x")]
    same = unitising_agreement([x, x, x], turns=turns, codes=["a"]).iloc[0]
    assert (same["alpha"], same["percent"]) == (1, 1)
    other = unitising_agreement([x, x, x.assign(code="b")], turns=turns, codes=["a"]).iloc[0]
    assert other["alpha"] < 1
    assert other["percent"] < 1
