"""A coefficient of agreement: a number, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isnan, nan

__all__ = ["Coefficient", "Reason", "undefined"]


class Reason(StrEnum):
    """Why a coefficient has no value; `messages.coding.REASONS` holds the Dutch wording."""

    DEFINED = ""
    NO_PAIRS = "no pairs"
    ONE_CATEGORY = "one category"
    NO_POSITIVES = "no positives"
    ONE_CLUSTER = "one cluster"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """The value of a coefficient of agreement.

    Parameters
    ----------
    value
        At most 1; NaN when undefined.
    reason
        Why the value is undefined; ``Reason.DEFINED`` otherwise.

    Raises
    ------
    ValueError
        When a value comes with a reason, or NaN without one.

    Examples
    --------
    >>> float(Coefficient(0.5))
    0.5

    """

    value: float
    reason: Reason = Reason.DEFINED

    def __post_init__(self) -> None:
        """Hold value and reason to each other."""
        if isnan(self.value) == (self.reason is Reason.DEFINED):
            message = "a coefficient has either a value or a reason for having none"
            raise ValueError(message)

    def __float__(self) -> float:
        """Return the value."""
        return self.value


def undefined(reason: Reason) -> Coefficient:
    """Return a coefficient without a value.

    Examples
    --------
    >>> undefined(Reason.ONE_CATEGORY)
    Coefficient(value=nan, reason=<Reason.ONE_CATEGORY: 'one category'>)

    """
    return Coefficient(nan, reason)
