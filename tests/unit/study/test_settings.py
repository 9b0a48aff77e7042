"""Settings: what a study may set, and what it says when it sets something else."""

from __future__ import annotations

import datetime as dt

import pytest

from paraplu.errors import Refused
from paraplu.study.settings import parse_settings


def test_an_empty_file_gives_the_defaults() -> None:
    """A study need not set anything."""
    settings = parse_settings("")
    assert settings.privacy.published == ("groep",)
    assert settings.privacy.min_cell == 3
    assert not settings.study.fictional
    assert not settings.privacy.private_repository


def test_a_retention_date_is_a_date() -> None:
    """TOML knows dates."""
    settings = parse_settings("[privacy]\nretention = 2035-12-31\n")
    assert settings.privacy.retention == dt.date(2035, 12, 31)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[study\n", "P002", "paraplu.toml"),
        ("[study]\nkleur = 1\n", "P003", "paraplu.toml:2"),
        ("[privacy]\nmin_cell = 0\n", "P003", "paraplu.toml:2"),
        ("[coding]\nthreshold = 2.0\n", "P003", "paraplu.toml:2"),
        ('[study]\nfictional = "misschien"\n', "P003", "paraplu.toml:2"),
        ("[onzin]\n", "P003", "paraplu.toml:1"),
        ("study = 3\n", "P003", "paraplu.toml:1"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_line(text: str, code: str, place: str) -> None:
    """The message names the setting and where it stands."""
    with pytest.raises(Refused) as caught:
        parse_settings(text)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == (code, place)


def test_two_wrong_settings_are_both_named() -> None:
    """Nobody has to run it twice."""
    with pytest.raises(Refused) as caught:
        parse_settings("[privacy]\nmin_cell = 0\n[topics]\ntopics = 0\n")
    assert len(caught.value.problems) == 2
