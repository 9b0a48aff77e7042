"""What was decided about a mark."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from paraplu import messages
from paraplu.messages.report import NOTES
from paraplu.report.keys import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paraplu.errors import Problem
    from paraplu.report.essay import Mark

__all__ = ["Judged", "Use", "failed", "near", "passed"]

SHOWN = 8


class Use(NamedTuple):
    """A quotation that is used: of whom, and where it stands in the body, in code points."""

    interview: str
    respondent: str
    start: int
    end: int

    def overlaps(self, other: Use) -> bool:
        """Tell whether two quotations share words."""
        same = self.interview == other.interview
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Judged:
    """A mark with what the filter is to show, or with what is wrong with it.

    Parameters
    ----------
    mark
        The mark.
    entry
        For the marks file; empty when the mark failed.
    problems
        Why it failed.
    use
        Of a quotation: what it uses.

    """

    mark: Mark
    entry: Mapping[str, object]
    problems: tuple[Problem, ...] = ()
    use: Use | None = None

    @property
    def ok(self) -> bool:
        """Whether the mark may be shown."""
        return not self.problems

    @property
    def key(self) -> str:
        """The key under which the filter looks the mark up."""
        mark = self.mark
        if mark.kind in {"figure", "table"}:
            return key_of(mark.kind, {**mark.attributes, "id": mark.identifier}, "")
        return key_of(mark.kind, mark.attributes, mark.text)

    @property
    def label(self) -> str:
        """What is said of a claim; empty for other marks."""
        return str(self.entry.get("label", ""))


def passed(mark: Mark, *, note: str = "", **shown: object) -> Judged:
    """Return a mark that holds, with what is shown beside it."""
    return Judged(mark, {"class": mark.kind, "ok": True, "note": note, **shown})


def failed(mark: Mark, code: str, place: str, /, **values: object) -> Judged:
    """Return a mark that does not hold, with the problem."""
    return Judged(mark, {}, (messages.problem(code, place, **values),))


def near(name: str, known: Iterable[str]) -> str:
    """Return the names that look most like a name, or the first few that there are."""
    names = list(known)
    found = difflib.get_close_matches(name, names, n=SHOWN, cutoff=0.5) or names[:SHOWN]
    return ", ".join(found) if found else NOTES["none known"]
