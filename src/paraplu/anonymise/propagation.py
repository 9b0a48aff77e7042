"""A name that was found once is found everywhere: small, possessive, first name only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import PREFIXES, load_lexicon
from paraplu.language import list_fillers
from paraplu.language.dictionary import lists_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paraplu.anonymise.detection import Mention
    from paraplu.anonymise.document import Document

__all__ = ["KnownNames", "SpelledNames", "known_forms"]

NAMED = frozenset({"PERSON", "MUNICIPALITY", "PLACE", "ORG", "SOCIAL", "ADDRESS"})
_SPELLING = re.compile(
    r"\b(?:spel(?:len|t|de)?|gespeld|letters?|hoofdletter|dubbel|streepje|aan elkaar|los|accent|"
    r"trema|apostrof|puntjes?|zoals in|korte|lange (?:ij|ei))\b",
    re.IGNORECASE,
)
SHORTEST = 3
BINDING = frozenset({"van", "ten", "ter", "von", "el"})
"""Small words that stand before a surname, and seldom right before an ordinary noun."""
REACH = 120
"""Code points after a name or address in which its parts are spelled."""
_PART = re.compile(r"[^\W\d_][\w'’-]*")
_INITIAL = re.compile(r"(?<=[\w.] )[A-Z]\.$")
_OF_TOWN = r"(?:s|se|er|ers|aar|aars|ër|ërs|nse|ns)?"


def known_forms(mentions: Iterable[Mention]) -> dict[str, str]:
    """Return the forms under which named mentions may come back, with their label.

    A person comes back under every part of the name; a place or organisation as a whole.
    """
    lexicon = load_lexicon()
    forms: dict[str, str] = {}
    for mention in mentions:
        if mention.label not in NAMED or "\n" in mention.text:
            continue
        words = _PART.findall(mention.text)
        while len(words) > 1 and words[0].lower() in lexicon.titles | lexicon.roles:
            words = words[1:]
        if mention.label in {"PLACE", "ORG", "MUNICIPALITY", "SOCIAL"} and len(words) >= 1:
            forms.setdefault(mention.text, mention.label)
        if mention.label == "PERSON":
            named = [w for w in words if w.lower() not in PREFIXES]
            for word in named:
                short = len(word) < SHORTEST and word not in lexicon.first_names
                if len(word) > 1 and word[0].isupper() and not short:
                    forms.setdefault(word, "PERSON")
            if initial := _INITIAL.search(mention.text):  # "Danny V." comes back as "V."
                forms.setdefault(initial[0], "PERSON")
            if len(words) > 1 and named:
                forms.setdefault(" ".join(words), "PERSON")
                # a double name comes back under its first half
                forms.setdefault(" ".join(words).partition("-")[0], "PERSON")
    return forms


class SpelledNames:
    """Finds the parts of names and addresses that are said again while they are spelled.

    After an e-mail address its parts count, small or not (*vroom, zoals in …*); after a person
    the parts of the name, small words included, in a sentence that is about letters (*el los
    en met een kleine letter*).

    Parameters
    ----------
    mentions
        What was found before.

    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Remember addresses and persons."""
        self._mentions = [m for m in mentions if m.label in {"EMAIL", "PERSON"}]

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give where the parts stand, within `REACH` code points after the mention."""
        for mention in self._mentions:
            parts = _spoken_parts(mention)
            if not parts:
                continue
            union = "|".join(map(re.escape, parts))
            pattern = re.compile(rf"(?<!\w)(?:{union})(?!\w)", re.IGNORECASE)
            for found in pattern.finditer(document.text, mention.end, mention.end + REACH):
                if mention.label == "EMAIL" or _is_spelled(document, found.start()):
                    yield Detection(found.start(), found.end(), "PERSON", "gespeld", 0.7)


def _spoken_parts(mention: Mention) -> list[str]:
    """Return the parts of an address or a name that may be said again."""
    if mention.label == "EMAIL":
        local = re.split(r"@| ape?n| at ", mention.text, maxsplit=1)[0]
        parts = re.split(r"[\W_\d]+|\b(?:punt|streepje|laag|liggend)\b", local)
        return [part for part in parts if len(part) > SHORTEST]
    return [part for part in _PART.findall(mention.text) if len(part) > 1]


def _is_spelled(document: Document, offset: int) -> bool:
    """Tell whether the sentence at an offset is about how something is written."""
    sentence = document.sentences[document.sentence_at(offset)]
    return _SPELLING.search(document.text, sentence.start, sentence.end) is not None


class KnownNames:
    """Finds names that are known: from this text, from other interviews, or from the user.

    A form of several words, or one that no dictionary knows, counts in small letters too; a
    form that is an ordinary word (Storm, Wit) counts only with a capital, and at the beginning
    of a sentence only where it is no function word.

    Parameters
    ----------
    forms
        Form → label.
    source
        What the detections are called after.
    score
        How sure they are.

    """

    def __init__(self, forms: dict[str, str], *, source: str, score: float = 0.8) -> None:
        """Sort the forms by how they may be written."""
        self._source = source
        self._score = score
        self._labels = {_plain(form): label for form, label in forms.items()}
        free = [form for form in forms if _is_distinctive(form)]
        bound = [form for form in forms if not _is_distinctive(form)]
        self._free = _pattern(free, flags=re.IGNORECASE)
        self._bound = _pattern([*bound, *_shouted(bound)], flags=re.NOFLAG)

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give where the forms stand."""
        for pattern, bound in ((self._free, False), (self._bound, True)):
            if pattern is None:
                continue
            for found in pattern.finditer(document.text):
                form = found["form"]
                if bound and _is_ordinary(document, found.start()):
                    continue
                label = self._labels.get(_plain(form), "PERSON")
                yield Detection(found.start(), found.end(), label, self._source, self._score)


def _shouted(forms: list[str]) -> list[str]:
    """Return the forms in capitals, the shortest left out: those may be offices."""
    return [form.upper() for form in forms if len(form) > SHORTEST]


def _plain(form: str) -> str:
    """Return the form as it is compared: small letters, one space."""
    return " ".join(form.casefold().split())


def _is_distinctive(form: str) -> bool:
    """Tell whether a form can only be this name, so that capitals do not matter.

    That is a form of two parts, one that is in no dictionary (a compound it could be is none),
    and one after *van* or the like, which ordinary words have an article between.
    """
    words = _PART.findall(form)
    named = [word for word in words if word.lower() not in PREFIXES]
    if len(named) > 1:
        return True
    if not named or len(named[0]) <= SHORTEST:
        return False
    return (len(words) > 1 and words[0].lower() in BINDING) or not lists_word(named[0])


def _pattern(forms: list[str], *, flags: re.RegexFlag) -> re.Pattern[str] | None:
    """Make one pattern of all forms, the longest first."""
    if not forms:
        return None
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    union = "|".join(re.escape(form).replace(r"\ ", r"[ \n]+") for form in ordered)
    return re.compile(rf"(?<![\w@.])(?P<form>{union})(?:{_OF_TOWN}|['’]s)(?!\w)", flags)


def _is_ordinary(document: Document, offset: int) -> bool:
    """Tell whether the word at an offset opens a sentence as an ordinary word.

    Before a verb it does not: "Wil zei niks" beside "Wil je koffie".
    """
    words = document.words[document.sentence_at(offset)]
    for place, word in enumerate(words):
        if word.start <= offset < word.end:
            following = words[place + 1].tag if place + 1 < len(words) else ""
            filler = word.text.lower() in list_fillers()
            return word.begins and filler and following not in {"VERB", "AUX"}
    return False
