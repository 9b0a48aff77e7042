"""Findings: a theme in one interpretive sentence, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding", "Findings"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding.

    `question` is the id of an evaluation question, `deviant` the respondents who do not fit,
    `bearing` the ids of the choices it bears on, `confidence` hoog, redelijk or laag.
    """

    id: str
    theme: str
    sentence: str
    question: str
    codes: tuple[str, ...]
    claims: tuple[str, ...] = ()
    deviant: tuple[str, ...] = ()
    memo: str = ""
    confidence: str = ""
    bearing: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a study."""

    findings: tuple[Finding, ...] = ()
