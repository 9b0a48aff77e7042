"""What stands in the margin of the two sides of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from paraplu.report.census import Tally
from paraplu.report.claim import CodeClaim
from paraplu.report.weighed import notes_of

if TYPE_CHECKING:
    from paraplu.report.facts import Facts

PEOPLE = 20


def tally(held: int, mixed: int, opposed: int) -> Tally:
    """Return a count of twenty, of whom some say both, and some only the opposite."""
    place = np.arange(PEOPLE)
    says = place < held
    against = (place >= held - mixed) & (place < held + opposed - mixed)
    return Tally(pd.Index(place), np.ones(PEOPLE, dtype=bool), says, against)


@pytest.mark.parametrize(
    ("mixed", "opposed", "notes"),
    [
        (4, 8, ["tegendeel: 8", "gemengd: 4"]),
        (8, 8, ["gemengd: 8"]),
        (6, 7, ["tegendeel: 7"]),
        (7, 12, ["tegendeel: 12"]),
        (2, 6, ["tegendeel: 6"]),
        (1, 1, ["gemengd: minder dan 3"]),
        (0, 0, []),
    ],
)
def test_both_sides_are_told_unless_a_few_would_follow(
    facts: Facts, mixed: int, opposed: int, notes: list[str]
) -> None:
    """Of eight who say it; from two numbers follows how many say one thing only."""
    claim = CodeClaim(expression=(("melden",),))
    assert notes_of(claim, tally(8, mixed, opposed), facts, everyone=False)[1:] == notes
