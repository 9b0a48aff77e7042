"""The review net: every other capital and number, shown to the reader and not masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.anonymise.number_words import parse_number_word
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paraplu.anonymise.detection import Mention
    from paraplu.anonymise.document import Document

__all__ = ["cast_net"]

SMALL = 3
"""Number words up to this one are articles and counts; they are not shown."""


def cast_net(document: Document, *, mentions: Iterable[Mention]) -> tuple[Span, ...]:
    """Return capitals in mid-sentence, capitals the tagger calls names, and numbers."""
    masked = [(mention.start, mention.end) for mention in mentions]
    place = 0
    net: list[Span] = []
    for words in document.words:
        for word in words:
            while place < len(masked) and masked[place][1] <= word.start:
                place += 1
            inside = place < len(masked) and masked[place][0] < word.end
            number = parse_number_word(word.text)
            shown = (
                (word.capital and (not word.begins or word.tag == "PROPN"))
                or any(character.isdigit() for character in word.text)
                or (number is not None and number > SMALL)
            )
            if shown and not inside:
                net.append(Span(word.start, word.end))
    return tuple(net)
