"""The blind sheet and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.topics import draw_sheet, score_sheet

if TYPE_CHECKING:
    from paraplu.topics import TopicResult


def test_the_sheet_is_blind(fitted: TopicResult) -> None:
    """It offers three names, one of them the segment's own, and does not say which."""
    sheet, key = draw_sheet(fitted, size=20, seed=1)
    assert len(sheet) == len(key) == 20
    assert list(sheet.columns) == ["nr", "fragment", "a", "b", "c", "oordeel", "opmerking"]
    for row, own in zip(sheet.to_dict("records"), key.to_dict("records"), strict=True):
        assert len({row["a"], row["b"], row["c"]}) == 3
        assert row[own["answer"]] == own["name"]
    assert set(key["answer"]) == {"a", "b", "c"}


def test_the_draw_repeats_itself(fitted: TopicResult) -> None:
    """The same seed draws the same sheet; more than there are gives all."""
    assert draw_sheet(fitted, size=9, seed=1)[0].equals(draw_sheet(fitted, size=9, seed=1)[0])
    assert len(draw_sheet(fitted, size=500, seed=1)[0]) == 72


def test_a_judge_who_is_always_right_scores_all(fitted: TopicResult) -> None:
    """All right is a share of one, with an interval below it (Wilson: 20 of 20 from 0.839)."""
    sheet, key = draw_sheet(fitted, size=20, seed=1)
    scores = score_sheet(sheet.assign(oordeel=key["answer"]), key=key)
    whole = scores[scores["topic"] == -2].iloc[0]
    assert (whole["judged"], whole["right"], whole["share"]) == (20, 20, 1)
    assert whole["low"] == pytest.approx(0.8389, abs=1e-4)
    assert scores["judged"].iloc[:-1].sum() == 20


def test_what_is_not_judged_does_not_count(fitted: TopicResult) -> None:
    """An empty judgement is left out, and 'geen' counts as one that fits none."""
    sheet, key = draw_sheet(fitted, size=10, seed=1)
    scores = score_sheet(sheet.assign(oordeel=["Geen", *[""] * 9]), key=key)
    assert scores["judged"].tolist() == [1, 1]
    assert scores["none"].tolist() == [1, 1]
    assert score_sheet(sheet, key=key).empty


def test_a_judgement_that_is_none_is_refused(fitted: TopicResult) -> None:
    """The number of the line and what stands there are named."""
    sheet, key = draw_sheet(fitted, size=3, seed=1)
    with pytest.raises(Refused, match=r"P302.*nr 2.*misschien"):
        score_sheet(sheet.assign(oordeel=["a", "misschien", ""]), key=key)
