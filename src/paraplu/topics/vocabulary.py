"""Vocabulary: the lemmas that may name a topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.language import lemmatise, list_fillers, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["MIN_RESPONDENTS", "Vocabulary", "gather_vocabulary"]

MIN_RESPONDENTS = 3
"""A word that fewer respondents use is an anecdote and names no topic."""

MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lemmas of each segment and how they are written.

    `documents` holds, per segment, its lemmas with a space between; `lemmas` the ones that may
    name a topic, in alphabetical order; `forms` the way each is most often written.
    """

    documents: tuple[str, ...]
    lemmas: tuple[str, ...]
    forms: Mapping[str, str]


def gather_vocabulary(
    texts: Sequence[str],
    respondents: Sequence[str],
    *,
    min_respondents: int = MIN_RESPONDENTS,
) -> Vocabulary:
    """Gather the lemmas of segments, fillers left out.

    Parameters
    ----------
    texts
        Segments.
    respondents
        Who speaks in each; as many as `texts`.
    min_respondents
        A lemma used by fewer respondents is left out.

    Returns
    -------
    Vocabulary
        Empty without texts.

    """
    fillers = list_fillers()
    users: defaultdict[str, set[str]] = defaultdict(set)
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    lemmas: list[list[str]] = []
    for text, respondent in zip(texts, respondents, strict=True):
        lemmas.append([])
        for word in map(str.lower, list_words(text)):
            lemma = lemmatise(word)
            if len(lemma) < MIN_LETTERS or word in fillers or lemma in fillers:
                continue
            lemmas[-1].append(lemma)
            users[lemma].add(respondent)
            written[lemma][word] += 1
    shared = tuple(
        sorted(lemma for lemma, people in users.items() if len(people) >= min_respondents)
    )
    forms = {lemma: _most_common(written[lemma]) for lemma in shared}
    kept = frozenset(shared)
    documents = tuple(" ".join(lemma for lemma in own if lemma in kept) for own in lemmas)
    return Vocabulary(documents=documents, lemmas=shared, forms=forms)


def _most_common(forms: Counter[str]) -> str:
    """Return the form written most often; ties in alphabetical order."""
    return min(forms, key=lambda form: (-forms[form], form))
