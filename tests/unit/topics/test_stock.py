"""Models beside ours, and what is kept of the comparison."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.topics import (
    COMPARED_COLUMNS,
    Comparison,
    compare_models,
    has_stock,
    keep_comparison,
    list_models,
    recall_comparison,
    tell_comparison,
)

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.topics import Prepared

DAY = dt.date(2023, 11, 1)


@pytest.fixture
def comparison(prepared: Prepared) -> Comparison:
    """Compare three topics by the models that need no other package."""
    models = compare_models(prepared.material, models=list_models(n_topics=3)[:3])
    return Comparison(prepared.key, 3, DAY, {"hdbscan": "0.8.44"}, models)


def test_models_are_judged_alike(comparison: Comparison) -> None:
    """On plain subjects ours comes back without any interview, and every row is whole."""
    models = comparison.models.set_index("model")
    assert tuple(comparison.models.columns) == COMPARED_COLUMNS
    assert list(models.index) == ["vrije thema’s", "NMF op lemma’s", "PCA en k-means"]
    assert models.loc["vrije thema’s", "ari"] == models.loc["vrije thema’s", "ari_least"] == 1
    assert models.notna().all(axis=None)
    assert models["n_topics"].tolist() == [3, 3, 3]


def test_a_comparison_is_kept(comparison: Comparison, tmp_path: Path) -> None:
    """Written and read back it is the same."""
    path = tmp_path / "nieuw" / "models.json"
    keep_comparison(comparison, path=path)
    again = recall_comparison([tmp_path / "geen.json", path], key=comparison.key)
    assert again is not None
    pd.testing.assert_frame_equal(again.models, comparison.models)
    assert replace(again, models=comparison.models) == comparison


def test_a_comparison_of_these_segments_goes_before_a_later_one(
    comparison: Comparison, tmp_path: Path
) -> None:
    """Of two files the one on the same segments is shown, whenever it was made."""
    mine, later = tmp_path / "a.json", tmp_path / "b.json"
    keep_comparison(comparison, path=mine)
    keep_comparison(replace(comparison, key="anders", day=DAY.replace(year=2025)), path=later)
    found = recall_comparison([later, mine], key=comparison.key)
    assert found is not None
    assert found.day == DAY


@pytest.mark.parametrize("text", ["", "{half", "[]", '{"schema": 0}', '{"schema": 1}'])
def test_a_file_that_cannot_be_read_is_passed_over(tmp_path: Path, text: str) -> None:
    """Broken or of another kind, it is as if it were not there."""
    path = tmp_path / "models.json"
    path.write_text(text, encoding="utf-8")
    assert recall_comparison([path], key="x") is None


def test_a_comparison_says_when_and_on_what_it_was_measured(comparison: Comparison) -> None:
    """With its day and versions; on other segments it says so, and without one too."""
    told = tell_comparison(comparison, key=comparison.key)
    assert "01-11-2023" in told
    assert "hdbscan 0.8.44" in told
    assert "andere fragmenten" not in told
    assert "andere fragmenten" in tell_comparison(comparison, key="anders")
    assert "niet gemeten" in tell_comparison(None, key="x")


@pytest.mark.skipif(not has_stock(), reason="umap-learn and hdbscan are not installed")
@pytest.mark.filterwarnings("ignore")
def test_stock_bertopic_runs_on_the_same_material(prepared: Prepared) -> None:
    """As it comes and with k-means it labels every segment."""
    for model in list_models(n_topics=3)[3:]:
        assert len(model.label(prepared.material)) == len(prepared.segments)
