"""Quantifier words and the shares they stand for: half-open, disjoint, together complete."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from paraplu import messages
from paraplu.messages.report import NOTES
from paraplu.report.folding import fold
from paraplu.report.words import compile_words
from paraplu.study.settings import BandSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.errors import Problem

__all__ = [
    "DEFAULTS", "Word", "check_bands", "find_word", "holding", "holds", "is_exact",
    "share_holds", "stands",
]  # fmt: skip

LARGE, SMALL, LAST_SMALL = 14, 5, 13
PRECISION = 10_000
HALF = 0.5


def _large(word: str, **border: object) -> BandSettings:
    """Make a band for 14 respondents or more."""
    return BandSettings.model_validate({"word": word, "from_n": LARGE, **border})


def _small(word: str, **border: object) -> BandSettings:
    """Make a band for 5 up to 13 respondents."""
    bounds = {"from_n": SMALL, "to_n": LAST_SMALL}
    return BandSettings.model_validate({"word": word, **bounds, **border})


DEFAULTS: tuple[BandSettings, ...] = (
    _large("geen", count=0),
    _large("een enkeling", count=1),
    _large("enkele", min_count=2, high=0.15, high_included=False),
    _large("een deel", low=0.15, high=0.4, high_included=False),
    _large("ongeveer de helft", low=0.4, high=0.6),
    _large("de meeste", low=0.6, low_included=False, high=0.9, high_included=False),
    _large("vrijwel alle", low=0.9, high=1, high_included=False),
    _large("alle", low=1),
    _small("geen", count=0),
    _small("een enkeling", count=1),
    _small("enkele", min_count=2, high=0.4, high_included=False),
    _small("ongeveer de helft", low=0.4, high=0.6),
    _small("de meeste", low=0.6, low_included=False, high=1, high_included=False),
    _small("alle", low=1),
)
FORMS = {
    "geen": ("geen", "geen enkele", "geen enkel", "niemand"),
    "enkele": ("enkele", "enkelen"),
    "de meeste": ("de meeste", "de meesten"),
    "vrijwel alle": ("vrijwel alle", "vrijwel allen", "vrijwel iedereen"),
    "alle": ("alle", "allen", "iedereen"),
}


class Word(NamedTuple):
    """A quantifier word in a text: the word of the band, and where it stands."""

    word: str
    start: int
    end: int


def find_word(text: str, *, bands: Sequence[BandSettings]) -> list[Word]:
    """Return the words of the bands in a text, the longest where they overlap.

    Examples
    --------
    >>> [found.word for found in find_word("Vrijwel alle raadsleden", bands=DEFAULTS)]
    ['vrijwel alle']

    """
    words = dict.fromkeys(band.word for band in bands)
    by_form = {fold(form).text: word for word in words for form in FORMS.get(word, (word,))}
    folded = fold(text)
    return [
        Word(
            by_form[re.sub(r"\s+", " ", match[0])],
            folded.places[match.start()],
            folded.places[match.end() - 1] + 1,
        )
        for match in compile_words(tuple(by_form)).finditer(folded.text)
    ]


def holds(word: str, count: int, total: int, *, bands: Sequence[BandSettings]) -> bool:
    """Tell whether a word may be used for `count` of `total` respondents.

    Examples
    --------
    >>> holds("de meeste", 9, 15, bands=DEFAULTS), holds("de meeste", 10, 15, bands=DEFAULTS)
    (False, True)

    """
    return any(
        band.word == word and _fits(band, count, total) for band in bands if _applies(band, total)
    )


def holding(count: int, total: int, *, bands: Sequence[BandSettings]) -> list[str]:
    """Return the words that may be used for `count` of `total` respondents.

    Examples
    --------
    >>> holding(12, 16, bands=DEFAULTS)
    ['de meeste']

    """
    return [band.word for band in bands if _applies(band, total) and _fits(band, count, total)]


def share_holds(word: str, share: Fraction, total: int, *, bands: Sequence[BandSettings]) -> bool:
    """Tell whether a share lies between the borders of a word, its count left aside.

    For the share that results when groups weigh equally, where a count has no meaning: words
    that stand for an exact count hold by that count alone.
    """
    return any(
        band.count is not None or _between(band, share)
        for band in bands
        if band.word == word and _applies(band, total)
    )


def stands(word: str, count: int, total: int, *, of: int, bands: Sequence[BandSettings]) -> bool:
    """Tell whether a word still fits when someone was left out.

    The bands are those of the `of` respondents of the claim itself, so that leaving one out
    changes no vocabulary. A word for more than half falls only when there turn out to be fewer:
    *de meeste* that, without one who differs, would be *vrijwel alle* said nothing too much.

    Parameters
    ----------
    word
        Word of the claim.
    count, total
        Respondents who meet the condition and who count, without those left out.
    of
        Respondents who count in the claim itself.
    bands
        The words.

    Examples
    --------
    >>> stands("de meeste", 4, 7, of=8, bands=DEFAULTS)
    False
    >>> stands("de meeste", 8, 8, of=9, bands=DEFAULTS)
    True

    """
    if not total:
        return False
    share = Fraction(count, total)
    for band in bands:
        if band.word != word or not _applies(band, of):
            continue
        if band.count is not None:
            return count == band.count
        above = band.low >= HALF and share >= Fraction(band.high).limit_denominator(PRECISION)
        if count >= band.min_count and (above or _between(band, share)):
            return True
    return False


def is_exact(word: str, *, bands: Sequence[BandSettings]) -> bool:
    """Tell whether a word stands for an exact number of respondents, like *een enkeling*."""
    return any(band.word == word and band.count is not None for band in bands)


def check_bands(bands: Sequence[BandSettings], *, place: str) -> list[Problem]:
    """Name where bands overlap or leave a gap.

    Every count out of every total is tried, from the smallest total of a band to three times
    the largest border.
    """
    if not bands:
        return []
    first = min(band.from_n for band in bands)
    last = 3 * max(max(band.from_n, band.to_n or 0) for band in bands)
    for total, share in product(range(first, last + 1), range(last + 1)):
        if share > total:
            continue
        words = holding(share, total, bands=bands)
        if len(words) != 1:
            said = " en ".join(f"'{word}'" for word in words) or NOTES["no word"]
            return [messages.problem("P409", place, count=share, total=total, words=said)]
    return []


def _applies(band: BandSettings, total: int) -> bool:
    """Tell whether a band is meant for this many respondents."""
    return band.from_n <= total and (band.to_n is None or total <= band.to_n)


def _fits(band: BandSettings, count: int, total: int) -> bool:
    """Tell whether a count lies in a band that applies."""
    if band.count is not None:
        return count == band.count
    return count >= band.min_count and _between(band, Fraction(count, total))


def _between(band: BandSettings, share: Fraction) -> bool:
    """Tell whether a share lies between the borders of a band, computed exactly."""
    low, high = (Fraction(border).limit_denominator(PRECISION) for border in (band.low, band.high))
    above = low <= share if band.low_included else low < share
    below = share <= high if band.high_included else share < high
    return above and below
