"""The vault: outside the study, written whole, nothing overwritten."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.study import Study
from paraplu.vault import Entry, LogLine, Vault, vault_file
from paraplu.vault.vault import destroy, read_export

from .conftest import LIGHT, PHRASE, decisions_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.records import Decisions


def code(act: Callable[[], object]) -> str:
    """Return the code of what is refused."""
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.problems[0].code


def test_what_is_remembered_is_there_the_next_time(
    study: Study, vault: Vault, decisions: Decisions
) -> None:
    """Entities that were accepted, with their forms."""
    vault.remember("R01", decisions, time="2023-07-02T10:00:00Z")
    held = Vault.open(study, PHRASE).content
    assert held.entries == (Entry("R01", "PERSON", "[persoon 1]", ("Coen Vermeer",), "buurman"),)


def test_the_log_says_where_what_and_by_whom_and_not_which_words(
    vault: Vault, decisions: Decisions
) -> None:
    """METHODS: offset, type, rule or person, date."""
    vault.remember("R01", decisions, time="2023-07-02T10:00:00Z")
    assert vault.content.log == (
        LogLine("2023-07-02T10:00:00Z", "R01", 10, 22, "PERSON", "[persoon 1]", ("deduce",)),
    )
    assert "Vermeer" not in repr(vault.content.log)


def test_applying_again_replaces_the_entities_and_does_not_repeat_the_log(
    vault: Vault, decisions: Decisions
) -> None:
    """Other interviews stay as they are."""
    vault.remember("R02", decisions_on("R02", "Jamal"), time="t1")
    vault.remember("R01", decisions, time="t1")
    vault.remember("R01", decisions, time="t2")
    assert [e.interview for e in vault.content.entries] == ["R02", "R01"]
    assert len(vault.content.log) == 2


def test_what_was_taken_out_late_survives_a_new_application(
    vault: Vault, decisions: Decisions
) -> None:
    """It is in no decision."""
    late = Entry("R01", "PLACE", "[plaats 1]", ("De Sprong",))
    vault.take_out(late, lines=[])
    vault.remember("R01", decisions, time="t")
    assert [(e.replacement, e.origin) for e in vault.content.entries] == [
        ("[plaats 1]", "achteraf"),
        ("[persoon 1]", "beslissing"),
    ]


def test_the_file_is_for_its_owner_alone_and_holds_no_name(
    study: Study, vault: Vault, decisions: Decisions
) -> None:
    """Encrypted, and readable by nobody else."""
    vault.remember("R01", decisions, time="t")
    path = vault_file(study)
    assert "Vermeer" not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


@pytest.mark.usefixtures("vault")
def test_a_wrong_or_missing_passphrase_opens_nothing_and_changes_nothing(study: Study) -> None:
    """Byte for byte."""
    before = vault_file(study).read_bytes()
    assert code(lambda: Vault.open(study, "een heel andere zin")) == "P012"
    assert code(lambda: Vault.open(study, "")) == "P015"
    assert vault_file(study).read_bytes() == before


@pytest.mark.usefixtures("vault")
def test_a_damaged_vault_is_not_overwritten(study: Study) -> None:
    """Neither by opening it nor by making a new one."""
    path = vault_file(study)
    path.write_bytes(b"\xff\xfe kapot")
    assert code(lambda: Vault.open(study, PHRASE)) == "P011"
    assert code(lambda: Vault.create(study, PHRASE, work=LIGHT)) == "P018"
    assert path.read_bytes() == b"\xff\xfe kapot"


def test_without_a_vault_that_is_said(study: Study) -> None:
    """With what to do."""
    assert code(lambda: Vault.open(study, PHRASE)) == "P013"


@pytest.mark.parametrize("phrase", ["kort", "aaaaaaaaaaaaaaaa", "elf tekens!"])
def test_a_weak_passphrase_makes_no_vault(study: Study, phrase: str) -> None:
    """Nothing is written."""
    assert code(lambda: Vault.create(study, phrase, work=LIGHT)) == "P014"
    assert not vault_file(study).exists()


def test_what_another_program_wrote_is_not_overwritten(study: Study, vault: Vault) -> None:
    """Two windows on one study."""
    other = Vault.open(study, PHRASE)
    other.remember("R02", decisions_on("R02"), time="t")
    assert code(lambda: vault.remember("R01", decisions_on("R01"), time="t")) == "P075"
    assert Vault.open(study, PHRASE).content.interviews() == ("R02",)


def test_a_vault_that_cannot_be_written_stays_as_it_was(
    vault: Vault, decisions: Decisions, tmp_path: Path
) -> None:
    """And what is in memory says the same as the file."""
    before = vault.path.read_bytes()
    kept = vault.path.rename(tmp_path / "weg")
    vault.path.mkdir()
    (vault.path / "x").touch()
    assert code(lambda: vault.remember("R01", decisions, time="t")) in {"P005", "P019"}
    assert vault.content.entries == ()
    assert kept.read_bytes() == before


def test_a_vault_inside_the_study_is_refused(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also through a way round."""
    for place in (study.root / "kluis", study.root / "x" / ".." / "kluis"):
        monkeypatch.setenv("PARAPLU_VAULT", str(place))
        assert code(lambda: vault_file(study)) == "P010"


