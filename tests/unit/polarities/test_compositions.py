"""Compositions of groups, and how firmly they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.polarities import COMPOSITION_COLUMNS, compose, position

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.records import Polarity

ALL, EVEN = "alle respondenten", "alle groepen even zwaar"


@pytest.fixture
def group(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> Callable[..., pd.DataFrame]:
    """Compose groups straight from short hand."""

    def make(*, seed: int = 1, **passages: str) -> pd.DataFrame:
        positions = position(code(**passages), polarity=polarity, respondents=people)
        frame = compose(positions, polarity=polarity, draws=400, seed=seed)
        return frame.set_index("groep")

    return make


def test_a_group_is_the_mean_of_its_people(group: Callable[..., pd.DataFrame]) -> None:
    """Who speaks often does not weigh more: shares are averaged, passages are not pooled."""
    frame = group(R01="Lw Lw Lw Lw Lw Lw Lw Lw Lw", R02="Rw")
    assert frame.loc["partner", "direction"] == 0
    assert frame.loc["partner", "share_left"] == 0.5


def test_groups_can_weigh_the_same(group: Callable[..., pd.DataFrame]) -> None:
    """Beside the mean over everyone stands the mean in which every group weighs the same."""
    frame = group(R01="Lw", R02="Lw", R03="Lw", R04="Rw")
    assert frame.loc[ALL, "direction"] == -0.5
    assert frame.loc[EVEN, "direction"] == 0


def test_leaving_out_one_is_counted_over_those_with_a_position(
    group: Callable[..., pd.DataFrame],
) -> None:
    """Two against one hold in one sample of three, since leaving out one of the two gives a tie."""
    frame = group(R01="Lw", R02="Lw", R03="Rw", R04="Lw")
    row = frame.loc["partner"]
    assert (row["sign_held"], row["leading_held"], row["of"]) == (1, 1, 3)
    row = frame.loc[ALL]
    assert (row["sign_held"], row["of"]) == (4, 4)


def test_equal_groups_lose_one_respondent_at_a_time(group: Callable[..., pd.DataFrame]) -> None:
    """With equal weights, leaving out the only voice of a group leaves out that group."""
    row = group(R01="Lw", R02="Rw", R04="Lw").loc[EVEN]
    assert row["direction"] == -0.5
    assert (row["sign_held"], row["of"]) == (1, 3)


def test_one_respondent_has_no_interval(group: Callable[..., pd.DataFrame]) -> None:
    """One person gives a point, without bounds, and is flagged as thin."""
    row = group(R04="Rw").loc["criticus"]
    assert row["direction"] == 1
    assert row[["direction_low", "direction_high", "sign_draws"]].isna().all()
    assert row["thin"]
    assert (row["respondents"], row["discussed"], row["sign_held"], row["of"]) == (3, 1, 0, 1)


def test_bounds_hold_the_mean_and_repeat(group: Callable[..., pd.DataFrame]) -> None:
    """The interval holds the mean, and the same seed gives the same interval."""
    passages = {"R01": "Lw", "R02": "Rw", "R03": "Bw", "R04": "Rw", "R05": "Rw Lw"}
    frame, again = group(**passages), group(**passages)
    pd.testing.assert_frame_equal(frame, again)
    row = frame.loc[ALL]
    assert row["direction_low"] < row["direction"] < row["direction_high"]
    other = group(seed=2, **passages).loc[ALL]
    assert other["direction"] == row["direction"]


def test_unanimity_has_no_spread(group: Callable[..., pd.DataFrame]) -> None:
    """When everyone says the same, the bounds lie on the mean and every draw has its sign."""
    row = group(R01="Rw", R02="Rw", R03="Rv").loc["partner"]
    assert row["direction_low"] == row["direction_high"] == 1
    assert row["sign_draws"] == 1
    assert (row["leading"], row["leading_right"]) == ("rechts", 3)
    assert (row["basis_wish"], row["basis_reasons"]) == (2, 1)


def test_silence_counts_for_no_group(group: Callable[..., pd.DataFrame]) -> None:
    """A group that does not speak has no mean, and does not weigh among equal groups."""
    frame = group(R01="Lw", R02="Lw")
    assert pd.isna(frame.loc["criticus", "direction"])
    assert frame.loc["criticus", "basis_silent"] == 3
    assert frame.loc[EVEN, "direction"] == -1


def test_nothing_gives_two_empty_rows(polarity: Polarity) -> None:
    """Without interviews the two overall rows stand there with nothing in them."""
    positions = position(
        pd.DataFrame(columns=["respondent", "code", "pole", "argument"]),
        polarity=polarity,
        respondents=pd.DataFrame(columns=["respondent", "groep"]),
    )
    frame = compose(positions, polarity=polarity, draws=10, seed=0)
    assert tuple(frame.columns) == COMPOSITION_COLUMNS
    assert frame["discussed"].tolist() == [0, 0]
    assert frame["direction"].isna().all()
