"""Questions that topics and codes ask of each other; a person answers them by reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import HARDLY_CODED, MADE_AFTER, MADE_BEFORE, MADE_UNKNOWN, SPREAD

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from paraplu.records import Coding
    from paraplu.topics.beside import Incidence

__all__ = [
    "HARDLY_COLUMNS",
    "LIKENESS_COLUMNS",
    "SPREAD_COLUMNS",
    "compare_partitions",
    "date_codes",
    "list_hardly_coded",
    "list_spread_codes",
]

READ = 3
"""Passages to read with each question."""

LEAST_SEGMENTS = 10
"""A code in fewer segments than this cannot be called spread."""

EVEN = 0.85
"""From this evenness on a code is called spread."""

HARDLY_COLUMNS: Sequence[str] = (
    "topic", "name", "n_segments", "n_uncoded", "share_uncoded", "expected", "question", "passages",
)  # fmt: skip
SPREAD_COLUMNS: Sequence[str] = (
    "code", "code_name", "n_segments", "n_topics", "of_topics", "evenness", "made", "question",
    "passages",
)  # fmt: skip
LIKENESS_COLUMNS: Sequence[str] = ("measure", "found", "shuffled", "high", "p", "shuffles")


def list_hardly_coded(
    incidence: Incidence, *, topics: pd.DataFrame, segments: pd.DataFrame
) -> pd.DataFrame:
    """List topics of which much is not coded: perhaps a theme is missed.

    Parameters
    ----------
    incidence
        Which segments hold which codes.
    topics
        Columns ``topic, name``.
    segments
        Columns ``interview, turn, strength``, in the order of the incidence.

    Returns
    -------
    DataFrame
        One row per topic with more segments without a code than would be expected from all
        segments: ``n_segments, n_uncoded, share_uncoded, expected`` (share over all segments),
        ``question`` (Dutch) and ``passages`` (uncoded segments to read, strongest first, as
        interview and turn).

    """
    uncoded = np.asarray(~incidence.held.any(axis=1))
    expected = float(uncoded.mean()) if uncoded.size else 0.0
    rows = []
    for topic, name in zip(topics["topic"], topics["name"], strict=True):
        own = incidence.labels == topic
        empty = own & uncoded
        share = empty.sum() / own.sum()
        if share <= expected:
            continue
        question = HARDLY_CODED.format(name=name, n=int(empty.sum()), of=int(own.sum()))
        passages = _refer(segments[empty].sort_values("strength", ascending=False, kind="stable"))
        rows.append((topic, name, int(own.sum()), int(empty.sum()), share, expected, question,
                     passages))  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(HARDLY_COLUMNS))
    return frame.sort_values("share_uncoded", ascending=False, kind="stable", ignore_index=True)


def list_spread_codes(
    incidence: Incidence,
    *,
    cross: pd.DataFrame,
    segments: pd.DataFrame,
    names: Mapping[str, str],
    made: Mapping[str, str],
) -> pd.DataFrame:
    """List codes that no topic holds oftener than by chance: perhaps they are too wide.

    Parameters
    ----------
    incidence
        Which segments hold which codes.
    cross
        As from `cross_codes`.
    segments
        Columns ``interview, turn, topic``, in the order of the incidence.
    names, made
        Name of each code, and whether it was made after topics were seen (see `date_codes`).

    Returns
    -------
    DataFrame
        One row per code of ten segments or more, with an evenness of 0.85 or more and no lift
        whose interval lies above 1:
        ``n_segments, n_topics`` (in which it occurs) ``of_topics``, ``evenness`` (entropy over
        topics, over its maximum: 1 is spread evenly; Pielou 1966), ``made, question`` (Dutch) and
        ``passages`` (of different topics, as interview and turn), the evenest first.

    """
    tied = frozenset(cross.loc[cross["low"] > 1, "code"])
    count = int(incidence.labels.max(initial=-1)) + 1
    rows = []
    for column, code in enumerate(incidence.codes):
        held = incidence.held[:, column] & (incidence.labels >= 0)
        if held.sum() < LEAST_SEGMENTS or code in tied:
            continue
        sizes = np.bincount(incidence.labels[held], minlength=count)
        evenness = _evenness(sizes)
        if evenness < EVEN:
            continue
        name = names.get(code, code)
        question = SPREAD.format(name=name, n=int((sizes > 0).sum()), of=count)
        rows.append((code, name, int(held.sum()), int((sizes > 0).sum()), count, evenness,
                     made.get(code, MADE_UNKNOWN), question,
                     _refer(segments[held].drop_duplicates("topic"))))  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(SPREAD_COLUMNS))
    return frame.sort_values("evenness", ascending=False, kind="stable", ignore_index=True)


def compare_partitions(incidence: Incidence, *, shuffles: int, seed: int) -> pd.DataFrame:
    """Compare topics with codes as two ways to divide segments, against chance.

    Every pair of a segment and a code it holds counts. For chance, topics are shuffled among the
    segments of each interview, so that what topics and codes both owe to the interview remains.

    Returns
    -------
    DataFrame
        Rows ``V-measure`` (Rosenberg and Hirschberg 2007) and ``AMI`` (adjusted mutual
        information; Vinh, Epps and Bailey 2010): ``found``, ``shuffled`` (mean of the shuffles),
        ``high`` (their 97.5th percentile), ``p`` (share of shuffles as high, plus one) and
        ``shuffles``. Empty without codes or topics.

    """
    rows, codes = np.nonzero(incidence.held)
    if not len(rows) or incidence.labels.max(initial=-1) < 0:
        return pd.DataFrame(columns=list(LIKENESS_COLUMNS))
    from sklearn.metrics import adjusted_mutual_info_score, v_measure_score

    rng = np.random.default_rng(seed)
    owners = np.unique(np.array(incidence.interviews), return_inverse=True)[1]
    shuffled = [incidence.labels[_shuffle_within(owners, rng=rng)][rows] for _ in range(shuffles)]
    measures = {"V-measure": v_measure_score, "AMI": adjusted_mutual_info_score}
    found = []
    for name, measure in measures.items():
        value = measure(codes, incidence.labels[rows])
        chance = np.array([measure(codes, labels) for labels in shuffled])
        p = (1 + (chance >= value).sum()) / (1 + shuffles)
        found.append((name, value, chance.mean(), np.quantile(chance, 0.975), p, shuffles))
    return pd.DataFrame(found, columns=list(LIKENESS_COLUMNS))


def date_codes(
    ledgers: Mapping[str, Mapping[str, Sequence[Coding]]], *, seen: dt.date | None
) -> dict[str, str]:
    """Tell of each code whether it was first used before or after topics were seen.

    Parameters
    ----------
    ledgers
        Living codings by coder and interview, with their times.
    seen
        The day from which coders knew the topics; None when nobody noted it.

    Returns
    -------
    dict of str to str
        Dutch, by code; empty when there is no day to compare with.

    """
    if seen is None:
        return {}
    first: dict[str, str] = {}
    for interviews in ledgers.values():
        for codings in interviews.values():
            for coding in codings:
                first[coding.code] = min(coding.time, first.get(coding.code, coding.time))
    day = seen.isoformat()
    return {code: MADE_AFTER if time >= day else MADE_BEFORE for code, time in first.items()}


def _refer(segments: pd.DataFrame) -> str:
    """Refer to the first passages as interview and turn."""
    chosen = segments.head(READ)
    return "; ".join(
        f"{interview}:{turn}"
        for interview, turn in zip(chosen["interview"], chosen["turn"], strict=True)
    )


def _evenness(sizes: np.ndarray) -> float:
    """Return entropy over its maximum."""
    shares = sizes[sizes > 0] / sizes.sum()
    return float(-(shares * np.log(shares)).sum() / np.log(max(len(sizes), 2)))


def _shuffle_within(owners: np.ndarray, *, rng: np.random.Generator) -> np.ndarray:
    """Return an order of segments that mixes those of one interview only."""
    order = np.argsort(owners, kind="stable")
    mixed = np.lexsort((rng.random(len(owners)), owners))
    places = np.empty(len(owners), dtype=int)
    places[order] = mixed
    return places
