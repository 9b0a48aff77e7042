"""Proper nouns: what the tagger takes for a name, and capitals that no dictionary explains."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import PREFIXES, Lexicon, load_lexicon
from paraplu.anonymise.number_words import parse_number_word
from paraplu.language import list_fillers
from paraplu.language.dictionary import knows_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.anonymise.document import Document, Word

__all__ = ["ProperNouns"]

LONGEST_ACRONYM = 5
MOST_JOINTS = 3
"""Small words and lines between two parts of a name: "van der" and one more."""
PREPOSITIONS = frozenset({"in", "op", "aan", "bij", "uit", "voor", "over", "onder"})
ARTICLES = frozenset({"'t", "’t", "het", "den"})
LOOSE = frozenset({"van", "de", "het"})
FIRM = frozenset({("van", "der"), ("van", "den"), ("van", "'t"), ("van", "’t")})
"""Small words that always begin a surname; those in `LOOSE` may tell where someone is from."""
JOINTS = frozenset({"&", "-", "–", "/", "."})
FUNCTIONS = frozenset({
    "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PRON", "SCONJ", "PUNCT", "NUM",
})  # fmt: skip
NAMELIKE = frozenset({"X", "NOUN", "ADJ"})
CLOSED = frozenset({"AUX", "CCONJ", "DET", "PRON", "SCONJ", "INTJ"})
"""Classes whose words are all known: another word that is said to be one was misread."""
STOPS = frozenset({".", "?", "!", ","})
_NOISE = re.compile(r"[^aeiouyàáâäèéêëìíîïòóôöùúûüĳ]+|.*(.)\1\1.*", re.IGNORECASE)
"""Sounds without a vowel, or drawn out: ``Pff``, ``Hmm``, ``Jaaa``."""
_NUMERAL = re.compile(r"[IVXLC]+")
_ENDING = re.compile(r"['’](?:ers?|tjes?|s|en)$")


class ProperNouns:
    """Finds names of any kind; what kind is decided elsewhere.

    A word counts when it has a capital in mid-sentence, when the tagger calls it a proper noun,
    or when it opens a sentence and no dictionary knows it. In small letters it counts when it
    is a known name and no word. Neighbouring words are one name, with the
    small words between them ("Annelinde de Hoop", "In 't Hout").
    """

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        lexicon = load_lexicon()
        for words in document.words:
            names = [is_name(word, lexicon=lexicon) for word in words]
            names = extend_names(words, names, lexicon=lexicon)
            for first, last in join_names(words, names):
                tagged = any(word.tag == "PROPN" for word in words[first : last + 1])
                score = 0.6 if tagged else 0.4
                yield Detection(words[first].start, words[last].end, "", "eigennaam", score)


def is_name(word: Word, *, lexicon: Lexicon) -> bool:
    """Tell whether a word is likely (part of) a name."""
    lower = word.text.lower()
    if not any(character.isalpha() for character in word.text) or word.text in lexicon.public:
        return False
    if is_acronym(word.text) and word.text not in lexicon.parties:
        return _may_be_person(word.text, lexicon=lexicon)
    if not word.capital:
        return _rare(lower) and _is_small_name(word, lexicon=lexicon)
    if len(word.text) == 1 or lower in PREFIXES or _is_of_office(word.text, lexicon=lexicon):
        return False
    if not word.begins:
        return lower not in list_fillers() or word.tag not in FUNCTIONS
    return _opens_as_name(word, lexicon=lexicon)


def _opens_as_name(word: Word, *, lexicon: Lexicon) -> bool:
    """Tell whether the first word of a sentence is likely a name.

    What no dictionary knows is one, whatever the tagger says: it errs most on words that it
    never saw.
    """
    lower = word.text.lower()
    first = word.text in lexicon.first_names
    known = first or word.text in lexicon.surnames
    if lower in list_fillers():
        return known and word.tag == "PROPN"
    if word.text in lexicon.parties:
        return True
    if _is_no_name(word.text, lexicon=lexicon):
        return False
    unknown = _rare(lower) or (known and not knows_word(lower))
    return word.tag == "PROPN" or unknown or (first and word.tag not in FUNCTIONS)


def _is_no_name(text: str, *, lexicon: Lexicon) -> bool:
    """Tell whether a word is an exclamation, a number or another that nobody is called by."""
    lower = text.lower()
    if lower in lexicon.no_names or parse_number_word(lower) is not None:
        return True
    listed = text in lexicon.first_names or text in lexicon.surnames
    told = lower in lexicon.roles or (text.isalpha() and _NOISE.fullmatch(lower) is not None)
    return told and not listed


def _may_be_person(acronym: str, *, lexicon: Lexicon) -> bool:
    """Tell whether capitals can be initials (JW), or a name that is written in capitals (VOS)."""
    if acronym.lower() in lexicon.no_names or _NUMERAL.fullmatch(acronym):
        return False
    initials = 2
    name = acronym.capitalize()
    listed = len(acronym) > initials and (name in lexicon.first_names or name in lexicon.surnames)
    return listed or (len(acronym) == initials and acronym.isalpha())


def _is_of_office(word: str, *, lexicon: Lexicon) -> bool:
    """Tell whether a word is made of an office or rule and ordinary words: ``AB-lid``."""
    head, *rest = _ENDING.sub("", word).split("-")
    if not rest and head == word:
        return False
    ordinary = all(part.islower() and knows_word(part) for part in rest)
    office = is_acronym(head) or head in lexicon.public
    return ordinary and office and head not in lexicon.parties


def _is_small_name(word: Word, *, lexicon: Lexicon) -> bool:
    """Tell whether a word in small letters is a name that is known."""
    name = word.text.capitalize()
    if word.tag == "PROPN":
        return name in lexicon.first_names or name in lexicon.surnames
    return name in lexicon.first_names and word.tag in NAMELIKE


def is_acronym(word: str) -> bool:
    """Tell whether a word is a short one in capitals, such as an office or a rule."""
    letters = word.strip("'’s.")
    return 1 < len(letters) <= LONGEST_ACRONYM and letters.isupper() and letters.isalnum()


def _rare(lower: str) -> bool:
    """Tell whether no dictionary knows the word, nor its parts around a line."""
    longest = 3
    parts = [part for part in lower.replace("’", "'").split("-") if part]
    return len(lower) > longest and not all(
        knows_word(part) or knows_word(part.removesuffix("'s")) for part in parts
    )


def extend_names(words: Sequence[Word], names: Sequence[bool], *, lexicon: Lexicon) -> list[bool]:
    """Take capitals beside a name, and after a capital article, for parts of a name.

    A known surname that opens a sentence, with a verb or a stop behind it and no article before
    it, is a name as well: "Mulder keek weg".
    """
    extended = list(names)
    for place, (word, following) in enumerate(pairwise(words)):
        if word.begins and word.capital and _opens_as_subject(word, following):
            extended[place] |= word.text in lexicon.surnames
    for place, word in enumerate(words):
        if extended[place] or not word.capital or word.text.lower() in PREFIXES:
            continue
        before = words[place - 1] if place else None
        if before is not None and not word.begins:
            article = before.text.lower() in PREFIXES and before.capital and not before.begins
            extended[place] = extended[place - 1] or (article and word.text not in lexicon.public)
    for place in range(len(words) - 2, -1, -1):
        word = words[place]
        if extended[place] or not extended[place + 1] or not word.capital:
            continue
        lower = word.text.lower()
        if any(
            lower in ordinary
            for ordinary in (list_fillers(), PREFIXES, lexicon.titles, lexicon.roles)
        ):
            continue
        first = word.text in lexicon.first_names
        extended[place] = first or not (word.begins or is_acronym(word.text) or word.tag == "ADJ")
    return extended


def _opens_as_subject(word: Word, following: Word) -> bool:
    """Tell whether a word that opens a sentence stands as a name would before the next word."""
    if word.text.lower() in list_fillers():
        return False
    if following.tag in {"VERB", "AUX"}:
        return word.tag in NAMELIKE | CLOSED | {"ADV"}
    if following.text == "hier":  # who takes up the telephone
        return word.tag in NAMELIKE | CLOSED
    return following.text in STOPS and word.tag in CLOSED | {"X"}


def join_names(words: Sequence[Word], names: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give first and last place of every name: neighbours, small words between, and before."""
    place = 0
    while place < len(words):
        if not names[place]:
            place += 1
            continue
        last = place
        while (following := _next_part(words, names, place, last)) is not None:
            last = following
        yield _first_part(words, place), last
        place = last + 1