def test_studies_have_vaults_of_their_own(study: Study, small_study: Path) -> None:
    """By the id of the study; without one by its title."""
    first = vault_file(study)
    settings = small_study / "paraplu.toml"
    settings.write_text('[study]\ntitle = "Ander"\n', encoding="utf-8")
    second = vault_file(Study.open(small_study))
    settings.write_text('[study]\nid = "eigen"\ntitle = "Klein"\n', encoding="utf-8")
    third = vault_file(Study.open(small_study))
    assert len({first, second, third}) == 3
    assert third.parent.name == "eigen"


def test_an_export_opens_with_the_same_passphrase(
    study: Study, vault: Vault, decisions: Decisions, tmp_path: Path
) -> None:
    """On another computer."""
    vault.remember("R01", decisions, time="t")
    vault.export(tmp_path / "kopie.json", study=study)
    assert read_export(tmp_path / "kopie.json", PHRASE, study=study) == vault.content


def test_an_export_overwrites_nothing_and_stays_out_of_the_study(
    study: Study, vault: Vault, tmp_path: Path
) -> None:
    """Both are refused."""
    there = tmp_path / "er-al"
    there.write_text("iets", encoding="utf-8")
    assert code(lambda: vault.export(there, study=study)) == "P074"
    assert code(lambda: vault.export(study.root / "kopie.json", study=study)) == "P010"
    assert there.read_text(encoding="utf-8") == "iets"


def test_an_export_of_another_study_is_refused(
    study: Study, vault: Vault, small_study: Path, tmp_path: Path
) -> None:
    """Its pseudonyms are not those of this one."""
    vault.export(tmp_path / "kopie.json", study=study)
    (small_study / "paraplu.toml").write_text('[study]\nid = "ander"\n', encoding="utf-8")
    other = Study.open(small_study)
    assert code(lambda: read_export(tmp_path / "kopie.json", PHRASE, study=other)) == "P017"


def test_keys_of_different_interviews_are_joined(vault: Vault) -> None:
    """Two researchers pseudonymised half of the interviews each."""
    vault.remember("R01", decisions_on("R01"), time="t")
    one = vault.content
    two = type(one).empty(one.study).decided("R02", decisions_on("R02"), time="t")
    joined = one.merged(two, place="kopie")
    assert joined.interviews() == ("R01", "R02")
    assert joined.secret == one.secret
    assert len(joined.log) == 2
    assert joined.merged(two, place="kopie") == joined


def test_keys_that_say_different_things_are_not_joined(vault: Vault) -> None:
    """A person has to say which is right."""
    vault.remember("R01", decisions_on("R01"), time="t")
    one = vault.content
    two = type(one).empty(one.study).decided("R01", decisions_on("R01", "Piet Vos"), time="t")
    assert code(lambda: one.merged(two, place="kopie")) == "P016"


@pytest.mark.usefixtures("vault")
def test_destroying_removes_the_vault_and_nothing_else(study: Study, home: Path) -> None:
    """A second time there is nothing to remove."""
    (home / "andere-studie").mkdir()
    assert destroy(study)
    assert not destroy(study)
    assert [path.name for path in home.iterdir()] == ["andere-studie"]
