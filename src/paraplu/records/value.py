"""A number that an essay may use."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Value"]


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its unit, its meaning and what it rests on.

    Parameters
    ----------
    key
        Dotted, lower case: ``steekproef.respondenten``.
    number
        The number itself; NaN and infinity are refused when written.
    unit
        What is counted (``respondenten``), or ``%``, or empty.
    label
        What it means, in Dutch.
    denominator
        Out of how many, where it is a part of something.
    evidence
        Ids of the codings it rests on.
    adds
        Key of the value that this one adds up to, together with the others that say so.

    """

    key: str
    number: float
    unit: str
    label: str
    denominator: int | None = None
    evidence: tuple[str, ...] = ()
    adds: str = ""
