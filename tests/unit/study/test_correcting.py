"""A corrected text is a new version that takes all codings along."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.study import Study
from paraplu.study.correcting import correct, weigh_correction

if TYPE_CHECKING:
    from pathlib import Path

NOON = dt.datetime(2023, 5, 1, 12, tzinfo=dt.UTC)
BY = {"who": "coder-a", "now": NOON}


def test_codings_of_every_coder_move_along(small_study: Path) -> None:
    """The study is as sound after the correction as before, one version further."""
    body = Study(small_study).transcripts["R01"].body
    new = body.replace("Er kwam een brief.", "Er kwam een dreigbrief.").replace(
        "I: Wat", "I: 😀 Wat"
    )
    found = correct(Study(small_study), "R01", body=new, **BY)
    study = Study(small_study)
    assert [p for p in study.problems() if "R01" in p.place] == []
    transcript = study.transcripts["R01"]
    assert (transcript.version, transcript.corrected_by) == (2, "coder-a")
    assert found.moved == 3
    for coder in ("coder-a", "coder-b", "consensus"):
        (coding,) = study.ledgers[coder]["R01"]
        assert coding.exact == "Er kwam een dreigbrief."


def test_a_coding_without_a_place_is_listed_and_kept(small_study: Path) -> None:
    """It stands in the ledger as it was, and the check names it."""
    body = Study(small_study).transcripts["R01"].body
    before = {
        path: path.read_text(encoding="utf-8")
        for path in (small_study / "codebook" / "codings").glob("*/R01.jsonl")
    }
    gone = body.replace("Er kwam een brief. Dat was niet fijn 😀, zei ik.", "Tja.")
    found = correct(Study(small_study), "R01", body=gone, **BY)
    assert {coder: len(each.unplaced) for coder, each in found.ledgers.items()} == {
        "coder-a": 1, "coder-b": 1, "consensus": 1,
    }  # fmt: skip
    for path, text in before.items():
        assert path.read_text(encoding="utf-8").startswith(text)
    assert "P210" in {problem.code for problem in Study(small_study).problems()}


def test_weighing_writes_nothing(small_study: Path) -> None:
    """Neither the text nor a ledger."""
    before = {p: p.read_bytes() for p in small_study.rglob("*.*") if p.is_file()}
    body = Study(small_study).transcripts["R01"].body
    found = weigh_correction(Study(small_study), "R01", body=f"I: Dag.\n\n{body}", **BY)
    assert (found.moved, found.new.version) == (3, 2)
    assert {p: p.read_bytes() for p in small_study.rglob("*.*") if p.is_file()} == before


def test_the_head_of_a_copy_does_not_count(small_study: Path) -> None:
    """Who corrects a copy of the whole file gives the same as who gives the text alone."""
    text = (small_study / "interviews" / "R01.md").read_text(encoding="utf-8")
    new = text.replace("Niemand belde", "Niemand schreef")
    found = weigh_correction(Study(small_study), "R01", body=new, **BY)
    assert found.new.body.startswith("I: Wat merkte u?")


@pytest.mark.parametrize(
    ("interview", "change", "code"),
    [
        ("R01", ("", ""), "P250"),
        ("R99", ("brief", "boek"), "P502"),
        ("R01", ("R: Niemand", "Niemand"), "P132"),
    ],
)
def test_what_cannot_be_is_refused(
    interview: str, change: tuple[str, str], code: str, small_study: Path
) -> None:
    """Nothing changed, no such interview, a paragraph without a speaker."""
    body = Study(small_study).transcripts["R01"].body
    with pytest.raises(Refused) as refused:
        correct(Study(small_study), interview, body=body.replace(*change), **BY)
    assert refused.value.problems[0].code == code


def test_an_agreed_restriction_is_not_lost(small_study: Path) -> None:
    """It moves along, or the correction is refused."""
    file = small_study / "interviews" / "R01.md"
    text = file.read_text(encoding="utf-8")
    body = Study(small_study).transcripts["R01"].body
    start = body.index("Niemand belde.")
    wish = f"  - {{wish: niet citeren, start: {start}, end: {start + 14}, exact: Niemand belde.}}\n"
    file.write_text(text.replace("---\n\nI:", f"restrictions:\n{wish}---\n\nI:"), encoding="utf-8")
    moved = weigh_correction(Study(small_study), "R01", body=f"I: Dag.\n\n{body}", **BY)
    (kept,) = moved.new.restrictions
    assert moved.new.body[kept.start : kept.end] == kept.exact == "Niemand belde."
    gone = body.replace("Niemand belde.", "Tja")
    with pytest.raises(Refused) as refused:
        weigh_correction(Study(small_study), "R01", body=gone, **BY)
    assert refused.value.problems[0].code == "P251"
