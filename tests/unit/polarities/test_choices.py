"""All choices at once: their numbers and their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu import Study
from paraplu.polarities.choices import weigh_choices, weighing_values
from paraplu.polarities.tables import weighing_tables
from paraplu.records import Polarities
from paraplu.study.coders import codings_by_coder

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.polarities import Weighing


def weigh_of(study: Study) -> dict[str, Weighing]:
    """Weigh the choices of a study."""
    return weigh_choices(
        codings_by_coder(study),
        polarities=study.polarities(),
        respondents=study.respondents(),
        draws=20,
        seed=1,
    )


@pytest.fixture(scope="module")
def study(reference: Path) -> Study:
    """Return the reference study."""
    return Study.open(reference)


@pytest.fixture(scope="module")
def weighings(study: Study) -> dict[str, Weighing]:
    """Return the choices of the reference study."""
    return weigh_of(study)


@pytest.mark.parametrize("choice", ["focus", "richting", "middel"])
def test_who_has_a_position_leans_one_way(
    study: Study, weighings: dict[str, Weighing], choice: str
) -> None:
    """Sides add up to those with a position, and so do the grounds it rests on."""
    values = {v.key: v for v in weighing_values(weighings, study.codings())}
    left, right = (pole.id for pole in weighings[choice].polarity.poles)
    key = f"polariteit.{choice}"
    placed = values[f"{key}.besproken"].number
    assert sum(values[f"{key}.{side}"].number for side in (left, right, "en", "gemengd")) == placed
    bases = ("wens", "redenen", "waarneming")
    assert sum(values[f"{key}.{basis}"].number for basis in bases) == placed
    assert values[f"{key}.{left}"].denominator == placed


def test_two_things_said_are_no_more_than_each(
    study: Study, weighings: dict[str, Weighing]
) -> None:
    """Who names both sides of a pole names each of them."""
    values = {v.key: v.number for v in weighing_values(weighings, study.codings())}
    both = values["polariteit.middel.norm.voordeel-en-nadeel"]
    assert 0 < both <= values["polariteit.middel.norm.voordeel"]
    assert both <= values["polariteit.middel.norm.nadeel"]


def test_numbers_lead_to_their_codings(study: Study, weighings: dict[str, Weighing]) -> None:
    """A number on a pole knows the passages it rests on, and they are of its respondents."""
    values = {v.key: v for v in weighing_values(weighings, study.codings())}
    value = values["polariteit.focus.uitzoomen.nadeel"]
    codings = study.codings().set_index("coding")
    assert codings.loc[list(value.evidence), "respondent"].nunique() == value.number


def test_positions_of_everyone_add_up(weighings: dict[str, Weighing]) -> None:
    """In each choice the sides and the silent are all respondents."""
    table = weighing_tables(weighings)["posities"]
    assert table[["left", "both", "right", "mixed", "silent"]].sum(axis=1).eq(43).all()
    assert list(table["choice"]) == [
        "Inzoomen of uitzoomen",
        "Buiten of binnen",
        "Instrument of norm",
    ]


def test_the_first_coder_agrees_with_itself(weighings: dict[str, Weighing]) -> None:
    """The consensus has its own side everywhere."""
    table = weighing_tables(weighings)["per-codeur"]
    own = table[table["coder"].eq("consensus")]
    assert (own["same"] == own["compared"]).all()


def test_thin_groups_have_no_measures(small_study: Path) -> None:
    """One respondent with a position gives no mean, direction or alternation."""
    table = weighing_tables(weigh_of(Study.open(small_study)))["verdeling"]
    assert table["thin"].all()
    assert table[["share_left", "direction", "alternation"]].isna().to_numpy().all()


def test_without_choices_every_table_is_empty(study: Study) -> None:
    """A study without choices has tables with columns and no rows, and one value."""
    none = weigh_choices(
        codings_by_coder(study),
        polarities=Polarities(),
        respondents=study.respondents(),
        draws=1,
        seed=1,
    )
    assert all(frame.empty and "choice" in frame for frame in weighing_tables(none).values())
    assert [value.number for value in weighing_values(none, study.codings())] == [0]
