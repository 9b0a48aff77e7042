"""What `problems` says when the files of a study do not fit together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

LEDGER = "codebook/codings/coder-a/R01.jsonl"


def found(root: Path) -> list[tuple[str, str]]:
    """Return code and place of every problem."""
    return [(p.code, p.place) for p in Study.open(root).problems()]


def revise(path: Path, **changes: object) -> None:
    """Change fields of the first event of a ledger."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    data = json.loads(head) | changes
    path.write_text(json.dumps(data) + "\n" + rest, encoding="utf-8", newline="\n")


def change(path: Path, old: str, new: str) -> None:
    """Replace text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"exact": "Er kwam een mail."}, "P210"),
        ({"start": 999, "end": 1017}, "P210"),
        ({"doc": "0" * 64}, "P211"),
        ({"code": "weg"}, "P212"),
        ({"code": "steun", "codebook": 1}, "P213"),
        ({"attributes": {"kleur": "rood"}}, "P214"),
        ({"attributes": {"fase": "ooit"}}, "P215"),
        ({"attributes": {"pole": "smal"}}, "P215"),
        ({"kind": "revise"}, "P222"),
    ],
)
def test_a_coding_that_does_not_fit_is_named_on_its_line(
    small_study: Path, changes: dict[str, object], code: str
) -> None:
    """Place in the text, code, attributes, and the event itself."""
    revise(small_study / LEDGER, **changes)
    assert found(small_study) == [(code, f"{LEDGER}:1")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "place"),
    [
        ("codebook/questions.yaml", "families: [werk]", "families: [weg]", "P041",
         "codebook/questions.yaml:3"),
        ("codebook/questions.yaml", "codes: [steun]}]\n", "codes: [weg]}]\n", "P040",
         "codebook/questions.yaml"),
        ("codebook/findings.yaml", "codes: [dreiging]", "codes: [weg]", "P040",
         "codebook/findings.yaml:3"),
        ("codebook/findings.yaml", "deviant: [R02.1]", "deviant: [R09]", "P053",
         "codebook/findings.yaml:3"),
        ("codebook/findings.yaml", "bearing: [focus]", "bearing: []", "P052",
         "codebook/polarities.yaml"),
        ("codebook/polarities.yaml", "id: smal", "id: nauw", "P042", "codebook/polarities.yaml"),
        ("interviews/respondents.csv", "R01,R01,", "R09,R09,", "P020",
         "interviews/respondents.csv:2"),
        ("codebook/plan.yaml", "  coder-b: {background: twee}\n", "  coder-c: {background: x}\n",
         "P031", "codebook/codings/coder-b/R01.jsonl"),
    ],
)  # fmt: skip
def test_files_that_do_not_fit_together_are_named(  # noqa: PLR0917  a row per damage
    small_study: Path, file: str, old: str, new: str, code: str, place: str
) -> None:
    """Each reference that leads nowhere has its code and place."""
    change(small_study / file, old, new)
    assert (code, place) in found(small_study)


def test_a_finding_on_a_choice_that_is_not_there_is_named(small_study: Path) -> None:
    """Together with the choice that now has no finding."""
    change(small_study / "codebook/findings.yaml", "bearing: [focus]", "bearing: [weg]")
    assert [code for code, _ in found(small_study)] == ["P054", "P052"]


def test_an_interview_without_respondent_and_a_stranger_are_named(small_study: Path) -> None:
    """Both sides of the same mistake."""
    change(small_study / "interviews/respondents.csv", "R01,R01,", "R09,R09,")
    assert {code for code, _ in found(small_study)} == {"P020", "P021"}


def test_a_speaker_who_is_no_respondent_is_named(small_study: Path) -> None:
    """A label R2 in an interview with one person."""
    table = small_study / "interviews/respondents.csv"
    lines = table.read_text(encoding="utf-8").split("\n")
    table.write_text("\n".join(line for line in lines if not line.startswith("R02.2")))
    assert ("P024", "interviews/R02.md") in found(small_study)


def test_a_file_named_otherwise_than_its_id_is_named(small_study: Path) -> None:
    """The file name is what ledgers point at."""
    (small_study / "interviews/R01.md").rename(small_study / "interviews/R03.md")
    assert ("P022", "interviews/R03.md") in found(small_study)


def test_one_coding_in_two_ledgers_is_named(small_study: Path) -> None:
    """A coding has one coder."""
    text = (small_study / LEDGER).read_text(encoding="utf-8")
    (small_study / "codebook/codings/coder-b/R01.jsonl").write_text(text, encoding="utf-8")
    assert [code for code, _ in found(small_study)] == ["P221"]


def test_an_event_told_in_two_ways_is_named(small_study: Path) -> None:
    """A merge that went wrong must not pick one silently."""
    path = small_study / LEDGER
    line = path.read_text(encoding="utf-8")
    path.write_text(line + line.replace("preventie", "nazorg"), encoding="utf-8")
    assert [code for code, _ in found(small_study)] == ["P220"]


def test_a_repeated_line_is_no_problem(small_study: Path) -> None:
    """Union merges bring lines twice."""
    path = small_study / LEDGER
    path.write_text(path.read_text(encoding="utf-8") * 2, encoding="utf-8")
    assert found(small_study) == []


def test_a_ledger_that_the_plan_expects_is_a_notice(small_study: Path) -> None:
    """Coding is not finished; that stops nothing."""
    (small_study / LEDGER).unlink()
    (problem,) = Study.open(small_study).problems()
    assert (problem.code, problem.severity.value) == ("P032", "let op")


def test_a_memo_about_nothing_is_a_notice(small_study: Path) -> None:
    """A memo on an interview that is not there."""
    memo = small_study / "codebook/memos/R77.md"
    memo.parent.mkdir()
    memo.write_text("x\n")
    assert found(small_study) == [("P033", "codebook/memos/R77.md")]


def test_problems_come_in_order_of_place(small_study: Path) -> None:
    """Lines as numbers: 9 before 10."""
    path = small_study / LEDGER
    line = path.read_text(encoding="utf-8")
    path.write_text(line + "\n" * 8 + "{\n" + "{\n", encoding="utf-8")
    assert found(small_study) == [("P140", f"{LEDGER}:10"), ("P140", f"{LEDGER}:11")]


@pytest.mark.parametrize(
    "name",
    ["codebook/codebook.yaml", "codebook/questions.yaml", "codebook/findings.yaml",
     "codebook/polarities.yaml", "codebook/plan.yaml", "interviews/respondents.csv",
     "interviews/R01.md"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named_alone(small_study: Path, name: str) -> None:
    """Not what would follow from its absence: no advice to remove what is not missing."""
    path = small_study / name
    path.write_bytes(path.read_bytes()[:20] + b"\xff" + path.read_bytes()[20:])
    assert {code for code, _ in found(small_study)} == {"P102"}


def test_places_are_checked_without_a_codebook(small_study: Path) -> None:
    """The words of a coding need no codes."""
    (small_study / "codebook/codebook.yaml").unlink()
    revise(small_study / LEDGER, exact="Er kwam een mail.")
    assert {code for code, _ in found(small_study)} == {"P004", "P210"}
