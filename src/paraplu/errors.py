"""What can be wrong: problems with a stable code, a place and a way out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Problem", "Refused", "Severity"]


class Severity(StrEnum):
    """How much a problem stops.

    An error stops a run. Open work (a question without a finding) makes `check` end with exit
    code 1, but a run goes on. A notice stops nothing.
    """

    ERROR = "fout"
    OPEN = "open"
    NOTICE = "let op"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, in one line that a researcher can act on.

    Parameters
    ----------
    code
        Stable code, such as ``P012``. P0 study, P1 formats and anonymise, P2 coding,
        P3 topics, P4 report, P5 web.
    place
        ``file:line`` relative to the study, or an interview id with offsets in code points.
    seen
        What was seen (Dutch). Never the text of a transcript, never a name.
    allowed
        What is allowed (Dutch), or empty.
    do
        What to do next (Dutch), or empty.
    severity
        Whether it stops a run.

    """

    place: str
    code: str
    seen: str
    allowed: str = ""
    do: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the line as it is printed."""
        parts = [f"[{self.code}] {self.place}: {self.seen}."]
        if self.allowed:
            parts.append(f"Toegestaan: {self.allowed}.")
        if self.do:
            parts.append(f"{self.do}.")
        return " ".join(parts)

    def as_dict(self) -> dict[str, str]:
        """Return the problem as plain data, for ``--json``."""
        return {
            "code": self.code,
            "place": self.place,
            "severity": self.severity.value,
            "seen": self.seen,
            "allowed": self.allowed,
            "do": self.do,
        }


class Refused(Exception):  # noqa: N818  a refusal is not a bug
    """Raised when work stops because of problems; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, in the order found."""
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
