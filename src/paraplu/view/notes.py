"""Memos and findings as the coding room shows and takes them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from paraplu.records import Finding
from paraplu.study.amending import findings_state, write_finding
from paraplu.study.memos import list_memos, write_memo
from paraplu.view.protocol import Message

if TYPE_CHECKING:
    from paraplu.study import Study

__all__ = [
    "FindingModel",
    "MemoModel",
    "describe_findings",
    "describe_memos",
    "store_finding",
    "store_memo",
]

LONGEST = 20_000
MANY = 200


class MemoModel(Message):
    """A memo to write, over the one that had this state."""

    text: str = Field(max_length=10 * LONGEST)
    state: str = Field(max_length=64)


class FindingModel(Message):
    """A finding to write, over the file that had this state."""

    state: str = Field(max_length=64)
    theme: str = Field(min_length=1, max_length=500)
    sentence: str = Field(min_length=1, max_length=LONGEST)
    question: str = Field(min_length=1, max_length=64)
    codes: list[str] = Field(default_factory=list, max_length=MANY)
    claims: list[str] = Field(default_factory=list, max_length=MANY)
    deviant: list[str] = Field(default_factory=list, max_length=MANY)
    memo: str = Field(default="", max_length=LONGEST)
    confidence: Literal["hoog", "redelijk", "laag"] = "redelijk"
    bearing: list[str] = Field(default_factory=list, max_length=MANY)


def describe_memos(study: Study) -> list[dict[str, Any]]:
    """Return what memos there are: what about, the title, the number of words, the state."""
    return [
        {
            "about": memo.about,
            "title": _title(memo.text),
            "size": len(memo.text.split()),
            "state": memo.state,
        }
        for memo in list_memos(study.root)
    ]


def store_memo(study: Study, about: str, asked: MemoModel) -> dict[str, str]:
    """Write a memo and return it as it stands; raises what `study.memos.write_memo` does."""
    return write_memo(study.root, about, text=asked.text, state=asked.state).as_dict()


def describe_findings(study: Study) -> dict[str, Any]:
    """Return the findings, and the questions and choices that they may name."""
    rows = [asdict(finding) for finding in study.findings().findings]
    for row in rows:
        del row["line"]
    return {
        "findings": rows,
        "questions": [
            {"id": each.id, "question": each.question} for each in study.questions().questions
        ],
        "polarities": [
            {"id": each.id, "question": each.question} for each in study.polarities().polarities
        ],
        "state": findings_state(study.root),
    }


def store_finding(study: Study, finding: str, asked: FindingModel) -> None:
    """Write a finding; raises what `study.amending.write_finding` does."""
    record = Finding(
        id=finding, theme=asked.theme, sentence=asked.sentence, question=asked.question,
        codes=tuple(asked.codes), claims=tuple(asked.claims), deviant=tuple(asked.deviant),
        memo=asked.memo, confidence=asked.confidence, bearing=tuple(asked.bearing),
    )  # fmt: skip
    write_finding(study.root, record, state=asked.state)


def _title(text: str) -> str:
    """Return the first line that says something, without its marks."""
    return next((line.strip("# ").strip()[:120] for line in text.split("\n") if line.strip()), "")
