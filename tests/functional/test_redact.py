"""Redaction from the command line: places first, then everything or nothing."""

from __future__ import annotations

import hashlib
import io
import json
from typing import TYPE_CHECKING

import pytest

from paraplu import anonymise, formats
from paraplu.cli import main
from paraplu.coding.fold import fold
from paraplu.errors import Refused
from paraplu.pipeline import redaction as room
from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.vault import Vault
from paraplu.vault.sealing import Work

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "paard nietje batterij juist"
NAME = "Aukje Dragtstra"
RAW = f"I: Wat merkte u?\n\nR: Piet Vos en {NAME} kwamen. Toen belde {NAME} weer.\n"


@pytest.fixture
def root(small_study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a study in which a name was overlooked everywhere but in the decisions."""
    monkeypatch.setenv("PARAPLU_VAULT", str(tmp_path / "kluis"))
    monkeypatch.chdir(small_study)
    known = Entity("PERSON", "[persoon 1]", "", (Occurrence(21, 29, "Piet Vos"),))
    digest = formats.transcript_text.hash_body(RAW)
    decisions = Decisions("R01", digest, "nagekeken", "o-1", "2023-07-01", (known,))
    body = anonymise.apply_decisions(RAW, decisions=decisions)
    write(small_study / "interviews/raw/R01.txt", RAW)
    write(small_study / "interviews/raw/R01.decisions.yaml", formats.write_decisions(decisions))
    sha = formats.transcript_text.hash_body(body)
    quote = body.index("kwamen")
    head = (
        f"id: R01\nkind: interview\nsha256: {sha}\nversion: 1\nstatus: nagekeken\nrestrictions:\n"
        f"- {{wish: voorleggen, start: {quote}, end: {quote + 6}, exact: kwamen}}\n"
    )
    write(small_study / "interviews/R01.md", f"---\n{head}---\n\n{body}")
    passages = [(f"en {NAME} kwamen", "een"), ("Toen belde", "twee"), (f"{NAME} weer", "drie")]
    for first, coder in zip((900, 910, 920), ("coder-a", "coder-b", "consensus"), strict=True):
        lines = [add(body, sha, passage, first + n) for n, passage in enumerate(passages)]
        write(small_study / f"codebook/codings/{coder}/R01.jsonl", "".join(lines))
    write(small_study / "codebook/memos/R01.md", f"{NAME} was er ook.\n")
    write(small_study / "codebook/memos/R02.md", f"Kent {NAME}.\n")
    write(small_study / "codebook/memos/dreiging.md", f"Zie {NAME}.\n")
    return small_study


def add(body: str, sha: str, passage: tuple[str, str], number: int) -> str:
    """Return the line of an event."""
    from tests.conftest import ulid

    exact, memo = passage
    start = body.index(exact)
    end = start + len(exact)
    data = {
        "event": ulid(number), "time": f"2023-03-01T10:00:{number % 60:02d}Z", "kind": "add",
        "coding": ulid(number), "codebook": 2, "doc": sha, "start": start, "end": end,
        "exact": exact, "prefix": body[max(start - 12, 0) : start], "suffix": body[end : end + 12],
        "code": "dreiging", "attributes": {}, "memo": f"{memo}: {NAME}",
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False) + "\n"


def write(path: Path, text: str) -> None:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def content(root: Path) -> dict[str, bytes]:
    """Return all files of the study; a lock holds nothing."""
    files = (p for p in root.rglob("*") if p.is_file() and p.suffix != ".lock")
    return {str(p.relative_to(root)): p.read_bytes() for p in files}


def where(root: Path, words: str = "Dragtstra") -> set[str]:
    """Return the files in which words stand."""
    return {name for name, data in content(root).items() if words.encode() in data}


def test_a_dry_run_shows_places_and_no_words(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Offsets, files, lines; nothing is written."""
    before = content(root)
    assert main(["redact", "R01", "--find", NAME, "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "ragtstra" not in out
    assert "In R01 komt [persoon 2] op 2 plaatsen:" in out
    assert "codebook/memos/dreiging.md (regel 1, 1 keer)" in out
    assert content(root) == before


def test_a_script_gives_the_words_on_a_line_of_their_own(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line does not keep them, and nothing is said of a terminal that is not there."""
    assert root.is_dir()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NAME}\n"))
    assert main(["redact", "R01", "--find", "-", "--dry-run"]) == 0
    shown = capsys.readouterr()
    assert "In R01 komt [persoon 2] op 2 plaatsen:" in shown.out
    assert shown.err == ""


def test_words_go_from_transcript_ledgers_and_memos(root: Path) -> None:
    """Not from the memo on another interview, which is named; not from the raw text."""
    assert main(["redact", "R01", "--find", NAME, "--yes"]) == 0
    assert where(root) == {
        "codebook/memos/R02.md",
        "interviews/raw/R01.txt",
        "interviews/raw/R01.decisions.yaml",
    }
    assert (root / "codebook/memos/R01.md").read_text(
        encoding="utf-8"
    ) == "[persoon 2] was er ook.\n"


def test_other_files_with_the_words_are_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person decides there."""
    write(root / "essays/x.qmd", f"Zoals {NAME}.\n")
    main(["redact", "R01", "--find", NAME, "--dry-run"])
    rest = capsys.readouterr().out.partition("staan ook hier")[2]
    assert "codebook/memos/R02.md (regel 1, 1 keer)" in rest
    assert "essays/x.qmd (regel 1, 1 keer)" in rest


def test_the_study_is_whole_afterwards(root: Path) -> None:
    """Every coding stands in its place, with the new hash; so does the restriction."""
    main(["redact", "R01", "--find", NAME, "--yes"])
    study = Study.open(root)
    assert study.problems() == []
    transcript = study.transcripts["R01"]
    codings = study.ledgers["coder-a"]["R01"]
    assert [c.exact for c in codings] == [
        "en [persoon 2] kwamen", "Toen belde", "[persoon 2] weer",
    ]  # fmt: skip
    assert {c.doc for c in codings} == {transcript.sha256}
    assert transcript.version == 2
    assert transcript.restrictions[0].exact == "kwamen"


def test_applying_the_decisions_again_does_not_bring_the_words_back(root: Path) -> None:
    """What was found late is a decision too."""
    main(["redact", "R01", "--find", NAME, "--yes", "--by", "o-2"])
    text = (root / "interviews/raw/R01.decisions.yaml").read_text(encoding="utf-8")
    decisions = formats.parse_decisions(text, path="x").record
    assert decisions is not None
    body = Study.open(root).transcripts["R01"].body
    assert anonymise.apply_decisions(RAW, decisions=decisions) == body
    assert decisions.log[-1].who == "o-2"


def test_the_list_of_fictional_files_stays_true(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Decisions that stood in the list do so with their new hash; other rows stay as they are."""
    raw = root / "interviews/raw"
    names = ("R01.decisions.yaml", "R01.txt")
    rows = [f"{hashlib.sha256((raw / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    write(raw / "FICTIEF.sha256", "".join(rows))
    assert main(["redact", "R01", "--find", NAME, "--yes"]) == 0
    new = [f"{hashlib.sha256((raw / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    assert (raw / "FICTIEF.sha256").read_text(encoding="utf-8") == "".join(new)
    assert new[0] != rows[0]
    assert "FICTIEF.sha256 (de lijst van verzonnen bestanden blijft" in capsys.readouterr().out


def test_what_was_not_known_as_fictional_does_not_become_so(root: Path) -> None:
    """Decisions that are not in the list as they are stay out of it."""
    listed = root / "interviews/raw/FICTIEF.sha256"
    write(listed, f"{'0' * 64}  R01.decisions.yaml\n")
    assert main(["redact", "R01", "--find", NAME, "--yes"]) == 0
    assert listed.read_text(encoding="utf-8") == f"{'0' * 64}  R01.decisions.yaml\n"


def test_decisions_that_do_not_fit_are_left_and_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The transcript was corrected since."""
    write(root / "interviews/raw/R01.txt", RAW + "R: Meer.\n")
    before = (root / "interviews/raw/R01.decisions.yaml").read_bytes()
    assert main(["redact", "R01", "--find", NAME, "--yes"]) == 0
    assert "beslissingen bij de ruwe tekst gaan niet mee" in capsys.readouterr().out
    assert (root / "interviews/raw/R01.decisions.yaml").read_bytes() == before


def test_one_place_leaves_the_others_and_names_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A surname that is an ordinary word elsewhere."""
    body = Study.open(root).transcripts["R01"].body
    first, second = body.index(NAME), body.rindex(NAME)
    place = ["--start", str(first), "--end", str(first + len(NAME))]
    assert main(["redact", "R01", *place, "--with", "[persoon 9]", "--yes"]) == 0
    assert f"tekens {second}–{second + len(NAME)}" in capsys.readouterr().out
    after = Study.open(root).transcripts["R01"].body
    assert after.count(NAME) == after.count("[persoon 9]") == 1


def test_without_a_yes_nothing_changes(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No answer is no."""
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    before = content(root)
    assert main(["redact", "R01", "--find", NAME]) == 1
    assert content(root) == before
    assert "niets veranderd" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--start", "0", "--end", "6"], "P094"),
        (["--start", "16", "--end", "25"], "P094"),
        (["--start", "9000", "--end", "9009"], "P094"),
        (["--start", "20", "--end", "20"], "P095"),
        (["--start", "24", "--end", "34"], "P094"),
        (["--find", "Niemand Anders"], "P095"),
        (["--find", NAME, "--with", "persoon"], "P096"),
    ],
)
def test_a_place_that_cannot_be_replaced_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: str
) -> None:
    """A label, two turns, outside the text, nothing, half a pseudonym, words that are not there."""
    before = content(root)
    assert main(["redact", "R01", *options, "--yes"]) == 1
    assert f"[{code}]" in capsys.readouterr().err
    assert content(root) == before


@pytest.mark.parametrize(
    "options", [[], ["--start", "3"], ["--find", "x", "--start", "3", "--end", "5"],
                ["--find", "x", "--label", "NAAM"]],
)  # fmt: skip
def test_half_a_question_is_wrong_use(root: Path, options: list[str]) -> None:
    """A place or words, not both and not half."""
    assert root.is_dir()
    assert main(["redact", "R01", *options]) == 2


def test_an_interview_that_is_not_there_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its path."""
    assert root.is_dir()
    assert main(["redact", "R99", "--find", "x"]) == 1
    assert "[P098] interviews/R99.md" in capsys.readouterr().err


def test_the_key_knows_what_was_taken_out(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a later check finds it elsewhere; the log has places and no words."""
    Vault.create(Study.open(root), PHRASE, work=Work(n=16))
    monkeypatch.setenv("PARAPLU_PASSPHRASE", PHRASE)
    assert main(["redact", "R01", "--find", NAME, "--yes"]) == 0
    held = Vault.open(Study.open(root), PHRASE).content
    assert [(e.forms, e.origin) for e in held.entries] == [((NAME,), "achteraf")]
    assert len(held.log) == 2
    assert "ragtstra" not in repr(held.log)


def test_a_key_that_does_not_open_stops_the_redaction(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is written; leaving the key out is a choice."""
    Vault.create(Study.open(root), PHRASE, work=Work(n=16))
    monkeypatch.setenv("PARAPLU_PASSPHRASE", "een heel andere zin")
    before = content(root)
    assert main(["redact", "R01", "--find", NAME, "--yes"]) == 1
    assert content(root) == before
    assert main(["redact", "R01", "--find", NAME, "--yes", "--without-key"]) == 0


def test_when_the_key_cannot_be_written_every_file_is_as_it_was(root: Path) -> None:
    """The files had taken their places already."""
    vault = Vault.create(Study.open(root), PHRASE, work=Work(n=16))
    vault.path.write_text("intussen veranderd", encoding="utf-8")
    before = content(root)
    weighed = room.weigh_redaction(Study.open(root), "R01", find=NAME, time="t")
    with pytest.raises(room.Refused):
        room.redact(weighed, vault=vault, time="t")
    assert content(root) == before


def test_who_coded_meanwhile_loses_nothing(root: Path) -> None:
    """A ledger that grew since the redaction was weighed is not written over."""
    weighed = room.weigh_redaction(Study.open(root), "R01", find=NAME, time="t")
    path = root / "codebook/codings/coder-b/R01.jsonl"
    path.write_bytes(path.read_bytes() + path.read_bytes())
    before = content(root)
    with pytest.raises(Refused) as refused:
        room.redact(weighed, vault=None, time="t")
    assert [problem.code for problem in refused.value.problems] == ["P521"]
    assert content(root) == before


def test_a_damaged_ledger_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that cannot be read could hold the words."""
    path = root / "codebook/codings/coder-b/R01.jsonl"
    with path.open("a", encoding="utf-8") as stream:
        stream.write("{kapot\n")
    before = content(root)
    assert main(["redact", "R01", "--find", NAME, "--yes"]) == 1
    assert "[P140]" in capsys.readouterr().err
    assert content(root) == before


def test_the_history_is_warned_about(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only where there is one."""
    main(["redact", "R01", "--find", NAME, "--yes"])
    assert "git filter-repo" not in capsys.readouterr().out
    (root / ".git").mkdir()
    main(["redact", "R01", "--find", "Toen", "--yes"])
    assert "git filter-repo" in capsys.readouterr().out


def test_a_reference_interview_keeps_all_its_codings(reference: Path) -> None:
    """Weighed only: the commonest word of R07 taken out everywhere in it."""
    study = Study.open(reference)
    weighed = room.weigh_redaction(study, "R07", find="niet", replacement="[x]", time="t")
    assert len(weighed.spans) > 5
    after = formats.parse_transcript(
        weighed.files[reference / "interviews/R07.md"], path="R07.md"
    ).record
    assert after is not None
    for coder in ("coder-a", "coder-b", "consensus"):
        name = f"codebook/codings/{coder}/R07.jsonl"
        events = formats.parse_ledger(weighed.files[reference / name], path=name).record
        codings = fold(events, coder=coder, interview="R07")
        assert len(codings) == len(study.ledgers[coder]["R07"])
        assert all(after.body[c.start : c.end] == c.exact for c in codings)
