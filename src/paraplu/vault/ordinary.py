"""Forms that are ordinary words: Winter, Bloem, De Wit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["is_ordinary", "stands_as_name"]

SHORT = 3
"""Forms of so many letters or fewer are taken for ordinary words: An, Ad, Mo."""
MANY = 4
"""A form of so many words is no ordinary phrase."""
BEFORE = 60
"""Characters before a word that tell whether it begins a sentence."""
_OPENING = re.compile(
    r"""(?:\A|[.!?…:|]|\n[ \t]*(?=\n)|\n[ \t]*[-*\#>])[\s"'“”‘’„«»()\[\]*_~>\#–—-]*\Z"""
)


def is_ordinary(words: Sequence[str]) -> bool:
    """Tell whether a form could be ordinary words.

    Parameters
    ----------
    words
        The words of the form.

    Examples
    --------
    >>> is_ordinary(["de", "Wit"]), is_ordinary(["Karin"]), is_ordinary(["Annelinde", "de", "Hoop"])
    (True, False, False)

    """
    if len(words) >= MANY or any(any(c.isdigit() for c in word) for word in words):
        return False
    return sum(map(len, words)) <= SHORT or all(_is_word(word.lower()) for word in words)


def stands_as_name(text: str, starts: Iterable[int]) -> bool:
    """Tell whether one of these words has a capital that no beginning of a sentence explains.

    Parameters
    ----------
    text
        The text.
    starts
        Where the words of the form begin, in code points.

    Examples
    --------
    >>> text = "Winter was koud. Mevrouw Winter ook."
    >>> stands_as_name(text, [0]), stands_as_name(text, [25])
    (False, True)

    """
    return any(text[start].isupper() and not _opens(text, start) for start in starts)


def _opens(text: str, start: int) -> bool:
    """Tell whether a word begins a sentence, paragraph, line of a list or cell."""
    begin = max(start - BEFORE, 0)
    cut = "x" if begin else ""
    return _OPENING.search(cut + text[begin:start]) is not None


@lru_cache(maxsize=65536)
def _is_word(lower: str) -> bool:
    """Tell whether a Dutch dictionary has this word in small letters.

    The dictionary is simplemma's (Barbaresi 2021); it holds first names too, with a capital.
    """
    import simplemma

    if len(lower) == 1 or lower in ("s", "t", "ten", "ter", "van", "der", "den", "de", "het", "el"):
        return True
    return (
        bool(simplemma.is_known(lower, lang="nl"))
        and simplemma.lemmatize(lower, lang="nl").islower()
    )
