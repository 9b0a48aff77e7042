"""What a parser returns: a record as far as it could be made, and every problem seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from paraplu.errors import Severity

if TYPE_CHECKING:
    from paraplu.errors import Problem

__all__ = ["Parsed"]

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Record]):
    """A record with the problems of its file; the record is usable only when `ok`."""

    record: Record
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no problem is an error."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)
