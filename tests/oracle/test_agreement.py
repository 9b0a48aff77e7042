"""Coefficients of agreement against values that were published."""

from __future__ import annotations

from math import nan

import pytest

from paraplu.coding.agreement.alpha import krippendorff_alpha
from paraplu.coding.agreement.chance import (
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    percent_agreement,
    scott_pi,
)
from paraplu.coding.agreement.unitising import (
    character_agreement,
    joint_unitising_alpha,
    unitising_alpha,
    unitising_disagreement,
)

Spans = list[tuple[int, int]]


def krippendorff_2011() -> list[list[float]]:
    """Return Krippendorff (2011), section C: four coders, twelve units, some missing."""
    rows = (
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    return [[nan if value == "." else float(value) for value in row.split()] for row in rows]


def from_table(table: list[list[int]]) -> list[list[int]]:
    """Return the judgements of two coders whose contingency table is given."""
    pairs = [
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]
    return [[first for first, _ in pairs], [second for _, second in pairs]]


def stretches(*units: tuple[int, int]) -> Spans:
    """Return (begin, length) as (start, end)."""
    return [(begin, begin + length) for begin, length in units]


@pytest.mark.parametrize(
    ("level", "alpha"),
    [
        ("nominal", 0.743421),
        ("ordinal", 0.815388),
        ("interval", 0.849107),
        ("ratio", 0.797403),
    ],
)
def test_alpha_of_four_coders_with_missing_values(level: str, alpha: float) -> None:
    """Krippendorff (2011), section C, at each level of measurement."""
    computed = krippendorff_alpha(krippendorff_2011(), level=level)  # type: ignore[arg-type]
    assert computed.value == pytest.approx(alpha, abs=1e-6)


def test_ac1_of_four_coders_with_missing_values() -> None:
    """Gwet's AC1 on the data of Krippendorff (2011)."""
    assert gwet_ac1(krippendorff_2011()).value == pytest.approx(0.77544, abs=1e-5)


def test_fleiss_kappa_of_four_coders_with_missing_values() -> None:
    """Fleiss' κ on the data of Krippendorff (2011)."""
    assert fleiss_kappa(krippendorff_2011()).value == pytest.approx(0.76117, abs=1e-5)


def test_alpha_of_two_coders_and_two_categories() -> None:
    """Krippendorff (2004), p. 224."""
    data = [[1, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]]
    assert krippendorff_alpha(data).value == pytest.approx(0.095238, abs=1e-6)


def test_alpha_of_two_coders_and_three_categories() -> None:
    """Krippendorff (2004), p. 227."""
    pairs = ["aa", "ab", *["bb"] * 4, "bc", *["cc"] * 5]
    data = [[pair[0] for pair in pairs], [pair[1] for pair in pairs]]
    assert krippendorff_alpha(data).value == pytest.approx(0.734104, abs=1e-6)


def test_kappa_of_cohen_page_45() -> None:
    """Cohen (1960), p. 45, proportions of 200 cases; its AC1 as well."""
    data = from_table([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    assert percent_agreement(data).value == pytest.approx(0.70, abs=1e-12)
    assert cohen_kappa(data).value == pytest.approx((0.70 - 0.41) / (1 - 0.41), abs=1e-12)
    assert cohen_kappa(data).value == pytest.approx(0.492, abs=5e-4)
    assert gwet_ac1(data).value == pytest.approx(0.5760, abs=5e-5)


def test_kappa_of_cohen_page_37() -> None:
    """Cohen (1960), p. 37, where coders agree less than chance gives; its AC1 as well."""
    data = from_table([[25, 12, 3], [13, 2, 15], [12, 16, 2]])
    assert percent_agreement(data).value == pytest.approx(0.29, abs=1e-12)
    assert cohen_kappa(data).value == pytest.approx((0.29 - 0.35) / (1 - 0.35), abs=1e-12)
    assert gwet_ac1(data).value == pytest.approx(-0.0480, abs=5e-5)


def test_ac1_withstands_the_prevalence_paradox() -> None:
    """With one category rare AC1 stays high where κ falls."""
    data = from_table([[80, 7], [8, 5]])
    assert gwet_ac1(data).value == pytest.approx(0.808, abs=5e-4)
    assert cohen_kappa(data).value < 0.35


def test_pi_and_ac1_of_ten_units() -> None:
    """Eight times yes by both, once no by both, once yes against no."""
    data = from_table([[8, 1], [0, 1]])
    assert percent_agreement(data).value == pytest.approx(0.9, abs=1e-12)
    assert gwet_ac1(data).value == pytest.approx(0.8658, abs=5e-5)
    assert scott_pi(data).value == pytest.approx(0.6078, abs=5e-5)


def krippendorff_2004() -> dict[str, list[Spans]]:
    """Return Krippendorff (2004), p. 254: a continuum from 150, 300 long."""
    return {
        "c": [
            stretches((225, 70), (370, 30)),
            stretches((220, 80), (355, 20), (400, 20)),
        ],
        "k": [stretches((180, 60), (300, 50)), stretches((180, 60), (300, 50))],
    }


def test_unitising_alpha_of_one_category() -> None:
    """Krippendorff (2004), p. 254: category c, where the coders differ."""
    part = unitising_disagreement(krippendorff_2004()["c"], begin=150, length=300)
    assert part.observed == pytest.approx(0.0144, abs=5e-5)
    assert part.expected == pytest.approx(0.0532, abs=5e-5)
    assert part.alpha().value == pytest.approx(0.7286, abs=5e-5)


def test_unitising_alpha_of_a_category_marked_alike() -> None:
    """Krippendorff (2004), p. 254: category k, where the coders agree."""
    assert unitising_alpha(krippendorff_2004()["k"], begin=150, length=300).value == 1.0


def test_unitising_alpha_of_both_categories() -> None:
    """Krippendorff (2004), p. 255: .8591 from rounded parts, .8587 from unrounded ones."""
    joint = joint_unitising_alpha(krippendorff_2004(), begin=150, length=300)
    assert joint.value == pytest.approx(0.8587, abs=5e-5)
    assert joint.value == pytest.approx(0.8591, abs=5e-4)


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        ([stretches((2, 8), (14, 6)), stretches((4, 4), (15, 2))], 0.553),
        (
            [
                stretches((0, 18)),
                stretches((0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)),
            ],
            -0.926,
        ),
        (
            [
                stretches((2, 6), (10, 2), (14, 4), (20, 2)),
                stretches((0, 2), (4, 4), (10, 4), (16, 2), (20, 2)),
            ],
            0.679,
        ),
        (
            [
                stretches((0, 2), (2, 8), (10, 4), (14, 6), (20, 4)),
                stretches((0, 4), (4, 4), (8, 7), (15, 2), (17, 7)),
            ],
            0.066,
        ),
    ],
    ids=["A", "B", "C", "D"],
)
def test_unitising_alpha_of_1995(coders: list[Spans], alpha: float) -> None:
    """Krippendorff (1995), p. 57: four pairs of coders on a continuum of 24."""
    computed = unitising_alpha(coders, length=24, version="1995")
    assert computed.value == pytest.approx(alpha, abs=0.02)


def test_unitising_1995_is_the_limit_of_2004() -> None:
    """On an ever finer continuum the discrete version nears the continuous one."""
    coders = [stretches((2, 8), (14, 6)), stretches((4, 4), (15, 2))]
    finer = [[(5000 * start, 5000 * end) for start, end in spans] for spans in coders]
    discrete = unitising_alpha(finer, length=5000 * 24, version="2004").value
    assert discrete == pytest.approx(
        unitising_alpha(coders, length=24, version="1995").value, abs=1e-4
    )


def test_percentage_over_characters() -> None:
    """NVivo's help: of 1000 characters 50 coded by both and 150 by one gives 85%."""
    assert character_agreement([[(0, 200)], [(150, 200)]], length=1000).value == 0.85
