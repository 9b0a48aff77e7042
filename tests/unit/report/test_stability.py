"""How firmly a claim stands: without one respondent, one group, one coder."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraplu.report import bands
from paraplu.report.bands import DEFAULTS
from paraplu.report.census import Tally
from paraplu.report.stability import held_of, without_groups, without_one

WORDS = tuple(dict.fromkeys(band.word for band in DEFAULTS))


def tally_of(base: list[bool], held: list[bool]) -> Tally:
    """Make a tally of who counts and who of them meets the condition."""
    counted, meets = np.array(base, dtype=bool), np.array(held, dtype=bool)
    names = pd.Index([f"R{n:02d}" for n in range(len(base))])
    return Tally(names, counted, counted & meets, np.zeros_like(counted))


@given(
    st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=50),
    st.sampled_from(WORDS),
)
def test_leaving_one_out_counts_as_if_each_was_left_out(
    people: list[tuple[bool, bool]], word: str
) -> None:
    """The two cases give what going through everyone gives."""
    tally = tally_of([base for base, _ in people], [held for _, held in people])

    def stands(count: int, total: int) -> bool:
        return bands.stands(word, count, total, of=tally.total, bands=DEFAULTS)

    places = np.flatnonzero(tally.base)
    one_by_one = []
    for place in places:
        rest = np.arange(len(people)) != place
        one_by_one.append(stands(int(tally.held[rest].sum()), int(tally.base[rest].sum())))
    assert without_one(tally, stands) == (sum(one_by_one), len(places))


def test_leaving_a_group_out_looks_at_the_others() -> None:
    """Groups of which nobody counts are not left out."""
    tally = tally_of([True, True, True, False], [True, True, False, False])
    groups = np.array(["a", "a", "b", "c"], dtype=object)
    seen: list[tuple[int, int]] = []

    def stands(count: int, total: int) -> bool:
        seen.append((count, total))
        return count > 0

    assert without_groups(tally, groups, stands) == (1, 2)
    assert seen == [(0, 1), (2, 2)]


@pytest.mark.parametrize(
    ("word", "count", "total", "of", "holds"),
    [
        ("de meeste", 38, 42, 43, True),
        ("de meeste", 5, 9, 10, False),
        ("vrijwel alle", 20, 20, 21, True),
        ("vrijwel alle", 17, 19, 20, False),
        ("een deel", 6, 14, 15, False),
        ("enkele", 1, 20, 21, False),
        ("een deel", 2, 13, 14, True),
        ("alle", 4, 4, 5, True),
        ("geen", 0, 4, 5, True),
        ("geen", 0, 0, 1, False),
    ],
)
def test_a_word_stands_unless_it_says_too_much(
    word: str, count: int, total: int, of: int, *, holds: bool
) -> None:
    """More than half may grow; the bands are those of the claim itself."""
    assert bands.stands(word, count, total, of=of, bands=DEFAULTS) is holds


def test_tries_are_counted() -> None:
    """Those that held, of all."""
    held = held_of([True, False, True])
    assert (held.held, held.of, held.whole) == (2, 3, False)
    assert held_of([]).whole
