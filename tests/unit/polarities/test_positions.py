"""Positions of respondents between two poles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.polarities import POSITION_COLUMNS, compare_coders, position

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.records import Polarity


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        ("Lw Lw Rv Ro", (2, 0, 0, "wens")),
        ("Bw Rw Ln Ln Ln", (0, 1, 1, "wens")),
        ("Lv Rn Ln Ro Ro", (2, 0, 1, "redenen")),
        ("Ln", (0, 0, 1, "redenen")),
        ("Bv", (0, 1, 0, "redenen")),
        ("Lo Ro Bo Bo", (1, 2, 1, "alleen waarneming")),
        ("L- R- R- B-", (1, 1, 2, "zonder argument")),
        ("Bn Lo", (1, 0, 0, "alleen waarneming")),
        ("Bn", (0, 0, 0, "zonder positie")),
        ("?w", (0, 0, 0, "zonder positie")),
        ("", (0, 0, 0, "niet besproken")),
    ],
)
def test_basis_decides_which_passages_count(  # noqa: PLR0917  fixtures and cases
    code: Callable[..., pd.DataFrame],
    polarity: Polarity,
    people: pd.DataFrame,
    passages: str,
    expected: tuple[int, int, int, str],
) -> None:
    """Wishes count before reasons, reasons before observations; a drawback speaks for the other."""
    row = position(code(R01=passages), polarity=polarity, respondents=people).iloc[0]
    assert (row["left"], row["both"], row["right"], row["basis"]) == expected
    assert row["n"] == sum(expected[:3])


def test_both_and_is_not_three_against_three(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """Three left with three right, and six times 'en', share a direction and nothing else."""
    codings = code(R01="Lw Lw Lw Rw Rw Rw", R02="Bw Bw Bw Bw Bw Bw")
    first, second = (
        position(codings, polarity=polarity, respondents=people).iloc[:2].to_dict("records")
    )
    assert first["direction"] == second["direction"] == 0
    assert (first["share_both"], first["alternation"], first["leading"]) == (0, 1, "gemengd")
    assert (second["share_both"], second["alternation"], second["leading"]) == (1, 0, "en")


def test_silence_is_not_neutral(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """Who does not speak of a choice has no shares, no direction and no leading side."""
    frame = position(code(R01="Lw"), polarity=polarity, respondents=people)
    silent = frame[frame["basis"] == "niet besproken"]
    assert len(silent) == 5
    assert silent[["share_left", "share_both", "share_right", "direction"]].isna().all(axis=None)
    assert set(silent["leading"]) == {""}


def test_other_codes_and_people_do_not_count(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """Passages of another choice, of the interviewer and of who withdrew are left out."""
    codings = code(R01="Lw Rw", R99="Rw")
    codings.loc[1, "code"] = "pol-ander"
    interviewer = code(R02="Rw").assign(respondent="")
    frame = position(
        pd.concat([codings, interviewer]), polarity=polarity, respondents=people
    ).set_index("respondent")
    assert frame["n"].sum() == 1
    assert frame.loc["R01", "direction"] == -1
    assert len(frame) == len(people)


def test_nothing_gives_columns(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """Without interviews the frame is empty and has its columns."""
    frame = position(code(), polarity=polarity, respondents=people.iloc[:0])
    assert tuple(frame.columns) == POSITION_COLUMNS
    assert frame.empty


def test_coders_are_compared_by_the_sign(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """A coder agrees on a respondent when the direction has the same sign; silence is missing."""
    frame = compare_coders(
        {"consensus": code(R01="Lw", R02="Rw", R03="Lw Lw Rw"), "a": code(R01="L-", R02="L-")},
        polarity=polarity,
        respondents=people,
    )
    own = frame[frame["coder"] == "a"].set_index("respondent")["same"]
    assert own["R01"]
    assert not own["R02"]
    assert own.isna().sum() == 4
    assert compare_coders({}, polarity=polarity, respondents=people).empty
