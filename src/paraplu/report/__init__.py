"""Judging essays against the study, and rendering them."""

from __future__ import annotations

from paraplu.report.evidence import Evidence, MarkEvidence, Words, evidence
from paraplu.report.judged import Judged
from paraplu.report.judging import judge, judge_project, problems
from paraplu.report.update import Difference, update
from paraplu.report.verdict import EssayVerdict, Verdict, write_marks

__all__ = [
    "Difference",
    "EssayVerdict",
    "Evidence",
    "Judged",
    "MarkEvidence",
    "Verdict",
    "Words",
    "evidence",
    "judge",
    "judge_project",
    "problems",
    "update",
    "write_marks",
]
