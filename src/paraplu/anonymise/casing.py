"""Whether a text has capitals at all: without them names cannot be found."""

from __future__ import annotations

import re

__all__ = ["is_lowered"]

_SENTENCE = re.compile(
    r"(?:^|[.!?…]\s+|\n(?:[A-Z]\w*: ?)?)[\"'“‘]?(?P<first>[^\W\d_])", re.MULTILINE
)
_WORD = re.compile(r"\b[^\W\d_]{2,}\b")
FEWEST_WORDS = 50
"""Under this number of words nothing can be said."""
SENTENCES = 0.5
"""Share of sentences that begin with a capital, under which a text counts as lower-cased."""
WORDS = 0.01
"""Share of capitalised words under which a text counts as lower-cased."""
ALL = 0.6
"""Share of capitalised words above which capitals say nothing."""


def is_lowered(text: str) -> bool:
    """Tell whether capitals say nothing in this text: (nearly) none, or everywhere.

    Speaker labels do not count. A text of less than 50 words is taken as it is.

    Examples
    --------
    >>> is_lowered("nou ja ik belde jan en die zei dat het goed was en toen " * 5)
    True

    """
    spoken = re.sub(r"^[A-Z]\w*: ?", "", text, flags=re.MULTILINE)
    words = _WORD.findall(spoken)
    if len(words) < FEWEST_WORDS:
        return False
    share = sum(word[0].isupper() for word in words) / len(words)
    starts = [found["first"] for found in _SENTENCE.finditer(spoken)]
    capitals = sum(first.isupper() for first in starts) / max(1, len(starts))
    few = share < WORDS or (capitals < SENTENCES and share < 3 * WORDS)
    return bool(few or share > ALL)
