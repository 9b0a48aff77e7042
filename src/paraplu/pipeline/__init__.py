"""The steps of a run, all checks of a study, and what happens when a respondent withdraws."""

from __future__ import annotations

from paraplu.pipeline.checking import before_commit, check
from paraplu.pipeline.progress import Listener, Silent
from paraplu.pipeline.rendering import FORMS, Rendered, render
from paraplu.pipeline.running import Outcome, Step, run
from paraplu.pipeline.withdrawal import Withdrawal, weigh_withdrawal

__all__ = [
    "FORMS",
    "Listener",
    "Outcome",
    "Rendered",
    "Silent",
    "Step",
    "Withdrawal",
    "before_commit",
    "check",
    "render",
    "run",
    "weigh_withdrawal",
]
