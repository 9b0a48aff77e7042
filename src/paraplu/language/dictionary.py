"""Which Dutch words are ordinary words, and which are likely names."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["knows_word", "lists_word"]

_STRESS = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
_FORMED = re.compile(
    r"\w{2,}(?:iteit(?:en)?|heid|heden|aties?|isme|lijke?|eerde?|schap(?:pen)?|isch|ische|baar|bare|loze?)$"
)
SHORTEST_PART = 4
"""Letters of the shortest part that a compound is cut into."""


@lru_cache(maxsize=65536)
def knows_word(word: str) -> bool:
    """Tell whether this is an ordinary Dutch word, capitals and marks of stress aside.

    The dictionary is simplemma's (Barbaresi 2021). Beside what is listed there, words with an
    ending that only ordinary words have (*-iteit*, *-heid*) and compounds of two known words
    count, the second in its dictionary form or inflected. It also holds common first names.

    Examples
    --------
    >>> knows_word("Griffier"), knows_word("noodknop"), knows_word("Wiarda"), knows_word("")
    (True, True, False, False)

    """
    lower = word.lower()
    if not lower:
        return False
    return _listed(lower) or _FORMED.fullmatch(lower) is not None or _is_compound(lower)


@lru_cache(maxsize=65536)
def lists_word(word: str) -> bool:
    """Tell whether the dictionary itself has the word, compounds it could be made of aside.

    Many a surname looks like a compound (*Rottinghuis*, *Haveltjes*).

    Examples
    --------
    >>> lists_word("Storm"), lists_word("Rottinghuis"), knows_word("Rottinghuis")
    (True, False, True)

    """
    return bool(word) and _listed(word.lower())


def _listed(lower: str) -> bool:
    """Tell whether the dictionary has the word, with or without marks of stress."""
    import simplemma

    plain = lower.translate(_STRESS)
    return any(simplemma.is_known(form, lang="nl") for form in {lower, plain})


def _is_compound(lower: str) -> bool:
    """Tell whether a word is two known words, with or without an s between them."""
    for cut in range(SHORTEST_PART, len(lower) - SHORTEST_PART + 1):
        head, tail = lower[:cut], lower[cut:]
        known = _listed(head) or (head.endswith("s") and _listed(head[:-1]))
        if known and _listed(tail) and _is_noun(tail):
            return True
    return False


def _is_noun(word: str) -> bool:
    """Tell whether a word can end a compound: a dictionary form, or an ending of number."""
    from paraplu.language.lemmas import lemmatise

    return lemmatise(word) == word or word.endswith(("en", "s", "e", "je", "jes"))
