"""Codings go out and come in without loss, and not twice."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.study import Study
from paraplu.study.exchanging import export_annotations, export_rows, import_rows

if TYPE_CHECKING:
    from pathlib import Path

NOON = dt.datetime(2023, 5, 1, 12, tzinfo=dt.UTC)
SAID = [
    "interview",
    "start",
    "end",
    "exact",
    "code",
    "fase",
    "valentie",
    "pole",
    "argument",
    "memo",
]


def take_in(root: Path, text: str, *, coder: str = "coder-b", dry_run: bool = False) -> int:
    """Read a table into the ledgers of a coder, and return how many codings were new."""
    new = import_rows(Study(root), text, path="tabel.csv", coder=coder, now=NOON, dry_run=dry_run)
    return sum(new.values())


def empty(root: Path, coder: str) -> None:
    """Take the ledgers of a coder away."""
    for path in (root / "codebook" / "codings" / coder).iterdir():
        path.unlink()


def test_a_table_that_went_out_comes_in_the_same(small_study: Path) -> None:
    """Places, words, codes and attributes; and a second time nothing is new."""
    out = export_rows(Study(small_study), coders=["coder-a"])
    empty(small_study, "coder-b")
    assert take_in(small_study, out, dry_run=True) == 3
    assert take_in(small_study, out) == 3
    study = Study(small_study)
    given, taken = study.codings("coder-a"), study.codings("coder-b")
    assert taken[SAID].to_numpy().tolist() == given[SAID].to_numpy().tolist()
    assert take_in(small_study, out) == 0
    assert [p for p in Study(small_study).problems() if "coder-b" in p.place] == []


def test_a_row_may_give_words_in_place_of_borders(small_study: Path) -> None:
    """When they stand once; with semicolons as Dutch spreadsheets write."""
    text = "interview;exact;code;memo;counter\nR01;Niemand belde.;dreiging;'=1+1;ja\n"
    assert take_in(small_study, text) == 1
    frame = Study(small_study).codings("coder-b")
    (row,) = frame[frame["exact"].eq("Niemand belde.")].to_dict("records")
    assert (row["memo"], row["counter"]) == ("=1+1", True)


def test_words_that_a_spreadsheet_would_run_are_shielded(small_study: Path) -> None:
    """A memo that begins with an equals sign stays words."""
    take_in(small_study, "interview,exact,code,memo\nR01,Niemand,dreiging,=cmd\n")
    assert ",'=cmd," in export_rows(Study(small_study), coders=["coder-b"])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("R99,0,3,Dag,dreiging,", "P502"),
        ("R01,3,6,Dag,dreiging,", "P210"),
        ("R01,,,niet te vinden,dreiging,", "P253"),
        ("R01,,,Niemand belde.,geen-code,", "P212"),
        ("R01,,,Niemand belde.,dreiging,misschien", "P254"),
    ],
)
def test_one_wrong_row_stops_the_whole_table(rows: str, code: str, small_study: Path) -> None:
    """With its line; nothing is written."""
    head = "interview,start,end,exact,code,counter\nR01,,,Er kwam,dreiging,\n"
    before = Study(small_study).codings("coder-b").to_numpy().tolist()
    with pytest.raises(Refused) as refused:
        take_in(small_study, head + rows + "\n")
    assert {problem.code for problem in refused.value.problems} == {code}
    assert Study(small_study).codings("coder-b").to_numpy().tolist() == before


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "interview,code\nR01,dreiging\n"])
def test_a_table_without_the_columns_is_refused(text: str, small_study: Path) -> None:
    """A passage needs a place."""
    with pytest.raises(Refused) as refused:
        take_in(small_study, text)
    assert refused.value.problems[0].code == "P252"


def test_web_annotations_have_code_place_and_quotation(shared_small_study: Path) -> None:
    """As the W3C data model has it; the quotation stands at the position."""
    study = Study(shared_small_study)
    found = json.loads(export_annotations(study, coders=["consensus"]))
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert found["total"] == len(found["first"]["items"]) == 3
    first = found["first"]["items"][0]
    assert first["creator"]["nickname"] == "consensus"
    assert [body["purpose"] for body in first["body"]] == ["classifying", "tagging", "tagging"]
    assert first["target"]["source"] == "interviews/R01.md"
    position, quotation = first["target"]["selector"]
    body = study.transcripts["R01"].body
    assert body[position["start"] : position["end"]] == quotation["exact"]


def test_web_annotations_have_the_shape_of_the_recommendation(shared_small_study: Path) -> None:
    """One target with one source and two selectors, bodies with a purpose; ids once; units said."""
    study = Study(shared_small_study)
    found = json.loads(export_annotations(study, coders=["coder-a", "coder-b", "consensus"]))
    assert found["type"] == "AnnotationCollection"
    assert "codepunten vanaf 0" in found["note"]
    page = found["first"]
    assert (page["type"], page["partOf"]["id"], page["startIndex"]) == (
        "AnnotationPage", found["id"], 0,
    )  # fmt: skip
    items = page["items"]
    assert len({each["id"] for each in items}) == len(items) == found["total"]
    for each in items:
        assert each["type"] == "Annotation"
        assert dt.datetime.fromisoformat(each["created"]).tzinfo is not None
        position, quotation = each["target"]["selector"]
        assert position["type"] == "TextPositionSelector"
        assert 0 <= position["start"] < position["end"]
        assert quotation["type"] == "TextQuoteSelector"
        assert (study.root / each["target"]["source"]).is_file()
        for body in each["body"]:
            assert body["type"] in {"SpecificResource", "TextualBody"}
            assert body["purpose"] in {"classifying", "tagging", "commenting"}
            assert ("value" in body) == (body["type"] == "TextualBody")


def test_positions_count_from_where_the_note_says(shared_small_study: Path) -> None:
    """After the head of the file and the blank line, in code points: emoji count as one."""
    study = Study(shared_small_study)
    ledgers = json.loads(export_annotations(study, coders=["consensus"]))
    for each in ledgers["first"]["items"]:
        text = (study.root / each["target"]["source"]).read_text(encoding="utf-8")
        body = text.split("---\n\n", 1)[1]
        position, quotation = each["target"]["selector"]
        assert body[position["start"] : position["end"]] == quotation["exact"]


def test_words_of_who_withdrew_leave_in_no_form(small_study: Path) -> None:
    """Also when somebody else in the same interview stays."""
    Study(small_study).withdraw(["R02.2"])
    study = Study(small_study)
    for text in (
        export_annotations(study, coders=["coder-a", "consensus"]),
        export_rows(study, coders=["coder-a", "consensus"]),
    ):
        assert "smal houden" not in text
        assert "steun van de buren" in text
