"""Stability: which topics come back when an interview is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import FADES, HOLDS, STABILITY_KNOWN
from paraplu.topics.baseline import factorise, judge_words
from paraplu.topics.placing import Material, place_segments
from paraplu.topics.runs import run_here

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.model import Prepared
    from paraplu.topics.placing import Placement
    from paraplu.topics.result import TopicResult
    from paraplu.topics.runs import Runner

__all__ = [
    "GRID",
    "GRID_COLUMNS",
    "RETURN_COLUMNS",
    "Stability",
    "choose_number",
    "measure_stability",
    "with_stability",
]

GRID: Sequence[int] = tuple(range(8, 16))
"""Numbers of topics that are compared."""

RETURNED = 0.5
"""A topic has returned when it shares over half with its nearest topic (Hennig 2008)."""

HOLDING = 0.8
"""A topic holds when it returns in at least this share of the runs."""

LESS_COHERENT = 0.1
"""More topics may cost this much coherence (NPMI), and no more."""

RETURN_COLUMNS: Sequence[str] = ("topic", "returned", "runs", "jaccard", "stability")
GRID_COLUMNS: Sequence[str] = (
    "n_topics", "made", "ari", "ari_least", "outliers", "largest", "holding", "npmi", "diversity",
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
        ``npmi`` and ``diversity`` of the words of the topics.
    baseline
        The same mean ARI of NMF on the same lemmas, with as many topics as `n_topics`.

    """

    key: str
    n_topics: int
    returns: pd.DataFrame
    kept: tuple[float, ...]
    grid: pd.DataFrame
    baseline: float


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
        number: _match(placed.labels, runs=[made[number] for made in without], kept=kept)
        for number, placed in full.items()
    }
    rows = [_summarise(full[number], found[number], material=material) for number in full]
    plain = factorise(full[n_topics].vocabulary, n_topics=n_topics)
    baseline = _match(plain, runs=[made[BASELINE] for made in without], kept=kept)
    return Stability(
        key=key,
        n_topics=n_topics,
        returns=_list_returns(found[n_topics]),
        kept=tuple(np.round(found[n_topics].stayed, DECIMALS).tolist()),
        grid=pd.DataFrame(
            [(number, *row) for number, row in zip(full, rows, strict=True)],
            columns=list(GRID_COLUMNS),
        ),
        baseline=round(float(np.mean(baseline.ari)), DECIMALS),
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


def choose_number(grid: pd.DataFrame) -> int:
    """Return the greatest number of topics that all hold, as long as they are as coherent.

    When at no number all topics hold, those numbers count at which the greatest share does.

    Examples
    --------
    >>> grid = {"n_topics": [8, 9, 10], "made": [8, 9, 10], "holding": [8, 9, 7]}
    >>> choose_number(pd.DataFrame(grid | {"npmi": [-0.2, -0.22, -0.1]}))
    9

    """
    shares = grid["holding"] / grid["made"]
    candidates = grid[shares == shares.max()]
    coherent = candidates["npmi"] >= candidates["npmi"].max() - LESS_COHERENT
    return int(candidates.loc[coherent, "n_topics"].max())


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


@dataclass(frozen=True, slots=True)
class _Matched:
    """Overlaps of shape (n_runs, n_topics), missing where a topic was left out whole."""

    overlaps: np.ndarray
    stayed: np.ndarray
    ari: tuple[float, ...]


def _match(
    labels: np.ndarray, *, runs: Sequence[np.ndarray], kept: Sequence[np.ndarray]
) -> _Matched:
    """Match the topics of each run to those of all material by their overlap (Jaccard)."""
    from sklearn.metrics import adjusted_rand_score

    count = int(labels.max()) + 1
    overlaps = np.full((len(runs), count), np.nan)
    stayed, present = np.zeros(len(labels)), np.zeros(len(labels))
    agreement = []
    for place, (found, rows) in enumerate(zip(runs, kept, strict=True)):
        own = labels[rows]
        jaccard = _overlap(own, found, topics=count)
        nearest = jaccard.argmax(axis=1) if jaccard.shape[1] else np.full(count, -1)
        overlaps[place] = jaccard.max(axis=1) if jaccard.shape[1] else 0.0
        overlaps[place, np.bincount(own[own >= 0], minlength=count) == 0] = np.nan
        same = (own >= 0) & (found == np.where(own >= 0, nearest[own], -1))
        stayed[rows] += same
        present[rows] += 1
        agreement.append(float(adjusted_rand_score(own, found)))
    share = np.where(labels >= 0, stayed / np.maximum(present, 1), np.nan)
    return _Matched(overlaps, share, tuple(agreement))


def _overlap(own: np.ndarray, found: np.ndarray, *, topics: int) -> np.ndarray:
    """Return Jaccard indices, ndarray of shape (n_topics, n_topics_found)."""
    one = own[:, None] == np.arange(topics)
    other = found[:, None] == np.arange(found.max(initial=-1) + 1)
    both = one.astype(int).T @ other.astype(int)
    either = one.sum(axis=0)[:, None] + other.sum(axis=0)[None, :] - both
    shares: np.ndarray = both / np.maximum(either, 1)
    return shares


def _list_returns(found: _Matched) -> pd.DataFrame:
    """List how often each topic came back."""
    runs = np.isfinite(found.overlaps).sum(axis=0)
    returned = (found.overlaps > RETURNED).sum(axis=0)
    holds = returned >= HOLDING * runs
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


def _summarise(placed: Placement, found: _Matched, *, material: Material) -> tuple[float, ...]:
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
        int(_list_returns(found)["stability"].eq(HOLDS).sum()),
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
    )
