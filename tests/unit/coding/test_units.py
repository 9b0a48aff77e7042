"""Units of comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.coding.units import codes_per_unit, respondent_units, unite_spans
from paraplu.errors import Refused
from paraplu.spans import Span

if TYPE_CHECKING:
    from paraplu.records import Codebook

CODES = ["a", "b", "laat"]


def given(frame: pd.DataFrame) -> list[tuple[object, str]]:
    """Return the cells that are true, as (unit, code)."""
    return [
        (unit, code)
        for unit, row in frame.iterrows()
        for code, cell in row.items()
        if not pd.isna(cell) and cell
    ]


def test_units_are_turns_of_respondents(turns: pd.DataFrame) -> None:
    """The interviewer's turns are no units."""
    assert list(respondent_units(turns).index) == [("R1", 2), ("R1", 3), ("R2", 1), ("R2", 2)]


def test_a_paragraph_is_a_turn(turns: pd.DataFrame) -> None:
    """A transcript has one turn per paragraph."""
    pd.testing.assert_frame_equal(
        respondent_units(turns, unit="paragraph"), respondent_units(turns, unit="turn")
    )


def test_sentences_get_offsets_into_the_body(turns: pd.DataFrame) -> None:
    """Spans within a turn are moved to the place of the turn."""
    units = respondent_units(turns, unit="sentence", split=lambda _: [Span(0, 4), Span(5, 10)])
    assert len(units) == 8
    assert units.loc[("R1", 3, 2)].tolist() == [45, 50]


def test_sentences_need_a_splitter(turns: pd.DataFrame) -> None:
    """Without a way to split, sentences are refused."""
    with pytest.raises(ValueError, match="splits a text"):
        respondent_units(turns, unit="sentence")


def test_an_unknown_unit_is_refused(turns: pd.DataFrame) -> None:
    """The problem names the units that exist."""
    with pytest.raises(Refused, match="turn, sentence, paragraph"):
        respondent_units(turns, unit="woord")  # type: ignore[arg-type]


def test_a_coding_counts_in_every_turn_it_touches(
    turns: pd.DataFrame, codings: pd.DataFrame
) -> None:
    """Coder x's `b` runs from turn 2 into turn 3."""
    present = codes_per_unit(
        codings[codings["coder"].eq("x")], units=respondent_units(turns), codes=CODES
    )
    assert given(present) == [(("R1", 2), "a"), (("R1", 2), "b"), (("R1", 3), "b")]


def test_a_coding_does_not_count_where_it_only_touches_the_border(turns: pd.DataFrame) -> None:
    """Ends are exclusive: 10-20 and 30-40 do not touch a turn on 20-30."""
    coding = pd.DataFrame({
        "interview": ["R1", "R1"], "start": [10, 30], "end": [20, 40], "code": ["a", "b"],
    })  # fmt: skip
    assert given(codes_per_unit(coding, units=respondent_units(turns), codes=CODES)) == []


def test_several_codes_on_one_unit_are_all_kept(turns: pd.DataFrame) -> None:
    """Nothing is dropped where a unit has more than one code."""
    coding = pd.DataFrame({
        "interview": ["R1"] * 3, "start": [20] * 3, "end": [30] * 3, "code": CODES,
    })  # fmt: skip
    present = codes_per_unit(coding, units=respondent_units(turns), codes=CODES)
    assert present.loc[("R1", 2)].tolist() == [True, True, True]


def test_not_assigned_is_not_the_same_as_coded_nothing(
    turns: pd.DataFrame, codings: pd.DataFrame
) -> None:
    """An interview a coder did not have is NA; one coded without the code is False."""
    own = codings[codings["coder"].eq("x")]
    present = codes_per_unit(own, units=respondent_units(turns), codes=CODES, assigned=["R1"])
    assert present.loc["R2"].isna().all(axis=None)
    assert present.loc["R1", "a"].tolist() == [True, False]


def test_a_later_code_is_not_looked_at_under_an_earlier_version(
    turns: pd.DataFrame, codings: pd.DataFrame, codebook: Codebook
) -> None:
    """R1 was read under version 1, R2 under version 2."""
    present = codes_per_unit(
        codings[codings["coder"].eq("x")],
        units=respondent_units(turns),
        codes=CODES,
        codebook=codebook,
        read_under={"R1": 1, "R2": 2},
    )
    assert present["laat"].isna().tolist() == [True, True, False, False]
    assert not present[["a", "b"]].isna().any(axis=None)


def test_the_order_of_units_does_not_matter(turns: pd.DataFrame, codings: pd.DataFrame) -> None:
    """Units in reverse give the same cells."""
    units = respondent_units(turns)
    straight = codes_per_unit(codings, units=units, codes=CODES)
    reverse = codes_per_unit(codings, units=units.iloc[::-1], codes=CODES)
    pd.testing.assert_frame_equal(straight, reverse.loc[units.index])


def test_without_interviews_there_are_columns_and_no_rows(
    turns: pd.DataFrame, codings: pd.DataFrame
) -> None:
    """Zero interviews give an empty frame of the right shape."""
    units = respondent_units(turns.iloc[:0])
    assert codes_per_unit(codings.iloc[:0], units=units, codes=CODES).shape == (0, 3)


def test_overlapping_stretches_of_one_code_are_united(codings: pd.DataFrame) -> None:
    """Coder x marked `a` on 20-24 and on 22-30."""
    united = unite_spans(codings[codings["coder"].eq("x")])
    assert united[["code", "start", "end", "codings"]].to_numpy().tolist() == [
        ["a", 20, 30, 2],
        ["b", 25, 45, 1],
    ]


def test_a_stretch_within_a_longer_one_does_not_end_it() -> None:
    """The reach of what was united is the furthest end, not the last one."""
    nested = pd.DataFrame({
        "coder": ["x"] * 3, "interview": ["R1"] * 3, "code": ["a"] * 3,
        "start": [0, 2, 8], "end": [10, 4, 12],
    })  # fmt: skip
    united = unite_spans(nested)
    assert united[["start", "end", "codings"]].to_numpy().tolist() == [[0, 12, 3]]


def test_stretches_of_different_coders_stay_apart(codings: pd.DataFrame) -> None:
    """Coder y's `a` overlaps coder x's and is not united with it."""
    united = unite_spans(codings)
    assert united.loc[united["code"].eq("a"), "coder"].tolist() == ["consensus", "x", "y"]


def test_stretches_that_differ_in_a_further_column_stay_apart(codings: pd.DataFrame) -> None:
    """Coder x's two stretches of `a` differ in valentie."""
    united = unite_spans(codings[codings["coder"].eq("x")], by=["valentie"])
    assert len(united) == 3


def test_uniting_nothing_keeps_the_columns(codings: pd.DataFrame) -> None:
    """An empty frame has the same columns as a full one."""
    assert list(unite_spans(codings.iloc[:0]).columns) == list(unite_spans(codings).columns)
