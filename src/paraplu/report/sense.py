"""What the words of a claim say, beside what its mark counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu.messages.report import NOTES
from paraplu.report import bands, words
from paraplu.report.folding import fold
from paraplu.report.groups import mentioned_groups
from paraplu.report.judged import Judged, failed
from paraplu.report.trends import find_trend
from paraplu.report.unmarked import find_quantities

if TYPE_CHECKING:
    from paraplu.report.bands import Word
    from paraplu.report.claim import Claim
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts
    from paraplu.report.groups import Group

__all__ = ["changing_word", "check_sense", "read_word", "speaks_of_speaking"]

_BEHIND = re.compile(r"\s*(?:van|onder|bij)\s+(?:de|het|alle|die)\s+([^.,;:!?]{0,60})")


def read_word(mark: Mark, facts: Facts, *, place: str) -> Word | Judged:
    """Return the one word that carries the claim; nothing may change what it says."""
    found = bands.find_word(mark.text, bands=facts.bands)
    allowed = ", ".join(dict.fromkeys(band.word for band in facts.bands))
    if len(found) != 1:
        return failed(mark, "P444", place, seen=mark.text, allowed=allowed)
    word = found[0]
    seen = changing_word(mark, word.start, word.end, facts)
    if seen:
        return failed(mark, "P445", place, seen=seen, word=word.word)
    return word


def changing_word(mark: Mark, start: int, end: int, facts: Facts) -> str:
    """Return what in a mark, or just before it, changes what the stretch in it says."""
    rest = f"{mark.text[:start]} · {mark.text[end:]}"
    modifiers = words.compile_words(words.MODIFIERS)
    changing = modifiers.search(fold(rest).text)
    if changing:
        return changing[0]
    before = fold(mark.before if not mark.text[:start].strip() else "").text.rstrip()
    ends = [match[0] for match in modifiers.finditer(before) if match.end() == len(before)]
    if ends:
        return ends[0]
    return next(iter(find_quantities(rest, vocabulary=facts.vocabulary)), "")


def check_sense(mark: Mark, claim: Claim, facts: Facts, *, place: str) -> Judged | None:
    """Return what is wrong between a claim, its sentence and how respondents were chosen."""
    compares = getattr(claim, "than", None) is not None
    return (
        (None if compares else _check_group(mark, claim.group, facts, place=place))
        or _check_trend(mark, claim, facts, place=place)
        or _check_selection(mark, claim, facts, place=place)
    )


def speaks_of_speaking(mark: Mark) -> bool:
    """Tell whether the sentence says that something came up, or the claim stands after *bij*."""
    if words.compile_words(words.COMING_UP).search(fold(mark.sentence).text):
        return True
    around = f"{fold(mark.before).text} {fold(mark.text).text}".split()
    place = len(fold(mark.before).text.split())
    return "bij" in around[max(place - 1, 0) : place + 1]


def _check_group(mark: Mark, group: Group | None, facts: Facts, *, place: str) -> Judged | None:
    """Refuse words that speak of another group than the mark counts."""
    own = (group.attribute, group.value) if group else ("", "")
    for text in _where_named(mark):
        mentioned = mentioned_groups(text, facts.groups, names=facts.names)
        if own in mentioned:
            return None
        other = [value for attribute, value in mentioned if own[0] in {"", attribute}]
        if other:
            seen = group.value if group else NOTES["all"]
            return failed(mark, "P438", place, seen=mark.text, mentioned=other[0], group=seen)
    return None


def _where_named(mark: Mark) -> list[str]:
    """Return where a group may be named: the mark; else, when it names nobody, around it."""
    if words.compile_words(words.EVERYONE).search(fold(mark.text).text):
        return [mark.text]
    begin = mark.sentence.find(mark.text, max(len(mark.before.strip()) - 1, 0))
    behind = _BEHIND.match(mark.sentence[begin + len(mark.text) :]) if begin >= 0 else None
    return [mark.text, *([behind[1]] if behind else [mark.before])]


def _check_trend(mark: Mark, claim: Claim, facts: Facts, *, place: str) -> Judged | None:
    """Refuse a sentence about more or less than before that rests on something else."""
    allowed = facts.study.settings.report.trend
    seen = find_trend(mark.sentence)
    if not seen or set(claim.codes) & set(allowed):
        return None
    return failed(mark, "P494", place, seen=seen, allowed=", ".join(allowed) or "–")


def _check_selection(mark: Mark, claim: Claim, facts: Facts, *, place: str) -> Judged | None:
    """Refuse a claim over people who were chosen for what it says."""
    chosen_for = facts.study.settings.report.selection
    census = facts.census
    for group in {claim.group, getattr(claim, "than", None) or claim.group}:
        members = census.flags(None if group is None else group.members)
        for code in claim.codes:
            chosen = chosen_for.get(code, ())
            if chosen and members.any() and set(census.groups[members]) <= set(chosen):
                return failed(mark, "P449", place, code=code, groups=", ".join(chosen))
    return None
