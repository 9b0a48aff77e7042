"""Topics of a study: what the notebook shows, and the measurement of their stability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.language import CachedEmbedder, make_embedder
from paraplu.study.reading import write_text
from paraplu.topics import (
    ReviewSettings,
    draw_sheet,
    fit_topics,
    keep_stability,
    measure_stability,
    prepare_segments,
    recall_stability,
    score_sheet,
    with_stability,
)
from paraplu.topics import review_topics as review_frames

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from paraplu.study import Study
    from paraplu.topics import Prepared, Stability, TopicResult, TopicReview

__all__ = [
    "MEMORY",
    "find_topics",
    "measure_topics",
    "prepare_topics",
    "review_topics",
    "score_judgements",
    "write_sheet",
]

MEMORY = ".paraplu/topics"
"""Where the measurement of stability is kept; the notebook reads it."""

EMBEDDINGS = ".paraplu/embeddings"
ANCHORS = ".paraplu/embeddings/anchors"
KEY = ".paraplu/topics/sleutel.csv"
SEPARATOR = ";"


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
        ),
    )


def prepare_topics(study: Study) -> Prepared:
    """Cut, read and embed the segments of a study."""
    embedder = _embedder(study, EMBEDDINGS)
    return prepare_segments(
        study.turns(), embedder=embedder, min_words=study.settings.topics.min_words
    )


def measure_topics(study: Study) -> Stability:
    """Measure the stability of the study's topics and keep it for the notebook."""
    stability = measure_stability(prepare_topics(study), n_topics=study.settings.topics.topics)
    keep_stability(stability, directory=study.root / MEMORY)
    return stability


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
