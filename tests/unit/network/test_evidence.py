"""Evidence on levels, conditions, tensions, goals and functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.network import (
    EVIDENCE_COLUMNS,
    STANCES,
    assess_effectiveness,
    list_evidence,
    list_functions,
    tabulate_evidence,
)
from paraplu.records import CodeSet, Questions

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

SETS = (CodeSet("deelnemer", ("nazorg", "instrument")),)


def count(frame: pd.DataFrame, **wanted: str) -> list[int]:
    """Return the respondents per stance, in the order of `STANCES`."""
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    assert frame["stance"].tolist() == list(STANCES)
    return [int(number) for number in frame["respondents"]]


def test_every_respondent_has_one_stance(
    code: Callable[..., pd.DataFrame], people: pd.DataFrame
) -> None:
    """For, mixed, against, neutral and silent add up to the respondents, per voice."""
    codings = code(
        R01="2 nazorg +; 4 nazorg +", R02="2 nazorg +; 4 instrument -", R04="2 nazorg -",
        R05="2 instrument 0", R99="2 nazorg +",
    )  # fmt: skip
    frame = list_evidence(codings, respondents=people, sets=SETS, kind="niveau", min_cell=3)
    assert count(frame, voice="partners", code="") == [1, 1, 0, 0, 1]
    assert count(frame, voice="buiten het netwerk", code="") == [0, 0, 1, 1, 1]
    assert count(frame, voice="allen", code="") == [1, 1, 1, 1, 2]
    assert count(frame, voice="allen", code="nazorg") == [2, 0, 1, 0, 3]
    sums = frame.groupby(["code", "voice"])["respondents"].sum()
    assert sums.tolist() == frame.groupby(["code", "voice"])["of"].first().tolist()


def test_cells_lead_to_their_passages(
    code: Callable[..., pd.DataFrame], people: pd.DataFrame
) -> None:
    """A cell holds the passages of its respondents, and says when it is too thin."""
    codings = code(
        R01="2 nazorg +; 4 nazorg 0", R02="2 nazorg +", R03="2 nazorg +", R04="2 nazorg -"
    )
    frame = list_evidence(codings, respondents=people, sets=SETS, kind="doel", min_cell=3)
    whole = frame[(frame["code"] == "") & (frame["voice"] == "allen")].set_index("stance")
    assert whole.loc["voor", "codings"] == ("R01-0", "R01-1", "R02-0", "R03-0")
    assert (whole.loc["voor", "passages"], whole.loc["voor", "note"]) == (4, "")
    assert whole.loc["tegen", "note"] == "te dun voor een uitspraak"
    assert whole.loc["gemengd", "note"] == ""


def test_table_has_a_column_per_stance(
    code: Callable[..., pd.DataFrame], people: pd.DataFrame
) -> None:
    """Laid out as a table, a row tells who discussed it, and of how many."""
    codings = code(R01="2 nazorg +", R04="2 nazorg -; 4 nazorg -")
    table = tabulate_evidence(
        list_functions(codings, respondents=people, functions=("nazorg",), min_cell=3)
    )
    row = table[(table["voice"] == "allen") & (table["code"] == "")].iloc[0]
    assert (row["kind"], row["set"]) == ("functie", "nazorg")
    assert (row["voor"], row["tegen"], row["stil"]) == (1, 1, 4)
    assert (row["of"], row["discussed"], row["passages"]) == (6, 2, 3)
    assert len(table) == 6


def test_effectiveness_keeps_the_order_of_the_questions(
    code: Callable[..., pd.DataFrame], people: pd.DataFrame
) -> None:
    """Levels come before conditions, tensions and goals; what is not asked gives no rows."""
    questions = Questions(levels=SETS, tensions=SETS, goals=SETS)
    frame = assess_effectiveness(
        code(R01="2 nazorg +"), respondents=people, questions=questions, min_cell=3
    )
    assert list(dict.fromkeys(frame["kind"])) == ["niveau", "spanning", "doel"]


def test_nothing_gives_every_row_with_nought(
    code: Callable[..., pd.DataFrame], people: pd.DataFrame
) -> None:
    """Without interviews every cell is there and holds nobody; without questions none is."""
    frame = list_evidence(code(), respondents=people[:0], sets=SETS, kind="doel", min_cell=3)
    assert len(frame) == 3 * 3 * len(STANCES)
    assert frame["respondents"].sum() == frame["of"].sum() == 0
    empty = assess_effectiveness(code(), respondents=people, questions=Questions(), min_cell=3)
    assert tuple(empty.columns) == EVIDENCE_COLUMNS
    assert tabulate_evidence(empty).empty
