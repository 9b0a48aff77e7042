"""The command line: Dutch, quick, with exit codes that mean something."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import paraplu
from paraplu.cli import main

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    "check", "run", "render", "evidence", "topics", "import", "code", "codings", "correct", "key",
    "redact", "new", "withdraw", "doctor",
)  # fmt: skip
HEAVY = ("pandas", "numpy", "matplotlib", "sklearn", "spacy", "bertopic", "nbclient", "ruamel",
         "pydantic", "rich", "IPython")  # fmt: skip
ENGLISH = ("Usage", "Options", "Commands", "Show this message", "Error", "Aborted", "Arguments")


def test_help_loads_nothing_heavy() -> None:
    """What takes long to import is imported inside commands; that is why help is quick."""
    script = (
        "import sys; from paraplu.cli import main; main(['--help']); "
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_lists_the_commands_in_the_order_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with one sentence."""
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    places = [out.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_dutch_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No English heading is left, and no line is too wide for a terminal."""
    assert main([*([command] if command else []), "--help"]) == 0
    out = capsys.readouterr().out
    assert "Voorbeelden:\n  paraplu " in out
    assert not [word for word in ENGLISH if word in out]
    assert max(map(len, out.splitlines())) <= 80


def test_without_a_command_help_is_shown_as_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing was asked, so nothing was done."""
    assert main([]) == 2
    assert "Opdrachten:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Bedoelt u: check?"),
        (["xyz"], "Er zijn: check, run"),
        (["check", "--alles"], "Optie '--alles' bestaat niet."),
        (["evidence"], "'ESSAY:REGEL' ontbreekt."),
        (["new"], "'MAP' ontbreekt."),
        (["run", "--engine", "word"], "'--engine' kan deze waarde niet hebben. auto"),
        (["render", "--to", "odt"], "'--to' kan deze waarde niet hebben. Vormen"),
        (["check", "extra"], "Zo kan deze opdracht niet"),
    ],
)
def test_wrong_use_is_explained_in_dutch_with_exit_code_2(  # noqa: PLR0917  fixtures
    arguments: list[str], said: str, small_study: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """And says how to get help."""
    monkeypatch.chdir(small_study)
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "--help'" in error
    assert not [word for word in ENGLISH if word in error]


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """One line."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"paraplu {paraplu.__version__}\n"


def test_outside_a_study_every_command_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A refusal, not a traceback."""
    monkeypatch.chdir(tmp_path)
    for arguments in (["check"], ["run"], ["render"], ["evidence", "x.qmd:1"], ["withdraw", "R1"]):
        assert main(arguments) == 1
        captured = capsys.readouterr()
        assert "[P001]" in captured.out + captured.err


def test_a_whole_study_ends_with_0(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says so."""
    monkeypatch.chdir(small_study / "codebook")
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Alles klopt.\n"


def test_a_notice_alone_ends_with_0(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is shown and counted."""
    (small_study / "codebook/codings/coder-a/R01.jsonl").unlink()
    monkeypatch.chdir(small_study)
    assert main(["check"]) == 0
    assert "1 opmerking." in capsys.readouterr().out


def test_open_work_ends_with_1(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A question without a finding is not well yet."""
    findings = small_study / "codebook/findings.yaml"
    findings.write_text("version: 1\n", encoding="utf-8")
    monkeypatch.chdir(small_study)
    assert main(["check"]) == 1
    assert "2 open punten." in capsys.readouterr().out


def test_json_holds_every_problem_with_all_its_fields(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also when the study cannot even be opened."""
    (small_study / "paraplu.toml").write_text("[study\n", encoding="utf-8")
    monkeypatch.chdir(small_study)
    assert main(["check", "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["code"] == "P002"
    assert set(problem) == {"code", "place", "severity", "seen", "allowed", "do"}


def test_what_nobody_foresaw_is_one_line_and_a_report_without_words(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report holds the kind of error and places in the code, not what the error said."""
    monkeypatch.chdir(small_study)
    path = small_study / "codebook/codings"
    monkeypatch.setattr(type(path), "glob", _explode)
    assert main(["check"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "[P099]" in error
    assert "Er kwam een brief" not in error
    monkeypatch.undo()
    (report,) = (small_study / ".paraplu").glob("fout-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "Er kwam een brief" not in text
    assert str(small_study) not in text


def test_a_folder_that_cannot_be_used_is_told_as_such(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read-only, full, forbidden: that is no fault of the program, and needs no report."""
    monkeypatch.chdir(small_study)
    monkeypatch.setattr(type(small_study), "glob", _forbid)
    assert main(["check"]) == 1
    assert "[P064] codebook: hier kan niet gelezen of geschreven worden (alleen lezen)." in (
        capsys.readouterr().err
    )
    monkeypatch.undo()
    assert not list(small_study.glob(".paraplu/fout-*"))


def test_ctrl_c_says_that_nothing_is_lost(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the exit code that shells know."""
    monkeypatch.chdir(small_study)
    monkeypatch.setattr(type(small_study), "glob", _interrupt)
    assert main(["check"]) == 130
    assert capsys.readouterr().err == "Afgebroken. Wat er al was, is heel gebleven.\n"


def _interrupt(*_: object, **__: object) -> None:
    """Do as if someone pressed Ctrl-C here."""
    raise KeyboardInterrupt


def _forbid(*_: object, **__: object) -> None:
    """Answer as a folder on a disk that is read-only."""
    raise OSError(errno.EROFS, "Read-only file system", "codebook")


def _explode(*_: object, **__: object) -> None:
    """Fail as no one expects, with words of an interview in the error."""
    message = "Er kwam een brief."
    raise ZeroDivisionError(message)


def test_a_withdrawal_is_shown_asked_and_written(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --yes nothing is asked; the table then says so, and files with words are listed."""
    monkeypatch.chdir(small_study)
    assert main(["withdraw", "R01", "--yes"]) == 0
    out = capsys.readouterr().out
    assert "3 coderingen" in out
    assert "  interviews/R01.md" in out
    assert (small_study / "interviews/R01.md").is_file()
    table = (small_study / "interviews/respondents.csv").read_text(encoding="utf-8")
    assert "R01,R01,criticaster,wethouder,gemeente,maart 2023,online,ja,vrij,akkoord,ja\n" in table


def test_one_of_a_pair_withdraws_without_the_other(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The interview stays, so no file is to be removed."""
    monkeypatch.chdir(small_study)
    assert main(["withdraw", "R02.1", "--yes"]) == 0
    assert "interviews/R02.md" not in capsys.readouterr().out


def test_no_answer_is_no(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written without a yes."""
    table = small_study / "interviews/respondents.csv"
    before = table.read_bytes()
    monkeypatch.chdir(small_study)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["withdraw", "R01"]) == 1
    assert "Er is niets veranderd." in capsys.readouterr().out
    assert table.read_bytes() == before


@pytest.mark.parametrize(("who", "code"), [("R99", "P065"), ("R02.1", "P066")])
def test_a_withdrawal_of_nobody_is_refused(  # noqa: PLR0917  fixtures
    who: str, code: str, small_study: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Someone who is not there, or had withdrawn already."""
    table = small_study / "interviews/respondents.csv"
    text = table.read_text(encoding="utf-8").replace("niet,verstuurd,nee", "niet,verstuurd,ja")
    table.write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(small_study)
    assert main(["withdraw", who, "--yes"]) == 1
    assert f"[{code}]" in capsys.readouterr().err


def test_the_doctor_finds_this_machine_well(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tests run on it, so it has what is needed."""
    monkeypatch.chdir(small_study)
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "Klein (3 respondenten)" in out
    assert "MIST" not in out


def test_the_doctor_misses_a_study_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And ends with 1."""
    monkeypatch.chdir(tmp_path)
    assert main(["doctor"]) == 1
    assert "MIST   studie" in capsys.readouterr().out


def test_evidence_shows_the_words_and_what_speaks_against(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With respondent, turn and offsets."""
    essay = small_study / "essays/index.qmd"
    essay.parent.mkdir()
    essay.write_text(
        '---\ntitle: x\n---\n\nIemand zei [“Er kwam een brief.”]{.quote from="R01"}\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(small_study)
    assert main(["evidence", "essays/index.qmd:5"]) == 0
    out = capsys.readouterr().out
    assert "Ervoor, 1 passage:" in out
    assert "- R01, beurt 2" in out
    assert "“Er kwam een brief.”" in out


def test_a_refusal_from_anywhere_becomes_lines_and_exit_code_1(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An essay that does not exist."""
    monkeypatch.chdir(small_study)
    assert main(["render", "weg"]) == 1
    error = capsys.readouterr().err
    assert "[P401]" in error
    assert error.splitlines()[-1].startswith("Gestopt: 1 fout.")
