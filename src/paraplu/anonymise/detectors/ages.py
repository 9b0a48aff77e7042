"""Ages, in digits and in words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import alternatives
from paraplu.anonymise.number_words import NUMBER_WORD, TENS, parse_number_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.anonymise.document import Document

__all__ = ["Ages"]

OLDEST = 110
_N = rf"(?P<age>(?:[1-9]\d?|10\d|{NUMBER_WORD}))(?![\w.,]*\d)\b"
_ABOUT = (
    r"(?:ongeveer |bijna |net |rond de |ruim |een jaar of |toen |nu |pas |zo'n |ver in de |begin |"
    r"midden |eind |achter in de |nog geen )?"
)
_SINCE = r"(?:nu |inmiddels |toen |pas |net |al |intussen |ook |bijna |nog ){0,2}"
_BE = r"(?:ben|bent|is|was|wordt|werd|word)"
_DECADE = rf"(?:{'|'.join(TENS)})"
_PART = (
    r"(?:bijna|rond de|in de|begin|eind|midden|achter in de|voor in de|diep in de|dik in de|"
    r"ver in de|half de|tegen de)"
)
_CHILDREN = (
    r"(?:kinderen|zoons|zonen|dochters|kleinkinderen|jongens|meisjes)(?:[,:]| zijn)? (?:van )?"
)
_OWN = r"(?:mijn|zijn|haar|hun|m'n|z'n|je|uw)"
_ONE = rf"\b(?:\d{{1,2}}|{NUMBER_WORD})\b"


class Ages:
    """Finds ages: ``ik ben zestig``, ``een jongen van zeventien``, ``Demi, 22,``, ``53-jarige``."""

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        for pattern, score in _patterns():
            for found in pattern.finditer(document.text):
                start, end = found.span("age")
                words = document.text[start:end]
                counted = "jarig" not in words and _no_age().match(document.text, end)
                if _is_age(words) and not counted:
                    yield Detection(start, end, "AGE", "patroon", score)
        for listed in _children().finditer(document.text):
            for found in re.finditer(_ONE, listed["ages"], re.IGNORECASE):
                start, end = (listed.start("ages") + at for at in found.span())
                yield Detection(start, end, "AGE", "patroon", 0.8)


@cache
def _no_age() -> re.Pattern[str]:
    """Compile the pattern of what is counted in numbers that are no age."""
    return re.compile(rf" ?{alternatives('no_ages')}", re.IGNORECASE)


@cache
def _children() -> re.Pattern[str]:
    """Compile the pattern of several ages after several children."""
    listed = rf"(?P<ages>{_ONE}(?:,? (?:en )?{_ONE})+)(?! (?:keer|dagen|weken|uur|minuten))"
    return re.compile(rf"\b{_CHILDREN}{listed}", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Compile the patterns once, in four groups."""
    written = (*_by_person(), *_by_verb(), *_by_place(), *_by_form())
    return tuple((re.compile(pattern, re.IGNORECASE), score) for pattern, score in written)


def _by_person() -> Iterator[tuple[str, float]]:
    """Give patterns of an age after whom it belongs to."""
    person = alternatives("persons")
    once = r"(?:gehad |gezien |gesproken |(?-i:[A-ZÀ-Þ])[\w'’-]+ )?"
    yield rf"\b{person} {once}van (?:\w+ )?{_ABOUT}{_N}(?: jaar(?: oud)?)?", 0.9
    yield (
        (
            rf"(?:\b(?-i:[A-ZÀ-Þ])(?:[\w'’-]*|\.)|\b{person}|\blid|\])"
            rf"(?:, |, (?:toen|net|nu|pas|inmiddels) | \(){_N}(?: jaar)?"
            r"(?=\)|, | jaar\b|\.(?: |$)|;|$| (?:uit|die|en (?:hij|zij|ze|die|toen|nu)) )"
        ),
        0.75,
    )


