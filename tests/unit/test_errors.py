"""A problem is one line that a researcher can act on."""

from __future__ import annotations

from paraplu.errors import Problem, Refused, Severity


def test_a_problem_reads_as_code_place_seen_allowed_and_do() -> None:
    """All parts stand in one line, each closed by a full stop."""
    problem = Problem("a.yaml:3", "P107", "x is y", "z", "Doe dit")
    assert str(problem) == "[P107] a.yaml:3: x is y. Toegestaan: z. Doe dit."


def test_empty_parts_leave_no_trace_in_the_line() -> None:
    """A problem without `allowed` and `do` ends after what was seen."""
    assert str(Problem("a", "P1", "weg")) == "[P1] a: weg."


def test_problems_order_by_place_before_code() -> None:
    """Sorting puts what is wrong in one file together."""
    first, second = Problem("a", "P9", "x"), Problem("b", "P1", "x")
    assert sorted([second, first]) == [first, second]


def test_a_refusal_keeps_all_its_problems_in_order() -> None:
    """The text of a refusal has a line per problem."""
    problems = [Problem("b", "P2", "x"), Problem("a", "P1", "y")]
    refused = Refused(problems)
    assert refused.problems == tuple(problems)
    assert str(refused).splitlines() == ["[P2] b: x.", "[P1] a: y."]


def test_a_problem_as_data_names_its_severity_in_dutch() -> None:
    """Machines get the same words as people."""
    data = Problem("a", "P1", "x", severity=Severity.NOTICE).as_dict()
    assert data["severity"] == "let op"
    assert set(data) == {"code", "place", "severity", "seen", "allowed", "do"}
