"""What essays tell of groups already."""

from __future__ import annotations

import numpy as np
import pandas as pd

from paraplu.report.census import Tally
from paraplu.report.claim import CodeClaim
from paraplu.report.groups import Group
from paraplu.report.pages.telling import subject_of, told_by
from paraplu.report.weighed import Weighed

NAMES = pd.Index([f"R{n:02d}" for n in range(12)])
MELDEN = (("melden",),)
LEAST = 3


def claim(value: str, *, attribute: str = "groep", than: str = "") -> CodeClaim:
    """Return a claim on a group, or on two."""
    other = Group(attribute, than, NAMES[6:]) if than else None
    return CodeClaim(MELDEN, group=Group(attribute, value, NAMES[:6]), than=other, everyone=True)


def weighed(about: CodeClaim, *counts: int) -> Weighed:
    """Return a claim with how many say it, of each group."""
    tallies = []
    for count in counts:
        held = np.arange(len(NAMES)) < count
        tallies.append(Tally(NAMES, np.ones_like(held), held, np.zeros_like(held)))
    return Weighed(about, "de meeste", counts[0], len(NAMES), tallies=tuple(tallies))


def test_both_groups_of_a_comparison_are_told() -> None:
    """Their numbers stand beside it, whichever claim counts the same."""
    told = told_by([weighed(claim("x", than="y"), 5, 4)], least=LEAST)
    everyone = CodeClaim(MELDEN, everyone=True)
    assert told[subject_of(everyone)] == {"x", "y"}


def test_a_few_are_not_told_and_nobody_is() -> None:
    """Beside a claim stands that they are fewer than three; nobody is nobody."""
    told = told_by([weighed(claim("x"), 2), weighed(claim("y"), 0)], least=LEAST)
    assert set(told.values()) == {frozenset({"y"})}


def test_groups_of_another_kind_have_no_row() -> None:
    """An office is not in the table of groups."""
    assert told_by([weighed(claim("x", attribute="ambt"), 5)], least=LEAST) == {}


def test_another_count_is_another_subject() -> None:
    """With a condition, or of who speaks of it only."""
    speakers = CodeClaim(MELDEN, conditions=(("valentie", "-"),), everyone=False)
    assert subject_of(speakers) != subject_of(CodeClaim(MELDEN, everyone=True))