def _next_part(words: Sequence[Word], names: Sequence[bool], first: int, last: int) -> int | None:
    """Return the place of the next part of the name from `first` to `last`, or None."""
    place = last + 1
    while place < len(words) and not names[place]:
        word = words[place]
        joined = word.text in JOINTS or (word.text.lower() in PREFIXES and word.tag != "PUNCT")
        touching = word.text not in JOINTS or word.text == "&" or words[place - 1].end == word.start
        if not joined or not touching or place - last > MOST_JOINTS:
            return None
        place += 1
    small = tuple(word.text.lower() for word in words[last + 1 : place])
    if place == len(words):
        return None
    if small[:1] and small[0] in PREPOSITIONS:
        return place if small[1:2] and small[1] in ARTICLES else None
    if small and small[0] in LOOSE and small not in FIRM and _is_full(words, names, first, last):
        return None
    return place


def _is_full(words: Sequence[Word], names: Sequence[bool], first: int, last: int) -> bool:
    """Tell whether a name has its surname already, so that "van" tells where someone is from."""
    known = load_lexicon().first_names
    parts = [words[place] for place in range(first, last + 1) if names[place]]
    prefixed = len(parts) < last + 1 - first or (
        first and words[first - 1].text.lower() in PREFIXES
    )
    return bool(prefixed) or (len(parts) > 1 and any(part.text not in known for part in parts))


def _first_part(words: Sequence[Word], place: int) -> int:
    """Return where a name begins: small words with a capital before it belong to it."""
    first = place
    while first and words[first - 1].text.lower() in PREFIXES:
        first -= 1
    while first < place and not _opens_name(words, first, place):
        first += 1
    return first


def _opens_name(words: Sequence[Word], first: int, place: int) -> bool:
    """Tell whether small words before a name are part of it: "Van der", "Ten", "In 't"."""
    word = words[first]
    if not word.capital:
        return False
    if not word.begins:
        return True
    lower = word.text.lower()
    if lower in {"in", "op", "aan", "bij", "uit", "over", "onder", "voor", "te"}:
        return (
            first + 1 < place
            and words[first + 1].text.lower() in {"'t", "’t", "het"}
            and word.tag == "PROPN"
        )
    return lower in {"ten", "ter", "el", "ben", "al"} or word.tag == "PROPN" or lower == "van"
