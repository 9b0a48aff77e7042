"""The smaller files of a study: what each refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from paraplu import formats

if TYPE_CHECKING:
    from collections.abc import Callable

POLE = "name: N, describes: d, upside: u, downside: d, early_warning: e, action: a"
POLARITY = (
    "polarities:\n  - {{id: p, code: pol-p, question: q, greater_purpose: g, deeper_fear: f, "
    "poles: [{poles}]}}\n"
)
FIGURE = "  - {id: a, value: 1, unit: '%', of: x, measure: m, year: 2022, source: s}\n"


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (formats.parse_questions, "version: 1\n"),
        (formats.parse_findings, "version: 1\nfindings: []\n"),
        (formats.parse_polarities, "version: 1\npolarities: []\n"),
        (formats.parse_network, "version: 1\nnetwork: {name: x}\n"),
        (formats.parse_figures, "version: 1\n"),
        (formats.parse_plan, "version: 1\n"),
    ],
)
def test_an_empty_file_of_a_new_study_is_well(parse: Callable[..., Any], text: str) -> None:
    """Nothing has been filled in yet, and that is no problem."""
    assert parse(text, path="x.yaml").problems == ()


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (formats.parse_plan, "coders: {a: {}}\nrounds:\n  - {id: r, coders: [b]}\n", "P112"),
        (formats.parse_plan, "coders: {a: {}}\npresence: b\n", "P112"),
        (formats.parse_plan, "rounds: [{id: r}]\n", "P106"),
        (formats.parse_network, "network: {name: x}\nevents: [{date: 2022, event: e, source: s}]\n",
         "P113"),
        (formats.parse_network, "version: 1\n", "P106"),
        (formats.parse_figures, "figures:\n" + FIGURE, "P113"),
        (formats.parse_figures, "sources: {s: S}\nfigures:\n" + FIGURE + FIGURE, "P108"),
        (formats.parse_findings,
         "findings:\n  - {id: b, theme: t, sentence: s, question: v}\n" * 1
         + "  - {id: b, theme: t, sentence: s, question: v}\n", "P108"),
        (formats.parse_findings,
         "findings: [{id: b, theme: t, sentence: s, question: v, confidence: zeker}]\n", "P107"),
        (formats.parse_polarities, POLARITY.format(poles=f"{{id: l, {POLE}}}"), "P106"),
        (formats.parse_questions, "questions: [{id: v1}]\n", "P106"),
        (formats.parse_questions, "questions: nee\n", "P106"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(parse: Callable[..., Any], text: str, expected: str) -> None:
    """One fault gives one problem, with a line."""
    (problem,) = parse(text, path="x.yaml").problems
    assert problem.code == expected
    assert problem.place.startswith("x.yaml:")


def test_two_poles_make_a_polarity() -> None:
    """The first is the left one."""
    poles = f"{{id: l, {POLE}}}, {{id: r, {POLE}}}"
    parsed = formats.parse_polarities(POLARITY.format(poles=poles), path="x.yaml")
    assert not parsed.problems
    assert [pole.id for pole in parsed.record.polarities[0].poles] == ["l", "r"]
