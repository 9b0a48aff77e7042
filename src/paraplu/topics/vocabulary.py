"""Vocabulary: the lemmas that may name a topic."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.language import lemmatise, list_fillers, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["MIN_RESPONDENTS", "Vocabulary", "choose_vocabulary", "find_words", "gather_vocabulary"]

MIN_RESPONDENTS = 3
"""A word that fewer respondents use is an anecdote and names no topic."""

MIN_LETTERS = 3
MOST_LEMMAS = 4000
"""Lemmas beyond the ones most respondents use are left out, so that an archive stays light."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lemmas of each segment and how they are written.

    `documents` holds, per segment, its lemmas with a space between; `lemmas` the ones that enough
    respondents use, in alphabetical order; `forms` the way most respondents write each; `named`
    the lemmas that may name a topic, since enough respondents use that very form.
    """

    documents: tuple[str, ...]
    lemmas: tuple[str, ...]
    forms: Mapping[str, str]
    named: frozenset[str]


def find_words(text: str) -> tuple[tuple[str, str], ...]:
    """Find the words of a text that carry a subject, as (lemma, form in lower case).

    Fillers, pseudonyms, remarks of the typist and words of fewer than three letters are left
    out.

    Examples
    --------
    >>> find_words("Nou eh, die bedreigingen van [persoon 3].")
    (('bedreiging', 'bedreigingen'),)

    """
    fillers = list_fillers()
    found = []
    for word in map(str.lower, list_words(text)):
        lemma = lemmatise(word)
        if len(lemma) >= MIN_LETTERS and word not in fillers and lemma not in fillers:
            found.append((lemma, word))
    return tuple(found)


def choose_vocabulary(
    words: Sequence[Sequence[tuple[str, str]]],
    respondents: Sequence[str],
    *,
    min_respondents: int = MIN_RESPONDENTS,
    most: int = MOST_LEMMAS,
) -> Vocabulary:
    """Choose the lemmas that enough respondents use.

    Parameters
    ----------
    words
        Lemmas and forms of each segment.
    respondents
        Who speaks in each; as many as `words`.
    min_respondents
        A lemma used by fewer respondents is left out.
    most
        At most this many lemmas, those of most respondents first.

    Returns
    -------
    Vocabulary
        Empty without segments.

    """
    users: defaultdict[str, set[str]] = defaultdict(set)
    written: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for own, respondent in zip(words, respondents, strict=True):
        for lemma, form in own:
            users[lemma].add(respondent)
            written[lemma][form].add(respondent)
    shared = [lemma for lemma, people in users.items() if len(people) >= min_respondents]
    shared = sorted(shared, key=lambda lemma: (-len(users[lemma]), lemma))[:most]
    kept = frozenset(shared)
    forms = {lemma: _most_common(written[lemma]) for lemma in sorted(kept)}
    return Vocabulary(
        documents=tuple(" ".join(lemma for lemma, _ in own if lemma in kept) for own in words),
        lemmas=tuple(sorted(kept)),
        forms=forms,
        named=frozenset(
            lemma for lemma, form in forms.items() if len(written[lemma][form]) >= min_respondents
        ),
    )


def gather_vocabulary(
    texts: Sequence[str],
    respondents: Sequence[str],
    *,
    min_respondents: int = MIN_RESPONDENTS,
) -> Vocabulary:
    """Find the words of segments and choose among them: see `choose_vocabulary`."""
    words = [find_words(text) for text in texts]
    return choose_vocabulary(words, respondents, min_respondents=min_respondents)


def _most_common(forms: Mapping[str, set[str]]) -> str:
    """Return the form that most respondents use; ties in alphabetical order."""
    return min(forms, key=lambda form: (-len(forms[form]), form))
