"""Polarities: choices between poles that need each other."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Polarities", "Polarity", "Pole"]


@dataclass(frozen=True, slots=True)
class Pole:
    """One pole, with what was thought of beforehand (`bron: vooraf`)."""

    id: str
    name: str
    describes: str
    upside: str
    downside: str
    early_warning: str
    action: str


@dataclass(frozen=True, slots=True)
class Polarity:
    """A choice: `code` is the pol-code of its passages; the first pole is the left one."""

    id: str
    code: str
    question: str
    greater_purpose: str
    deeper_fear: str
    poles: tuple[Pole, Pole]


@dataclass(frozen=True, slots=True)
class Polarities:
    """The choices of a study and where the texts of their maps come from."""

    source: str = ""
    polarities: tuple[Polarity, ...] = ()
