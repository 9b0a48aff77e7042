"""Embedding: texts as vectors, and what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pytest

from paraplu.language import CachedEmbedder, CharacterEncoder, UniversalEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXTS = [
    "De burgemeester deed aangifte bij de politie.",
    "Bij de politie heeft de burgemeester aangifte gedaan.",
    "Mijn moeder bakt op zondag appeltaart.",
]


@dataclass
class CountingEncoder:
    """Counts letters, and remembers what it was asked."""

    corpus_bound: bool = False
    name: str = "telt/letters"
    asked: list[list[str]] = field(default_factory=list)

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return the length of each text, and a one."""
        self.asked.append(list(texts))
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)


@pytest.fixture(scope="module")
def universal() -> UniversalEncoder:
    """Load the model once."""
    return UniversalEncoder()


def test_like_texts_lie_nearer(universal: UniversalEncoder) -> None:
    """Two ways to say one thing lie nearer each other than to another thing."""
    for encoder in (universal, CharacterEncoder()):
        vectors = encoder.embed([*TEXTS, "Wij hebben gisteren lang vergaderd over de begroting."])
        assert vectors.dtype == np.float32
        assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_a_vector_does_not_depend_on_its_neighbours(universal: UniversalEncoder) -> None:
    """The universal encoder gives the same bits for a text alone and among others."""
    assert np.array_equal(universal.embed(TEXTS)[2], universal.embed(TEXTS[2:])[0])


@pytest.mark.parametrize(
    "texts", [[], ["een"], ["een", "twee"], ["", "", ""], ["a", "a", "a", "a"]]
)
def test_few_or_empty_texts_have_vectors(texts: list[str], universal: UniversalEncoder) -> None:
    """Every number of texts, and texts without letters, give as many finite vectors."""
    for encoder in (CharacterEncoder(), universal):
        vectors = encoder.embed(texts)
        assert len(vectors) == len(texts)
        assert np.isfinite(vectors).all()


def test_the_letter_encoder_repeats_itself() -> None:
    """The same texts and seed give the same vectors."""
    texts = [f"{text} {number}" for text in TEXTS for number in range(4)]
    first, second = (CharacterEncoder(seed=3).embed(texts) for _ in range(2))
    assert np.array_equal(first, second)


def test_kept_vectors_are_not_made_again(tmp_path: Path) -> None:
    """Only texts that are new are embedded, also by a next process."""
    own = CountingEncoder()
    CachedEmbedder(own, tmp_path / "new").embed(["a", "bb"])
    vectors = CachedEmbedder(own, tmp_path / "new").embed(["bb", "ccc", "bb"])
    assert own.asked == [["a", "bb"], ["ccc"]]
    assert vectors[:, 0].tolist() == [2, 3, 2]


def test_what_is_withdrawn_leaves_no_vector(tmp_path: Path) -> None:
    """The file holds the vectors of the latest call only, and never a text."""
    cached = CachedEmbedder(CountingEncoder(), tmp_path)
    cached.embed(["geheim", "ander"])
    cached.embed(["ander"])
    with np.load(cached.path) as kept:
        assert kept["vectors"].shape == (1, 2)
    assert b"ander" not in cached.path.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == [cached.path.name]


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    """A truncated cache costs time and nothing else."""
    cached = CachedEmbedder(CountingEncoder(), tmp_path)
    cached.embed(["a"])
    cached.path.write_bytes(cached.path.read_bytes()[:40])
    assert cached.embed(["a"])[0, 0] == 1
    cached.path.write_bytes(b"")
    assert cached.embed(["a"])[0, 0] == 1


def test_corpus_bound_vectors_are_kept_per_corpus(tmp_path: Path) -> None:
    """Vectors that depend on the other texts are not reused among other texts."""
    own = CountingEncoder(corpus_bound=True)
    cached = CachedEmbedder(own, tmp_path)
    for texts in (["a", "bb"], ["a", "bb"], ["a"]):
        cached.embed(texts)
    assert own.asked == [["a", "bb"], ["a"]]
