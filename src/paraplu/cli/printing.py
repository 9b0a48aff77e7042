"""Print lines, problems and counts: one line each, whatever the width of the screen."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from paraplu.messages import cli as texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paraplu.errors import Problem

__all__ = [
    "PROBLEMS",
    "WRONG_USE",
    "as_typed",
    "count_problems",
    "from_here",
    "print_line",
    "print_problems",
    "seconds",
]

PROBLEMS = 1
WRONG_USE = 2


def print_line(line: str = "", *, error: bool = False) -> None:
    """Print a line; characters that the screen cannot show become a question mark."""
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "utf-8"
    typer.echo(line.encode(encoding, "replace").decode(encoding), err=error)


def print_problems(problems: Iterable[Problem], *, stopped: bool = False) -> None:
    """Print a line per problem, then how many there are of each kind."""
    found = list(problems)
    for problem in found:
        print_line(str(problem), error=stopped)
    counts = count_problems(found)
    if stopped:
        print_line(texts.STOPPED.format(counts=counts), error=True)
    elif counts:
        print_line(f"{counts}.")


def count_problems(problems: Iterable[Problem]) -> str:
    """Return the number of problems by kind: ``2 fouten, 1 open punt``."""
    counts = Counter(problem.severity.value for problem in problems)
    return ", ".join(
        (one if counts[kind] == 1 else many).format(n=counts[kind])
        for kind, (one, many) in texts.COUNTS.items()
        if counts[kind]
    )


def from_here(path: Path) -> str:
    """Return a path as someone in the current folder would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def as_typed(path: Path) -> str:
    """Return a path as a shell takes it: quoted where it holds a space.

    Examples
    --------
    >>> as_typed(Path("mijn studie"))
    '"mijn studie"'

    """
    return f'"{path}"' if " " in str(path) else str(path)


def seconds(duration: float) -> str:
    """Return a duration with one decimal, in Dutch: ``2,4``."""
    return f"{duration:.1f}".replace(".", ",")
