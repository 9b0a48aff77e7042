"""The Dutch spaCy pipeline that is shipped: parts of speech, sentences, lemmas and names."""

from __future__ import annotations

import warnings
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["INSTALLABLE", "find_installed", "load_installed", "load_pipeline"]

INSTALLABLE = ("nl_core_news_lg", "nl_core_news_md", "nl_core_news_sm")
"""Pipelines that a user may have installed; the first one found is used."""

MODEL = "model/nl_paraplu"


@cache
def load_pipeline(*, lemmas: bool = False) -> Language:
    """Load the shipped pipeline, trained by ``scripts/train_pipeline.py``.

    Parameters
    ----------
    lemmas
        Whether to load the lemmatiser as well; it takes time that detection does not need.

    """
    folder = Path(str(files("paraplu.language").joinpath(MODEL)))
    return _load(folder, exclude=[] if lemmas else ["trainable_lemmatizer"])


def find_installed() -> str:
    """Return the name of the Dutch pipeline a user has installed, or an empty string."""
    return next((name for name in INSTALLABLE if find_spec(name) is not None), "")


@cache
def load_installed(name: str) -> Language:
    """Load an installed pipeline without what detection does not need."""
    return _load(name, exclude=["lemmatizer", "parser", "attribute_ruler"])


def _load(model: Path | str, *, exclude: list[str]) -> Language:
    """Load a pipeline; a model of a neighbouring spaCy version works and needs no warning."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(model, exclude=exclude)
