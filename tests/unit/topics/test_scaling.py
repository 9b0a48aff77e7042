"""Samples, shards, and a cluster of two workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from paraplu.language import CharacterEncoder, UniversalEncoder
from paraplu.topics import measure_stability, place_all, place_segments, run_here
from paraplu.topics.cluster import ShardedEmbedder, run_on
from paraplu.topics.scaling import choose_sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client

    from paraplu.language import Embedder
    from paraplu.topics import Prepared


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Start a cluster of two worker processes, without a dashboard."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def test_a_small_study_has_no_sample(prepared: Prepared) -> None:
    """Every segment takes part, and labels are those of the model itself."""
    labels, placed = place_all(prepared.material, n_topics=3)
    assert placed is not None
    alone = place_segments(prepared.material, n_topics=[3])[3]
    assert labels.tolist() == alone.labels.tolist()


def test_a_sample_has_a_part_of_everyone(prepared: Prepared) -> None:
    """Twenty-seven of seventy-two segments are three of each respondent, whatever the order."""
    rows = choose_sample(prepared.material, size=27)
    people = pd.Series(prepared.material.respondents)
    assert people[rows].value_counts().tolist() == [3] * 9
    order = np.random.default_rng(1).permutation(72)
    mixed = order[choose_sample(prepared.material.take(order), size=27)]
    words = [sorted(prepared.material.words[row] for row in chosen) for chosen in (rows, mixed)]
    assert words[0] == words[1]


def test_what_is_not_in_the_sample_is_placed_with_its_like(prepared: Prepared) -> None:
    """Segments on a subject get the topic of that subject in the sample."""
    labels, placed = place_all(prepared.material, n_topics=3, sample=36)
    assert placed is not None
    found = pd.crosstab(
        prepared.segments["text"].str.extract("(politie|raadslid|moeder)")[0], labels
    )
    assert (found > 0).sum(axis=1).tolist() == [1, 1, 1]


def test_no_topics_leave_everything_without(prepared: Prepared) -> None:
    """Of two respondents nothing is made."""
    few = prepared.material.take(np.arange(16))
    labels, placed = place_all(few, n_topics=3)
    assert placed is None
    assert set(labels.tolist()) == {-1}


@pytest.mark.slow
def test_a_cluster_gives_the_same(prepared: Prepared, client: Client) -> None:
    """Vectors, labels and stability are the same here and on two workers."""
    run, encoder = run_on(client), UniversalEncoder(threads=1)
    texts = list(prepared.segments["text"])[:8]
    shards = ShardedEmbedder(encoder, run=run, size=3)
    assert np.array_equal(shards.embed(texts), encoder.embed(texts))
    assert shards.name == encoder.name
    here = place_all(prepared.material, n_topics=3, sample=36)[0]
    there = place_all(prepared.material, n_topics=3, sample=36, run=run)[0]
    assert here.tolist() == there.tolist()
    measured = [
        measure_stability(prepared, n_topics=3, grid=(2,), run=own) for own in (run_here, run)
    ]
    pd.testing.assert_frame_equal(measured[0].returns, measured[1].returns)
    pd.testing.assert_frame_equal(measured[0].grid, measured[1].grid)


def test_only_vectors_that_stand_alone_are_sharded() -> None:
    """An embedder whose vectors depend on other texts is refused."""
    with pytest.raises(ValueError, match="sharded"):
        ShardedEmbedder(CharacterEncoder(), run=run_here)


def test_no_texts_make_no_shards(embedder: Embedder) -> None:
    """The width of the vectors is that of the embedder."""
    assert ShardedEmbedder(embedder, run=run_here).embed([]).shape == (0, 4)
