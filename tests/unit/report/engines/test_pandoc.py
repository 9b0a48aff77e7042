"""Lines of what pandoc and the filters report."""

from __future__ import annotations

from paraplu.report.engines import pandoc

SOURCE = """---
title: "Proef"
---

Zie @fig-weg en [de meeste raadsleden]{.claim code="bekendheid" valentie="-"}.

::: {#fig-a .artefact figure="02/a"}
:::
"""


def test_finds_the_line_of_a_reference() -> None:
    """A reference is found where it stands."""
    assert pandoc.locate(SOURCE, "@fig-weg") == 5


def test_finds_the_line_of_a_mark_by_its_attributes() -> None:
    """A mark's key leads to the line that holds all its attributes, the id included."""
    assert pandoc.locate(SOURCE, "claim|code=bekendheid|valentie=-|demeeste", mark=True) == 5
    assert pandoc.locate(SOURCE, "figure|figure=02/a|id=fig-a|", mark=True) == 7


def test_falls_back_on_the_first_line() -> None:
    """What is nowhere in the source is placed on the first line."""
    assert pandoc.locate(SOURCE, "@fig-elders") == 1
    assert pandoc.locate(SOURCE, "eigen||tekst", mark=True) == 1


def test_turns_what_a_filter_reports_into_problems() -> None:
    """Every line of a filter's report becomes one problem, once, with file and line."""
    said = "Error running filter x:\nPARAPLU\n[P462] @fig-weg\n[P462] @fig-weg\nPARAPLU\nstack"
    problems = pandoc.reported(said, source=SOURCE, place="essays/x.qmd")
    assert [(problem.code, problem.place) for problem in problems] == [("P462", "essays/x.qmd:5")]


def test_keeps_what_pandoc_itself_said() -> None:
    """An error of pandoc itself is shown in one line."""
    problems = pandoc.reported("pandoc:\n  kapot", source=SOURCE, place="essays/x.qmd")
    assert [problem.code for problem in problems] == ["P464"]
    assert "pandoc: kapot" in str(problems[0])
