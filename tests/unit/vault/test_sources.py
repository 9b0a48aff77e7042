"""Where names come from: a bundle, the vault, decisions in the folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from paraplu import formats
from paraplu.formats.recordings import write_speaker_map
from paraplu.records import SpeakerMap, Voice
from paraplu.vault import Vault, find_names, find_passphrase, vault_file

from .conftest import PHRASE, decisions_on

if TYPE_CHECKING:
    from paraplu.study import Study


def place_decisions(study: Study, interview: str, name: str) -> None:
    """Write decisions beside the raw texts."""
    folder = study.root / "interviews/raw"
    folder.mkdir(exist_ok=True)
    text = formats.write_decisions(decisions_on(interview, name))
    (folder / f"{interview}.decisions.yaml").write_text(text, encoding="utf-8")


def finds(study: Study, text: str) -> int:
    """Return how many places the sources find."""
    return sum(len(forms.find(text)) for forms in find_names(study).forms)


def test_without_key_and_decisions_there_is_nothing_to_compare_with(study: Study) -> None:
    """And no interview counts as looked at."""
    sources = find_names(study)
    assert (sources.forms, sources.problems, sources.interviews) == ((), (), frozenset())


@pytest.mark.usefixtures("vault")
def test_the_vault_is_left_closed_without_a_passphrase(study: Study) -> None:
    """Nobody is asked unless the caller can ask."""
    assert find_names(study).forms == ()
    assert find_names(study, ask=lambda: "").forms == ()


def test_the_passphrase_in_the_environment_opens_the_vault(
    study: Study, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a hook, where nobody can type."""
    vault.remember("R01", decisions_on("R01", "Brandsema"), time="t")
    monkeypatch.setenv("PARAPLU_PASSPHRASE", f"{PHRASE}\n")
    assert finds(study, "bij Brandsema") == 1


@pytest.mark.usefixtures("vault")
def test_a_wrong_passphrase_is_a_problem_and_not_a_pass(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Silence would look like a clean study."""
    monkeypatch.setenv("PARAPLU_PASSPHRASE", "een heel andere zin")
    assert [p.code for p in find_names(study).problems] == ["P012"]


def test_decisions_in_the_folder_are_used_for_interviews_the_key_does_not_know(
    study: Study, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They hold the same names; of a known interview the key decides."""
    vault.remember("R01", decisions_on("R01", "Brandsema"), time="t")
    monkeypatch.setenv("PARAPLU_PASSPHRASE", PHRASE)
    place_decisions(study, "R01", "Zeskanter")
    place_decisions(study, "R02", "Dragtstra")
    assert finds(study, "bij Brandsema") == 1
    assert finds(study, "bij Dragtstra") == 1
    assert finds(study, "bij Zeskanter") == 0
    assert find_names(study).interviews == {"R01", "R02"}


def test_a_bundle_needs_neither_vault_nor_passphrase(
    study: Study, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is what it is for; names that only decisions hold are in it too."""
    vault.remember("R01", decisions_on("R01", "Brandsema"), time="t")
    place_decisions(study, "R02", "Dragtstra")
    bundle = vault.bundle(study)
    vault_file(study).unlink()
    (study.root / "interviews/raw/R02.decisions.yaml").unlink()
    monkeypatch.setenv("PARAPLU_HMAC", bundle)
    assert finds(study, "bij Brandsema en Dragtstra") == 2
    assert find_names(study).interviews == {"R01", "R02"}


def test_a_damaged_bundle_is_a_problem_and_not_a_pass(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A secret that was pasted by halves."""
    monkeypatch.setenv("PARAPLU_HMAC", "half")
    assert [p.code for p in find_names(study).problems] == ["P076"]


def test_names_of_partners_are_not_compared(study: Study, vault: Vault) -> None:
    """They are public, although a self-description masks them."""
    person = replace(decisions_on("R01", "Klein netwerk").entities[0], label="ORG")
    decided = replace(decisions_on("R01"), entities=(person,))
    vault.remember("R01", decided, time="t")
    found = find_names(study, ask=lambda: PHRASE).forms
    assert sum(len(forms.find("bij Klein netwerk")) for forms in found) == 0


def test_names_of_voices_are_looked_for_and_count_as_no_interview(study: Study) -> None:
    """The recording knows who spoke, also where the text does not; labels are no names."""
    folder = study.root / "interviews/raw"
    folder.mkdir()
    voices = (
        Voice("Meulen, Annelinde van der (Gemeente X)", "R", "waarschijnlijk"),
        Voice("Rijsenbrij, Tom", "I", "waarschijnlijk"),
        Voice("Spreker 1", "R", "onzeker"),
        Voice("Respondent Twee", "R", "zeker"),
    )
    speakers = SpeakerMap("R01", "R01.vtt", "vtt", "0", "0", voices)
    text = write_speaker_map(speakers)
    (folder / "R01.speakers.yaml").write_text(text, encoding="utf-8")
    assert finds(study, "met Annelinde van der Meulen") == 1
    assert finds(study, "Tom Rijsenbrij vroeg spreker 1, Respondent Twee en Spreker 1") == 0
    assert find_names(study).interviews == frozenset()


def test_the_environment_goes_before_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """And without either there is no passphrase."""
    monkeypatch.delenv("PARAPLU_PASSPHRASE", raising=False)
    assert find_passphrase("geen-studie") == ""
    assert find_passphrase("geen-studie", ask=lambda: "getypt\n") == "getypt"
    monkeypatch.setenv("PARAPLU_PASSPHRASE", "gezet")
    assert find_passphrase("geen-studie", ask=lambda: "getypt") == "gezet"


def test_names_in_decisions_that_cannot_be_read_are_not_said_to_be_looked_for(
    study: Study,
) -> None:
    """Nor those under another interview than the file is named after."""
    place_decisions(study, "R01", "Brandsema")
    path = study.root / "interviews/raw/R01.decisions.yaml"
    good = path.read_text(encoding="utf-8")
    assert find_names(study).interviews == {"R01"}
    for bad in ("entities: [", good.replace("id: R01", "id: R02")):
        path.write_text(bad, encoding="utf-8")
        assert find_names(study).interviews == frozenset()


def test_an_interview_in_which_nothing_is_replaced_is_known_as_well(
    study: Study, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its decisions, by the key and by a bundle: there is nothing in it to look for."""
    nothing = replace(decisions_on("R01", "Brandsema"), entities=())
    folder = study.root / "interviews/raw"
    folder.mkdir()
    decisions = folder / "R01.decisions.yaml"
    decisions.write_text(formats.write_decisions(nothing), encoding="utf-8")
    assert find_names(study).interviews == {"R01"}
    decisions.unlink()
    vault.remember("R01", nothing, time="t")
    monkeypatch.setenv("PARAPLU_PASSPHRASE", PHRASE)
    assert find_names(study).interviews == {"R01"}
    monkeypatch.setenv("PARAPLU_HMAC", vault.bundle(study))
    monkeypatch.delenv("PARAPLU_PASSPHRASE")
    assert find_names(study).interviews == {"R01"}
    assert vault.content.pseudonyms() == 0
    assert finds(study, "bij Brandsema") == 0
