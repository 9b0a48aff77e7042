"""What stands outside a mark and yet claims: numbers, words that say how many, quotations."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.report import words
from paraplu.report.essay import BLANK
from paraplu.report.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paraplu.errors import Problem
    from paraplu.report.essay import Passage
    from paraplu.report.folding import Folded
    from paraplu.study.settings import ReportSettings

__all__ = ["Vocabulary", "check_passages", "find_quantities"]

_KEY = r"@(?:\{[^}]*\}|[\w](?:[\w:.#$%&\-+?<>~/]*[\w/])?)"
_REFERENCE = re.compile(rf"(?<![\w]){_KEY}")
_CITATION = re.compile(rf"\[[^\[\]]*{_KEY}[^\[\]]*\]")
_URL = re.compile(r"(?:https?://|www\.|doi:)[^\s<>\"”’]+")
_YEAR = re.compile(r"(?<![\w.,€$])(?:1[89]|20)\d\d(?![\w%‰]|[.,]\d)(?!\s*(?:%|procent|percent))")
_COUNTED = re.compile(
    r"\s+(?:keer|maal|uur|euro|mensen|personen|incidenten|meldingen|aangiften|reacties|berichten|"
    r"mails|dreig\w*|respondenten|gesprekken|interviews|coderingen|passages|beurten|woorden|"
    r"leden|raadsleden|wethouders|burgemeesters|gemeenten|partners|keren)(?!\w)"
)
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_COMPOUND = re.compile(
    r"(?<!\w)(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en)"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
    r"|(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)?(?:honderd|duizend)\w*)(?!\w)"
)
_NO_NUMBER = re.compile(
    r"(?<!\w)(?:in\s+acht(?=\s+(?:te\s+)?(?:nem|neem|nam|genomen))"
    r"|(?:neem|neemt|nemen|nam|namen|houd|houdt|houden|hield|hielden)\s[^.;:!?]{0,60}?in\s+acht"
    r"|(?:geen|sla|slaat|sloeg|sloegen)\s+acht(?=\s+op(?!\w))|acht(?=\s+(?:te\s+)?slaan))(?!\w)"
)
_ONE = re.compile(r"(?<!\w)(?:é|e\u0301)(?:é|e\u0301|e)n(?!\w)", re.IGNORECASE)
_DOUBLE = re.compile(r"[“„«‟❝]|(?<![\w)\]])[\"″](?=\S)|[”»❞]|\"")
_CONTRACTED = r"(?:s|t|n|m|k|r|ns|er|ie|d|tis|twas|savonds|smorgens|sochtends|smiddags|snachts)"
_SINGLE = re.compile(rf"(?<!\w)[‘‚‹'’′](?=\S)(?!{_CONTRACTED}(?!\w))", re.IGNORECASE)  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What counts as a quantity in a study: patterns on folded text."""

    quantifiers: re.Pattern[str]
    numerals: re.Pattern[str]
    nobody: re.Pattern[str]
    allowed: re.Pattern[str]

    @classmethod
    def of(cls, settings: ReportSettings, *, nouns: Iterable[str] = ()) -> Vocabulary:
        """Make the vocabulary of a study.

        Parameters
        ----------
        settings
            Its words take the place of the defaults; its allowed words are let through.
        nouns
            What respondents are called (*raadslid*, *criticaster*): "geen" before them counts.

        """
        chosen = tuple(fold(word).text for word in settings.words) or words.QUANTIFIERS
        allowed = (*words.EXCEPTIONS, *(fold(word).text for word in settings.allowed_words))
        people = words.compile_words((*words.PERSONS, *(f"{fold(n).text}*" for n in nouns)))
        return cls(
            quantifiers=words.compile_words(chosen),
            numerals=words.compile_words(words.NUMERALS),
            nobody=re.compile(rf"(?<!\w)geen\s+(?:\w+\s+)?{people.pattern}"),
            allowed=words.compile_words(allowed),
        )


