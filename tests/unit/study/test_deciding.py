"""Decisions on disk: changed over what was seen, by one at a time, or not at all."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise import deciding
from paraplu.errors import Refused
from paraplu.records import Decisions, Entity, Occurrence
from paraplu.study import Study
from paraplu.study.anonymising import (
    decisions_path,
    make_transcript,
    read_decisions,
    save_decisions,
    transcript_path,
)
from paraplu.study.deciding import change_decisions, decisions_state, keep_proposal

if TYPE_CHECKING:
    from pathlib import Path

RAW = "I: Wie?\n\nR: Jan en Piet.\n"
BY = {"who": "ks", "time": "2023-07-01T10:00:00+00:00"}


def proposal() -> Decisions:
    """Return a proposal on the raw text."""
    people = tuple(
        Entity(
            "PERSON", f"[persoon {n}]", "", (Occurrence(at, at + len(name), name),), "voorgesteld"
        )
        for n, (at, name) in enumerate(((12, "Jan"), (19, "Piet")), 1)
    )
    return Decisions("R01", hashlib.sha256(RAW.encode()).hexdigest(), "machine", "", "", people)


@pytest.fixture
def study(small_study: Path) -> Study:
    """Return a study with a raw text and a proposal."""
    raw = small_study / "interviews" / "raw" / "R01.txt"
    raw.parent.mkdir()
    raw.write_text(RAW, encoding="utf-8")
    found = Study(small_study)
    save_decisions(found, proposal())
    return found


def accept(number: int) -> object:
    """Return what accepts an entity."""
    return lambda decisions, _: deciding.accept(decisions, numbers=[number], **BY)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """Return the codes of a refusal."""
    return [problem.code for problem in refused.value.problems]


def test_a_change_over_what_was_seen(study: Study) -> None:
    """It is on disk, and the state is another."""
    seen = decisions_state(study, "R01")
    change_decisions(study, "R01", accept(1), state=seen)
    assert decisions_state(study, "R01") != seen
    found = read_decisions(study, "R01")
    assert found is not None
    assert [entity.status for entity in found.entities] == ["aanvaard", "voorgesteld"]


def test_a_change_over_what_was_not_seen_is_refused(study: Study) -> None:
    """What the other decided stays, and only that."""
    seen = decisions_state(study, "R01")
    change_decisions(study, "R01", accept(1))
    after = decisions_state(study, "R01")
    with pytest.raises(Refused) as refused:
        change_decisions(study, "R01", accept(2), state=seen)
    assert codes(refused) == ["P530"]
    assert decisions_state(study, "R01") == after


def test_a_change_that_fails_writes_nothing(study: Study) -> None:
    """The file is as it was."""
    before = decisions_state(study, "R01")
    with pytest.raises(Refused) as refused:
        change_decisions(study, "R01", accept(9))
    assert codes(refused) == ["P164"]
    assert decisions_state(study, "R01") == before


def test_who_decides_at_once_takes_turns(study: Study) -> None:
    """Of twenty decisions by as many threads none is lost."""
    threads = [
        threading.Thread(target=change_decisions, args=(study, "R01", accept(1 + n % 2)))
        for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = read_decisions(study, "R01")
    assert found is not None
    assert len(found.log) == 20


def test_a_disk_that_refuses_is_said(study: Study) -> None:
    """Where the lock should be is a folder in the way."""
    (study.root / ".paraplu" / "locks" / "anonymise.lock").mkdir(parents=True)
    with pytest.raises(Refused) as refused:
        change_decisions(study, "R01", accept(1))
    assert codes(refused) == ["P510"]


def test_a_proposal_does_not_take_the_place_of_decisions(study: Study) -> None:
    """Who decided while the machine was looking goes first."""
    change_decisions(study, "R01", accept(1))
    kept = keep_proposal(study, proposal())
    assert kept.entities[0].status == "aanvaard"
    assert read_decisions(study, "R01") == kept


def test_a_first_proposal_is_kept(study: Study) -> None:
    """Where nothing stands yet it is written."""
    other = replace(proposal(), id="R02")
    assert keep_proposal(study, other) == other
    assert read_decisions(study, "R02") == other


def test_nothing_is_decided_on_another_text(study: Study) -> None:
    """After a new import the earlier decisions stay as they are."""
    raw = study.root / "interviews" / "raw" / "R01.txt"
    raw.write_text(RAW.replace("Piet", "Kees"), encoding="utf-8")
    before = decisions_state(study, "R01")
    with pytest.raises(Refused) as refused:
        change_decisions(study, "R01", accept(1))
    assert codes(refused) == ["P160"]
    assert decisions_state(study, "R01") == before


@pytest.mark.parametrize("replacement", ["[een] of [twee]", "[een\nR: twee]", "Piet"])
def test_what_cannot_stand_in_a_text_is_not_written(study: Study, replacement: str) -> None:
    """It would be refused by the next who reads it."""
    before = decisions_state(study, "R01")
    with pytest.raises(Refused) as refused:
        change_decisions(
            study,
            "R01",
            lambda decisions, _: deciding.rename(
                decisions, number=1, replacement=replacement, **BY
            ),
        )
    assert codes(refused) == ["P532"]
    assert decisions_state(study, "R01") == before


def test_decisions_of_another_interview_are_refused(study: Study) -> None:
    """What is decided would be written under the other name."""
    path = decisions_path(study, "R01")
    path.write_text(
        path.read_text(encoding="utf-8").replace("id: R01", "id: R02"), encoding="utf-8"
    )
    with pytest.raises(Refused) as refused:
        change_decisions(study, "R01", accept(1))
    assert codes(refused) == ["P117"]
    assert not decisions_path(study, "R02").exists()


def test_decisions_that_are_no_text_are_one_problem(study: Study) -> None:
    """What seems to be missing because of it is not named."""
    decisions_path(study, "R01").write_bytes(b"\xff\xfe")
    with pytest.raises(Refused) as refused:
        read_decisions(study, "R01")
    assert codes(refused) == ["P102"]


@pytest.fixture
def written(study: Study) -> Path:
    """Return the interview as written before the review, with a decision taken since."""
    for ledger in study.root.glob("codebook/codings/*/R01.jsonl"):
        ledger.unlink()
    path = transcript_path(study, "R01")
    path.unlink()
    path.write_text(make_transcript(study, proposal()), encoding="utf-8")
    return path


def reviewed() -> Decisions:
    """Return the decisions of a person who let one name stand."""
    people = proposal().entities
    left = (people[0], replace(people[1], status="afgewezen"))
    return replace(proposal(), entities=left, state="nagekeken", reviewed_by="ks")


def test_what_a_machine_wrote_makes_place_for_the_review(study: Study, written: Path) -> None:
    """Nobody has read or coded it yet."""
    assert "[persoon 2]" in written.read_text(encoding="utf-8")
    text = make_transcript(study, reviewed())
    assert "en Piet." in text
    assert "status: nagekeken" in text


def test_a_document_is_nobody_s_interview(study: Study) -> None:
    """It begins with a D, and no respondent belongs to it."""
    raw = study.root / "interviews" / "raw" / "D01.txt"
    raw.write_text(RAW, encoding="utf-8")
    assert "kind: document" in make_transcript(study, replace(proposal(), id="D01"))


def test_a_text_that_is_coded_stays(study: Study, written: Path) -> None:
    """Its codings stand on offsets in it."""
    ledger = study.root / "codebook" / "codings" / "coder-a" / "R01.jsonl"
    ledger.parent.mkdir(parents=True, exist_ok=True)
    ledger.write_text("", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        make_transcript(study, reviewed())
    assert codes(refused) == ["P174"]
    assert written.is_file()


@pytest.mark.parametrize(
    ("old", "new"), [("status: machine", "status: nagekeken"), ("Wie?", "Wie dan?")]
)
def test_a_text_that_somebody_changed_stays(
    study: Study, written: Path, old: str, new: str
) -> None:
    """Reviewed, or corrected by hand."""
    written.write_text(written.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        make_transcript(study, reviewed())
    assert codes(refused) == ["P174"]


def test_who_speaks_is_not_replaced(study: Study) -> None:
    """A mention that takes the letter before the words along leaves a turn of nobody."""
    people = (Entity("PERSON", "[persoon 1]", "", (Occurrence(9, 15, "R: Jan"),)),)
    transcript_path(study, "R01").unlink()
    with pytest.raises(Refused) as refused:
        make_transcript(study, replace(proposal(), entities=people))
    assert codes(refused) == ["P118"]


def test_loose_accents_are_joined_or_refused(study: Study) -> None:
    """What is typed with an accent apart leaves a file that can be read."""
    decided = deciding.rename(proposal(), number=1, replacement="[re\u0301gisseur]", **BY)
    save_decisions(study, decided)
    kept = read_decisions(study, "R01")
    assert kept is not None
    assert kept.entities[0].replacement == "[régisseur]"
    worse = deciding.rename(proposal(), number=1, replacement="[a\x1b\u0301]", **BY)
    with pytest.raises(Refused, match="P103"):
        save_decisions(study, worse)
    assert read_decisions(study, "R01") == kept


def test_the_list_of_fictional_files_goes_along(study: Study) -> None:
    """What is decided on a file that is known to be fictional is fictional too; no other is."""
    path, listed = decisions_path(study, "R01"), study.root / "interviews/raw/FICTIEF.sha256"
    for known in (hashlib.sha256(path.read_bytes()).hexdigest(), "0" * 64):
        listed.write_text(f"{known}  {path.name}\n", encoding="utf-8")
        before = path.read_bytes()
        change_decisions(study, "R01", lambda d, _: deciding.reject(d, numbers=[2], **BY))
        now = hashlib.sha256(path.read_bytes()).hexdigest()
        assert path.read_bytes() != before
        expected = known if known == "0" * 64 else now
        assert listed.read_text(encoding="utf-8") == f"{expected}  {path.name}\n"
