"""Axes: turning, drawing to neighbours, and who belongs nowhere."""

from __future__ import annotations

import numpy as np
import pytest

from paraplu.topics.axes import LoudestAxis, TopicAxes, turn_axes


def test_turning_finds_the_simple_structure() -> None:
    """Loadings that were few and great, then mixed by a turn, become so again."""
    rng = np.random.default_rng(5)
    simple = np.zeros((60, 3))
    simple[np.arange(60), np.arange(60) % 3] = rng.uniform(1, 2, 60)
    mixing = np.linalg.qr(rng.standard_normal((3, 3)))[0]
    found = np.abs(simple @ mixing @ turn_axes(simple @ mixing))
    assert (found > 0.05).sum(axis=1).tolist() == [1] * 60


def test_a_turn_keeps_lengths() -> None:
    """The turn is orthogonal."""
    turn = turn_axes(np.random.default_rng(1).standard_normal((40, 4)))
    assert turn @ turn.T == pytest.approx(np.eye(4))


def clouds(*, seed: int = 2) -> np.ndarray:
    """Make three clouds of thirty places."""
    rng = np.random.default_rng(seed)
    return np.repeat(np.eye(3, 8), 30, axis=0) + rng.normal(0, 0.05, (90, 8))


def test_axes_part_clouds_and_place_others() -> None:
    """Each cloud has an axis of its own, also for places that were not there."""
    axes = TopicAxes(n_axes=3).fit(clouds())
    labels = axes.loadings_.argmax(axis=1)
    assert [len(set(labels[start : start + 30])) for start in (0, 30, 60)] == [1, 1, 1]
    assert len(set(labels)) == 3
    assert axes.transform(clouds()) == pytest.approx(axes.loadings_, abs=1e-9)
    assert (axes.transform(clouds(seed=9)).argmax(axis=1) == labels).all()


def test_fewer_axes_are_as_if_fitted_so() -> None:
    """Narrowing gives the same as fitting with fewer."""
    wide = TopicAxes(n_axes=4).fit(clouds())
    assert wide.narrow(2).loadings_ == pytest.approx(
        TopicAxes(n_axes=2).fit(clouds()).loadings_, abs=1e-9
    )


def test_two_places_have_two_axes() -> None:
    """No more axes are found than there are places; each lies along its own."""
    line = np.vstack([np.tile([1.0, 0, 0], (12, 1)), np.tile([0.0, 1, 0], (8, 1))])
    loadings = TopicAxes(n_axes=5).fit(line).loadings_
    assert loadings.shape == (20, 2)
    assert len(set(loadings.argmax(axis=1)[:12])) == len(set(loadings.argmax(axis=1)[12:])) == 1


def test_what_is_faint_belongs_nowhere() -> None:
    """Under half the median loudness a segment has no topic; topics are numbered by size."""
    loadings = np.array([[0.1, 2.0]] * 5 + [[2.0, 0.1]] * 3 + [[0.3, 0.2]])
    cluster = LoudestAxis().fit(loadings)
    assert cluster.labels_.tolist() == [0] * 5 + [1] * 3 + [-1]
    assert cluster.predict(np.array([[3.0, 0.0], [0.1, 0.1]])).tolist() == [1, -1]


def test_at_most_fifteen_percent_belongs_nowhere() -> None:
    """When many are faint only the faintest lose their topic."""
    loadings = np.column_stack([np.linspace(0.01, 10, 100) ** 3, np.zeros(100)])
    assert (LoudestAxis().fit(loadings).labels_ == -1).sum() == 15
