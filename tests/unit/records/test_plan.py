"""The plan of coding."""

from __future__ import annotations

from paraplu.records import Plan, Round

DOUBLE = Round("dubbel", ("a", "b"), 1, ("R01", "R02"))
ALL = Round("alles", ("a",), 2)


def test_a_round_without_interviews_covers_all_of_them() -> None:
    """Only for its own coders."""
    plan = Plan(rounds=(ALL,))
    assert plan.covers("a", "R99")
    assert not plan.covers("b", "R99")


def test_a_round_with_interviews_covers_those() -> None:
    """And no others."""
    plan = Plan(rounds=(DOUBLE,))
    assert plan.covers("b", "R02")
    assert not plan.covers("b", "R03")


def test_the_double_round_is_the_first_with_two_coders() -> None:
    """Or none."""
    assert Plan(rounds=(ALL, DOUBLE)).double == DOUBLE
    assert Plan(rounds=(ALL,)).double is None
