"""Saturation and the curve of codes behave as counts of a growing set."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.coding.saturation import accumulation, saturation

interview = st.sets(st.sampled_from("abcdefgh"), max_size=6)


def frame(given_codes: list[set[str]]) -> tuple[pd.DataFrame, list[str]]:
    """Return codings and interviews from the codes of each interview."""
    names = [f"R{number:02}" for number in range(len(given_codes))]
    rows = [(name, code) for name, codes in zip(names, given_codes, strict=True) for code in codes]
    return pd.DataFrame(rows, columns=["interview", "code"]), names


@settings(max_examples=30, deadline=None)
@given(st.lists(interview, min_size=1, max_size=12))
def test_the_curve_never_falls_and_ends_at_all_codes(given_codes: list[set[str]]) -> None:
    """More interviews never mean fewer codes; at the end every order has them all."""
    codings, names = frame(given_codes)
    curve = accumulation(codings, interviews=names, orders=30, seed=2)
    assert (curve[["low", "median", "high"]].diff().dropna() >= 0).all(axis=None)
    total = len(set().union(*given_codes))
    assert curve[["low", "high"]].iloc[-1].tolist() == [total, total]


@settings(max_examples=30, deadline=None)
@given(st.lists(interview, min_size=6, max_size=14))
def test_a_stricter_threshold_is_never_reached_sooner(given_codes: list[set[str]]) -> None:
    """No new code at all comes at least as late as few new codes, and in fewer orders."""
    codings, names = frame(given_codes)
    found = saturation(codings, interviews=names, orders=30, seed=2)
    wide = found.pivot_table(
        index=["base_size", "run_length"], columns="threshold", values=["median", "reached"],
        dropna=False,
    )  # fmt: skip
    later = wide["median"][0.0] - wide["median"][0.05]
    assert (later.dropna() >= 0).all()
    assert (wide["reached"][0.0] <= wide["reached"][0.05]).all()


@settings(max_examples=30, deadline=None)
@given(st.lists(interview, min_size=1, max_size=8), st.permutations("abcdefgh"))
def test_names_of_codes_do_not_matter(given_codes: list[set[str]], names: list[str]) -> None:
    """Renaming the codes changes nothing."""
    renamed = dict(zip("abcdefgh", names, strict=True))
    codings, interviews = frame(given_codes)
    other = codings.assign(code=codings["code"].map(renamed))
    pd.testing.assert_frame_equal(
        accumulation(codings, interviews=interviews, orders=20, seed=2),
        accumulation(other, interviews=interviews, orders=20, seed=2),
    )
