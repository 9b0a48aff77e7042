"""What kind of name a stretch is: votes from its words and from what stands before it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paraplu.anonymise.lexicon import PREFIXES, alternatives, load_lexicon
from paraplu.language.dictionary import knows_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["vote"]

_TOWN_CUES = (
    r"gemeente|stad|dorp|plaats|burgemeester van|wethouder (?:van|in)|raad van|raadslid (?:in|van)|"
    r"(?:gemeente|stad)huis (?:van|in)|college van|gemeenteraad van|griffier (?:van|in)|dossier|"
    r"inwoners? van|buurgemeente|woon(?:t|de)? in|geboren in|wethouder geweest in|regio"
)
_PERSON_CUES = (
    r"heet(?:te)?|ik ben|naam is|genaamd|zei|zegt|vroeg|belde|mailde|met|aan|ene|dag|hoi|"
    r"hallo"
)
_ORG_CUES = r"bedrijf|firma|krant|club|organisatie|school|partij|fractie|lijst"
_HEAD = r"(?=[A-ZÀ-Þ]\w{6})"
"""A word of one piece that may end as the names of organisations do has seven letters or more."""
_GROUP_CUES = r"account|kanaal|\w*kanaal|pagina|\w*groep|\w*app|groepsnaam"
_WHERE = r"in|te|uit|naar|nabij|rond|vanuit|richting|tussen|boven|bij"
_BY_ARTICLE = r"in|op|uit|naar|langs|achter|rond|bij|door|vanuit"


def vote(words: Sequence[str], *, before: str, after: str = "") -> Mapping[str, float]:
    """Weigh what kind of name this is.

    Parameters
    ----------
    words
        The words of the name, at least one.
    before, after
        What stands before and after it in the sentence.

    Returns
    -------
    mapping
        Weight by label, in no unit; a person is assumed where nothing tells otherwise.

    """
    votes = {"PERSON": 0.3}
    words = _without_article(words)
    context = (*_by_context(words, before=before), *_by_nouns(before, after=after))
    for label, weight in (*_by_words(words), *context):
        votes[label] = votes.get(label, 0.0) + weight
    return votes


def _without_article(words: Sequence[str]) -> Sequence[str]:
    """Leave out an article in small letters before a name of several words."""
    return words[1:] if len(words) > 1 and words[0] in {"de", "het", "een"} else words


def _by_words(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Weigh the words of the name themselves."""
    lexicon = load_lexicon()
    name = " ".join(words)
    if re.sub(r"['’]ers?$", "", name) in lexicon.parties:
        yield "PARTY", 2.0
    if len(words) > 1:
        yield from _by_ends(words)
    elif _matches("street_ends", words[0], head=r"\w{3,}") and not _is_town(words[0]):
        yield "PLACE", 0.6
    elif words[0] not in lexicon.surnames and _matches("organisation_ends", words[0], head=_HEAD):
        yield "ORG", 1.0
    if name in lexicon.municipalities:
        yield "MUNICIPALITY", 0.8
    elif name in lexicon.residences:
        yield "PLACE", 0.5
    if words[0] in lexicon.first_names:
        yield "PERSON", 0.8
    if words[-1] in lexicon.surnames:
        yield "PERSON", 0.3
    if any(word.lower() in PREFIXES for word in words[1:-1]):
        yield "PERSON", 0.3


def _by_ends(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Weigh the first and the last word of a longer name."""
    ends = _matches("organisations", words[0]) or _matches("organisation_ends", words[-1])
    if ends or "&" in words:
        yield "ORG", 1.2 if words[-1] in load_lexicon().surnames else 1.8
    if _matches("spots", words[0]) or _matches("spot_ends", words[-1]):
        yield "PLACE", 1.0


def _by_context(words: Sequence[str], *, before: str) -> Iterator[tuple[str, float]]:
    """Weigh what stands before the name."""
    town = _is_town(words[-1])
    if town and len(words) == 1:
        yield "MUNICIPALITY", 0.4
    for cues, weights in _towns():
        if _stands(cues, before):
            yield "MUNICIPALITY", weights[not town]
            break
    yield from _by_article(words, before=before)
    if _stands(_PERSON_CUES, before):
        yield "PERSON", 0.2
    if _stands(_ORG_CUES, before) or _stands(r"(?:bij|van|voor|namens) (?:de|het)?", before):
        yield "ORG", 0.3
    if _stands(_GROUP_CUES, before):
        yield "SOCIAL", 1.2


@cache
def _towns() -> tuple[tuple[str, tuple[float, float]], ...]:
    """Return what stands before a town, the surest first, with the weight if it ends as one."""
    roles = "|".join(sorted(load_lexicon().roles))
    return (
        (_TOWN_CUES, (1.4, 1.4)),
        (rf"(?:{roles}) (?:van|in|uit)", (1.3, 1.3)),
        (_WHERE, (0.8, 0.5)),
        (r"(?-i:[A-ZÀ-Þ])[\w’'-]+ van", (0.6, 0.3)),
    )


def _by_article(words: Sequence[str], *, before: str) -> Iterator[tuple[str, float]]:
    """Weigh an article: a name with one is of a place or organisation, seldom of a person."""
    if words[0] in {"De", "Het", "'t", "’t"} and before.strip() and len(words) > 1:
        yield "PLACE" if _stands(_BY_ARTICLE, before) else "ORG", _by_likeness(words)
    if words[0].lower() not in PREFIXES:
        article = re.search(rf"(?:\b(?P<where>{_BY_ARTICLE}) )?\b(?:de|het|'t) $", before)
        if article:
            yield "PLACE" if article["where"] else "ORG", 0.7


def _by_likeness(words: Sequence[str]) -> float:
    """Weigh a name with a capital article by whether it is rather a surname or an inn sign."""
    if words[-1] in load_lexicon().surnames and len(words) == 2:  # noqa: PLR2004  De Wilde
        return 0.4
    return 1.6 if knows_word(words[-1]) else 0.8


def _by_nouns(before: str, *, after: str) -> Iterator[tuple[str, float]]:
    """Weigh nouns near the name that tell what it is: "de krant, de Klaroen"."""
    near = " ".join(re.split(r"[.!?;]", before)[-1].split()[-5:])
    told = re.match(
        r",? (?:(?:dat|die|het) (?:is|was) )?(?:een|de|het|zo'n|onze) (?:\w+ )?\w+", after
    )
    for name, label in (("organisations", "ORG"), ("spots", "PLACE"), ("grounds", "PLACE")):
        noun = re.compile(rf"\b{alternatives(name)}(?:tje|je)?\b", re.IGNORECASE)
        if noun.search(near):
            yield label, 0.4
        if told and noun.search(told[0]):
            yield label, 0.6


def _is_town(word: str) -> bool:
    """Tell whether a capitalised word ends as the names of towns do."""
    return word[:1].isupper() and _matches("town_ends", word, head=r"[\w-]+")


def _stands(cues: str, before: str) -> bool:
    """Tell whether one of the cues stands directly before."""
    return _cue(cues).search(before) is not None


@cache
def _cue(cues: str) -> re.Pattern[str]:
    """Compile cues to be found at the end of what stands before."""
    return re.compile(rf"\b(?:{cues}),?:?\s*$", re.IGNORECASE)


def _matches(name: str, word: str, *, head: str = "") -> bool:
    """Tell whether a word is in a list of patterns, or ends so."""
    return _list(name, head).fullmatch(word) is not None


@cache
def _list(name: str, head: str) -> re.Pattern[str]:
    """Compile a list."""
    return re.compile(rf"{head}{alternatives(name)}", re.IGNORECASE)
