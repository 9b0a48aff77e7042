"""What essays tell of groups already: behind such a number nothing can be hidden."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from paraplu.report.claim import CodeClaim, PoleClaim

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from paraplu.report.claim import Claim
    from paraplu.report.weighed import Weighed

__all__ = ["subject_of", "told_by"]


def subject_of(claim: Claim) -> Hashable:
    """Return what a claim counts, whatever the group."""
    if isinstance(claim, CodeClaim):
        return claim.expression, claim.conditions, claim.everyone
    if isinstance(claim, PoleClaim):
        return claim.polarity.id, claim.lean
    return claim.topic


def told_by(claims: Iterable[Weighed], *, least: int) -> Mapping[Hashable, frozenset[str]]:
    """Return of which groups the numbers stand beside claims.

    Parameters
    ----------
    claims
        The claims of all essays.
    least
        The fewest respondents that may be shown: smaller numbers are not told.

    """
    told: defaultdict[Hashable, set[str]] = defaultdict(set)
    for weighed in claims:
        claim = weighed.claim
        than = claim.than if isinstance(claim, CodeClaim) else None
        for tally, group in zip(weighed.tallies, (claim.group, than), strict=False):
            if group is not None and group.attribute == "groep" and not 0 < tally.count < least:
                told[subject_of(claim)].add(group.value)
    return {subject: frozenset(groups) for subject, groups in told.items()}