def _by_verb() -> Iterator[tuple[str, float]]:
    """Give patterns of an age with *zijn* or *worden*."""
    who = rf"(?:ik|hij|zij|ze|die|(?-i:[A-Z])\w+|{alternatives('persons')})"
    after = (
        r"(?=(?: jaar)?(?: oud)?(?: \w+)?[.,;!?]|"
        r" jaar(?: oud)?\b(?! (?:lang|geleden|later|wethouder|raadslid))| en | nu\b| toen\b| in )"
    )
    no_one = r"(?!(?:het|dat|er|dit|wat|alles)\b)"
    when = r"(?:in \w+ |volgend jaar |dit jaar |binnenkort )?"
    yield rf"\b{who} {_BE} (?:\w+ )?{_ABOUT}{_N}{after}", 0.85
    yield rf"\b(?:word|wordt|werd) (?:ik |hij |ze |zij )?{when}{_N}(?=[.,;!?])", 0.85
    yield rf"\b(?:ik|hij|ze|zij|die) (?:in \w+ )?{_N}(?: jaar)? {_BE}\b", 0.9
    yield rf"\b(?:toen|sinds) (?:ik|hij|ze|zij|die) (?:nog |pas )?{_N} (?:was|werd)\b", 0.9
    yield rf"\b{no_one}\w+ (?:{_BE}|wezen) {_SINCE}{_N}(?=[.,;!?](?:\s|$)| geworden\b)", 0.5
    yield rf"\b{_N} {_BE} (?:ze|hij|zij|ik|die)\b", 0.8


def _by_place() -> Iterator[tuple[str, float]]:
    """Give patterns of an age by where it stands in the sentence."""
    known = r"(?:die|hij|zij|ze|getrouwd|raadslid|inmiddels|en hij|en zij|en ze)"
    home = r", (?:\w+ )+(?:kinderen|man|vrouw|getrouwd)"
    yield rf"(?<=[\w\]]), van {_N}(?=[.,;])", 0.8
    yield rf", {_N}(?: jaar)?, {known}\b", 0.5
    yield rf"(?<=, ){_N} jaar(?=[,.;])", 0.7
    yield rf"\bvan {_N}(?= jaar\b(?: oud)?[.,;!?])", 0.6
    yield rf"(?m:^|(?<=[.!?:] )){_N}(?={home}| {_BE} (?:die|deze|hij|zij|ze|dat|de)\b)", 0.6
    yield rf"(?<=[.!?:] ){_N}(?=\.(?: |$))", 0.6  # not at the start of a line: a list


def _by_form() -> Iterator[tuple[str, float]]:
    """Give patterns that tell an age by themselves."""
    yield r"\b(?P<age>(?:\d{1,3}|\w+)[ -]?jarige?n?)\b", 0.9
    yield rf"\b{_N}(?= jaar oud\b)", 0.9
    yield rf"\b{_N}(?= (?:lentes|jaren jong))", 0.8
    yield r"(?P<age>\been jaar of (?:\d\d|\w+tig|\w+tien))\b", 0.7
    yield rf"\b(?P<age>{_PART} {_DECADE})\b", 0.7
    yield rf"\b(?P<age>{_DECADE}ers?)\b", 0.5
    yield rf"\b(?P<age>de {_DECADE} (?:gepasseerd|voorbij))\b", 0.7
    yield (
        rf"\b(?:op|voor|na|rond|tot) {_OWN} (?P<age>(?:\d{{1,2}}|{NUMBER_WORD})(?:ste|de|e))\b",
        0.8,
    )
    schat = r"(?:leeftijd(?: van)?|geschat op|schat (?:hem|haar)(?: op)?|op (?:zijn|haar|mijn))"
    yield rf"\b{schat} {_N}(?:e|ste|de)?(?=[.,;!?]| )", 0.6


def _is_age(words: str) -> bool:
    """Tell whether words can be an age of a person."""
    first = re.split(r"[ -]?jarig", words, maxsplit=1)[0]
    if first.isdigit():
        return 0 < int(first) <= OLDEST
    if "jarig" in words.lower():
        return parse_number_word(first) is not None
    return words.lower() not in {"een", "één", "nul"}
