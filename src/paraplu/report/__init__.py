"""Judging essays against the study, and rendering them."""

from __future__ import annotations

from paraplu.report.evidence import Evidence, MarkEvidence, Words, evidence, keep_reading
from paraplu.report.facts import Facts
from paraplu.report.judged import Judged
from paraplu.report.judging import begin, judge, problems
from paraplu.report.publishing import judge_project, publish, publish_confidential
from paraplu.report.update import Difference, update
from paraplu.report.verdict import EssayVerdict, Verdict, write_marks

__all__ = [
    "Difference",
    "EssayVerdict",
    "Evidence",
    "Facts",
    "Judged",
    "MarkEvidence",
    "Verdict",
    "Words",
    "begin",
    "evidence",
    "judge",
    "judge_project",
    "keep_reading",
    "problems",
    "publish",
    "publish_confidential",
    "update",
    "write_marks",
]
