"""Claims that compare two groups: *vaker bij criticasters dan bij actieve participanten*.

Groups differ when their shares lie a minimal difference apart, set before anything is counted
(``[report.comparison]``); they are alike when their shares lie close together. In between no
word fits: with groups this small that is a matter of one or two persons.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from paraplu.messages.report import LABELS, NOTES
from paraplu.report.counting import check_size, count_claim
from paraplu.report.folding import fold
from paraplu.report.groups import REST, mentioned_groups
from paraplu.report.judged import Judged, failed
from paraplu.report.numbers import write_number
from paraplu.report.sense import changing_word, speaks_of_speaking
from paraplu.report.stability import Held, Stability
from paraplu.report.weighed import (
    Weighed,
    group_notes,
    notes_of,
    on_coders,
    reads_differently,
    stability_note,
)

if TYPE_CHECKING:
    from paraplu.report.census import Tally
    from paraplu.report.claim import CodeClaim
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts
    from paraplu.report.groups import Group

__all__ = ["WORDS", "weigh_comparison"]

WORDS = ("vaker", "minder vaak", "even vaak")
_WORD = re.compile(r"(?<!\w)(vaker|minder\s+vaak|even\s+vaak)(?!\w)")
_THAN = re.compile(r"(?<!\w)(dan|als)(?!\w)")
_REST = re.compile(r"(?<!\w)(?:anderen|andere\s+\w+|de\s+rest|overige\w*)(?!\w)")
PRECISION = 10_000


def weigh_comparison(mark: Mark, claim: CodeClaim, facts: Facts, *, place: str) -> Weighed | Judged:
    """Compare the shares of two groups, and look whether the word fits.

    Parameters
    ----------
    mark, claim
        The mark, and what it is about; its `group` and `than` are there.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    word = _read(mark, claim, facts, place=place)
    if isinstance(word, Judged):
        return word
    if not claim.conditions and not speaks_of_speaking(mark):
        return failed(mark, "P439", place)
    own, than = _count(claim, facts)
    for tally in (own, than):
        wrong = check_size(mark, tally, facts, place=place)
        if wrong is not None:
            return wrong
    if not _holds(word, own, than, facts):
        return _refuse(mark, own, than, facts, place=place)
    return _weigh(claim, word, (own, than), facts)


def _read(mark: Mark, claim: CodeClaim, facts: Facts, *, place: str) -> str | Judged:
    """Return the word of a comparison; both groups must stand on their own side of it."""
    folded = fold(mark.text)
    found = list(_WORD.finditer(folded.text))
    joint = None if len(found) != 1 else _THAN.search(folded.text, found[0].end())
    if joint is None:
        return failed(mark, "P455", place, seen=mark.text, allowed=", ".join(WORDS))
    start, end = folded.places[found[0].start()], folded.places[found[0].end() - 1] + 1
    seen = changing_word(mark, start, end, facts)
    word = re.sub(r"\s+", " ", found[0][1])
    if seen:
        return failed(mark, "P445", place, seen=seen, word=word)
    before, behind = mark.text[: folded.places[joint.start()]], folded.text[joint.end() :]
    for text, group in ((before, claim.group), (behind, claim.than)):
        if group is not None and not _names(text, group, facts):
            return failed(mark, "P458", place, seen=mark.text, group=group.value)
    return word


def _names(text: str, group: Group, facts: Facts) -> bool:
    """Tell whether a text names a group, and no other."""
    if group.value == REST:
        return _REST.search(fold(text).text) is not None
    mentioned = mentioned_groups(text, facts.groups, names=facts.names)
    return mentioned == [(group.attribute, group.value)]


def _count(claim: CodeClaim, facts: Facts, *, rule: str = "") -> tuple[Tally, Tally]:
    """Count both groups."""
    other = replace(claim, group=claim.than)
    return count_claim(claim, facts, rule=rule), count_claim(other, facts, rule=rule)


def _holds(word: str, own: Tally, than: Tally, facts: Facts) -> bool:
    """Tell whether a word fits the shares of two groups."""
    if not own.total or not than.total:
        return False
    return _fits(word, (own.count, own.total), (than.count, than.total), facts)


def _fits(word: str, own: tuple[int, int], than: tuple[int, int], facts: Facts) -> bool:
    """Tell whether a word fits two counts out of two totals, computed exactly."""
    settings = facts.study.settings.report.comparison
    difference, similar = (
        Fraction(each).limit_denominator(PRECISION)
        for each in (settings.difference, settings.similar)
    )
    gap = Fraction(*own) - Fraction(*than)
    if word == "vaker":
        return gap >= difference
    return gap <= -difference if word == "minder vaak" else abs(gap) <= similar


def _refuse(mark: Mark, own: Tally, than: Tally, facts: Facts, *, place: str) -> Judged:
    """Say what the data say instead."""
    fitting = [word for word in WORDS if _holds(word, own, than, facts)]
    return failed(
        mark, "P456", place,
        seen=mark.text, count=own.count, total=own.total, other=than.count, of=than.total,
        share=write_number(100 * own.count / own.total, unit="%"),
        other_share=write_number(100 * than.count / than.total, unit="%"),
        allowed=", ".join(f"'{word}'" for word in fitting) or NOTES["no word"], at=place,
    )  # fmt: skip


def _weigh(claim: CodeClaim, word: str, pair: tuple[Tally, Tally], facts: Facts) -> Weighed:
    """Look how firmly a comparison stands that holds."""
    own, than = pair
    alone = _without_one(word, own, than, facts)

    def holds_under(rule: str) -> bool:
        return _holds(word, *_count(claim, facts, rule=rule), facts)

    coders, depends, notes = on_coders(claim, own.base | than.base, facts, holds_under=holds_under)
    stability = Stability(respondents=alone, coders=coders)
    bare = _fits(word, (own.bare, own.total), (than.bare, than.total), facts)
    labels = {
        "thin": not bare or not alone.whole,
        "coder": depends,
        "reading": reads_differently(claim, facts),
    }
    everyone = claim.everyone
    shown = notes_of(claim, own, facts, everyone=everyone)
    other = notes_of(claim, than, facts, everyone=everyone)
    return Weighed(
        claim=claim,
        word=word,
        count=own.count,
        total=own.total,
        mixed=own.mixed,
        opposed=int(own.opposed.sum()),
        unread=own.unread + than.unread,
        tallies=(own, than),
        stability=stability,
        labels=tuple(LABELS[name] for name, applies in labels.items() if applies),
        notes=(
            NOTES["compared"].format(own=shown[0], other=other[0]),
            *group_notes(claim, facts),
            *notes,
            *stability_note(stability, min(own.count, than.count), facts),
        ),
    )


def _without_one(word: str, own: Tally, than: Tally, facts: Facts) -> Held:
    """Leave out each respondent of either group."""
    first, second = (own.count, own.total), (than.count, than.total)
    held = 0
    for number, left in _left_out(first):
        held += number * (left[1] > 0 and _fits(word, left, second, facts))
    for number, left in _left_out(second):
        held += number * (left[1] > 0 and _fits(word, first, left, facts))
    return Held(held, own.total + than.total)


def _left_out(counted: tuple[int, int]) -> list[tuple[int, tuple[int, int]]]:
    """Return how often a count and total result when one respondent is left out."""
    count, total = counted
    return [(count, (count - 1, total - 1)), (total - count, (count, total - 1))]
