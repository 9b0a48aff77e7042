"""Topics of a study: what the notebook shows, and the measurement of their stability."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.language import CachedEmbedder, make_embedder
from paraplu.study.reading import write_text
from paraplu.topics import (
    Comparison,
    ReviewSettings,
    compare_models,
    draw_sheet,
    fit_topics,
    gather_anchors,
    has_stock,
    keep_comparison,
    keep_stability,
    list_models,
    measure_stability,
    place_anchored,
    place_segments,
    prepare_segments,
    recall_stability,
    score_sheet,
    with_stability,
)
from paraplu.topics import review_topics as review_frames

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    import pandas as pd

    from paraplu.study import Study
    from paraplu.topics import Prepared, Stability, TopicResult, TopicReview
    from paraplu.topics.frame import TopicFrame

__all__ = [
    "COMPARED",
    "MEMORY",
    "compare_topics",
    "find_topics",
    "frame_anchored_topics",
    "frame_topics",
    "measure_topics",
    "prepare_topics",
    "review_topics",
    "score_judgements",
    "write_sheet",
]

MEMORY = ".paraplu/topics"
"""Where the measurement of stability is kept; the notebook reads it."""

COMPARED = "analysis/04-topics.models.json"
"""Where a comparison of models is kept that goes with the study."""

OWN_COMPARED = ".paraplu/topics/models.json"
EMBEDDINGS = ".paraplu/embeddings"
ANCHORS = ".paraplu/embeddings/anchors"
KEY = ".paraplu/topics/sleutel.csv"
SEPARATOR = ";"
PACKAGES = {"bertopic": "bertopic", "umap-learn": "umap", "hdbscan": "hdbscan",
            "scikit-learn": "sklearn"}  # fmt: skip
"""Packages that models come from, with their modules."""


def review_topics(study: Study) -> TopicReview:
    """Make everything the notebook on topics shows."""
    settings = study.settings
    return review_frames(
        study.turns(),
        codings=study.codings(),
        respondents=study.respondents(),
        codebook=study.codebook(),
        ledgers=study.ledgers,
        embedders=(_embedder(study, EMBEDDINGS), _embedder(study, ANCHORS)),
        settings=ReviewSettings(
            n_topics=settings.topics.topics,
            min_words=settings.topics.min_words,
            draws=settings.topics.draws,
            seed=settings.study.seed,
            min_cell=settings.privacy.min_cell,
            memory=study.root / MEMORY,
            seen=settings.topics.seen,
            compared=(study.root / OWN_COMPARED, study.root / COMPARED),
        ),
    )


def prepare_topics(study: Study) -> Prepared:
    """Cut, read and embed the segments of a study."""
    embedder = _embedder(study, EMBEDDINGS)
    return prepare_segments(
        study.turns(), embedder=embedder, min_words=study.settings.topics.min_words
    )


def measure_topics(study: Study, *, today: dt.date) -> Stability:
    """Measure the stability of the study's topics and keep it for the notebook.

    Where the packages of stock BERTopic are installed other models are compared as well.
    """
    prepared = prepare_topics(study)
    stability = measure_stability(prepared, n_topics=study.settings.topics.topics)
    keep_stability(stability, directory=study.root / MEMORY)
    if has_stock() and not stability.grid.empty:
        compare_topics(study, prepared=prepared, path=study.root / OWN_COMPARED, today=today)
    return stability


def compare_topics(study: Study, *, prepared: Prepared, path: Path, today: dt.date) -> Comparison:
    """Compare the models that are installed, each interview left out in turn, and keep it."""
    n_topics = study.settings.topics.topics
    models = compare_models(prepared.material, models=list_models(n_topics=n_topics))
    packages = {name: version(name) for name in PACKAGES if find_spec(PACKAGES[name]) is not None}
    comparison = Comparison(prepared.key, n_topics, today, packages, models)
    keep_comparison(comparison, path=path)
    return comparison


def frame_topics(study: Study) -> TopicFrame | None:
    """Return the study's free topics as a BERTopic model; None when there are none."""
    from paraplu.topics.frame import frame_model

    topics = study.settings.topics.topics
    placed = place_segments(prepare_topics(study).material, n_topics=[topics]).get(topics)
    return None if placed is None else frame_model(placed)


def frame_anchored_topics(study: Study) -> TopicFrame | None:
    """Return the study's anchored topics as a BERTopic model.

    None when nothing was coded, or no word is shared by three respondents.
    """
    from paraplu.topics.frame import frame_anchored

    prepared, embedder = prepare_topics(study), _embedder(study, ANCHORS)
    anchors = gather_anchors(study.codings(), codebook=study.codebook(), embedder=embedder)
    if anchors is None or prepared.segments.empty:
        return None
    placed = place_anchored(prepared, anchors=anchors)
    return frame_anchored(placed) if placed.codes and placed.vocabulary.lemmas else None


def find_topics(study: Study) -> TopicResult:
    """Find the study's free topics, with their stability when it has been measured."""
    embedder = _embedder(study, EMBEDDINGS)
    topics = study.settings.topics.topics
    found = fit_topics(prepare_topics(study), embedder=embedder, n_topics=topics)
    return with_stability(found, recall_stability(study.root / MEMORY, key=found.key))


def write_sheet(study: Study, path: Path, *, size: int) -> int:
    """Write a sheet of segments to judge blind, and keep its key; return how many there are.

    Raises
    ------
    Refused
        P304, when the file exists already: it may hold judgements.

    """
    if path.exists():
        raise Refused([messages.problem("P304", path.name)])
    sheet, key = draw_sheet(find_topics(study), size=size, seed=study.settings.study.seed)
    write_text(path, sheet.to_csv(index=False, sep=SEPARATOR, lineterminator="\n"))
    write_text(study.root / KEY, key.to_csv(index=False, sep=SEPARATOR, lineterminator="\n"))
    return len(sheet)


def score_judgements(study: Study, path: Path) -> pd.DataFrame:
    """Score a sheet that people have filled in; see `score_sheet`.

    Raises
    ------
    Refused
        P305, when the sheet or its key cannot be read; P302, for a judgement that is none.

    """
    import pandas as pd

    try:
        sheet = pd.read_csv(path, sep=SEPARATOR, dtype={"oordeel": str})
        key = pd.read_csv(study.root / KEY, sep=SEPARATOR, dtype={"name": str})
        judgements = sheet[["nr", "oordeel"]]
    except (OSError, ValueError, KeyError):
        raise Refused([messages.problem("P305", path.name)]) from None
    return score_sheet(judgements, key=key.fillna({"name": ""}))


def _embedder(study: Study, folder: str) -> CachedEmbedder:
    """Return the embedder that the study has chosen; its vectors are kept in a folder."""
    directory: Path = study.root / folder
    return CachedEmbedder(make_embedder(study.settings.topics.embedder), directory)
