"""Groups, and the words for them."""

from __future__ import annotations

import pandas as pd
import pytest

from paraplu.report.groups import find_group, known_groups, mentioned_groups

PEOPLE = pd.DataFrame(
    {
        "respondent": ["R1", "R2", "R3"],
        "groep": ["criticaster", "actieve participant", "actieve participant"],
        "ambt": ["raadslid", "ambtenaar", "partner"],
        "laag": ["gemeente", "gemeente", "rijk"],
    }
)


@pytest.mark.parametrize(
    ("written", "members"),
    [
        ("criticaster", ["R1"]), ("groep=actieve participant", ["R2", "R3"]),
        ("ambt=raadslid", ["R1"]), ("laag=gemeente", ["R1", "R2"]), (" ambt = partner ", ["R3"]),
    ],
)  # fmt: skip
def test_groups_are_found_by_value_or_attribute(written: str, members: list[str]) -> None:
    """A bare value, or attribute and value."""
    group = find_group(written, known_groups(PEOPLE), published=["groep"])
    assert group is not None
    assert list(group.members) == members


@pytest.mark.parametrize("written", ["R1", "respondent=R1", "groep=raadslid", "", "vorm=online"])
def test_other_names_are_no_group(written: str) -> None:
    """Least of all a respondent."""
    assert find_group(written, known_groups(PEOPLE), published=["groep"]) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("de raadsleden", "raadslid"), ("Ambtenaren", "ambtenaar"), ("partners", "partner"),
        ("actieve participanten", "actieve participant"), ("de Criticasters", "criticaster"),
    ],
)  # fmt: skip
def test_plurals_are_recognised(text: str, value: str) -> None:
    """The irregular ones of offices too."""
    assert [found[1] for found in mentioned_groups(text, known_groups(PEOPLE))] == [value]
