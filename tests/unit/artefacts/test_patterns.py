"""Tables and figures whose number a study decides, and values that are too small to show."""

from __future__ import annotations

from paraplu.artefacts.declaration import Column, Declaration, FigureDeclaration, TableDeclaration
from paraplu.artefacts.suppression import suppress_values
from paraplu.records import Value


def declare(*figures: str) -> Declaration:
    """Declare figures by name or pattern, and a table for every choice."""
    return Declaration(
        notebook="01-proef",
        question="?",
        inputs=(),
        tables={"keuze-*": TableDeclaration(label="t", columns={"n": Column(label="n")})},
        figures={name: FigureDeclaration(label=name) for name in figures},
    )


def test_a_pattern_allows_any_name_that_fits() -> None:
    """A name that fits a pattern is declared; one that fits none is not."""
    declared = declare("kaart-*")
    assert declared.figure("kaart-focus") is not None
    assert declared.figure("ander") is None
    assert declared.table("keuze-focus") is not None


def test_a_name_goes_before_a_pattern() -> None:
    """What is declared by its own name is not taken from a pattern before it."""
    found = declare("*", "kaart").figure("kaart")
    assert found is not None
    assert found.label == "kaart"


def test_values_of_few_respondents_are_left_out() -> None:
    """One or two respondents are not shown; nobody, three, and two interviews are."""
    counts = {"a": 0, "b": 1, "c": 2, "d": 3}
    values = [Value(key, n, "respondenten", key) for key, n in counts.items()]
    shown = suppress_values([*values, Value("e", 2, "gesprekken", "e")], min_cell=3)
    assert [value.key for value in shown] == ["a", "d", "e"]
