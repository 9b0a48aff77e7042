"""A study with a vault that lies in a folder of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.vault import Vault
from paraplu.vault.sealing import Work

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "paard nietje batterij juist"
LIGHT = Work(n=2**4)
"""Little work, so that a test need not wait; the file says how much it was."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of all vaults."""
    folder = tmp_path / "kluis"
    monkeypatch.setenv("PARAPLU_VAULT", str(folder))
    monkeypatch.delenv("PARAPLU_PASSPHRASE", raising=False)
    monkeypatch.delenv("PARAPLU_HMAC", raising=False)
    return folder


@pytest.fixture
def study(small_study: Path) -> Study:
    """Return the small study."""
    return Study.open(small_study)


@pytest.fixture
def vault(study: Study) -> Vault:
    """Return a new vault."""
    return Vault.create(study, PHRASE, work=LIGHT)


@pytest.fixture
def decisions() -> Decisions:
    """Return decisions on an interview, one of which was rejected."""
    return decisions_on("R01")


def decisions_on(interview: str, name: str = "Coen Vermeer") -> Decisions:
    """Return decisions on an interview: a person, and a rejected word."""
    person = Entity("PERSON", "[persoon 1]", "buurman", (Occurrence(10, 22, name, ("deduce",)),))
    word = Entity("PERSON", "[persoon 2]", "", (Occurrence(40, 45, "Storm"),), "afgewezen")
    return Decisions(interview, "0" * 64, "nagekeken", "onderzoeker-1", "2023-07-01",
                     (person, word))  # fmt: skip
