"""Agreement does not depend on who comes first, nor on the order of units."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.coding.agreement import (
    agreement_by_code,
    attribute_agreement,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    krippendorff_alpha,
    percent_agreement,
    pooled_agreement,
    scott_pi,
    unitising_alpha,
)

MANY = [krippendorff_alpha, percent_agreement, gwet_ac1, fleiss_kappa]
PAIR = [*MANY, cohen_kappa, scott_pi]

judgements = st.integers(1, 12).flatmap(
    lambda units: st.lists(
        st.lists(st.sampled_from([0, 1, 2, None]), min_size=units, max_size=units),
        min_size=2,
        max_size=4,
    )
)
stretches = st.lists(st.integers(0, 60), unique=True, max_size=10).map(
    lambda borders: list(zip(sorted(borders)[::2], sorted(borders)[1::2], strict=False))
)


@st.composite
def coder_frames(draw: st.DrawFn) -> list[pd.DataFrame]:
    """Return the judgements of two coders on two codes, over a few interviews."""
    interviews = draw(st.lists(st.sampled_from("PQRS"), min_size=1, max_size=15))
    index = pd.MultiIndex.from_tuples(
        [(interview, turn) for turn, interview in enumerate(interviews)],
        names=["interview", "turn"],
    )
    cell = st.sampled_from([True, False, None])
    column = st.lists(cell, min_size=len(index), max_size=len(index))
    return [
        pd.DataFrame({code: draw(column) for code in "ab"}, index=index, dtype="boolean")
        for _ in range(2)
    ]


@given(judgements, st.randoms(use_true_random=False))
def test_the_order_of_coders_and_units_does_not_matter(data: list[list[int]], random) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Shuffling either gives the same coefficients, or the same reason for having none."""
    coders = random.sample(data, len(data))
    units = random.sample(range(len(data[0])), len(data[0]))
    shuffled = [[coder[unit] for unit in units] for coder in coders]
    for measure in MANY if len(data) > 2 else PAIR:
        first, second = measure(data), measure(shuffled)
        assert first.reason == second.reason
        assert first.value == pytest.approx(second.value, nan_ok=True)


@given(st.lists(st.integers(0, 2), min_size=2, max_size=12).filter(lambda row: len(set(row)) > 1))
def test_perfect_agreement_is_one(row: list[int]) -> None:
    """Two coders who agree everywhere, over more than one category."""
    for measure in PAIR:
        assert measure([row, row]).value == pytest.approx(1)


@given(judgements)
def test_nothing_exceeds_one(data: list[list[int]]) -> None:
    """Every coefficient that is defined is at most 1."""
    for measure in MANY:
        assert not measure(data).value > 1 + 1e-12


@settings(max_examples=40, deadline=None)
@given(coder_frames(), st.randoms(use_true_random=False))
def test_frames_may_come_in_any_order(frames: list[pd.DataFrame], random) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Coders swapped and units shuffled: equal coefficients and equal intervals."""
    order = random.sample(range(len(frames[0])), len(frames[0]))
    shuffled = [frame.iloc[order] for frame in reversed(frames)]
    pd.testing.assert_frame_equal(
        agreement_by_code(frames, draws=20, seed=3),
        agreement_by_code(shuffled, draws=20, seed=3),
    )
    pd.testing.assert_frame_equal(
        pooled_agreement(frames, draws=20, seed=3), pooled_agreement(shuffled, draws=20, seed=3)
    )


@settings(max_examples=40, deadline=None)
@given(coder_frames())
def test_one_interview_has_a_defined_result(frames: list[pd.DataFrame]) -> None:
    """With a single interview there is no interval, and no failure."""
    first = frames[0].index[0][0]
    one = [frame.loc[[first]] for frame in frames]
    rows = agreement_by_code(one, draws=20, seed=3)
    assert rows[["alpha_low", "alpha_high"]].isna().all(axis=None)
    assert rows["reason"].ne("").all()


@settings(max_examples=40, deadline=None)
@given(coder_frames())
def test_the_interval_holds_only_possible_values(frames: list[pd.DataFrame]) -> None:
    """Bounds are in order and at most 1 wherever they exist."""
    rows = agreement_by_code(frames, draws=50, seed=3).dropna(subset=["alpha_low"])
    assert (rows["alpha_low"] <= rows["alpha_high"]).all()
    assert (rows["alpha_high"] <= 1 + 1e-12).all()


@given(stretches, stretches, st.sampled_from(["2004", "1995"]))
def test_unitising_does_not_depend_on_the_order_of_coders(
    first: list[tuple[int, int]], second: list[tuple[int, int]], version: str
) -> None:
    """Swapping the coders gives the same α, and at most 1."""
    one = unitising_alpha([first, second], length=60, version=version)  # type: ignore[arg-type]
    other = unitising_alpha([second, first], length=60, version=version)  # type: ignore[arg-type]
    assert one.value == pytest.approx(other.value, nan_ok=True)
    assert not one.value > 1


@given(stretches.filter(bool))
def test_equal_stretches_agree_perfectly(spans: list[tuple[int, int]]) -> None:
    """Two coders with the same stretches have α 1."""
    assert unitising_alpha([spans, spans], length=60).value == 1


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_attributes_do_not_depend_on_the_order_of_coders(seed: int) -> None:
    """Any order of three coders brings the same passages together."""
    generator = np.random.default_rng(seed)
    sides = []
    for _ in range(3):
        start = generator.integers(0, 40, size=12)
        sides.append(
            pd.DataFrame(
                {
                    "interview": generator.choice(["R1", "R2"], size=12),
                    "turn": 1,
                    "code": generator.choice(["a", "b"], size=12),
                    "start": start,
                    "end": start + generator.integers(1, 20, size=12),
                    "fase": generator.choice(["x", "y", ""], size=12),
                }
            )
        )
    one = attribute_agreement(sides, attribute="fase", codes=["a", "b"], draws=10, seed=1)
    other = attribute_agreement(sides[::-1], attribute="fase", codes=["a", "b"], draws=10, seed=1)
    pd.testing.assert_frame_equal(one, other)
