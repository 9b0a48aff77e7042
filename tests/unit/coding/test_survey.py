"""A survey of the codings, a comparison of coders, and the numbers essays take from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu import Study
from paraplu.coding.comparison import (
    Comparison,
    compare_coding,
    comparison_tables,
    comparison_values,
)
from paraplu.coding.survey import Survey, survey_codings, survey_tables, survey_values
from paraplu.study.coders import codings_by_coder

if TYPE_CHECKING:
    from pathlib import Path


def survey_of(study: Study, codings: dict[str, pd.DataFrame]) -> Survey:
    """Survey these codings of a study."""
    return survey_codings(
        codings,
        turns=study.turns(),
        respondents=study.respondents(),
        codebook=study.codebook(),
        plan=study.plan(),
        orders=20,
        seed=1,
    )


def compare(study: Study, codings: dict[str, pd.DataFrame]) -> Comparison:
    """Compare these codings of a study."""
    return compare_coding(
        codings,
        turns=study.turns(),
        codebook=study.codebook(),
        plan=study.plan(),
        threshold=0.667,
        draws=20,
        seed=1,
    )


@pytest.fixture(scope="module")
def study(reference: Path) -> Study:
    """Return the reference study."""
    return Study.open(reference)


@pytest.fixture(scope="module")
def codings(study: Study) -> dict[str, pd.DataFrame]:
    """Return the codings of all coders."""
    return codings_by_coder(study)


@pytest.fixture(scope="module")
def numbers(study: Study, codings: dict[str, pd.DataFrame]) -> dict[str, float]:
    """Return the numbers on codings by key."""
    return {value.key: value.number for value in survey_values(survey_of(study, codings))}


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("codering.codes", 58),
        ("codering.codes-versie-1", 54),
        ("codering.codes-nieuw", 4),
        ("codering.families", 8),
        ("codering.codeurs", 2),
        ("codering.coder-a", 1751),
        ("codering.coder-b", 1644),
        ("codering.consensus", 1858),
        ("codering.verzadiging.gevonden", 58),
    ],
)
def test_numbers_of_the_reference_study(numbers: dict[str, float], key: str, number: float) -> None:
    """These are the numbers the reference study says it has."""
    assert numbers[key] == number


def test_a_code_of_too_few_respondents_has_no_value(
    study: Study, codings: dict[str, pd.DataFrame], numbers: dict[str, float]
) -> None:
    """Every code of three respondents or more has a value, and no other code."""
    overall = survey_of(study, codings).overall
    enough = set(overall.loc[overall["respondents"] >= 3, "code"])
    prefix = "codering.code."
    assert {key.removeprefix(prefix) for key in numbers if key.startswith(prefix)} == enough
    assert numbers["codering.zeldzaam"] == len(overall) - len(enough)


def test_pairs_are_counted_over_the_rarer_code(
    study: Study, codings: dict[str, pd.DataFrame]
) -> None:
    """The turns with both are never more than those with the rarer of the two."""
    pairs = survey_tables(survey_of(study, codings))["samen-in-een-beurt"]
    assert (pairs["n"] <= pairs["of_least"]).all()
    assert (pairs["of_least"] == pairs[["n_a", "n_b"]].min(axis=1)).all()
    assert pairs["label"].str.contains(" – ").all()


def test_without_codings_a_survey_has_zeros(study: Study, codings: dict[str, pd.DataFrame]) -> None:
    """Nothing coded: codes are known, nobody has them, and saturation is not reached."""
    nothing = {coder: own.iloc[:0] for coder, own in codings.items()}
    survey = survey_of(study, nothing)
    values = {value.key: value.number for value in survey_values(survey)}
    assert values["codering.consensus"] == 0
    assert values["codering.zeldzaam"] == 58
    assert "codering.verzadiging.gesprekken" not in values


def test_agreement_on_the_reference_study(study: Study, codings: dict[str, pd.DataFrame]) -> None:
    """Pooled α is about .69 over 1,096 turns; every code is above, under or undefined."""
    values = {v.key: v.number for v in comparison_values(compare(study, codings))}
    prefix = "overeenstemming."
    assert values[prefix + "alfa"] == pytest.approx(0.69, abs=0.005)
    assert values[prefix + "alfa.laag"] < values[prefix + "alfa"] < values[prefix + "alfa.hoog"]
    assert values[prefix + "beurten"] == 1096
    assert values[prefix + "fase"] == pytest.approx(0.69, abs=0.01)
    assert sum(values[f"{prefix}codes-{part}"] for part in ("boven", "onder", "onbepaald")) == 54


def test_kept_cells_add_up_to_the_consensus(study: Study, codings: dict[str, pd.DataFrame]) -> None:
    """Every cell of the consensus has one source."""
    comparison = compare(study, codings)
    tables = comparison_tables(comparison)
    assert tables["herkomst"]["kept"].sum() == tables["consensus"]["consensus"].sum()
    values = {v.key: v.number for v in comparison_values(comparison)}
    parts = ("beide", "alleen-a", "alleen-b", "nieuw", "herlezen")
    assert (
        sum(values[f"overeenstemming.{part}"] for part in parts) == tables["herkomst"]["kept"].sum()
    )


def test_a_coder_without_a_ledger_is_not_compared(
    study: Study, codings: dict[str, pd.DataFrame]
) -> None:
    """Without the second coder nothing is defined: it is no agreement on nothing."""
    left = {coder: own for coder, own in codings.items() if coder != "coder-b"}
    values = {v.key: v.number for v in comparison_values(compare(study, left))}
    assert "overeenstemming.alfa" not in values
    assert values["overeenstemming.beurten"] == 0
    assert values["overeenstemming.codes-onbepaald"] == 54


def test_a_double_round_of_a_sample_says_nothing_of_the_other_interviews(
    study: Study, codings: dict[str, pd.DataFrame]
) -> None:
    """What was not given to two coders is not counted as agreed upon: not assigned is no zero."""
    plan = study.plan()
    sample = ("R01", "R02", "R03")
    rounds = (replace(plan.rounds[0], interviews=sample), *plan.rounds[1:])
    settings = {"codebook": study.codebook(), "threshold": 0.667, "draws": 20, "seed": 1}
    part = compare_coding(
        codings, turns=study.turns(), plan=replace(plan, rounds=rounds), **settings
    )
    only = {coder: own[own["interview"].isin(sample)] for coder, own in codings.items()}
    spoken = study.turns()
    alone = compare_coding(
        only, turns=spoken[spoken["interview"].isin(sample)], plan=plan, **settings
    )
    pd.testing.assert_frame_equal(part.by_code, alone.by_code)
    pd.testing.assert_frame_equal(part.borders, alone.borders)
    assert part.turns == alone.turns < len(spoken)


def test_the_most_frequent_disagreement_comes_with_its_passage(
    study: Study, codings: dict[str, pd.DataFrame]
) -> None:
    """The words stand in the interview where they are said to stand."""
    first = comparison_tables(compare(study, codings))["verschillen"].iloc[0]
    body = study.transcripts[first["interview"]].body
    assert body[first["start"] : first["end"]] == first["exact"]
    assert (first["label_a"], first["label_b"]) == ("Verbale agressie", "Omgangsvormen")
