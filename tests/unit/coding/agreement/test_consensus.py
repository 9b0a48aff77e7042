"""What the consensus decided."""

from __future__ import annotations

import pandas as pd

from paraplu.coding.agreement import consensus_decisions, consensus_sources

UNITS = pd.MultiIndex.from_tuples([("R1", turn) for turn in range(8)], names=["interview", "turn"])


def frame(**codes: str) -> pd.DataFrame:
    """Return eight units with 1, 0 or . (NA) per code."""
    values = {"1": True, "0": False, ".": None}
    columns = {code: [values[mark] for mark in marks] for code, marks in codes.items()}
    return pd.DataFrame(columns, index=UNITS[: len(next(iter(codes.values())))], dtype="boolean")


A = frame(oud="11110000")
B = frame(oud="11001100")
CONSENSUS = frame(oud="10101010", laat="11000000")


def test_each_cell_falls_in_one_box() -> None:
    """Two of each kind, one kept and one dropped, and one that is new."""
    row = consensus_decisions(A, B, CONSENSUS).set_index("code").loc["oud"]
    boxes = ["both_kept", "both_dropped", "a_kept", "a_dropped", "b_kept", "b_dropped", "new"]
    assert row[boxes].tolist() == [1] * 7
    assert row["consensus"] == 4
    assert row[["share_both", "share_a", "share_b", "share_new"]].tolist() == [0.25] * 4


def test_a_code_that_came_later_is_not_new_but_unread() -> None:
    """Neither coder had looked for it, so its shares are undefined."""
    row = consensus_decisions(A, B, CONSENSUS).set_index("code").loc["laat"]
    assert row[["new", "unread_kept", "consensus"]].tolist() == [0, 2, 2]
    assert pd.isna(row["share_new"])


def test_what_one_coder_gave_counts_where_the_other_did_not_look() -> None:
    """Not assigned is not the same as disagreed, but the coding is that coder's."""
    row = consensus_decisions(frame(oud="1"), frame(oud="."), frame(oud="1")).iloc[0]
    assert row["a_kept"] == 1


def test_sources_sum_over_codes() -> None:
    """What was given, what was kept of it, and its share of the consensus."""
    sources = consensus_sources(consensus_decisions(A, B, CONSENSUS)).set_index("source")
    assert sources["kept"].tolist() == [1, 1, 1, 1, 2]
    assert sources.loc[["both", "a", "b"], "given"].tolist() == [2, 2, 2]
    assert sources["given"].isna().tolist() == [False, False, False, True, True]
    assert sources["share_of_consensus"].sum() == 1
    assert sources.loc["a", "share_kept"] == 0.5


def test_without_interviews_everything_is_zero() -> None:
    """Zero interviews: a row per code, no shares."""
    none = consensus_decisions(A.iloc[:0], B.iloc[:0], CONSENSUS.iloc[:0])
    assert none["consensus"].tolist() == [0, 0]
    assert consensus_sources(none)["share_of_consensus"].isna().all()
