"""Generalising dates and ages: the season instead of the day, the decade instead of the age."""

from __future__ import annotations

import re

from paraplu.anonymise.detectors.dates import MONTHS
from paraplu.anonymise.number_words import NUMBER_WORD, TENS, parse_number_word

__all__ = ["generalise_age", "generalise_date"]

SEASONS = {12: "winter", 1: "winter", 2: "winter", 3: "voorjaar", 4: "voorjaar", 5: "voorjaar",
           6: "zomer", 7: "zomer", 8: "zomer", 9: "najaar", 10: "najaar", 11: "najaar"}  # fmt: skip
ARTICLES = {
    "winter": "de winter",
    "voorjaar": "het voorjaar",
    "zomer": "de zomer",
    "najaar": "het najaar",
}
NAMES = {"lente": "voorjaar", "herfst": "najaar"}
DECADES = {value: word for word, value in TENS.items()}
CHILD, TEEN, ADULT, OLD, OLDEST = 10, 13, 20, 70, 80
BEGIN, MIDDLE = 3, 6
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
_MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)}|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\b\d{1,2}[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{2,4})\b|\b(?P<iso>\d{4})-(?P<second>\d\d)-\d\d\b"
)
_SEASON = re.compile(r"\b(?P<season>voorjaar|najaar|zomer|herfst|winter|lente)\b", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:\d{{1,2}}|{NUMBER_WORD}|\w+(?:st|d)e) \w+|\b\w+dag\b", re.IGNORECASE)
_FEAST = re.compile(r"dag\b|nacht\b|avond\b|maarten", re.IGNORECASE)


def generalise_date(words: str) -> str:
    """Return what replaces a date, without brackets.

    A day or month becomes its season, with the year where that was said; a season with a year
    becomes the year; a holiday becomes *een feestdag*.

    Examples
    --------
    >>> generalise_date("3 oktober 2021"), generalise_date("de zomer van 2021")
    ('najaar 2021', '2021')
    >>> generalise_date("Op 15 maart"), generalise_date("oktober")
    ('Op een dag in het voorjaar', 'het najaar')

    """
    month, year = _month(words), _year(words)
    preposition = re.match(r"op (?=\S)", words, re.IGNORECASE)
    if month is not None and year:
        said = f"{SEASONS[month]} {year}"
    elif month is not None:
        day = _DAY.search(words) is not None
        season = ARTICLES[SEASONS[month]]
        said = f"een dag in {season}" if day else season
    elif found := _SEASON.search(words):
        name = found["season"].lower()
        said = year or ARTICLES[NAMES.get(name, name)]
    else:
        said = "een feestdag" if _FEAST.search(words) else "een datum"
    if preposition and not (month is not None and year):
        said = f"op {said}"
    elif preposition:
        said = f"in {ARTICLES[SEASONS[month or 1]]} van {year}"
    return said[0].upper() + said[1:] if words[:1].isupper() else said


def generalise_age(words: str) -> str:
    """Return what replaces an age, without brackets.

    Examples
    --------
    >>> generalise_age("achtenveertig"), generalise_age("22"), generalise_age("53-jarige")
    ('eind veertig', 'begin twintig', 'begin vijftig')
    >>> generalise_age("vijftien"), generalise_age("74"), generalise_age("zes")
    ('een tiener', '70-plus', 'jonger dan tien')

    """
    age = _age(words)
    if age is None:
        return "een leeftijd"
    if age < CHILD:
        said = "jonger dan tien"
    elif age < TEEN:
        said = "rond de tien"
    elif age < ADULT:
        said = "een tiener"
    elif age >= OLDEST:
        said = "80-plus"
    elif age >= OLD:
        said = "70-plus"
    else:
        rest = age % 10
        part = "begin" if rest <= BEGIN else "midden" if rest <= MIDDLE else "eind"
        said = f"{part} {DECADES[age - rest]}"
    return said[0].upper() + said[1:] if words[:1].isupper() else said


def _month(words: str) -> int | None:
    """Return the month that is named, 1 to 12."""
    figures = _FIGURES.search(words)
    if figures:
        month = int(figures["month"] or figures["second"])
        return month if 1 <= month <= len(MONTHS) else None
    found = _MONTH.search(words)
    if not found:
        return None
    short = {"mrt": "maart", "sept": "september"}.get(
        found["month"].lower(), found["month"].lower()
    )
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(short))


def _year(words: str) -> str:
    """Return the year that is named, in four digits, or an empty string."""
    figures = _FIGURES.search(words)
    if figures:
        year = figures["year"] or figures["iso"]
        return year if len(year) == len("2021") else f"20{year}"
    found = _YEAR.search(words)
    return found["year"] if found else ""


def _age(words: str) -> int | None:
    """Return the number in an age; a decade (*in de zestig*) counts as its middle."""
    digits = re.search(r"\d{1,3}", words)
    if digits:
        return int(digits[0])
    for word in re.findall(r"[^\W\d_]+", words):
        number = parse_number_word(re.sub(r"(?:jarigen?|ers?|ste|de)$", "", word))
        if number is not None:
            return number
    return None
