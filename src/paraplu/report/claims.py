"""Judging claims: a word, a group, and what respondents of that group say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.report.claim import CodeClaim, PoleClaim, TopicClaim, claim_id, read_claim
from paraplu.report.comparing import weigh_comparison
from paraplu.report.counting import weigh_count
from paraplu.report.judged import Judged, passed
from paraplu.report.leaning import is_leaning, weigh_leaning
from paraplu.report.sense import check_sense
from paraplu.report.themes import weigh_theme

if TYPE_CHECKING:
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts
    from paraplu.report.weighed import Weighed

__all__ = ["PAGES", "judge_claim", "weigh_claim"]

PAGES = "../bewijs"
"""Folder of the evidence pages, seen from an essay."""


def judge_claim(mark: Mark, facts: Facts, *, place: str) -> Judged:
    """Count who says what a claim says, and whether its word fits.

    Parameters
    ----------
    mark
        A mark ``.claim``.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    weighed = weigh_claim(mark, facts, place=place)
    if isinstance(weighed, Judged):
        return weighed
    name = claim_id(mark, word=weighed.word)
    return passed(
        mark,
        note="; ".join(weighed.notes),
        label=weighed.label,
        href=f"{PAGES}/{name}.html",
        id=name,
    )


def weigh_claim(mark: Mark, facts: Facts, *, place: str) -> Weighed | Judged:
    """Weigh a claim, or say why it does not hold."""
    claim = read_claim(mark, facts, place=place)
    if isinstance(claim, Judged):
        return claim
    wrong = check_sense(mark, claim, facts, place=place)
    if wrong is not None:
        return wrong
    if isinstance(claim, TopicClaim):
        return weigh_theme(mark, claim, facts, place=place)
    if isinstance(claim, CodeClaim) and claim.than is not None:
        return weigh_comparison(mark, claim, facts, place=place)
    if isinstance(claim, PoleClaim) and is_leaning(mark):
        return weigh_leaning(mark, claim, facts, place=place)
    return weigh_count(mark, claim, facts, place=place)
