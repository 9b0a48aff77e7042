"""A change that does not fit the codebook is refused before anything is written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from paraplu.coding.codebook_changes import judge_change
from paraplu.formats import edit_codebook, parse_codebook
from paraplu.records import CodebookChange, NewCode
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

DATE = dt.date(2023, 5, 1)
PART = NewCode("nieuw", "Nieuw", "iets")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (CodebookChange("verzin", "steun"), "P240"),
        (CodebookChange("retire", "geen"), "P241"),
        (CodebookChange("add", "nieuw", family="geen", parts=(PART,)), "P242"),
        (CodebookChange("merge", "steun", into="steun"), "P244"),
        (CodebookChange("merge", "steun", into="pol-focus"), "P244"),
        (CodebookChange("merge", "steun", into="geen"), "P241"),
        (CodebookChange("rename", "steun", name=" "), "P245"),
        (CodebookChange("edit", "steun"), "P245"),
        (CodebookChange("edit", "steun", definition=""), "P245"),
        (CodebookChange("split", "steun", parts=(PART,)), "P248"),
        (CodebookChange("split", "steun", parts=(PART, PART)), "P246"),
        (CodebookChange("add", "x", family="werk", parts=(NewCode("X y", "n", "d"),)), "P247"),
        (CodebookChange("add", "x", family="werk", parts=(NewCode("steun", "n", "d"),)), "P246"),
    ],
)
def test_what_does_not_fit_is_named(
    change: CodebookChange, code: str, shared_small_study: Path
) -> None:
    """Once, with its code."""
    found = judge_change(change, codebook=Study(shared_small_study).codebook())
    assert [problem.code for problem in found] == [code]


@pytest.mark.parametrize(
    "words", ["a: b # c", "'\"", "- x", "{}", "é\u2028😀", "\x07", "ja", "1.0", "x" * 300, "\n\na"]
)
def test_texts_are_written_so_that_they_are_read_the_same(words: str, reference: Path) -> None:
    """And nothing else of the reference codebook changes but version and history."""
    text = (reference / "codebook" / "codebook.yaml").read_text(encoding="utf-8")
    change = CodebookChange("edit", "nazorg", why=words, definition=words)
    new = edit_codebook(text, change=change, date=DATE, who="coder-a")
    parsed = parse_codebook(new, path="x")
    before = parse_codebook(text, path="x").record
    assert parsed.problems == ()
    assert parsed.record.codes["nazorg"].definition == words
    assert parsed.record.version == before.version + 1
    kept = [
        line for line in text.splitlines() if "nazorg," not in line and "version: 2" not in line
    ]
    assert [line for line in kept if line not in new.splitlines()] == []


def test_a_merged_code_can_be_merged_further(shared_small_study: Path) -> None:
    """Its codings follow to the last one."""
    text = (shared_small_study / "codebook" / "codebook.yaml").read_text(encoding="utf-8")
    parts = (PART,)
    for change in (
        CodebookChange("add", "nieuw", family="werk", parts=parts),
        CodebookChange("merge", "dreiging", into="steun"),
        CodebookChange("merge", "steun", into="nieuw"),
    ):
        text = edit_codebook(text, change=change, date=DATE, who="coder-a")
    book = parse_codebook(text, path="x").record
    assert book.merged == {"dreiging": "nieuw", "steun": "nieuw"}
    assert list(book.codes) == ["nieuw", "pol-focus"]
    assert book.families[0].codes == ("nieuw",)


def test_a_merge_that_leads_in_a_circle_is_named(shared_small_study: Path) -> None:
    """Somebody wrote it by hand."""
    text = (shared_small_study / "codebook" / "codebook.yaml").read_text(encoding="utf-8")
    text = text.replace("definition: druk}", "definition: druk, merged_into: steun}")
    text = text.replace("definition: hulp}", "definition: hulp, merged_into: dreiging}")
    assert {problem.code for problem in parse_codebook(text, path="x").problems} == {"P114"}
