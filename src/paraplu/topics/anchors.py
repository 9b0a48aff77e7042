"""Anchors: what each code sounds like, from its definition and the passages given it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.language import strip_bracketed
from paraplu.topics.views import WORD_WEIGHT, unit_rows
from paraplu.topics.vocabulary import find_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csr_matrix

    from paraplu.language import Embedder
    from paraplu.records import Codebook

__all__ = [
    "ANCHOR_COLUMNS",
    "AnchorScore",
    "Anchors",
    "Prototypes",
    "gather_anchors",
    "score_anchors",
]

DEFINITION = 3
"""A definition counts as this many passages, so that a code with few has a prototype too."""

NEAR = 3
"""Codes that an evaluator can weigh at a glance."""

ANCHOR_COLUMNS: Sequence[str] = ("code", "code_name", "n_passages", "f1", "f1_words")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Coded passages and definitions, as vectors and as counts of words.

    Attributes
    ----------
    codes, names
        Ids and names of the codes, in the order of the codebook.
    given
        Code (place in `codes`) of each passage: ndarray of shape (n_passages,).
    interviews
        Of each passage.
    meaning, defined
        Embeddings of passages and definitions, ndarrays of shape (n_passages, n_dimensions) and
        (n_codes, n_dimensions), each around its mean and of length 1.
    words, defined_words
        Counts, sparse matrices of the same numbers of rows.
    lemmas
        Of the columns of the counts.

    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    given: np.ndarray
    interviews: np.ndarray
    meaning: np.ndarray
    defined: np.ndarray
    words: csr_matrix
    defined_words: csr_matrix
    lemmas: tuple[str, ...]

    def prototypes(self, rows: np.ndarray, *, definition: float = DEFINITION) -> Prototypes:
        """Make a prototype per code of some of the passages.

        Parameters
        ----------
        rows
            Which passages: ndarray of bool.
        definition
            For how many passages a definition counts.

        """
        weights = _weigh(self.words[rows])
        adds = _members(self.given[rows], codes=len(self.codes))
        spoken = adds @ weigh_counts(self.words[rows], weights)
        spoken += definition * weigh_counts(self.defined_words, weights)
        meant = adds @ self.meaning[rows] + definition * self.defined
        return Prototypes(unit_rows(meant), unit_rows(spoken.toarray()), weights)


@dataclass(frozen=True, slots=True)
class Prototypes:
    """What each code sounds like.

    `meaning` and `words` are ndarrays of shape (n_codes, n_dimensions) and (n_codes, n_lemmas),
    rows of length 1; `weights` are the inverse document frequencies of the lemmas.
    """

    meaning: np.ndarray
    words: np.ndarray
    weights: np.ndarray

    @property
    def directions(self) -> np.ndarray:
        """Return meaning beside words, of shape (n_codes, n_dimensions + n_lemmas)."""
        return np.hstack([self.meaning, WORD_WEIGHT * self.words])

    def place(self, meaning: np.ndarray, counts: csr_matrix) -> np.ndarray:
        """Return texts in the dimensions of `directions`; the product of both is likeness."""
        return np.hstack([meaning, WORD_WEIGHT * weigh_counts(counts, self.weights).toarray()])

    def liken(self, meaning: np.ndarray | None, counts: csr_matrix) -> np.ndarray:
        """Return likeness to each prototype, of shape (n_texts, n_codes), from -1 to 3.

        Cosine of meaning (when given) plus twice that of words: the weights of `JointView`.
        """
        spoken: np.ndarray = weigh_counts(counts, self.weights) @ self.words.T
        return spoken if meaning is None else meaning @ self.meaning.T + WORD_WEIGHT**2 * spoken


@dataclass(frozen=True, slots=True)
class AnchorScore:
    """How well prototypes know the passages of an interview they have not seen.

    `codes` has one row per code that was given (`ANCHOR_COLUMNS`): ``n_passages``, ``f1`` and
    ``f1_words`` (of the baseline: nearest prototype by TF-IDF of words alone, without
    definitions), each 0 to 1. `macro` and `macro_words` are their means; `near` is the share of
    passages whose code is among the nearest three.
    """

    codes: pd.DataFrame
    macro: float
    macro_words: float
    near: float


def gather_anchors(
    codings: pd.DataFrame, *, codebook: Codebook, embedder: Embedder
) -> Anchors | None:
    """Gather what codes sound like; None when nothing of a respondent was coded.

    Parameters
    ----------
    codings
        Tidy frame of codings.
    codebook
        With the definitions.
    embedder
        Turns passages and definitions into vectors, in one call.

    """
    from sklearn.feature_extraction.text import CountVectorizer

    codes = tuple(codebook.codes)
    own = codings[(codings["respondent"] != "") & codings["code"].isin(codes)]
    if own.empty:
        return None
    own = own.sort_values(["interview", "start", "end", "code"], kind="stable")
    passages = [strip_bracketed(text) for text in own["exact"]]
    defined = [
        f"{code.name}. {code.definition} {code.include}".strip() for code in codebook.codes.values()
    ]
    vectors = np.asarray(embedder.embed([*passages, *defined]), dtype=np.float64)
    texts = [" ".join(lemma for lemma, _ in find_words(text)) for text in [*passages, *defined]]
    counter = CountVectorizer(analyzer=str.split)
    try:
        counts = counter.fit_transform(texts)
    except ValueError:  # not one word that carries a subject
        return None
    place = {code: number for number, code in enumerate(codes)}
    n = len(passages)
    return Anchors(
        codes=codes,
        names=tuple(code.name for code in codebook.codes.values()),
        given=np.array([place[code] for code in own["code"]]),
        interviews=own["interview"].to_numpy(dtype=object),
        meaning=unit_rows(vectors[:n] - vectors[:n].mean(axis=0)),
        defined=unit_rows(vectors[n:] - vectors[n:].mean(axis=0)),
        words=counts[:n],
        defined_words=counts[n:],
        lemmas=tuple(counter.get_feature_names_out()),
    )


def score_anchors(anchors: Anchors) -> AnchorScore:
    """Leave out every interview, and let the other ones' prototypes read its passages.

    Prototypes, weights of words and centres come from the other interviews (and the
    definitions); each passage of the left-out interview gets the nearest prototype's code.
    """
    from sklearn.metrics import f1_score

    found = np.empty_like(anchors.given)
    plain = np.empty_like(anchors.given)
    near = np.zeros(len(anchors.given), dtype=bool)
    for interview in sorted(set(anchors.interviews)):
        test = anchors.interviews == interview
        if test.all():
            found[test] = plain[test] = -1
            continue
        known, words = anchors.prototypes(~test), anchors.prototypes(~test, definition=0)
        likeness = known.liken(anchors.meaning[test], anchors.words[test])
        found[test] = likeness.argmax(axis=1)
        own = likeness[np.arange(len(likeness)), anchors.given[test]]
        near[test] = (likeness > own[:, None]).sum(axis=1) < NEAR
        plain[test] = words.liken(None, anchors.words[test]).argmax(axis=1)
    present = np.unique(anchors.given)
    f1, f1_words = (
        f1_score(anchors.given, labels, labels=present, average=None, zero_division=0.0)
        for labels in (found, plain)
    )
    frame = pd.DataFrame(
        {
            "code": [anchors.codes[code] for code in present],
            "code_name": [anchors.names[code] for code in present],
            "n_passages": np.bincount(anchors.given, minlength=len(anchors.codes))[present],
            "f1": f1,
            "f1_words": f1_words,
        },
        columns=list(ANCHOR_COLUMNS),
    )
    return AnchorScore(frame, float(f1.mean()), float(f1_words.mean()), float(near.mean()))


def weigh_counts(counts: csr_matrix, weights: np.ndarray) -> csr_matrix:
    """Return TF-IDF with the logarithm of counts, rows of length 1."""
    from sklearn.preprocessing import normalize

    weighed: csr_matrix = normalize(counts.astype(float).log1p().multiply(weights).tocsr())
    return weighed


def _weigh(counts: csr_matrix) -> np.ndarray:
    """Return inverse document frequencies, smoothed."""
    held = np.asarray((counts > 0).sum(axis=0)).ravel()
    weights: np.ndarray = np.log((1 + counts.shape[0]) / (1 + held)) + 1
    return weights


def _members(given: np.ndarray, *, codes: int) -> csr_matrix:
    """Return a matrix of shape (n_codes, n_passages) that sums passages by code."""
    from scipy.sparse import csr_matrix

    ones = np.ones(len(given))
    return csr_matrix((ones, (given, np.arange(len(given)))), shape=(codes, len(given)))
