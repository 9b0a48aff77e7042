"""Which words of a topic name a thing or a property: nouns and adjectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.language import find_nouns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from paraplu.topics.vocabulary import Vocabulary

__all__ = ["find_naming_words"]

EXAMPLES = 12
"""Segments in which a word is looked at, in its sentence."""


def find_naming_words(
    lemmas: Mapping[int, Sequence[str]],
    *,
    texts: Sequence[str],
    labels: np.ndarray,
    vocabulary: Vocabulary,
) -> frozenset[str]:
    """Find the lemmas that are mostly a noun or an adjective where a topic uses them.

    Parameters
    ----------
    lemmas
        Per topic its weightiest lemmas.
    texts, labels
        Text and topic of each segment.
    vocabulary
        Of the same segments.

    """
    wanted = {topic: frozenset(own) for topic, own in lemmas.items()}
    used: dict[str, list[str]] = {lemma: [] for own in lemmas.values() for lemma in own}
    for text, label, document in zip(texts, labels.tolist(), vocabulary.documents, strict=True):
        for lemma in wanted.get(label, frozenset()).intersection(document.split()):
            if len(used[lemma]) < EXAMPLES and vocabulary.forms[lemma] in text.lower():
                used[lemma].append(text)
    nouns = find_nouns({vocabulary.forms[lemma]: found for lemma, found in used.items()})
    return frozenset(
        lemma
        for lemma in used
        if vocabulary.forms[lemma] in nouns and not _conjugated(vocabulary.forms[lemma], lemma)
    )


def _conjugated(form: str, lemma: str) -> bool:
    """Tell whether a form can only be a verb's: no noun or adjective adds a -t.

    Examples
    --------
    >>> _conjugated("belt", "bel"), _conjugated("bellen", "bel"), _conjugated("bel", "bel")
    (True, False, False)

    """
    return form != lemma and form.endswith("t")
