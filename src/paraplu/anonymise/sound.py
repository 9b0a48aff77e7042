"""How names sound: what is misheard or misspelled is written otherwise and sounds alike."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

__all__ = ["alike", "sound"]

ALIKE = 0.8
"""Similarity of letters from which two long names are one that was heard in two ways."""
LONG = 6
_SPELLINGS = tuple(
    (re.compile(written), spoken)
    for written, spoken in (
        (r"tsj|tch|tj", "C"), (r"sch", "sg"), (r"ch", "g"), (r"ph", "f"), (r"th", "t"),
        (r"x", "ks"), (r"c(?=[eiy])", "s"), (r"q(?:u)?", "k"), (r"c", "k"), (r"ui|uy", "U"),
        (r"eij|ei|ij|ey|ai|ay", "Y"), (r"ou|au|ow|auw|ouw", "O"), (r"oe|ou", "u"), (r"ie|y", "i"),
        (r"z", "s"), (r"v", "f"), (r"d$", "t"), (r"dt", "t"), (r"(?<=\w)h(?!\w)", ""),
        (r"(\w)\1+", r"\1"), (r"[^A-Za-z]", ""),
    )
)  # fmt: skip


@lru_cache(maxsize=8192)
def sound(name: str) -> str:
    """Return a key that names share when they sound alike in Dutch.

    Examples
    --------
    >>> sound("Kuypers") == sound("Kuipers"), sound("Thirza") == sound("Tirza")
    (True, True)

    """
    plain = unicodedata.normalize("NFD", name.casefold().replace("ĳ", "ij"))
    key = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for written, spoken in _SPELLINGS:
        key = written.sub(spoken, key)
    return key


def alike(one: str, other: str) -> bool:
    """Tell whether two parts of names differ as what is misheard differs; capitals aside.

    Examples
    --------
    >>> alike("hoekman", "hoekmann"), alike("jansen", "jaspers")
    (True, False)

    """
    mine, theirs = one.casefold(), other.casefold()
    if mine.removesuffix("s") == theirs.removesuffix("s"):
        return True
    keys = sound(mine), sound(theirs)
    shortest = 3
    if keys[0] == keys[1] and len(keys[0]) > shortest:
        return True
    if min(len(mine), len(theirs)) < LONG or keys[0][:1] != keys[1][:1]:
        return False
    ratios = (SequenceMatcher(None, *pair, autojunk=False) for pair in ((mine, theirs), keys))
    return any(matcher.ratio() >= ALIKE for matcher in ratios)
