"""Claims that carry a word for how many: *de meeste criticasters*."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from paraplu.messages.report import LABELS, NOTES
from paraplu.report import bands
from paraplu.report.claim import PoleClaim
from paraplu.report.judged import Judged, failed
from paraplu.report.numbers import write_number
from paraplu.report.sense import read_word, speaks_of_speaking
from paraplu.report.stability import Stability, without_groups, without_one
from paraplu.report.weighed import (
    Weighed,
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

__all__ = ["check_size", "count_claim", "refuse_count", "weigh_count"]


def weigh_count(
    mark: Mark, claim: CodeClaim | PoleClaim, facts: Facts, *, place: str
) -> Weighed | Judged:
    """Count who meets the condition of a claim, and whether its word fits.

    Parameters
    ----------
    mark, claim
        The mark, and what it is about.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    word = read_word(mark, facts, place=place)
    if isinstance(word, Judged):
        return word
    if _says_too_much(mark, claim):
        return failed(mark, "P439", place)
    tally = count_claim(claim, facts)
    wrong = check_size(mark, tally, facts, place=place)
    if wrong is not None:
        return wrong
    if not bands.holds(word.word, tally.count, tally.total, bands=facts.bands):
        return refuse_count(mark, tally, facts, place=place)
    return _weigh(claim, word.word, tally, facts)


def count_claim(claim: CodeClaim | PoleClaim, facts: Facts, *, rule: str = "") -> Tally:
    """Count the respondents of a claim.

    Of a choice: those with a position, and those of them with whom this side leads. `rule` is
    as in `Census.tally`, for claims on codes.
    """
    if isinstance(claim, PoleClaim):
        return facts.stances.tally(claim)
    return facts.census.tally(
        claim.expression,
        conditions=claim.conditions,
        against=claim.against,
        everyone=claim.everyone,
        members=None if claim.group is None else claim.group.members,
        rule=rule,
    )


def check_size(mark: Mark, tally: Tally, facts: Facts, *, place: str) -> Judged | None:
    """Refuse a word about too few respondents."""
    if tally.total < facts.least:
        return failed(mark, "P443", place, least=facts.least)
    if tally.total < min(band.from_n for band in facts.bands):
        return failed(
            mark, "P447", place, seen=mark.text, count=tally.count, total=tally.total, at=place
        )
    return None


def refuse_count(
    mark: Mark, tally: Tally, facts: Facts, *, place: str, mixed: bool = True
) -> Judged:
    """Say what the data say instead."""
    fitting = bands.holding(tally.count, tally.total, bands=facts.bands)
    also = tally.mixed if mixed else 0
    return failed(
        mark,
        "P446",
        place,
        seen=mark.text,
        count=tally.count,
        total=tally.total,
        share=write_number(100 * tally.count / tally.total, unit="%"),
        mixed=f" ({NOTES['mixed'].format(count=also)})" if also else "",
        allowed=", ".join(f"'{word}'" for word in fitting) or NOTES["no word"],
        at=place,
    )


def _says_too_much(mark: Mark, claim: CodeClaim | PoleClaim) -> bool:
    """Tell whether a claim without a condition says more than that something came up."""
    unconditional = not isinstance(claim, PoleClaim) and not claim.conditions
    return unconditional and not speaks_of_speaking(mark)


def _weigh(claim: CodeClaim | PoleClaim, word: str, tally: Tally, facts: Facts) -> Weighed:
    """Look how firmly a claim stands that holds."""

    def stands(count: int, total: int) -> bool:
        return bands.stands(word, count, total, of=tally.total, bands=facts.bands)

    def holds_under(rule: str) -> bool:
        other = count_claim(claim, facts, rule=rule)
        return other.total > 0 and bands.holds(word, other.count, other.total, bands=facts.bands)

    exact, overall = bands.is_exact(word, bands=facts.bands), claim.group is None
    alone = None if exact else without_one(tally, stands)
    tried = overall and not exact
    groups = without_groups(tally, facts.census.groups, stands) if tried else None
    coders, depends, notes = on_coders(claim, tally.base, facts, holds_under=holds_under)
    stability = Stability(alone, groups, coders)
    needs_mixed = tally.mixed and not bands.holds(word, tally.bare, tally.total, bands=facts.bands)
    labels = {
        "thin": bool(needs_mixed) or (alone is not None and not alone.whole),
        "composition": overall and not _holds_balanced(word, tally, facts),
        "one group": groups is not None and not groups.whole,
        "coder": depends,
        "reading": reads_differently(claim, facts),
    }
    everyone = not isinstance(claim, PoleClaim) and claim.everyone
    shown = notes_of(claim, tally, facts, everyone=everyone)
    if isinstance(claim, PoleClaim):
        shown[0] = shown[0].replace(NOTES["spoken"], NOTES["placed"])
    return Weighed(
        claim=claim,
        word=word,
        count=tally.count,
        total=tally.total,
        mixed=tally.mixed,
        opposed=int(tally.opposed.sum()),
        unread=tally.unread,
        tallies=(tally,),
        stability=stability,
        labels=tuple(LABELS[name] for name, applies in labels.items() if applies),
        notes=(*shown, *notes, *stability_note(stability, tally.count, facts)),
    )


def _holds_balanced(word: str, tally: Tally, facts: Facts) -> bool:
    """Tell whether a word also holds when every group weighs the same."""
    groups = facts.census.groups
    shares = []
    for name in np.unique(groups[tally.base].astype(str)):
        own = groups == name
        shares.append(Fraction(int(tally.held[own].sum()), int(tally.base[own].sum())))
    share = sum(shares, Fraction(0)) / len(shares)
    return bands.share_holds(word, share, tally.total, bands=facts.bands)
