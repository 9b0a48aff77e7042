"""The questions of the evaluation and how codes speak to them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CodeSet", "Question", "Questions"]


@dataclass(frozen=True, slots=True)
class Question:
    """An evaluation question, the families that speak to it and the essay that answers it."""

    id: str
    question: str
    families: tuple[str, ...]
    essay: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class CodeSet:
    """A level, condition, tension or goal, and the codes that speak to it."""

    id: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Evaluation questions, and network effectiveness in codes.

    Levels after Provan and Milward (2001); conditions and tensions after Provan and Kenis
    (2008).
    """

    questions: tuple[Question, ...] = ()
    levels: tuple[CodeSet, ...] = ()
    conditions: tuple[CodeSet, ...] = ()
    tensions: tuple[CodeSet, ...] = ()
    goals: tuple[CodeSet, ...] = ()
