"""The check of privacy from the command line: names of the key, wherever they stand."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from paraplu import formats
from paraplu.cli import main
from paraplu.errors import Severity
from paraplu.pipeline.names import check_names
from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.vault import Vault, find_names, vault_file
from paraplu.vault.sealing import Work

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "paard nietje batterij juist"
NAME = "Aukje Dragtstra"
FOUND = {"P077", "P078", "P079", "P090"}


def decided(interview: str, *forms: str) -> Decisions:
    """Return decisions that replace these forms."""
    mentions = tuple(Occurrence(n * 50, n * 50 + len(form), form) for n, form in enumerate(forms))
    person = Entity("PERSON", "[persoon 1]", "", mentions)
    return Decisions(interview, "0" * 64, "nagekeken", "o-1", "2023-07-01", (person,))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of all vaults."""
    monkeypatch.setenv("PARAPLU_VAULT", str(tmp_path / "kluis"))
    return tmp_path / "kluis"


@pytest.fixture
def root(small_study: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a study whose key knows a name, in which we stand; the passphrase is given."""
    del home
    vault = Vault.create(Study.open(small_study), PHRASE, work=Work(n=16))
    for interview in ("R01", "R02"):
        vault.remember(interview, decided(interview, NAME, "Winter"), time="t")
    monkeypatch.setenv("PARAPLU_PASSPHRASE", PHRASE)
    monkeypatch.chdir(small_study)
    (small_study / "essays").mkdir(exist_ok=True)
    return small_study


def check(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[dict[str, str]]]:
    """Check the privacy; return the exit code and the problems."""
    code = main(["check", "--privacy", "--json", *options])
    return code, json.loads(capsys.readouterr().out)["problems"]


def write(path: Path, text: str) -> None:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def word_by(path: Path, author: str) -> None:
    """Write a Word document by an author."""
    from docx import Document

    document = Document()
    document.core_properties.author = author
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def pdf_by(path: Path, author: str) -> None:
    """Write a PDF by an author."""
    import typst

    path.parent.mkdir(parents=True, exist_ok=True)
    source = path.with_suffix(".typ")
    source.write_text(f'#set document(author: "{author}")\nTekst\n', encoding="utf-8")
    typst.compile(str(source), output=str(path))
    source.unlink()


def test_a_study_without_names_passes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing says that names were not looked for."""
    assert root.is_dir()
    code, found = check(capsys)
    assert (code, {p["code"] for p in found} & (FOUND | {"P082"})) == (0, set())


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("codebook/memos/studie.md", f"Gesproken met {NAME}.\n"),
        ("codebook/memos/studie.md", "Zo zei mevrouw Winter het.\n"),
        ("codebook/codings/coder-a/R01.jsonl", json.dumps({"memo": f"over {NAME}"})),
        ("analysis/01-x.ipynb", json.dumps({"cells": [{"source": ["# Aukje\n", "Dragtstra"]}]})),
        ("essays/x.qmd", "Volgens aukje dragtstra niet.\n"),
        ("codebook/reviews/een.yaml", f"naam: {NAME}\n"),
        ("interviews/respondents.csv", f"id,naam\nR01,{NAME}\n"),
    ],
)
def test_a_name_is_found_wherever_it_is_written(
    root: Path, capsys: pytest.CaptureFixture[str], place: str, text: str
) -> None:
    """The problem says in which file and line, and not what."""
    write(root / place, text)
    code, found = check(capsys)
    (problem,) = [p for p in found if p["code"] == "P078"]
    assert code == 1
    assert problem["place"].startswith(place)
    assert "ragtstra" not in json.dumps(found)
    assert "Winter" not in json.dumps(found)


