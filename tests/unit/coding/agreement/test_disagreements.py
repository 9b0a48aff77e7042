"""The most telling disagreements between two coders."""

from __future__ import annotations

import pandas as pd

from paraplu.coding.agreement import telling_disagreements
from paraplu.coding.agreement.disagreements import COLUMNS

TEXT = "abcdefghijklmnopqrstuvwxyz"


def coded(*rows: tuple[str, int, int, int, str], memo: str = "") -> pd.DataFrame:
    """Return codings from interview, turn, start, end, code."""
    frame = pd.DataFrame(list(rows), columns=["interview", "turn", "start", "end", "code"])
    names = [f"{code}{place}" for place, code in enumerate(frame["code"])]
    exact = [TEXT[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)]
    return frame.assign(coding=names, exact=exact, memo=memo)


def test_two_codes_on_the_same_words_are_counted_per_turn() -> None:
    """The passage with the largest share in common is shown, with the words both coded."""
    a = coded(("R1", 1, 0, 20, "x"), ("R1", 1, 22, 26, "x"), ("R2", 2, 5, 10, "x"))
    b = coded(("R1", 1, 10, 26, "y"), ("R2", 2, 5, 12, "y"))
    found = telling_disagreements(a, b, consensus=coded(), codes=["x", "y"])
    row = found.iloc[0]
    assert row[["code_a", "code_b", "n", "interview", "exact"]].tolist() == [
        "x", "y", 2, "R2", "fghij",
    ]  # fmt: skip


def test_who_gave_the_code_of_the_other_as_well_does_not_disagree() -> None:
    """Two codes on one turn by one coder, one of them by the other: no confusion of the two."""
    a = coded(("R1", 1, 0, 9, "x"), ("R1", 1, 0, 9, "y"), ("R2", 1, 0, 9, "x"))
    b = coded(("R1", 1, 0, 9, "y"), ("R2", 1, 0, 9, "y"))
    assert telling_disagreements(a, b, consensus=coded(), codes=["x", "y"]).empty


def test_words_that_one_coder_left_alone_come_after() -> None:
    """The code of the other is empty then; what happened once is left out."""
    a = coded(("R1", 1, 0, 5, "x"), ("R2", 1, 0, 9, "x"), ("R3", 1, 0, 9, "y"))
    found = telling_disagreements(a, coded(), consensus=coded(), codes=["x", "y"])
    assert found[["code_a", "code_b", "n", "interview"]].to_numpy().tolist() == [["x", "", 2, "R2"]]


def test_what_the_consensus_decided_stands_beside_it() -> None:
    """Its codes on those words and its reason."""
    a = coded(("R1", 1, 0, 9, "x"), ("R2", 1, 0, 9, "x"))
    b = coded(("R1", 1, 0, 9, "y"), ("R2", 1, 0, 9, "y"))
    decided = coded(("R1", 1, 3, 5, "y"), ("R1", 1, 20, 24, "x"), memo="besluit: y")
    row = telling_disagreements(a, b, consensus=decided, codes=["x", "y"]).iloc[0]
    assert (row["consensus"], row["decision"]) == (("y",), "besluit: y")


def test_codes_that_one_coder_did_not_know_are_no_disagreement() -> None:
    """Only the codes both knew are compared."""
    a = coded(("R1", 1, 0, 9, "later"), ("R2", 1, 0, 9, "later"))
    assert telling_disagreements(a, coded(), consensus=coded(), codes=["x"]).empty


def test_without_codings_the_columns_are_there() -> None:
    """Zero interviews give no rows."""
    found = telling_disagreements(coded(), coded(), consensus=coded(), codes=[])
    assert (tuple(found), len(found)) == (COLUMNS, 0)
