"""What is printed, whatever the screen."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from paraplu.cli.printing import count_problems, print_line, print_problems, seconds
from paraplu.errors import Problem, Severity

if TYPE_CHECKING:
    import pytest


def test_durations_have_a_decimal_comma() -> None:
    """One decimal."""
    assert seconds(2.449) == "2,4"


def test_counts_name_each_kind_in_singular_or_plural() -> None:
    """Errors first; kinds without problems are left out."""
    found = [
        Problem("a", "P1", "x", severity=Severity.NOTICE),
        Problem("b", "P1", "x"),
        Problem("c", "P1", "x"),
    ]
    assert count_problems(found) == "2 fouten, 1 opmerking"
    assert count_problems([]) == ""


def test_a_long_problem_stays_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Editors and other programs read lines."""
    print_problems([Problem("a", "P1", "x" * 500)])
    assert capsys.readouterr().out.count("\n") == 2


def test_a_screen_without_the_character_shows_a_question_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An old console is no reason to stop."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    print_line("één → twee")
    sys.stdout.flush()
    assert raw.getvalue() == b"??n ? twee\n"
