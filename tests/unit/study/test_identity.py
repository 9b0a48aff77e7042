"""Who codes: said, or remembered per study outside the study."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.study import Study
from paraplu.study.identity import (
    choose_coder,
    remember_coder,
    remember_port,
    remembered_port,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the configuration of whoever runs the tests out of them."""
    monkeypatch.setenv("PARAPLU_CONFIG", str(tmp_path / "instellingen"))
    return tmp_path / "instellingen" / "codeurs.json"


def test_who_was_said_is_remembered(small_study: Path) -> None:
    """For this study."""
    study = Study(small_study)
    remember_coder(study, choose_coder(study, "coder-b"))
    assert choose_coder(study) == "coder-b"
    assert choose_coder(study, "coder-a") == "coder-a"


@pytest.mark.parametrize(("given", "code"), [("", "P518"), ("iemand", "P517")])
def test_an_unknown_coder_is_refused(given: str, code: str, small_study: Path) -> None:
    """With the names that the plan knows."""
    with pytest.raises(Refused) as refused:
        choose_coder(Study(small_study), given)
    (problem,) = refused.value.problems
    assert (problem.code, problem.allowed) == (code, "coder-a, coder-b, consensus")


@pytest.mark.parametrize("text", ["{", "[]", "\x00"])
def test_a_damaged_memory_remembers_nothing(text: str, settings: Path, small_study: Path) -> None:
    """And is written anew."""
    settings.parent.mkdir()
    settings.write_text(text, encoding="utf-8")
    study = Study(small_study)
    remember_coder(study, "coder-a")
    assert choose_coder(study) == "coder-a"


def test_every_coder_has_the_port_of_last_time(small_study: Path) -> None:
    """One that was never there has none; another coder has another port."""
    study = Study(small_study)
    remember_port(study, "coder-a", 4711)
    remember_port(study, "coder-b", 4712)
    found = [remembered_port(study, coder) for coder in ("coder-a", "coder-b", "consensus")]
    assert found == [4711, 4712, 0]


@pytest.mark.parametrize("port", ["-1", "70000", "x", "٣"])
def test_a_port_that_cannot_be_is_not_remembered(
    port: str, settings: Path, small_study: Path
) -> None:
    """A configuration edited by hand opens the app at any port."""
    settings.parent.mkdir()
    study = Study(small_study)
    kept = f'{{"{study.root} coder-a": "{port}"}}'
    settings.with_name("poorten.json").write_text(kept, encoding="utf-8")
    assert remembered_port(study, "coder-a") == 0