def check_passages(
    passages: Iterable[Passage], *, path: str, vocabulary: Vocabulary
) -> list[Problem]:
    """Name every quantity and quotation mark outside a mark, with its line.

    Citations, references, links and years are let through.
    """
    problems = []
    for passage in passages:
        text = _without_references(passage.text)
        found = [
            *((place, "P410", seen) for place, seen in _numbers(text, vocabulary)),
            *((place, "P411", seen) for place, seen in _quantifiers(text, vocabulary)),
            *((place, "P412", seen) for place, seen in _quotations(text)),
        ]
        problems += [
            messages.problem(code, f"{path}:{passage.at(place).line}", seen=seen)
            for place, code, seen in sorted(found)
        ]
    return problems


def find_quantities(text: str, *, vocabulary: Vocabulary) -> list[str]:
    """Return the numbers and words in a text that say how many or how often.

    Examples
    --------
    >>> from paraplu.study.settings import ReportSettings
    >>> find_quantities("bijna alle 16", vocabulary=Vocabulary.of(ReportSettings()))
    ['alle', '16']

    """
    found = [*_numbers(text, vocabulary), *_quantifiers(text, vocabulary)]
    return [seen for _, seen in sorted(found)]


def _without_references(text: str) -> str:
    """Blank links and the keys of references, and numbers inside citations."""
    text = _URL.sub(lambda match: BLANK * len(match[0]), text)
    text = _CITATION.sub(lambda match: re.sub(r"\d", BLANK, match[0]), text)
    return _REFERENCE.sub(lambda match: BLANK * len(match[0]), text)


def _numbers(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield numbers in digits, in words and as signs: place and what was seen."""
    folded = fold(text)
    skip = _spans(vocabulary.allowed, folded) + _years(text)
    skip += _spans(_NO_NUMBER, folded)
    for match in _NUMBER.finditer(text):
        if not _covered(match.start(), match.end(), skip):
            yield match.start(), match[0]
    for place, character in enumerate(text):
        is_sign = character in "%‰" or unicodedata.category(character) in {"Nl", "No"}
        if is_sign and not _covered(place, place + 1, skip):
            yield place, character
    for pattern in (vocabulary.numerals, _COMPOUND):
        yield from _found(pattern, folded, text, skip)
    for match in _ONE.finditer(text):
        if not _covered(match.start(), match.end(), skip):
            yield match.start(), match[0]


def _quantifiers(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield words that say how many or how often."""
    folded = fold(text)
    skip = _spans(vocabulary.allowed, folded)
    yield from _found(vocabulary.quantifiers, folded, text, skip)
    yield from _found(vocabulary.nobody, folded, text, skip)


def _quotations(text: str) -> Iterator[tuple[int, str]]:
    """Yield the signs that open a quotation; closing ones only where none opened."""
    opened = False
    for match in _DOUBLE.finditer(text):
        closes = match[0] in "”»❞" or (match[0] == '"' and opened)
        if not (closes and opened):
            yield match.start(), match[0]
        opened = not closes
    for match in _SINGLE.finditer(text):
        yield match.start(), match[0]


def _years(text: str) -> list[tuple[int, int]]:
    """Return where years stand: four digits that count nothing."""
    return [
        match.span()
        for match in _YEAR.finditer(text)
        if not _COUNTED.match(text.lower(), match.end())
    ]


def _spans(pattern: re.Pattern[str], folded: Folded) -> list[tuple[int, int]]:
    """Return where a pattern of folded text stands in the original."""
    return [
        (folded.places[match.start()], folded.places[match.end() - 1] + 1)
        for match in pattern.finditer(folded.text)
        if match.end() > match.start()
    ]


def _found(
    pattern: re.Pattern[str], folded: Folded, text: str, skip: list[tuple[int, int]]
) -> Iterator[tuple[int, str]]:
    """Yield what a pattern of folded text finds, as it stands in the original."""
    for start, end in _spans(pattern, folded):
        if not _covered(start, end, skip):
            yield start, text[start:end]


def _covered(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a stretch lies within one of the spans."""
    return any(first <= start and end <= last for first, last in spans)
