"""Names after a form of address or a function: "mevrouw van Haaften", "burgemeester Vos"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import PREFIXES, Lexicon, load_lexicon
from paraplu.language.dictionary import knows_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.anonymise.document import Document, Word

__all__ = ["Titles"]

ASKED = frozenset({
    "mevrouw", "meneer", "mijnheer", "juffrouw", "tante", "oom", "dominee", "pastoor", "familie",
})  # fmt: skip
"""Forms of address after which a name may be written small."""
ARTICLED = frozenset({"heer", "familie", "gebroeders"})
LONGEST_ACRONYM = 5
NAMELIKE = frozenset({"PROPN", "NOUN", "X"})
_VERBAL = re.compile(r"(?:[dt]en?|t)$")


class Titles:
    """Finds the name after a title. A form of address is masked with it, a function is not."""

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        lexicon = load_lexicon()
        for words in document.words:
            for place, word in enumerate(words):
                lower = word.text.lower()
                if lower in lexicon.titles:
                    yield from _after_title(words, place, lexicon=lexicon)
                elif lower in lexicon.roles:
                    yield from _after_role(words, place, lexicon=lexicon)


def _after_title(words: Sequence[Word], place: int, *, lexicon: Lexicon) -> Iterator[Detection]:
    """Give a title with its name; after some titles the name may be written small."""
    title = words[place].text.lower()
    end = _name_end(words, place + 1, lexicon=lexicon)
    if end is None or not (words[end].capital or title in ASKED):
        return
    first = place
    if title in ARTICLED and place and words[place - 1].text.lower() == "de":
        first -= 1
    yield Detection(words[first].start, words[end].end, "PERSON", "aanspreking", 0.9)


def _after_role(words: Sequence[Word], place: int, *, lexicon: Lexicon) -> Iterator[Detection]:
    """Give the name after a function; "van" after one mostly names a place.

    In small letters only a word counts that no dictionary knows ("wethouder wiersinga"), and that
    is not a new verb ("de wethouder appte"); the tagger is often wrong about such a word.
    """
    following = place + 1
    if following == len(words):
        return
    name = words[following]
    if not name.capital:
        nominal = name.tag in NAMELIKE or _VERBAL.search(name.text) is None
        if nominal and _may_be_name(name):
            yield Detection(name.start, name.end, "PERSON", "aanspreking", 0.5)
        return
    end = _name_end(words, following, lexicon=lexicon)
    common = (lexicon.public - lexicon.surnames) | lexicon.parties
    if end is not None and words[end].capital and name.text not in common:
        yield Detection(name.start, words[end].end, "PERSON", "aanspreking", 0.7)


def _name_end(words: Sequence[Word], place: int, *, lexicon: Lexicon) -> int | None:
    """Return the place of the last word of the name that begins here, or None."""
    end = None
    while place < len(words):
        word = words[place]
        lower = word.text.lower()
        if lower in PREFIXES or (end is None and lower in lexicon.titles):
            place += 1
        elif _may_be_name(word) and (end is None or word.capital):
            end = place
            place += 1
        else:
            break
    return end


def _may_be_name(word: Word) -> bool:
    """Tell whether a word can be a name: no office in capitals, no word the dictionary knows."""
    shortest = 3
    if not word.capital:
        return len(word.text) >= shortest and word.text.isalpha() and not knows_word(word.text)
    letters = word.text.strip(".")
    shouted = word.text.isupper() and 1 < len(letters) <= LONGEST_ACRONYM
    return not shouted
