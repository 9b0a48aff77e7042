"""Stability: which topics come back when an interview is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from paraplu.topics import (
    choose_number,
    fit_topics,
    keep_stability,
    measure_stability,
    place_segments,
    prepare_segments,
    recall_stability,
    with_stability,
)
from paraplu.topics.choosing import halve_choice
from paraplu.topics.matching import Matched, match_runs
from paraplu.topics.stability import label_without

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.language import Embedder
    from paraplu.topics import Prepared, Stability, TopicResult


@pytest.fixture
def measured(prepared: Prepared) -> Stability:
    """Measure three topics, beside two."""
    return measure_stability(prepared, n_topics=3, grid=(2,))


def test_plain_subjects_hold(measured: Stability) -> None:
    """Three subjects of which all nine speak come back in all nine runs."""
    assert measured.returns["returned"].tolist() == measured.returns["runs"].tolist() == [9] * 3
    assert set(measured.returns["stability"]) == {"houdt stand"}
    assert set(measured.kept) == {1.0}
    grid = measured.grid.set_index("n_topics")
    assert grid.loc[3, "ari"] == 1
    assert grid.loc[3, "holding"] == grid.loc[3, "made"] == 3


def test_the_result_says_how_often_a_topic_returns(
    measured: Stability, fitted: TopicResult
) -> None:
    """Labels and shares come into the result, and into nothing else's."""
    told = with_stability(fitted, measured)
    assert set(told.topics["stability"]) == {"houdt stand"}
    assert told.stability == "3 van de 3 thema’s houden stand in 9 keer een gesprek minder"
    assert told.segments["kept"].eq(1).all()
    assert with_stability(fitted, None) is fitted


def test_other_material_is_not_told_stable(
    speak: Callable[..., pd.DataFrame], embedder: Embedder, measured: Stability
) -> None:
    """What was measured of nine respondents says nothing of eight."""
    other = fit_topics(speak(8, subjects=3), embedder=embedder, n_topics=3)
    assert set(with_stability(other, measured).topics["stability"]) == {"nog niet bepaald"}


def test_a_topic_that_goes_elsewhere_does_not_hold() -> None:
    """A topic whose segments are spread in most runs has not returned there."""
    labels = np.array([0] * 10 + [1] * 10)
    spread = np.array([0] * 10 + [1, 2] * 5)
    whole = np.ones(20, dtype=bool)
    found = match_runs(labels, runs=[spread] * 4 + [labels], kept=[whole] * 5)
    assert (found.overlaps[:, 0] == 1).all()
    assert found.overlaps[:, 1].tolist() == [0.5] * 4 + [1]
    assert found.stayed[:10].tolist() == [1] * 10
    assert found.stayed[10:].tolist() == [1, pytest.approx(0.2)] * 5


def test_segments_without_a_topic_count_as_a_class() -> None:
    """The adjusted Rand index sees a segment that loses its topic."""
    labels = np.array([0, 0, 1, 1, -1, -1])
    whole = np.ones(6, dtype=bool)
    same = match_runs(labels, runs=[labels], kept=[whole])
    less = match_runs(labels, runs=[np.array([0, 0, 1, 1, 1, 1])], kept=[whole])
    assert same.ari.tolist() == [1.0]
    assert less.ari[0] < 1


def test_the_left_out_interview_has_no_part(prepared: Prepared) -> None:
    """Labels without an interview are those of the material without it."""
    rows = np.array([interview != "R02" for interview in prepared.material.interviews])
    labels = label_without((prepared.material, (3,), 3), "R02")[3]
    alone = place_segments(prepared.material.take(np.flatnonzero(rows)), n_topics=[3])[3]
    assert labels.tolist() == alone.labels.tolist()


def test_what_was_measured_is_kept(measured: Stability, tmp_path: Path) -> None:
    """Written and read back it is the same, for its own key only."""
    path = keep_stability(measured, directory=tmp_path / "topics")
    again = recall_stability(tmp_path / "topics", key=measured.key)
    assert again is not None
    pd.testing.assert_frame_equal(again.returns, measured.returns, check_dtype=False)
    pd.testing.assert_frame_equal(again.grid, measured.grid, check_dtype=False)
    assert (again.kept, again.baseline, again.halved) == (
        measured.kept, measured.baseline, measured.halved,
    )  # fmt: skip
    assert recall_stability(tmp_path / "topics", key="anders") is None
    path.write_text("{half", encoding="utf-8")
    assert recall_stability(tmp_path / "topics", key=measured.key) is None


@pytest.mark.parametrize("respondents", [0, 1, 2])
def test_few_interviews_have_no_stability(
    speak: Callable[..., pd.DataFrame],
    embedder: Embedder,
    tmp_path: Path,
    respondents: int,
) -> None:
    """Nothing is known, and that can be kept too."""
    prepared = prepare_segments(speak(respondents), embedder=embedder)
    measured = measure_stability(prepared, n_topics=3)
    assert measured.returns.empty
    assert measured.grid.empty
    keep_stability(measured, directory=tmp_path)
    again = recall_stability(tmp_path, key=measured.key)
    assert again is not None
    assert np.isnan(again.baseline)


def test_the_most_topics_that_all_hold_are_chosen() -> None:
    """More topics go before fewer, unless they hang together less or do not all hold."""
    grid = pd.DataFrame(
        {"n_topics": [8, 9, 10, 11], "made": [8, 9, 10, 11], "holding": [8, 9, 9, 11],
         "npmi": [-0.1, -0.15, 0.0, -0.4]}
    )  # fmt: skip
    assert choose_number(grid) == 9
    assert choose_number(grid.assign(holding=[7, 8, 10, 9])) == 10


def test_a_number_that_is_lucky_with_one_half_is_found_out() -> None:
    """Numbers that do well by chance are chosen, and then do as ill as they are on the others."""
    rng = np.random.default_rng(0)
    found = {
        number: Matched((rng.random((40, number)) < 0.79).astype(float), np.ones(1),
                        np.zeros(40))
        for number in (8, 9, 10)
    }  # fmt: skip
    lucky = {
        number: Matched(own.overlaps, own.stayed, own.overlaps.mean(axis=1))
        for number, own in found.items()
    }
    other, shares = halve_choice(lucky, npmi=dict.fromkeys(found, 0.0))
    best = max(float(own.ari.mean()) for own in lucky.values())
    assert other < best
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares.values()) < 1


def test_a_number_that_truly_holds_is_chosen_by_both_halves(measured: Stability) -> None:
    """Three plain subjects are three topics, whichever interviews decide."""
    assert measured.halved == 1
    assert measured.grid.set_index("n_topics")["chosen"].to_dict() == {2: 0.0, 3: 1.0}
