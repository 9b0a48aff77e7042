"""Stability: which topics come back when an interview is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import FADES, HOLDS, STABILITY_KNOWN
from paraplu.topics.baseline import factorise, judge_words
from paraplu.topics.choosing import halve_choice
from paraplu.topics.matching import Matched, match_runs
from paraplu.topics.placing import Material, place_segments
from paraplu.topics.runs import run_here

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.topics.model import Prepared
    from paraplu.topics.placing import Placement
    from paraplu.topics.result import TopicResult
    from paraplu.topics.runs import Runner

__all__ = [
    "GRID",
    "GRID_COLUMNS",
    "RETURN_COLUMNS",
    "Stability",
    "measure_stability",
    "with_stability",
]

GRID: Sequence[int] = tuple(range(8, 16))
"""Numbers of topics that are compared."""

RETURN_COLUMNS: Sequence[str] = ("topic", "returned", "runs", "jaccard", "stability")
GRID_COLUMNS: Sequence[str] = (
    "n_topics", "made", "ari", "ari_least", "outliers", "largest", "holding", "npmi", "diversity",
    "chosen",
)  # fmt: skip
DECIMALS = 6
FEWEST_INTERVIEWS = 3
BASELINE = 0


@dataclass(frozen=True, slots=True)
class Stability:
    """What left-out interviews say of topics.

    Attributes
    ----------
    key
        Of the `TopicResult` it belongs to.
    n_topics
        Number of topics wanted.
    returns
        One row per topic: ``topic``, ``returned`` (runs in which it came back), ``runs``,
        ``jaccard`` (mean overlap with its nearest topic, 0 to 1), ``stability`` (*houdt stand*
        or *houdt geen stand*).
    kept
        Per segment the share of the runs with its interview left in, in which it stayed with
        its topic; missing where it has none.
    grid
        One row per number of topics: ``n_topics`` (wanted), ``made``, ``ari`` (mean over left-out
        interviews of the adjusted Rand index on the segments that both have, those without a
        topic counted as a class; Hubert and Arabie 1985), ``ari_least`` (of the worst tenth),
        ``outliers`` and ``largest`` (shares of segments), ``holding`` (topics that hold),
        ``npmi`` and ``diversity`` of the words of the topics, ``chosen`` (share of the halves of
        the left-out interviews that would choose this number; see `halve_choice`).
    baseline
        The same mean ARI of NMF on the same lemmas, with as many topics as `n_topics`.
    halved
        Mean ARI on left-out interviews that had no part in choosing the number of topics.

    """

    key: str
    n_topics: int
    returns: pd.DataFrame
    kept: tuple[float, ...]
    grid: pd.DataFrame
    baseline: float
    halved: float


def measure_stability(
    prepared: Prepared,
    *,
    n_topics: int,
    grid: Sequence[int] = GRID,
    run: Runner = run_here,
) -> Stability:
    """Leave out every interview in turn and see which topics return.

    Everything is made anew without the interview: vocabulary, weights of words, centres, axes
    and border; only the vectors of single texts are reused.

    Parameters
    ----------
    prepared
        Segments and material; its embedder gives a text the same vector whatever stands around
        it, otherwise the figures flatter a little.
    n_topics
        The number of topics whose returns are reported.
    grid
        Other numbers to compare.
    run
        Does the runs, here or on a cluster.

    Returns
    -------
    Stability
        Without rows when no topics are made, or fewer than three interviews have segments.

    """
    numbers = sorted({*grid, n_topics})
    key = f"{prepared.key}-{n_topics}"
    material = prepared.material
    interviews = sorted(set(material.interviews))
    full = place_segments(material, n_topics=numbers)
    if n_topics not in full or len(interviews) < FEWEST_INTERVIEWS:
        return _unknown(key, n_topics=n_topics, count=len(material.interviews))
    without = run(label_without, interviews, shared=(material, tuple(numbers), n_topics))
    own = np.array(material.interviews)
    kept = [own != interview for interview in interviews]
    found = {
        number: match_runs(placed.labels, runs=[made[number] for made in without], kept=kept)
        for number, placed in full.items()
    }
    listed = _list_grid(full, found, material=material)
    halved, shares = halve_choice(found, npmi=dict(zip(full, listed["npmi"], strict=True)))
    plain = factorise(full[n_topics].vocabulary, n_topics=n_topics)
    baseline = match_runs(plain, runs=[made[BASELINE] for made in without], kept=kept)
    return Stability(
        key=key,
        n_topics=n_topics,
        returns=_list_returns(found[n_topics]),
        kept=tuple(np.round(found[n_topics].stayed, DECIMALS).tolist()),
        grid=listed.assign(chosen=[shares[number] for number in full]),
        baseline=round(float(np.mean(baseline.ari)), DECIMALS),
        halved=round(halved, DECIMALS),
    )


def label_without(
    shared: tuple[Material, tuple[int, ...], int], interview: str
) -> dict[int, np.ndarray]:
    """Label all segments but those of one interview, for several numbers of topics.

    Under the number `BASELINE` stand the labels of NMF. Where no topics can be made every
    segment is without one.
    """
    material, numbers, n_topics = shared
    rows = np.flatnonzero(np.array(material.interviews) != interview)
    placed = place_segments(material.take(rows), n_topics=numbers)
    none = np.full(len(rows), -1)
    made = {number: placed[number].labels if number in placed else none for number in numbers}
    any_placed = next(iter(placed.values()), None)
    plain = none if any_placed is None else factorise(any_placed.vocabulary, n_topics=n_topics)
    return made | {BASELINE: plain}


def with_stability(result: TopicResult, stability: Stability | None) -> TopicResult:
    """Return the result with what is known of its stability.

    Unchanged when nothing is known, or when what is known belongs to other material.
    """
    if stability is None or stability.key != result.key or stability.returns.empty:
        return result
    told = stability.returns.set_index("topic").reindex(result.topics["topic"])
    columns = {name: told[name].to_numpy() for name in RETURN_COLUMNS[1:]}
    holding = int(told["stability"].eq(HOLDS).sum())
    return replace(
        result,
        topics=result.topics.assign(**columns),
        segments=result.segments.assign(kept=list(stability.kept)),
        stability=STABILITY_KNOWN.format(
            holding=holding, topics=len(told), runs=int(told["runs"].max())
        ),
    )


def _list_returns(found: Matched) -> pd.DataFrame:
    """List how often each topic came back."""
    every = np.arange(len(found.ari))
    returned, runs = found.count(every)
    holds = found.holds(every)
    return pd.DataFrame(
        {
            "topic": np.arange(len(runs)),
            "returned": returned,
            "runs": runs,
            "jaccard": np.nanmean(found.overlaps, axis=0).round(DECIMALS),
            "stability": np.where(holds, HOLDS, FADES).astype(object),
        },
        columns=list(RETURN_COLUMNS),
    )


def _list_grid(
    full: Mapping[int, Placement], found: Mapping[int, Matched], *, material: Material
) -> pd.DataFrame:
    """List the numbers of topics, but for who would choose them."""
    rows = [(number, *_summarise(full[number], found[number], material=material))
            for number in full]  # fmt: skip
    return pd.DataFrame(rows, columns=list(GRID_COLUMNS[:-1]))


def _summarise(placed: Placement, found: Matched, *, material: Material) -> tuple[float, ...]:
    """Summarise one number of topics as a row of the grid, its number left out."""
    labels, vocabulary = placed.labels, placed.vocabulary
    sizes = np.bincount(labels + 1)
    coherence = judge_words(labels, vocabulary=vocabulary, respondents=material.respondents)
    return (
        int(labels.max()) + 1,
        round(float(np.mean(found.ari)), DECIMALS),
        round(float(np.quantile(found.ari, 0.1)), DECIMALS),
        sizes[0] / len(labels),
        sizes[1:].max() / len(labels),
        int(found.holds(np.arange(len(found.ari))).sum()),
        *(round(number, DECIMALS) for number in coherence),
    )


def _unknown(key: str, *, n_topics: int, count: int) -> Stability:
    """Return that nothing is known."""
    return Stability(
        key=key,
        n_topics=n_topics,
        returns=pd.DataFrame(columns=list(RETURN_COLUMNS)),
        kept=(float("nan"),) * count,
        grid=pd.DataFrame(columns=list(GRID_COLUMNS)),
        baseline=float("nan"),
        halved=float("nan"),
    )
