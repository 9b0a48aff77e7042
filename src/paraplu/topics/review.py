"""Everything there is to say of topics, made at once for a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.numbers import say_number, say_share
from paraplu.messages.topics import ANCHORS_NOT, ANCHORS_TOLD, MODEL_FREE, MODEL_NMF
from paraplu.topics.anchored import AnchoredResult, fit_anchored
from paraplu.topics.anchors import AnchorScore, gather_anchors, score_anchors
from paraplu.topics.baseline import factorise, judge_words
from paraplu.topics.beside import cross_codes, gather_incidence
from paraplu.topics.compared import recall_comparison, tell_comparison
from paraplu.topics.groups import list_by_group, list_by_office
from paraplu.topics.keeping import recall_stability
from paraplu.topics.model import Prepared, fit_topics, prepare_segments
from paraplu.topics.questions import (
    compare_partitions,
    date_codes,
    list_hardly_coded,
    list_spread_codes,
)
from paraplu.topics.stability import Stability, with_stability
from paraplu.topics.stock import COMPARED_COLUMNS
from paraplu.topics.vocabulary import choose_vocabulary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from paraplu.language import Embedder
    from paraplu.records import Codebook, Coding
    from paraplu.topics.result import TopicResult

__all__ = ["MODEL_COLUMNS", "TopicReview", "review_topics"]

MODEL_COLUMNS: Sequence[str] = (
    "model", "n_topics", "outliers", "largest", "npmi", "diversity", "ari", "ari_other",
)  # fmt: skip
SHUFFLES = 200


@dataclass(frozen=True, slots=True)
class TopicReview:
    """Topics, how far they can be trusted, and how they lie beside codes.

    Attributes
    ----------
    result
        Free topics, with their stability when it has been measured.
    stability
        The measurement, or None.
    models
        Free topics beside the baseline of NMF: `MODEL_COLUMNS`; ``ari`` is missing until stability
        has been measured, as is ``ari_other`` (on interviews with no part in choosing the number).
    compared, compared_told
        More models, stock BERTopic among them, as they were measured beforehand in one run (see
        `compare_models`), and when and on what that was (Dutch).
    by_group, by_office
        Respondents who speak of each topic, by ``groep`` and by ``ambt``.
    anchored, anchor_score, anchored_told
        Topics tied to codes, and how well their prototypes read an interview they have not seen
        (None without codings), with what to say of that (Dutch).
    cross, hardly, spread, likeness
        Topics beside codes: see `cross_codes`, `list_hardly_coded`, `list_spread_codes` and
        `compare_partitions`.
    outside
        Codings that begin in no segment.
    min_cell
        Fewest respondents that may be shown.

    """

    result: TopicResult
    stability: Stability | None
    models: pd.DataFrame
    compared: pd.DataFrame
    compared_told: str
    by_group: pd.DataFrame
    by_office: pd.DataFrame
    anchored: AnchoredResult
    anchor_score: AnchorScore | None
    anchored_told: str
    cross: pd.DataFrame
    hardly: pd.DataFrame
    spread: pd.DataFrame
    likeness: pd.DataFrame
    outside: int
    min_cell: int


def review_topics(
    turns: pd.DataFrame,
    *,
    codings: pd.DataFrame,
    respondents: pd.DataFrame,
    codebook: Codebook,
    ledgers: Mapping[str, Mapping[str, Sequence[Coding]]],
    embedders: tuple[Embedder, Embedder],
    settings: ReviewSettings,
) -> TopicReview:
    """Make free and anchored topics and lay them beside the codes.

    Parameters
    ----------
    turns, codings, respondents, codebook
        Of the study.
    ledgers
        Living codings by coder and interview, for the times at which codes were first used.
    embedders
        Of segments, and of passages with definitions.
    settings
        What the study has set.

    """
    prepared = prepare_segments(turns, embedder=embedders[0], min_words=settings.min_words)
    found = fit_topics(prepared, embedder=embedders[0], n_topics=settings.n_topics)
    stability = recall_stability(settings.memory, key=found.key)
    result = with_stability(found, stability)
    names = {code.id: code.name for code in codebook.codes.values()}
    made = date_codes(ledgers, seen=settings.seen)
    incidence = gather_incidence(result.segments, codings=codings, codes=tuple(codebook.codes))
    cross = cross_codes(
        incidence, topics=result.topics, names=names, made=made, draws=settings.draws,
        seed=settings.seed,
    )  # fmt: skip
    anchors = gather_anchors(codings, codebook=codebook, embedder=embedders[1])
    score = None if anchors is None else score_anchors(anchors)
    cell = settings.min_cell
    comparison = recall_comparison(settings.compared, key=prepared.key)
    return TopicReview(
        result=result,
        stability=stability,
        models=_compare_models(prepared, result=result, stability=stability),
        compared=pd.DataFrame(columns=list(COMPARED_COLUMNS))
        if comparison is None
        else comparison.models,
        compared_told=tell_comparison(comparison, key=prepared.key),
        by_group=list_by_group(result, respondents=respondents, min_cell=cell),
        by_office=list_by_office(result, respondents=respondents, min_cell=cell),
        anchored=fit_anchored(prepared, anchors=anchors),
        anchor_score=score,
        anchored_told=_tell_anchored(score),
        cross=cross,
        hardly=list_hardly_coded(incidence, topics=result.topics, segments=result.segments),
        spread=list_spread_codes(
            incidence, cross=cross, segments=result.segments, names=names, made=made
        ),
        likeness=compare_partitions(incidence, shuffles=SHUFFLES, seed=settings.seed),
        outside=incidence.outside,
        min_cell=cell,
    )


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """What a study sets for its topics.

    Attributes
    ----------
    n_topics, min_words
        Topics wanted, and words of the shortest segment.
    draws, seed
        Of the bootstrap over interviews.
    min_cell
        Fewest respondents that may be shown.
    memory
        Folder in which stability is kept.
    seen
        The day from which coders knew the topics, or None.
    compared
        Files with models that were compared beforehand.

    """

    n_topics: int
    min_words: int
    draws: int
    seed: int
    min_cell: int
    memory: Path
    seen: dt.date | None = None
    compared: tuple[Path, ...] = ()


def _tell_anchored(score: AnchorScore | None) -> str:
    """Say how well prototypes read an interview they have not seen (Dutch)."""
    if score is None:
        return ANCHORS_NOT
    return ANCHORS_TOLD.format(
        codes=len(score.codes), f1=say_number(score.macro), words=say_number(score.macro_words),
        near=say_share(score.near),
    )  # fmt: skip


def _compare_models(
    prepared: Prepared, *, result: TopicResult, stability: Stability | None
) -> pd.DataFrame:
    """Lay the free topics beside NMF on the same lemmas, judged in the same way."""
    if result.topics.empty:
        return pd.DataFrame(columns=list(MODEL_COLUMNS))
    material = prepared.material
    vocabulary = choose_vocabulary(material.words, material.respondents)
    own = result.segments["topic"].to_numpy(dtype=int)
    plain = factorise(vocabulary, n_topics=result.n_topics)
    nan = float("nan")
    ari = {MODEL_FREE: (nan, nan), MODEL_NMF: (nan, nan)}
    if stability is not None and not stability.grid.empty:
        grid = stability.grid.set_index("n_topics")["ari"]
        ari = {MODEL_FREE: (float(grid[stability.n_topics]), stability.halved),
               MODEL_NMF: (stability.baseline, nan)}  # fmt: skip
    rows = [
        (name, int(labels.max()) + 1, float((labels < 0).mean()),
         float((labels[:, None] == labels[labels >= 0][None, :]).sum(axis=0).max() / len(labels)),
         *judge_words(labels, vocabulary=vocabulary, respondents=material.respondents), *ari[name])
        for name, labels in ((MODEL_FREE, own), (MODEL_NMF, plain))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(MODEL_COLUMNS))
