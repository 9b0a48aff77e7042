"""Attribution: nobody is named by what too few have in common."""

from __future__ import annotations

from collections import Counter

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from paraplu.report.attribution import attribute

LEAST = 3
SOMEONE = "respondent"
somebody = st.tuples(st.sampled_from(["x", "y", "z", ""]), st.sampled_from(["p", "q", "r"]))


def named(rows: list[tuple[str, str]], published: list[str]) -> dict[str, str]:
    """Attribute people with these groups and offices."""
    people = pd.DataFrame(rows, columns=["groep", "ambt"])
    people["respondent"] = [f"R{n:02d}" for n in range(len(rows))]
    return dict(attribute(people, published=published, least=LEAST, otherwise=SOMEONE))


@given(st.lists(somebody, min_size=LEAST, max_size=30), st.permutations(["groep", "ambt"]))
def test_no_attribution_stands_for_a_few(rows: list[tuple[str, str]], published: list[str]) -> None:
    """Whatever is published, those who share an attribution are at least the least."""
    for several in (published, published[:1], []):
        assert min(Counter(named(rows, several).values()).values()) >= LEAST


@given(st.lists(somebody, min_size=1, max_size=30))
def test_what_is_said_is_true(rows: list[tuple[str, str]]) -> None:
    """Someone is called by their own group and office, or by less."""
    for (group, office), said in zip(rows, named(rows, ["groep", "ambt"]).values(), strict=True):
        assert said in {SOMEONE, group, f"{group}, {office}"}


def test_an_office_is_said_where_enough_hold_it() -> None:
    """Three councillors are called so; three others of the group only by the group."""
    rows = [("x", "raadslid")] * 3 + [("x", "wethouder"), ("x", "griffier"), ("x", "griffier")]
    assert Counter(named(rows, ["groep", "ambt"]).values()) == {"x, raadslid": 3, "x": 3}


def test_one_who_is_left_over_is_not_alone() -> None:
    """The smallest group that could be named goes with the one that could not."""
    rows = [("x", "p")] * 5 + [("y", "p")] * 4 + [("z", "p")]
    assert Counter(named(rows, ["groep"]).values()) == {"x": 5, SOMEONE: 5}
