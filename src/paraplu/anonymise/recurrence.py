"""Persons who come back otherwise: as an ordinary word in small letters, misheard, as initials."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import PREFIXES, load_lexicon
from paraplu.anonymise.sound import alike, sound
from paraplu.language import list_fillers
from paraplu.language.dictionary import knows_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paraplu.anonymise.detection import Mention
    from paraplu.anonymise.document import Document, Word

__all__ = ["Recurrences"]

_PART = re.compile(r"[^\W\d_][\w'’]*\.?")
SHORTEST = 3
FEWEST_SOUNDS = 5
"""Letters of the shortest word that may be a misheard name."""
MOST_LETTERS = 2
"""Letters that a misheard name is longer or shorter at most."""
SAYING = frozenset({
    "zei", "zegt", "vroeg", "vraagt", "belde", "belt", "mailde", "appte", "riep", "dag", "hoi",
    "hallo", "beste", "aldus",
})  # fmt: skip
"""Words after which an ordinary word in small letters is a name when somebody is called so."""
ASKED = frozenset({"er", "ook", "al", "nog"})
"""Words behind a subject in a question that opens with its verb."""
OPENING = frozenset({"INTJ", "CCONJ", "SCONJ", "PUNCT"})
VERBS = frozenset({"VERB", "AUX"})
GRAMMAR = frozenset({"ADP", "ADV", "CCONJ", "DET", "INTJ", "NUM", "PRON", "SCONJ", "PUNCT"})


class Recurrences:
    """Finds persons again who were found in full or with a capital.

    - *Storm* … ``storm is ziek``: a name that is an ordinary word, in small letters, counts
      where a name would stand: before a verb with nothing but a joint before it, or after a
      verb of saying.
    - *Hazenberg* … ``hasenberg``: a word in small letters that no dictionary knows and that
      sounds like a name.
    - *Klaas de Wildt* … ``KdW``, *J.W. Hoogland* … ``JW``: initials.

    Parameters
    ----------
    mentions
        What was found before.

    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Remember the parts of the names of persons, by how they begin to sound."""
        named = [_parts(m.text) for m in mentions if m.label == "PERSON"]
        parts = {part for name in named for part in name if part[0].isupper()}
        self._ordinary = frozenset(p.casefold() for p in parts if _is_ordinary(p))
        self._initials = frozenset(form for name in named for form in _initials(name))
        self._sounds: dict[str, set[str]] = defaultdict(set)
        for part in parts:
            if len(part) >= FEWEST_SOUNDS:
                self._sounds[sound(part)[:1]].add(part)
        self._heard: dict[str, bool] = {}

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give where they stand."""
        for words in document.words:
            for place, word in enumerate(words):
                if word.text in self._initials:
                    score = 0.6
                elif not word.text.islower():
                    continue
                elif word.text in self._ordinary and _stands_as_name(words, place):
                    score = 0.4
                elif self._is_misheard(word.text):
                    score = 0.5
                else:
                    continue
                yield Detection(word.start, word.end, "PERSON", "doorwerking", score)

    def _is_misheard(self, word: str) -> bool:
        """Tell whether a word is none, and sounds like a name."""
        if len(word) < FEWEST_SOUNDS or not word.isalpha():
            return False
        if word not in self._heard:
            names = self._sounds.get(sound(word)[:1], ())
            near = any(
                abs(len(word) - len(name)) <= MOST_LETTERS and alike(word, name) for name in names
            )
            self._heard[word] = near and not knows_word(word)
        return self._heard[word]


def _parts(text: str) -> tuple[str, ...]:
    """Return the parts of a name as written, forms of address and functions left out."""
    lexicon = load_lexicon()
    skipped = lexicon.titles | lexicon.roles
    return tuple(part for part in _PART.findall(text) if part.lower() not in skipped)


def _is_ordinary(part: str) -> bool:
    """Tell whether a name is an ordinary word too, no function word."""
    lower = part.casefold()
    return (
        len(lower) >= SHORTEST
        and lower.isalpha()
        and lower not in list_fillers() | PREFIXES
        and knows_word(lower)
    )


def _initials(name: Sequence[str]) -> Iterator[str]:
    """Give the initials of a name of two parts or more: with and without its small words."""
    if len(name) > 1 and name[0][0].isupper() and name[-1][0].isupper():
        yield "".join(part[0] for part in name)
        yield "".join(part[0] for part in name if part[0].isupper())
    letters = "".join(part[0] for part in name if part.endswith("."))
    if len(letters) > 1:
        yield letters


def _stands_as_name(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word in small letters stands where the name of a person would."""
    word = words[place]
    if word.tag in GRAMMAR and word.text.capitalize() not in load_lexicon().first_names:
        return False
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    if before is not None and before.text.lower() in SAYING:
        return after is None or after.tag not in {"NOUN", "PROPN"}
    if before is not None and before.begins and before.tag in VERBS:  # "is storm er al?"
        return after is not None and after.text.lower() in ASKED
    opens = before is None or before.tag in OPENING or before.text.lower() in {"toen", "nou"}
    return opens and after is not None and after.tag in VERBS
