"""Topics beside codes: what a model found, next to what people coded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.messages.topics import MADE_UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["CROSS_COLUMNS", "Incidence", "cross_codes", "gather_incidence"]

LOWER, UPPER = 0.025, 0.975

CROSS_COLUMNS: Sequence[str] = (
    "topic",
    "name",
    "code",
    "code_name",
    "n_segments",
    "n_respondents",
    "of_topic",
    "of_code",
    "lift",
    "low",
    "high",
    "made",
)


@dataclass(frozen=True, slots=True)
class Incidence:
    """Which segments hold which codes.

    Attributes
    ----------
    held
        ndarray of bool, shape (n_segments, n_codes): a coding of the code begins in the segment.
    codes
        Ids of the codes, in the order of the codebook.
    labels
        Topic of each segment, -1 for none.
    interviews, respondents
        Of each segment.
    outside
        Codings that begin in no segment: in a question, or in an answer too short to be one.

    """

    held: np.ndarray
    codes: tuple[str, ...]
    labels: np.ndarray
    interviews: tuple[str, ...]
    respondents: tuple[str, ...]
    outside: int


def gather_incidence(
    segments: pd.DataFrame, *, codings: pd.DataFrame, codes: Sequence[str]
) -> Incidence:
    """Find in which segment each coding begins.

    Parameters
    ----------
    segments
        Columns ``interview, respondent, start, end, topic``; a segment that joins answers holds
        what its respondent says between its borders.
    codings
        Tidy frame of codings.
    codes
        Ids to keep, in order.

    """
    columns = {code: place for place, code in enumerate(codes)}
    held = np.zeros((len(segments), len(codes)), dtype=bool)
    places = segments.assign(row=np.arange(len(segments)))
    outside = 0
    by_speaker = dict(iter(places.groupby(["interview", "respondent"])))
    for key, own in codings.groupby(["interview", "respondent"]):
        near = by_speaker.get(key)
        if near is None:
            outside += len(own)
            continue
        begins, ends = near["start"].to_numpy(), near["end"].to_numpy()
        spots = np.searchsorted(begins, own["start"].to_numpy(), side="right") - 1
        inside = (spots >= 0) & (own["start"].to_numpy() < ends[spots])
        outside += int((~inside).sum())
        rows = near["row"].to_numpy()
        for spot, code in zip(spots[inside], own["code"][inside], strict=True):
            if code in columns:
                held[rows[spot], columns[code]] = True
    return Incidence(
        held=held,
        codes=tuple(codes),
        labels=segments["topic"].to_numpy(dtype=int),
        interviews=tuple(segments["interview"]),
        respondents=tuple(segments["respondent"]),
        outside=outside,
    )


def cross_codes(
    incidence: Incidence,
    *,
    topics: pd.DataFrame,
    names: Mapping[str, str],
    made: Mapping[str, str],
    draws: int,
    seed: int,
) -> pd.DataFrame:
    """Lay topics beside codes.

    Parameters
    ----------
    incidence
        Which segments hold which codes.
    topics
        Columns ``topic, name``.
    names, made
        Name of each code, and whether it was made after topics were seen (see `date_codes`).
    draws, seed
        Of the bootstrap, which draws interviews, since segments of one interview hang together.

    Returns
    -------
    DataFrame
        One row per topic and code that share a segment: ``n_segments`` and ``n_respondents`` (in
        both), ``of_topic`` and ``of_code`` (share of the topic's and of the code's segments, 0 to
        1), ``lift`` (over 1: oftener together than by chance) with ``low, high`` (95% interval;
        stability over interviews, no inference to a population) and ``made``, the highest lift
        first within a topic.

    """
    cells = _per_interview(incidence, topics=len(topics))
    rng = np.random.default_rng(seed)
    count = cells.both.shape[0]
    weights = rng.multinomial(count, np.full(count, 1 / max(count, 1)), size=draws) if count else 0
    lift = cells.lift(np.ones((1, count)))[0]
    drawn = cells.lift(np.asarray(weights, dtype=float)) if count else lift[None]
    with np.errstate(all="ignore"):
        low, high = np.nan_to_num(np.quantile(drawn, [LOWER, UPPER], axis=0))
    both, topic_sizes, code_sizes = (
        part.sum(axis=0) for part in (cells.both, cells.topics, cells.codes)
    )
    rows = [
        (topic, topics["name"].iloc[topic], incidence.codes[code],
         names.get(incidence.codes[code], incidence.codes[code]), int(both[topic, code]),
         _count_people(incidence, topic=topic, code=code),
         both[topic, code] / topic_sizes[topic], both[topic, code] / code_sizes[code],
         lift[topic, code], low[topic, code], high[topic, code],
         made.get(incidence.codes[code], MADE_UNKNOWN))
        for topic, code in zip(*np.nonzero(both), strict=True)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(CROSS_COLUMNS))
    return frame.sort_values(
        ["topic", "lift", "code"], ascending=[True, False, True], kind="stable", ignore_index=True
    )


@dataclass(frozen=True, slots=True)
class _Cells:
    """Counts per interview: both (n, topics, codes), topics (n, topics), codes (n, codes), all."""

    both: np.ndarray
    topics: np.ndarray
    codes: np.ndarray
    all: np.ndarray

    def lift(self, weights: np.ndarray) -> np.ndarray:
        """Return lift of shape (n_draws, topics, codes) for weights of interviews."""
        both = np.einsum("bi,itc->btc", weights, self.both)
        expected = (weights @ self.topics)[:, :, None] * (weights @ self.codes)[:, None, :]
        total = (weights @ self.all)[:, None, None]
        lifted: np.ndarray = both * total / np.where(expected > 0, expected, np.inf)
        return lifted


def _per_interview(incidence: Incidence, *, topics: int) -> _Cells:
    """Count segments per interview; those without a topic count among all."""
    interviews = sorted(set(incidence.interviews))
    place = {interview: row for row, interview in enumerate(interviews)}
    own = np.array([place[interview] for interview in incidence.interviews], dtype=int)
    belongs = incidence.labels[:, None] == np.arange(topics)
    owners = (own[None, :] == np.arange(len(interviews))[:, None]).astype(float)
    both = np.einsum("is,st,sc->itc", owners, belongs.astype(float), incidence.held.astype(float),
                     optimize=True)  # fmt: skip
    return _Cells(both, owners @ belongs, owners @ incidence.held, owners.sum(axis=1))


def _count_people(incidence: Incidence, *, topic: int, code: int) -> int:
    """Count the respondents with a segment in both."""
    rows = np.flatnonzero((incidence.labels == topic) & incidence.held[:, code])
    return len({incidence.respondents[row] for row in rows})
