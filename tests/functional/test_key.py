"""The command `key`: status, copies, destruction."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from paraplu.cli import main
from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.vault import Vault, vault_file
from paraplu.vault.sealing import Work

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "paard nietje batterij juist"


@pytest.fixture
def root(small_study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a study with a key, in which we stand; the passphrase is given."""
    monkeypatch.setenv("PARAPLU_VAULT", str(tmp_path / "kluis"))
    monkeypatch.setenv("PARAPLU_PASSPHRASE", PHRASE)
    monkeypatch.chdir(small_study)
    study = Study.open(small_study)
    person = Entity("PERSON", "[persoon 1]", "", (Occurrence(0, 9, "Dragtstra"),))
    decisions = Decisions("R01", "0" * 64, "nagekeken", "o-1", "2023-07-01", (person,))
    Vault.create(study, PHRASE, work=Work(n=16)).remember("R01", decisions, time="t")
    return small_study


class Keyboard(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Type something."""
    monkeypatch.setattr("sys.stdin", Keyboard(text))


def test_status_says_where_the_key_is_and_how_much_it_holds(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No name, and the word for a study with a key."""
    assert main(["key", "status"]) == 0
    out = capsys.readouterr().out
    assert str(vault_file(Study.open(root))) in out
    assert "gesprekken: 1; pseudoniemen: 1; vervangingen: 1" in out
    assert "gepseudonimiseerd" in out
    assert "Dragtstra" not in out


def test_status_without_passphrase_or_key(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither is an error."""
    monkeypatch.delenv("PARAPLU_PASSPHRASE")
    assert main(["key", "status"]) == 0
    assert "geen wachtwoordzin" in capsys.readouterr().out
    vault_file(Study.open(root)).unlink()
    assert main(["key", "status"]) == 0
    assert "Sleutel:       geen" in capsys.readouterr().out


def test_a_copy_comes_back(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exported, lost, imported."""
    copy = tmp_path / "kopie.json"
    assert main(["key", "export", str(copy)]) == 0
    assert "Dragtstra" not in copy.read_text(encoding="utf-8")
    study = Study.open(root)
    held = Vault.open(study, PHRASE).content
    vault_file(study).unlink()
    assert main(["key", "import", str(copy)]) == 0
    assert Vault.open(study, PHRASE).content == held
    assert main(["key", "import", str(copy)]) == 0
    assert "stond er al" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["export", "kopie.json"], "P010"),
        (["export", "--hmac", "kopie.txt"], "P010"),
        (["import", "nergens.json"], "P069"),
        (["import", "paraplu.toml"], "P011"),
    ],
)
def test_what_cannot_be_exported_or_imported_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    """Into the study, from nowhere, from something else."""
    before = vault_file(Study.open(root)).read_bytes()
    assert main(["key", *arguments]) == 1
    assert f"[{code}]" in capsys.readouterr().err
    assert vault_file(Study.open(root)).read_bytes() == before


@pytest.mark.parametrize("arguments", [["export"], ["import"], ["stuk"], []])
def test_half_a_command_is_wrong_use(root: Path, arguments: list[str]) -> None:
    """Exit code 2."""
    assert root.is_dir()
    assert main(["key", *arguments]) == 2


def test_destroying_asks_for_the_title_and_promises_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that the originals have to go as well, and how many are left."""
    raw = root / "interviews/raw/R01.txt"
    raw.parent.mkdir()
    raw.write_text("I: Dag.\n", encoding="utf-8")
    typed(monkeypatch, "Klein\n")
    assert main(["key", "destroy"]) == 0
    out = capsys.readouterr().out
    assert "Pas als ook de oorspronkelijke gesprekken weg zijn" in out
    assert "belooft het niet" in out
    assert "(Paraplu laat ze daar): 1." in out
    assert not vault_file(Study.open(root)).exists()
    assert raw.exists()


@pytest.mark.parametrize("answer", ["klein\n", "ja\n", "\n", ""])
def test_another_answer_destroys_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """Not even a yes."""
    typed(monkeypatch, answer)
    assert main(["key", "destroy"]) != 0
    assert Vault.open(Study.open(root), PHRASE).content.interviews() == ("R01",)


def test_a_key_can_be_destroyed_without_its_passphrase(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lost passphrase must not keep it."""
    monkeypatch.delenv("PARAPLU_PASSPHRASE")
    typed(monkeypatch, "Klein\n")
    assert main(["key", "destroy"]) == 0
    assert not vault_file(Study.open(root)).exists()


def test_a_script_does_not_destroy_a_key(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even with the right title: who reads what goes with it is a person."""
    monkeypatch.setattr("sys.stdin", io.StringIO("Klein\n"))
    assert main(["key", "destroy"]) == 1
    assert "[P068]" in capsys.readouterr().err
    assert vault_file(Study.open(root)).is_file()


def test_without_a_terminal_nobody_is_asked_for_a_passphrase(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The problem says how to give it."""
    assert root.is_dir()
    monkeypatch.delenv("PARAPLU_PASSPHRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["key", "export", str(tmp_path / "kopie.json")]) == 1
    assert "PARAPLU_PASSPHRASE" in capsys.readouterr().err
