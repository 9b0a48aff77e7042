"""Dutch texts: one module per room, one entry per error code.

A room's module holds ``TEXTS``, a mapping from code to :class:`Text`. Codes are unique over
all rooms; a test holds them to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from paraplu.errors import Problem, Severity

__all__ = ["ROOMS", "Text", "problem", "texts"]

ROOMS = (
    "study",
    "formats",
    "recordings",
    "anonymise",
    "coding",
    "topics",
    "artefacts",
    "report",
    "claims",
    "engines",
    "pipeline",
    "vault",
    "web",
    "deciding",
)


@dataclass(frozen=True, slots=True)
class Text:
    """The Dutch wording of a problem; the three parts are templates for `str.format`.

    The parts carry no closing full stop; `Problem` adds it.
    """

    seen: str
    allowed: str = ""
    do: str = ""
    severity: Severity = Severity.ERROR


@cache
def texts() -> dict[str, Text]:
    """Gather the texts of all rooms by code."""
    gathered: dict[str, Text] = {}
    for room in ROOMS:
        gathered.update(import_module(f"paraplu.messages.{room}").TEXTS)
    return gathered


def problem(code: str, place: str, /, **values: object) -> Problem:
    """Make the problem with this code at this place.

    Parameters
    ----------
    code
        A code that a room defines.
    place
        ``file:line`` or interview and offsets.
    values
        Filled into the templates of the text.

    Raises
    ------
    KeyError
        When no room knows the code, or a template asks for a value that is not given.

    """
    text = texts()[code]
    return Problem(
        code=code,
        place=place,
        seen=text.seen.format(**values),
        allowed=text.allowed.format(**values),
        do=text.do.format(**values),
        severity=text.severity,
    )
