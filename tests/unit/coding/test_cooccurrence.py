"""Codes that go together."""

from __future__ import annotations

import pandas as pd
import pytest

from paraplu.coding.cooccurrence import COLUMNS, cooccurrence, cooccurrence_pairs
from paraplu.errors import Refused

CODES = ["a", "b", "laat"]


@pytest.fixture
def own() -> pd.DataFrame:
    """Return codings of which `a` and `b` share a turn twice, and words once."""
    rows = [
        ("R1", "R1", 2, 20, 25, "a"), ("R1", "R1", 2, 24, 30, "b"), ("R1", "R1", 2, 26, 28, "b"),
        ("R1", "R1", 3, 40, 45, "a"), ("R1", "R1", 3, 45, 50, "b"),
        ("R2", "R2.1", 1, 0, 5, "a"), ("R2", "R2.2", 2, 20, 25, "laat"),
    ]  # fmt: skip
    columns = ["interview", "respondent", "turn", "start", "end", "code"]
    return pd.DataFrame(rows, columns=columns)


def test_turns_with_both(own: pd.DataFrame, turns: pd.DataFrame) -> None:
    """Two turns hold both, three hold `a`; a code twice in a turn counts once."""
    counts = cooccurrence(own, turns=turns, codes=CODES)
    assert counts.to_numpy().tolist() == [[3, 2, 0], [2, 2, 0], [0, 0, 1]]


def test_turns_in_which_words_are_shared(own: pd.DataFrame, turns: pd.DataFrame) -> None:
    """In the other turn the one ends where the other begins: no code point is shared."""
    counts = cooccurrence(own, turns=turns, codes=CODES, within="span")
    assert counts.to_numpy().tolist() == [[3, 1, 0], [1, 2, 0], [0, 0, 1]]


def test_respondents_with_both(own: pd.DataFrame, turns: pd.DataFrame) -> None:
    """R1 has both; in the double interview each person counts alone."""
    counts = cooccurrence(own, turns=turns, codes=CODES, within="respondent")
    assert counts.to_numpy().tolist() == [[2, 1, 0], [1, 1, 0], [0, 0, 1]]


def test_pairs_have_jaccard_and_lift(own: pd.DataFrame, turns: pd.DataFrame) -> None:
    """Over the four turns of respondents."""
    pair = cooccurrence_pairs(own, turns=turns, codes=CODES).iloc[0]
    assert pair[["code_a", "code_b", "n", "n_a", "n_b", "of"]].tolist() == ["a", "b", 2, 3, 2, 4]
    assert pair["jaccard"] == pytest.approx(2 / 3)
    assert pair["lift"] == pytest.approx(2 * 4 / (3 * 2))


def test_pairs_that_never_meet_are_left_out(own: pd.DataFrame, turns: pd.DataFrame) -> None:
    """`laat` stands alone."""
    assert len(cooccurrence_pairs(own, turns=turns, codes=CODES)) == 1


def test_another_place_is_refused(own: pd.DataFrame, turns: pd.DataFrame) -> None:
    """The problem names what there is."""
    with pytest.raises(Refused, match="span, turn, respondent"):
        cooccurrence(own, turns=turns, codes=CODES, within="zin")  # type: ignore[arg-type]


@pytest.mark.parametrize("within", ["span", "turn", "respondent"])
def test_without_interviews_nothing_goes_together(
    own: pd.DataFrame, turns: pd.DataFrame, within: str
) -> None:
    """Zero interviews: a matrix of zeros, and an empty list with its columns."""
    none, silence = own.iloc[:0], turns.iloc[:0]
    counts = cooccurrence(none, turns=silence, codes=CODES, within=within)  # type: ignore[arg-type]
    assert counts.to_numpy().sum() == 0
    pairs = cooccurrence_pairs(none, turns=silence, codes=CODES, within=within)  # type: ignore[arg-type]
    assert tuple(pairs) == COLUMNS
    assert pairs.empty
