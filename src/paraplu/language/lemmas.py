"""Lemmas of Dutch words."""

from __future__ import annotations

from functools import cache

__all__ = ["lemmatise"]


@cache
def lemmatise(word: str) -> str:
    """Return the dictionary form of a Dutch word, in lower case.

    The dictionary is simplemma's (Barbaresi 2021); a word it does not know is returned as it
    is. It writes some compounds with a border (``raad_lid``), which is taken out: a lemma
    serves to count by and is not always fit to be shown.

    Parameters
    ----------
    word
        One word; may be empty.

    Examples
    --------
    >>> lemmatise("Bedreigingen"), lemmatise("ideeën"), lemmatise("")
    ('bedreiging', 'idee', '')

    """
    if not word:
        return ""
    import simplemma

    return simplemma.lemmatize(word.lower(), lang="nl").replace("_", "").lower()
