"""A review of a claim: who read its passages and what speaks against it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Review"]


@dataclass(frozen=True, slots=True)
class Review:
    """Someone read the passages of a claim.

    `claim` is what the claim is about, in one line; `passages` a fingerprint of what was read,
    so that the review lapses when the passages change.
    """

    claim: str
    read_by: str
    date: dt.date
    passages: str
    line: int = 0
