"""A memo: what a researcher thought, kept apart from what was said."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Memo"]


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo on an interview, a code, a theme or the study; `about` is what it is about."""

    about: str
    text: str
    path: str
