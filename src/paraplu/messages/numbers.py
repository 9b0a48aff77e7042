"""Numbers as they are written in Dutch."""

from __future__ import annotations

from math import isnan

__all__ = ["say_count", "say_number", "say_share"]

MISSING = "–"


def say_number(value: float, *, decimals: int = 2) -> str:
    """Write a number with a decimal comma; a missing one is a dash.

    Examples
    --------
    >>> say_number(0.6854), say_number(-0.5, decimals=1), say_number(1858, decimals=0)
    ('0,69', '−0,5', '1.858')

    """
    if isnan(value):
        return MISSING
    text = f"{abs(value):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    negative = value < 0 and any(letter in "123456789" for letter in text)
    return f"−{text}" if negative else text


def say_share(value: float, *, decimals: int = 0) -> str:
    """Write a share (0 to 1) as a percentage.

    Examples
    --------
    >>> say_share(0.5), say_share(0.125, decimals=1)
    ('50%', '12,5%')

    """
    if isnan(value):
        return MISSING
    return f"{say_number(value * 100, decimals=decimals)}%"


def say_count(count: int, *, of: int) -> str:
    """Write a count with its denominator.

    Examples
    --------
    >>> say_count(12, of=16)
    '12 van 16'

    """
    return f"{say_number(count, decimals=0)} van {say_number(of, decimals=0)}"
