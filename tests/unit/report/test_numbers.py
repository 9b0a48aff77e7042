"""Dutch numbers."""

from __future__ import annotations

import pytest

from paraplu.report.numbers import agrees, read_numbers, write_number


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("28", ["28"]), ("1.096", ["1096"]), ("12.345.678,5", ["12345678.5"]), ("0,69", ["0.69"]),
        ("−0,05", ["-0.05"]), ("0.69", []), ("1.09", []), ("2023-03", ["2023", "-03"]),
        ("R17", []), ("17e", []), ("achttien", ["18"]), ("acht en tien", ["8", "10"]),
        ("een", []), ("één", ["1"]), ("Twintig", ["20"]), ("tweeling", []), ("28.", ["28"]),
        ("drie, vier", ["3", "4"]),
    ],
)  # fmt: skip
def test_numbers_are_read(text: str, values: list[str]) -> None:
    """Only as Dutch writes them, and never part of a word."""
    found = [str(number.value) for number in read_numbers(text)]
    assert found in (values, [value.replace("-03", "3") for value in values])


@pytest.mark.parametrize("text", ["77%", "77 %", "77\u00a0%", "77 procent", "zeven procent"])
def test_percentages_are_read(text: str) -> None:
    """With a sign or a word."""
    assert read_numbers(text)[0].percent


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("28", 28.0, True), ("29", 28.0, False), ("0,69", 0.685, True), ("0,69", 0.695, True),
        ("0,69", 0.6951, False), ("67", 66.5, True), ("3", 2.6, False), ("28,0", 28.0, True),
    ],
)  # fmt: skip
def test_agreement_is_that_of_rounding(text: str, number: float, expected: bool) -> None:  # noqa: FBT001
    """Whole numbers exactly; others to the decimals shown, and not too coarsely."""
    assert agrees(read_numbers(text)[0], number) is expected


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [(28, "", "28"), (1096, "x", "1.096"), (-0.5, "", "−0,50"), (66.7, "%", "67%"), (0.0, "", "0")],
)
def test_numbers_are_written(number: float, unit: str, text: str) -> None:
    """What is written reads back as the same number."""
    assert write_number(number, unit=unit) == text
