"""Finding a quotation in a turn: verbatim, with omissions and additions in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from paraplu.spans import Span, normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

__all__ = ["Plain", "Quotation", "flatten", "parse_quotation", "pseudonyms_in"]

_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_OUTER = re.compile(r"\A[“„\"«‘'](?P<inner>.*)[”\"»’'][.,;:!?]?\Z", re.DOTALL)
_LETTER = "\ue000"
_QUOTES = dict.fromkeys(map(ord, "“”„‟\"«»‘’‚‛'′″`´"), "'")  # noqa: RUF001  on purpose
_UNEQUAL = re.compile(r"…|[^\S ]|  ")
_PAUSES = ("…", "...")
_SIGNS = tuple(",.;:!?)")
_TYPE = re.compile(r"[^\W\d_]+ \d+")


class Plain(NamedTuple):
    """A text with quotation marks, spaces and pauses made equal.

    `places` holds the offset in the original of each character.
    """

    text: str
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, ready to be found.

    Parameters
    ----------
    pattern
        What must stand in a turn; a group for every part between omissions. None without words.
    additions
        What brackets add.
    attached
        Whether a bracket is stuck to a word.
    strange
        Brackets that look like a pseudonym of another interview.

    """

    pattern: re.Pattern[str] | None
    additions: tuple[str, ...] = ()
    attached: bool = False
    strange: tuple[str, ...] = ()

    def find(self, turn: str) -> Iterator[tuple[Span, ...]]:
        """Yield where the quotation stands in a turn: the spans of its parts.

        Spans count code points from the beginning of the turn.
        """
        if self.pattern is None:
            return
        plain = flatten(turn)
        start = 0
        while match := self.pattern.search(plain.text, start):
            yield tuple(
                Span(plain.places[first], plain.places[last - 1] + 1)
                for first, last in (match.span(n + 1) for n in range(self.pattern.groups))
            )
            start = match.start() + 1


def parse_quotation(text: str, *, pseudonyms: Collection[str]) -> Quotation:
    """Read the words of a quotation.

    Parameters
    ----------
    text
        As written, with or without quotation marks around it.
    pseudonyms
        What stands in brackets in the interview, as `pseudonyms_in` gives it: such a bracket
        must stand there in the quotation as well. ``[…]`` leaves words out, ``[I]k`` changes a
        capital, and any other bracket adds.

    Examples
    --------
    >>> quotation = parse_quotation("“ik had [toen] een […] adres”", pseudonyms=())
    >>> quotation.additions
    ('toen',)
    >>> list(quotation.find("Nou, ik had een baan, geen adres."))[0][1]
    Span(start=27, end=32)

    """
    outer = _OUTER.match(text.strip())
    plain = flatten(outer["inner"] if outer else text).text
    parts, attached = [""], False
    additions: list[str] = []
    strange: list[str] = []
    place = 0
    for match in _BRACKET.finditer(plain):
        parts[-1] += plain[place : match.start()]
        place = match.end()
        content = match[1].strip()
        before, after = plain[: match.start()][-1:], plain[place : place + 1]
        if content in _PAUSES:
            parts.append("")
        elif content in pseudonyms:
            parts[-1] += match[0]
        elif len(content) == 1 and content.isalpha() and _is_word(after) and not _is_word(before):
            parts[-1] += _LETTER + content
        else:
            attached |= _is_word(before) or _is_word(after)
            (strange if _TYPE.fullmatch(content) else additions).append(content)
            if after in _SIGNS:
                parts[-1] = parts[-1].rstrip()
    parts[-1] += plain[place:]
    pieces = [_pattern_of(part) for part in parts if part.strip()]
    pattern = re.compile(".*?".join(f"({piece})" for piece in pieces)) if pieces else None
    return Quotation(pattern, tuple(additions), attached, tuple(strange))


def pseudonyms_in(body: str) -> frozenset[str]:
    """Return what stands in brackets in an interview."""
    return frozenset(flatten(match[1]).text.strip() for match in _BRACKET.finditer(body))


@lru_cache(maxsize=8192)
def flatten(text: str) -> Plain:
    r"""Make quotation marks one sign, pauses three dots, and white space one space.

    Examples
    --------
    >>> flatten("“ja…”\n  zei hij").text
    "'ja...' zei hij"

    """
    text = normalise(text)
    if not _UNEQUAL.search(text):
        return Plain(text.translate(_QUOTES), range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character.isspace():
            if letters and letters[-1] == " ":
                continue
            shown = " "
        elif character == "…":
            shown = "..."
        else:
            shown = character.translate(_QUOTES)
        letters.extend(shown)
        places.extend([place] * len(shown))
    return Plain("".join(letters), places)


def _pattern_of(part: str) -> str:
    """Return the pattern of the words between two omissions, bounded by whole words."""
    words = " ".join(part.split())
    pattern = ""
    place = 0
    while place < len(words):
        if words[place] == _LETTER:
            letter = words[place + 1]
            pattern += f"[{letter.lower()}{letter.upper()}]"
            place += 2
        else:
            pattern += re.escape(words[place])
            place += 1
    bare = words.replace(_LETTER, "")
    before = r"(?<!\w)" if _is_word(bare[:1]) else ""
    after = r"(?!\w)" if _is_word(bare[-1:]) else ""
    return f"{before}{pattern}{after}"


def _is_word(character: str) -> bool:
    """Tell whether a character is part of a word."""
    return bool(character) and (character.isalnum() or character == "_")
