"""Words that a typesetter broke at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paraplu.formats.recordings.labels import find_label, generic_role, is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.formats.recordings.pieces import Line

__all__ = ["Mended", "mend_hyphens"]

ENDING = re.compile(r"(?P<left>[^\W\d_][\w'’]*(?:[-\u2010\u2011][\w'’]+)*)[-\u00ad\u2010]\s*\Z")
BEGIN = re.compile(r"\s*(?P<right>[^\W\d_][\w'’]*(?:[-\u2010\u2011][\w'’]+)*)(?P<after>\S*)")
WORD = re.compile(r"[^\W_][\w'’]*(?:[-\u2010\u2011][\w'’]+)*")
ADDRESS = re.compile(r"(?:https?://|www\.|\w\.[a-z]{2,}/)\S*(?<=/)\s*\Z")
FIRST = re.compile(r"\s*(\S+)\s*")
SHARED = frozenset({"en", "of", "of/en", "als", "dan", "tot", "noch", "maar"})
PREFIXES = frozenset({
    "oud", "ex", "niet", "non", "vice", "adjunct", "kandidaat", "aspirant", "collega", "interim",
    "noord", "zuid", "oost", "west", "noordoost", "noordwest", "zuidoost", "zuidwest",
    "sint",
})  # fmt: skip
CLASHES = frozenset({
    "aa", "ae", "ai", "au", "ee", "ei", "eu", "ii", "oe", "oi", "oo", "ou", "uu", "ui", "éé", "ée",
})  # fmt: skip
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Mended:
    """Lines without broken words, and how many words were mended."""

    lines: tuple[Line, ...]
    count: int


def mend_hyphens(lines: Sequence[Line]) -> Mended:
    """Join words that are broken over two lines.

    The hyphen stays when the word is written with it elsewhere in the document, when the second
    part begins with a capital, when the first is a letter, an abbreviation or a part that takes a
    hyphen (oud-, Noord-), and where two vowels would clash (auto-ongeluk). *gemeente- en
    provinciewerk* stays as it is. A hyphen within a line that is written as a soft one is a
    hyphen. An address of the web goes on after a slash.

    Examples
    --------
    >>> from paraplu.formats.recordings.pieces import Line
    >>> broken = [Line("de gemeente-", 0), Line("secretaris van Noord-", 1), Line("Holland", 2)]
    >>> [line.text for line in mend_hyphens(broken).lines]
    ['de gemeentesecretaris', 'van Noord-Holland', '']

    """
    plain = [replace(line, text=_harden(line.text)) for line in lines]
    seen = Counter(
        word.lower() for line in plain for word in WORD.findall(ENDING.sub("", line.text))
    )
    mended = list(plain)
    count = 0
    for place in range(len(mended) - 1):
        if ADDRESS.search(mended[place].text) and not _is_labelled(mended[place + 1]):
            _pull_up(mended, place)
        else:
            count += _mend(mended, place, seen=seen)
    return Mended(tuple(mended), count)


def _mend(lines: list[Line], place: int, *, seen: Counter[str]) -> bool:
    """Move the second part of a broken word up; tell whether its hyphen went."""
    ending = ENDING.search(lines[place].text)
    begin = BEGIN.match(lines[place + 1].text)
    if ending is None or begin is None or _is_labelled(lines[place + 1]):
        return False
    left, right = ending["left"], begin["right"]
    if right.lower() in SHARED and not begin["after"]:
        return False
    whole = _belongs_together(left, right, seen=seen)
    word = f"{left}{'' if whole else '-'}{right}{begin['after']}"
    kept = lines[place].text[: ending.start()]
    lines[place] = replace(lines[place], text=kept + word)
    rest = lines[place + 1].text[begin.end() :].lstrip()
    lines[place + 1] = replace(lines[place + 1], text=rest)
    return whole


def _pull_up(lines: list[Line], place: int) -> None:
    """Move the first word of the next line to the end of this one, without a space."""
    first = FIRST.match(lines[place + 1].text)
    if first is not None:
        joined = lines[place].text.rstrip() + first[1]
        lines[place] = replace(lines[place], text=joined)
        lines[place + 1] = replace(lines[place + 1], text=lines[place + 1].text[first.end() :])


def _harden(text: str) -> str:
    """Make soft hyphens within a line hyphens: some fonts know only one sign for both."""
    body, end = text.rstrip(), ""
    if body.endswith("\u00ad"):
        body, end = body[:-1], "\u00ad"
    return body.replace("\u00ad", "-") + end


def _is_labelled(line: Line) -> bool:
    """Tell whether a line begins with something like a label."""
    label = find_label(line.text)
    return label is not None and (generic_role(label.name) is not None or is_name(label.name))


def _belongs_together(left: str, right: str, *, seen: Counter[str]) -> bool:
    """Tell whether two parts are one word without a hyphen."""
    joined, hyphened = seen[f"{left}{right}".lower()], seen[f"{left}-{right}".lower()]
    if joined or hyphened:
        return joined >= hyphened
    last = re.split(r"[-\u2010\u2011]", left)[-1]
    if right[0].isupper() or len(last) < SHORTEST or (last.isupper() and len(last) > 1):
        return False
    if last.lower() in PREFIXES or last.lower() == right.lower():
        return False
    return (last[-1] + right[0]).lower() not in CLASHES or right.startswith("um")
