"""Frequencies with denominators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.coding.frequency import (
    added_in,
    codes_by_group,
    codes_overall,
    families_by_group,
    family_presence,
    suppress,
)

if TYPE_CHECKING:
    from paraplu.records import Codebook


@pytest.fixture
def present() -> pd.DataFrame:
    """Return presence of three codes with the three respondents; `laat` was read in R2 only."""
    return pd.DataFrame(
        {"a": [True, True, False], "b": [False, False, True], "laat": [None, True, False]},
        index=pd.Index(["R1", "R2.1", "R2.2"], name="respondent"),
        dtype="boolean",
    )


def test_each_cell_has_its_denominator(
    present: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """Who was not looked at is not in the denominator."""
    frame = codes_by_group(present, respondents, codebook)
    assert frame[["code", "group", "n", "of"]].to_numpy().tolist() == [
        ["a", "noord", 2, 2], ["a", "zuid", 0, 1],
        ["b", "noord", 0, 2], ["b", "zuid", 1, 1],
        ["laat", "noord", 1, 1], ["laat", "zuid", 0, 1],
    ]  # fmt: skip
    assert frame["family"].tolist() == ["een"] * 4 + ["twee"] * 2
    assert frame["share"].tolist() == [1, 0, 0, 1, 1, 0]


def test_a_share_without_denominator_is_unknown(
    present: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """Nobody in the group was looked at: no share, and not 0."""
    unseen = present.assign(laat=pd.array([None, None, False], dtype="boolean"))
    row = codes_by_group(unseen, respondents, codebook).set_index(["code", "group"])
    assert row.loc[("laat", "noord"), "of"] == 0
    assert pd.isna(row.loc[("laat", "noord"), "share"])


def test_small_cells_are_marked(
    present: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """Under the minimum are a group that is too small and a count that is, but not zero."""
    frame = codes_by_group(present, respondents, codebook, min_cell=2)
    assert frame["suppressed"].tolist() == [False, True, False, True, True, True]


def test_marked_cells_lose_their_numbers(
    present: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """The row and its denominator stay; count and share go."""
    frame = suppress(codes_by_group(present, respondents, codebook, min_cell=2))
    assert frame["n"].isna().tolist() == frame["suppressed"].tolist()
    assert frame["share"].isna().tolist() == frame["suppressed"].tolist()
    assert frame["of"].tolist() == [2, 1, 2, 1, 1, 1]


def test_a_family_is_present_when_one_of_its_codes_is(
    present: pd.DataFrame, codebook: Codebook
) -> None:
    """And unknown only when none of them was looked at."""
    rolled = family_presence(present, codebook)
    assert rolled["een"].tolist() == [True, True, True]
    assert rolled["twee"].isna().tolist() == [True, False, False]


def test_families_are_counted_by_group(
    present: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """With the family's own denominator."""
    frame = families_by_group(present, respondents, codebook)
    assert frame[["family", "group", "n", "of"]].to_numpy().tolist() == [
        ["een", "noord", 2, 2], ["een", "zuid", 1, 1],
        ["twee", "noord", 1, 1], ["twee", "zuid", 0, 1],
    ]  # fmt: skip


def test_overall_counts_respondents_interviews_and_passages(
    present: pd.DataFrame, codings: pd.DataFrame, codebook: Codebook
) -> None:
    """Passages on someone outside the frame do not count."""
    extra = pd.concat([codings, codings.assign(respondent="R9")])
    frame = codes_overall(present, extra, codebook).set_index("code")
    assert frame.loc["b", ["respondents", "of", "interviews", "passages"]].tolist() == [1, 3, 2, 2]
    assert frame.loc["laat", ["respondents", "of"]].tolist() == [1, 2]
    assert frame.loc["laat", "share"] == 0.5


def test_what_a_version_added(
    present: pd.DataFrame, codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """Only the code that came with version 2, in how many groups."""
    frame = added_in(present, codings, respondents, codebook, version=2)
    assert frame["code"].tolist() == ["laat"]
    assert frame[["respondents", "passages", "groups"]].to_numpy().tolist() == [[1, 1, 1]]


def test_without_interviews_the_columns_are_there(
    present: pd.DataFrame, codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """Zero respondents: no groups, no counts, the same columns."""
    nobody, none = present.iloc[:0], codings.iloc[:0]
    people = respondents.iloc[:0]
    empty = codes_by_group(nobody, people, codebook)
    assert list(empty) == list(codes_by_group(present, respondents, codebook))
    assert empty.empty
    assert suppress(empty).empty
    assert families_by_group(nobody, people, codebook).empty
    assert codes_overall(nobody, none, codebook)["share"].isna().all()
    assert added_in(nobody, none, people, codebook, version=2)["groups"].tolist() == [0]
