"""Who read the passages of a claim; a review lapses when the passages change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from paraplu import messages
from paraplu.report.claim import claim_key, read_claim
from paraplu.report.grounds import ground
from paraplu.report.judged import Judged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.errors import Problem
    from paraplu.records.review import Review
    from paraplu.report.claim import Claim
    from paraplu.report.facts import Facts

__all__ = ["Reading", "check_reviews", "reading_of"]


class Reading(NamedTuple):
    """Whether the passages of a claim were read: the last review, and whether it still counts."""

    review: Review | None = None
    current: bool = False


def reading_of(claim: Claim, judged: Judged, facts: Facts) -> Reading:
    """Return who read the passages of a claim as they are now, or as they were.

    Parameters
    ----------
    claim, judged
        What the claim is about, and its mark.
    facts
        What the study knows.

    """
    attributes = judged.mark.attributes
    reviews = facts.reviews.get(claim_key(attributes), ())
    if not reviews:
        return Reading()
    now = ground(claim, attributes, facts).fingerprint
    current = next((review for review in reversed(reviews) if review.passages == now), None)
    return Reading(current or reviews[-1], current is not None)


def check_reviews(path: str, marks: Sequence[Judged], facts: Facts) -> Iterator[Problem]:
    """Name the claims of an essay whose passages nobody read, and those that changed since."""
    unread: list[int] = []
    lapsed: list[int] = []
    for judged in marks:
        if judged.mark.kind != "claim" or not judged.ok:
            continue
        if claim_key(judged.mark.attributes) not in facts.reviews:
            unread.append(judged.mark.place.line)
            continue
        claim = read_claim(judged.mark, facts, place=path)
        if not isinstance(claim, Judged) and not reading_of(claim, judged, facts).current:
            lapsed.append(judged.mark.place.line)
    for code, lines in (("P476", unread), ("P477", lapsed)):
        if lines:
            shown = ", ".join(str(line) for line in dict.fromkeys(lines))
            yield messages.problem(
                code, f"{path}:{lines[0]}", count=len(lines), lines=shown, at=f"{path}:{lines[0]}"
            )