def test_a_name_in_an_interview_comes_with_the_command_that_takes_it_out(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Offsets are those of the body."""
    from tests.conftest import transcript

    body = "I: En?\n\nR: Ik belde Dragtstra.\n"
    write(root / "interviews/R01.md", transcript("R01", body))
    _, found = check(capsys)
    (problem,) = [p for p in found if p["code"] == "P077"]
    start = body.index("Dragtstra")
    assert f"paraplu redact R01 --start {start} --end {start + 9}" in problem["do"]


def test_an_ordinary_word_is_let_be(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Winter is cold, whoever is called that."""
    write(root / "codebook/memos/studie.md", "Winter is koud, een winter lang.\n")
    assert check(capsys)[0] == 0


def test_an_author_of_the_literature_is_told_apart(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In essays alone, and not in silence."""
    write(root / "essays/references.bib", "@book{d,\n  author = {Dragtstra, Wim},\n}\n")
    write(root / "essays/x.qmd", "Zoals Dragtstra schreef.\n")
    code, found = check(capsys)
    assert (code, [p["code"] for p in found if p["code"] in FOUND | {"P067"}]) == (0, ["P067"])
    write(root / "codebook/memos/studie.md", "Zoals Dragtstra zei.\n")
    assert check(capsys)[0] == 1


@pytest.mark.parametrize("name", ["gesprek-dragtstra.md", "AukjeDragtstra.qmd", "Dragtstra.png"])
def test_a_name_in_the_name_of_a_file_is_found_and_not_shown(
    root: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The folder is named, and how many."""
    write(root / "essays" / name, "x")
    code, found = check(capsys)
    assert [(p["code"], p["place"]) for p in found if p["code"] in FOUND] == [("P079", "essays")]
    assert code == 1
    assert "ragtstra" not in json.dumps(found)


@pytest.mark.parametrize(("make", "name"), [(word_by, "x.docx"), (pdf_by, "x.pdf")])
def test_a_name_in_the_properties_of_a_document_is_found(
    root: Path, capsys: pytest.CaptureFixture[str], make: object, name: str
) -> None:
    """Word and PDF remember who wrote."""
    assert callable(make)
    make(root / "_site/essays" / name, NAME)
    _, found = check(capsys)
    (problem,) = [p for p in found if p["code"] == "P090"]
    assert problem["place"] == f"_site/essays/{name}"
    assert "uthor" in problem["seen"] or "creator" in problem["seen"]
    make(root / "_site/essays" / name, "Het team")
    assert check(capsys)[0] == 0


def test_a_document_that_cannot_be_read_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not looked at is not the same as well."""
    write(root / "_site/x.pdf", "geen pdf")
    write(root / "_site/x.docx", "geen docx")
    assert [p["code"] for p in check(capsys)[1]].count("P091") == 2


def test_without_the_key_it_says_that_names_were_not_looked_for(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And does not pass."""
    monkeypatch.delenv("PARAPLU_PASSPHRASE")
    assert root.is_dir()
    assert main(["check", "--privacy"]) == 1
    assert "namen niet gecontroleerd van 2 van de 2 gesprekken" in capsys.readouterr().out


def test_a_server_finds_names_with_the_secret_alone(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no key, no passphrase and no raw files."""
    assert main(["key", "export", "--hmac"]) == 0
    bundle = capsys.readouterr().out.strip()
    assert "ragtstra" not in bundle
    vault_file(Study.open(root)).unlink()
    monkeypatch.delenv("PARAPLU_PASSPHRASE")
    monkeypatch.setenv("PARAPLU_HMAC", bundle)
    assert check(capsys)[0] == 0
    write(root / "codebook/memos/studie.md", f"Gesproken met {NAME}.\n")
    code, found = check(capsys)
    assert (code, [p["code"] for p in found if p["code"] in FOUND]) == (1, ["P078"])


@pytest.mark.parametrize("wrong", [("PARAPLU_HMAC", "P076"), ("PARAPLU_PASSPHRASE", "P012")])
def test_a_wrong_secret_does_not_pass(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    wrong: tuple[str, str],
) -> None:
    """It is named, and so are the interviews that were not looked at."""
    assert root.is_dir()
    variable, code = wrong
    monkeypatch.setenv(variable, "iets heel anders")
    ended, found = check(capsys)
    assert ended == 1
    assert {code, "P082"} <= {p["code"] for p in found}


def git(root: Path, *arguments: str) -> None:
    """Run git in the study."""
    program = shutil.which("git") or "git"
    subprocess.run([program, "-C", str(root), *arguments], check=True, capture_output=True)


def test_a_commit_is_stopped_by_a_name_and_by_a_raw_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each by itself."""
    git(root, "init", "-q")
    assert main(["check", "--commit"]) == 0
    memo = root / "codebook/memos/studie.md"
    write(memo, f"Gesproken met {NAME}.\n")
    assert main(["check", "--commit"]) == 1
    memo.unlink()
    write(root / "interviews/raw/R01.txt", "I: Dag.\n")
    git(root, "add", "interviews/raw")
    assert main(["check", "--commit"]) == 1
    assert "P080" in capsys.readouterr().out


def test_a_commit_is_not_stopped_by_open_work_or_a_missing_key(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A coder without the key can commit, and reads that names were not looked for."""
    monkeypatch.delenv("PARAPLU_PASSPHRASE")
    write(root / "codebook/findings.yaml", "version: 1\n")
    assert main(["check"]) == 1
    assert main(["check", "--commit"]) == 0
    assert "namen niet gecontroleerd" in capsys.readouterr().out


def test_the_reference_study_holds_no_name_of_its_decisions(reference: Path) -> None:
    """All forty interviews were looked at, with their decisions."""
    study = Study.open(reference)
    sources = find_names(study)
    assert sources.interviews == set(study.transcripts)
    found = check_names(study, sources.forms)
    assert [str(p) for p in found if p.severity is not Severity.NOTICE] == []


@pytest.mark.parametrize("command", [["run"], ["render"]])
def test_an_interview_that_was_not_reviewed_stops_analysis_and_rendering(
    root: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """Nothing is made."""
    path = root / "interviews/R02.md"
    write(path, path.read_text(encoding="utf-8").replace("nagekeken", "machine"))
    write(root / "essays/x.qmd", "---\ntitle: X\n---\n\nTekst.\n")
    assert main(command) == 1
    assert "[P023] interviews/R02.md" in capsys.readouterr().err
    assert not (root / "_site").exists()
    assert not (root / "essays/_marks").exists()


@pytest.mark.parametrize(
    ("sentence", "singled"),
    [
        ("Een wethouder zei: [“Niemand belde.”]{.quote from=R01}", True),
        ("Iemand zei: [“Niemand belde.”]{.quote from=R01}", False),
        ("Wethouders horen vaak: [“Niemand belde.”]{.quote from=R01}", False),
        ("Een griffier zei: [“Niemand belde.”]{.quote from=R01}", False),
        ("Een wethouder kwam. Iemand zei: [“Niemand belde.”]{.quote from=R01}", False),
    ],
)
def test_a_quotation_beside_an_attribute_of_few_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], sentence: str, *, singled: bool
) -> None:
    """Only what is true of the speaker, and only of one person."""
    settings = (
        '[study]\ntitle = "Klein"\nfictional = true\n[privacy]\npublished = []\nmin_cell = 2\n'
    )
    write(root / "paraplu.toml", settings)
    write(root / "essays/x.qmd", f"---\ntitle: X\n---\n\n{sentence}\n")
    assert ("P092" in {p["code"] for p in check(capsys)[1]}) is singled


@pytest.mark.parametrize(
    ("said", "combined"),
    [
        ("Ik ben jurist bij het Genootschap.", True),
        ("Een jurist van het Genootschap kwam langs.", False),
        ("Ik ken het Genootschap.", False),
        ("Ik ben jurist bij de gemeente.", False),
    ],
)
def test_function_and_partner_of_a_speaker_are_named_together(
    root: Path, capsys: pytest.CaptureFixture[str], said: str, *, combined: bool
) -> None:
    """Together they are one identifier, also for a national partner."""
    from tests.conftest import transcript

    partner = "{id: g, name: Genootschap, type: vereniging, source: web}"
    network = f"version: 1\nnetwork: {{name: Klein netwerk}}\npartners:\n  - {partner}\n"
    write(root / "codebook/network.yaml", network)
    write(root / "interviews/R01.md", transcript("R01", f"I: En u?\n\nR: {said}\n"))
    assert ("P093" in {p["code"] for p in check(capsys)[1]}) is combined


def test_decisions_beside_the_raw_texts_take_the_place_of_a_key(
    small_study: Path, home: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """They hold the same names; of the other interview it is said."""
    del home
    monkeypatch.chdir(small_study)
    text = formats.write_decisions(decided("R01", NAME))
    write(small_study / "interviews/raw/R01.decisions.yaml", text)
    write(small_study / "codebook/memos/studie.md", f"Gesproken met {NAME}.\n")
    found = check(capsys)[1]
    assert {p["code"] for p in found} >= {"P078", "P082"}
    (open_one,) = [p for p in found if p["code"] == "P082"]
    assert "1 van de 2" in open_one["seen"]
