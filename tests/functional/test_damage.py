"""Damage: each gives a clear problem with code and place, and nothing is lost or half-written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from paraplu.cli import main
from paraplu.formats.transcript_text import hash_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEDGER = "codebook/codings/coder-a/R01.jsonl"
INTERVIEW = "interviews/R01.md"
CODEBOOK = "codebook/codebook.yaml"
PROGRAM = "import sys; from paraplu.cli import main; sys.exit(main(['check']))"
MEGABYTES_50 = 50 * 1024 * 1024


def state(root: Path) -> dict[str, str]:
    """Return the hash of every file, so that nothing can change unseen."""
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return a damage: text replaced in a file."""

    def damage(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return damage


def edit_bytes(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Return a damage: the bytes of a file changed."""

    def damage(root: Path) -> None:
        path = root / name
        path.write_bytes(change(path.read_bytes()))

    return damage


def remove_words(root: Path) -> None:
    """Take coded words out of an interview, with a hash that fits the new text."""
    path = root / INTERVIEW
    text = path.read_text(encoding="utf-8")
    old = text.partition("---\n\n")[2]
    new = old.replace("Er kwam een brief. ", "")
    path.write_text(
        text.replace(old, new).replace(hash_body(old), hash_body(new)),
        encoding="utf-8", newline="\n",
    )  # fmt: skip


def contradict(root: Path) -> None:
    """Let the ledger of another coder say something else under the same event."""
    line = (root / LEDGER).read_text(encoding="utf-8")
    other = root / "codebook/codings/coder-b/R01.jsonl"
    other.write_text(line.replace("preventie", "nazorg"), encoding="utf-8", newline="\n")


def swell(root: Path) -> None:
    """Make a ledger of 50 MB."""
    with (root / LEDGER).open("ab") as stream:
        stream.truncate(MEGABYTES_50)


DAMAGES: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "missing quotation": (remove_words, "P210", f"{LEDGER}:1"),
    "broken UTF-8": (
        edit_bytes(INTERVIEW, lambda raw: raw.replace(b"brief", b"br\xefef")), "P102",
        f"{INTERVIEW}:11",
    ),
    "unknown code": (edit(LEDGER, '"dreiging"', '"dreigende"'), "P212", f"{LEDGER}:1"),
    "two ledgers that disagree": (contradict, "P220", "codebook/codings/coder-b/R01.jsonl:1"),
    "truncated last line": (
        edit_bytes(LEDGER, lambda raw: raw + raw[:60]), "P141", f"{LEDGER}:2",
    ),
    "respondent without interview": (
        lambda root: (root / INTERVIEW).unlink(), "P020", "interviews/respondents.csv:2",
    ),
    "CRLF": (
        edit_bytes(INTERVIEW, lambda raw: raw.replace(b"\n", b"\r\n")), "P103", INTERVIEW,
    ),
    "BOM": (edit_bytes(INTERVIEW, lambda raw: b"\xef\xbb\xbf" + raw), "P103", INTERVIEW),
    "duplicate id": (edit(CODEBOOK, "id: steun", "id: dreiging"), "P108", f"{CODEBOOK}:16"),
    "cycle in the codebook": (
        edit(
            CODEBOOK, "definition: druk}",
            "definition: druk, parent: dicht}\n"
            "      - {id: dicht, name: D, definition: d, parent: dreiging}",
        ),
        "P109", f"{CODEBOOK}:15",
    ),
    "file of 50 MB": (swell, "P101", LEDGER),
    "question without finding": (
        edit("codebook/findings.yaml", "question: v1", "question: v9"), "P050",
        "codebook/questions.yaml:3",
    ),
}  # fmt: skip


def check(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, list[str]]]:
    """Run `paraplu check --json` in this process; return exit code and places by code."""
    capsys.readouterr()
    code = main(["check", "--json"])
    found: dict[str, list[str]] = {}
    for problem in json.loads(capsys.readouterr().out)["problems"]:
        found.setdefault(problem["code"], []).append(problem["place"])
        assert problem["seen"]
        assert problem["do"] or problem["allowed"]
    assert not (root / ".paraplu").exists()
    return code, found


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_named_with_code_and_place(
    name: str,
    small_study: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The problem is there, the exit code is 1, and no file has changed."""
    damage, code, place = DAMAGES[name]
    damage(small_study)
    before = state(small_study)
    monkeypatch.chdir(small_study)
    exit_code, found = check(small_study, capsys)
    assert exit_code == 1
    assert place in found[code]
    assert state(small_study) == before


def test_damage_in_one_file_hides_no_damage_in_another(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything that is wrong is named at once."""
    together = ["unknown code", "duplicate id", "question without finding", "broken UTF-8"]
    for name in together:
        DAMAGES[name][0](small_study)
    monkeypatch.chdir(small_study)
    _, found = check(small_study, capsys)
    assert {"P108", "P050", "P102"} <= found.keys()


def test_damage_never_repeats_the_words_of_an_interview(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Messages carry ids and offsets, no text."""
    for damage, _, _ in DAMAGES.values():
        try:
            damage(small_study)
        except (AssertionError, FileNotFoundError, UnicodeDecodeError):
            continue
    monkeypatch.chdir(small_study)
    main(["check"])
    printed = capsys.readouterr().out
    assert "brief" not in printed
    assert "steun van de buren" not in printed


def test_damage_stops_a_run_before_anything_is_made(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No notebook runs and no site appears; the message is one line per problem."""
    DAMAGES["unknown code"][0](small_study)
    before = state(small_study)
    monkeypatch.chdir(small_study)
    assert main(["run"]) == 1
    error = capsys.readouterr().err
    assert "[P212]" in error
    assert "Traceback" not in error
    assert state(small_study) == before


def test_damage_to_the_reference_study_reaches_the_terminal(reference_copy: Path) -> None:
    """As a program of its own: exit code 1, the problem on a line, no traceback."""
    ledger = reference_copy / "codebook/codings/consensus/R07.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-30])
    lines = len(ledger.read_bytes().split(b"\n"))
    before = state(reference_copy)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=reference_copy, capture_output=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 1
    assert f"[P141] codebook/codings/consensus/R07.jsonl:{lines}: " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert state(reference_copy) == before
