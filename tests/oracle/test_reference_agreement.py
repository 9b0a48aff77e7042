"""The coders of the reference study, against the figures that are known of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paraplu import Study
from paraplu.coding.agreement import (
    agreement_by_code,
    attribute_agreement,
    consensus_decisions,
    pooled_agreement,
)
from paraplu.coding.presence import presence
from paraplu.coding.units import codes_per_unit, respondent_units

if TYPE_CHECKING:
    import pandas as pd

POLES = ["pol-focus", "pol-richting", "pol-middel"]


@pytest.fixture(scope="module")
def study() -> Study:
    """Return the reference study, in the root of the repository."""
    return Study.open(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def first_codes(study: Study) -> list[str]:
    """Return the codes of version 1 of the codebook."""
    return [code.id for code in study.codebook().codes.values() if code.since == 1]


@pytest.fixture(scope="module")
def coders(study: Study, first_codes: list[str]) -> list[pd.DataFrame]:
    """Return what each of the two coders gave per turn."""
    units = respondent_units(study.turns())
    return [
        codes_per_unit(study.codings(coder), units=units, codes=first_codes)
        for coder in ("coder-a", "coder-b")
    ]


def test_pooled_alpha(coders: list[pd.DataFrame]) -> None:
    """Over 1,096 turns and 54 codes α is about .69."""
    row = pooled_agreement(coders, draws=200, seed=1).iloc[0]
    assert coders[0].shape == (1096, 54)
    assert row["alpha"] == pytest.approx(0.691, abs=5e-4)
    assert row["alpha_low"] < row["alpha"] < row["alpha_high"]
    assert row["n_units"] == 1096 * 54


def test_alpha_by_code(coders: list[pd.DataFrame]) -> None:
    """From about .95 (pol-focus) to about 0 (op-netwerk, used once by each)."""
    alphas = agreement_by_code(coders, draws=10, seed=1).set_index("code")["alpha"]
    assert alphas.idxmax() == "pol-focus"
    assert alphas.max() == pytest.approx(0.95, abs=0.005)
    assert alphas.idxmin() == "op-netwerk"
    assert alphas.min() == pytest.approx(0, abs=0.005)


def test_alpha_of_fase(study: Study) -> None:
    """Given the same code on the same words, α of fase is about .69."""
    row = attribute_agreement(
        [study.codings("coder-a"), study.codings("coder-b")],
        attribute="fase", by_code=False, draws=10, seed=1,
    ).iloc[0]  # fmt: skip
    assert row["alpha"] == pytest.approx(0.69, abs=0.005)


@pytest.mark.parametrize(
    ("attribute", "low", "high"), [("valentie", 0.42, 0.56), ("pole", 0.88, 1.0)]
)
def test_alpha_of_the_attributes_of_choices(
    study: Study, attribute: str, low: float, high: float
) -> None:
    """On the three pol-codes coders agree on the pole, and less on the tone."""
    rows = attribute_agreement(
        [study.codings("coder-a"), study.codings("coder-b")],
        attribute=attribute, codes=POLES, draws=10, seed=1,
    )  # fmt: skip
    assert rows["alpha"].between(low, high).all()


def test_every_cell_of_the_consensus_has_a_source(study: Study, coders: list[pd.DataFrame]) -> None:
    """Cells of both, of one, new and unread add up to the consensus, code by code."""
    codes = list(study.codebook().codes)
    consensus = codes_per_unit(study.codings(), units=respondent_units(study.turns()), codes=codes)
    decisions = consensus_decisions(*coders, consensus)
    kept = decisions[["both_kept", "a_kept", "b_kept", "new", "unread_kept"]].sum(axis=1)
    assert kept.tolist() == decisions["consensus"].tolist()
    unread = decisions.loc[decisions["unread_kept"] > 0, "code"]
    assert set(unread) == {"integriteit", "omgeving", "competentie", "veiligheidstaal"}


def test_everyone_was_read_for_every_code(study: Study) -> None:
    """The consensus reread all 40 interviews, so no cell of 43 by 58 is unknown."""
    present = presence(
        study.codings(),
        study.respondents(),
        study.codebook(),
        plan=study.plan(),
        ledgers=study.ledgers,
    )
    assert present.shape == (43, 58)
    assert not present.isna().any(axis=None)
