"""The repository: records and frames of a study, without those who withdrew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.study import Study
from paraplu.study.checks import check_reviews
from paraplu.study.frames import CODING_COLUMNS, RESPONDENT_COLUMNS, TURN_COLUMNS

if TYPE_CHECKING:
    from pathlib import Path


def change(path: Path, old: str, new: str) -> None:
    """Replace text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_a_small_study_has_no_problems(small_study: Path) -> None:
    """The study that other tests damage is whole."""
    assert Study.open(small_study).problems() == []


def test_a_study_is_found_from_a_folder_below(small_study: Path) -> None:
    """As git finds its repository."""
    assert Study.open(small_study / "interviews").root == small_study.resolve()


def test_outside_a_study_there_is_none(tmp_path: Path) -> None:
    """The refusal says what to do."""
    with pytest.raises(Refused, match="P001"):
        Study.open(tmp_path)


def test_frames_have_their_columns_and_rows(small_study: Path) -> None:
    """As the contract for methods says."""
    study = Study.open(small_study)
    assert tuple(study.respondents().columns) == RESPONDENT_COLUMNS
    assert tuple(study.turns().columns) == TURN_COLUMNS
    assert tuple(study.codings().columns) == CODING_COLUMNS
    assert (len(study.respondents()), len(study.turns()), len(study.codings())) == (3, 6, 3)


def test_a_coding_belongs_to_the_speaker_of_its_turn(small_study: Path) -> None:
    """In a double interview that is one of the two."""
    codings = Study.open(small_study).codings().set_index("exact")
    assert codings["respondent"].to_dict() == {
        "Er kwam een brief.": "R01",
        "steun van de buren": "R02.1",
        "Ik wil het smal houden.": "R02.2",
    }


def test_an_attribute_that_was_not_set_is_an_empty_string(small_study: Path) -> None:
    """Never a missing value."""
    codings = Study.open(small_study).codings()
    assert not codings.isna().to_numpy().any()
    assert "" in set(codings["pole"])


def test_words_stand_where_the_frame_says(small_study: Path) -> None:
    """Offsets of turns and of codings, beyond a character of two UTF-16 units too."""
    study = Study.open(small_study)
    for row in study.turns().itertuples():
        assert study.transcripts[row.interview].body[row.start : row.end] == row.text


def test_who_withdrew_is_in_no_frame(small_study: Path) -> None:
    """Also when the other person of a double interview stays."""
    change(small_study / "interviews/respondents.csv", "niet,verstuurd,nee", "niet,verstuurd,ja")
    study = Study.open(small_study)
    for frame in (study.respondents(), study.turns(), study.codings()):
        assert "R02.1" not in set(frame["respondent"])
    assert "R02.2" in set(study.codings()["respondent"])


def test_an_interview_of_which_everyone_withdrew_is_gone(small_study: Path) -> None:
    """Its turns, also the interviewer's, and its codings."""
    study = Study.open(small_study).without(["R01"])
    assert set(study.turns()["interview"]) == {"R02"}
    assert set(study.codings("coder-a")["interview"]) == {"R02"}


def test_an_unreviewed_interview_is_not_analysed(small_study: Path) -> None:
    """Status `machine` keeps it out, and `check` names it."""
    change(small_study / "interviews/R01.md", "status: nagekeken", "status: machine")
    study = Study.open(small_study)
    assert set(study.turns()["interview"]) == {"R02"}
    assert [p.code for p in study.problems()] == ["P023"]


DECISIONS = "id: R01\nsha256: abc\nstate: {state}\nreviewed_by: ks\n"


@pytest.mark.parametrize(
    ("status", "state", "expected"),
    [
        ("nagekeken", "machine", ["P025"]),
        ("tweede lezer", "nagekeken", ["P025"]),
        ("nagekeken", "nagekeken", []),
        ("nagekeken", "tweede lezer", []),
        ("machine", "nagekeken", ["P023"]),
    ],
)
def test_a_status_is_not_ahead_of_the_decisions(
    small_study: Path, status: str, state: str, expected: list[str]
) -> None:
    """It is written from them; who typed it did not read the interview."""
    change(small_study / "interviews/R01.md", "status: nagekeken", f"status: {status}")
    raw = small_study / "interviews" / "raw"
    raw.mkdir()
    text = DECISIONS.format(state=state)
    (raw / "R01.decisions.yaml").write_text(text, encoding="utf-8")
    assert [p.code for p in check_reviews(Study.open(small_study))] == expected


def test_what_only_says_that_it_was_reviewed_is_not_analysed(small_study: Path) -> None:
    """The decisions beside it say that a machine made it."""
    raw = small_study / "interviews" / "raw"
    raw.mkdir()
    text = DECISIONS.format(state="machine")
    (raw / "R01.decisions.yaml").write_text(text, encoding="utf-8")
    assert set(Study.open(small_study).turns()["interview"]) == {"R02"}


def test_without_writes_nothing_and_withdraw_does(small_study: Path) -> None:
    """The one asks what would be, the other does it."""
    table = small_study / "interviews/respondents.csv"
    before = table.read_text(encoding="utf-8")
    study = Study.open(small_study)
    assert len(study.without(["R01"]).respondents()) == 2
    assert table.read_text(encoding="utf-8") == before
    study.withdraw(["R01"])
    assert table.read_text(encoding="utf-8") == before.replace(
        "vrij,akkoord,nee", "vrij,akkoord,ja", 1
    )
    assert len(Study.open(small_study).respondents()) == 2


def test_a_damaged_table_is_not_written(small_study: Path) -> None:
    """A withdrawal waits until the table is whole."""
    table = small_study / "interviews/respondents.csv"
    change(table, "vrij", "misschien")
    before = table.read_bytes()
    with pytest.raises(Refused, match="P122"):
        Study.open(small_study).withdraw(["R01"])
    assert table.read_bytes() == before


def test_a_method_refuses_a_file_with_errors(small_study: Path) -> None:
    """Nobody computes on half a codebook."""
    change(small_study / "codebook/codebook.yaml", "id: steun", "id: dreiging")
    study = Study.open(small_study)
    with pytest.raises(Refused, match="P108"):
        study.codings()


def test_an_empty_study_has_empty_frames_with_their_types(small_study: Path) -> None:
    """Methods can count on columns and types without a single interview."""
    for path in (small_study / "codebook/codings").rglob("*.jsonl"):
        path.unlink()
    for path in (small_study / "interviews").glob("R*.md"):
        path.unlink()
    table = small_study / "interviews/respondents.csv"
    table.write_text(table.read_text(encoding="utf-8").split("\n")[0] + "\n", encoding="utf-8")
    study = Study.open(small_study)
    assert study.respondents().empty
    assert study.turns()["start"].dtype == int
    assert study.codings()["counter"].dtype == bool
    assert study.codings("niemand").empty
