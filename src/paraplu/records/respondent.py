"""A person who was interviewed: the unit of every count."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Respondent"]


@dataclass(frozen=True, slots=True)
class Respondent:
    """One row of ``interviews/respondents.csv``.

    `id` is the interview's, with ``.1`` or ``.2`` in a double interview. `line` is the line in
    the file, for messages.
    """

    id: str
    interview: str
    groep: str
    ambt: str
    laag: str
    maand: str
    vorm: str
    toestemming: str
    citeren: str
    verslag: str
    ingetrokken: bool
    line: int = 0
