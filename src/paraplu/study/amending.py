"""Changing the codebook and the findings of a study: over what was seen, or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu import formats, messages
from paraplu.coding.codebook_changes import judge_change
from paraplu.errors import Problem, Refused, Severity
from paraplu.study.accents import compose, refuse_loose
from paraplu.study.locking import held
from paraplu.study.memos import state_of
from paraplu.study.reading import read_text
from paraplu.study.rewriting import rewriting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from paraplu.records import Codebook, CodebookChange, Finding, Findings

__all__ = ["change_codebook", "findings_state", "write_finding"]

CODEBOOK = "codebook/codebook.yaml"
FINDINGS = "codebook/findings.yaml"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def change_codebook(
    root: Path, change: CodebookChange, *, version: int, date: dt.date, who: str
) -> Codebook:
    """Write a change of the codebook as a new version, with a line in its history.

    Parameters
    ----------
    root
        The folder of the study.
    change
        What is asked.
    version
        The version that was seen when it was asked.
    date, who
        For the history.

    Raises
    ------
    Refused
        P513 when the codebook has another version by now, P240 and further when the change does
        not fit, P1xx when the file has errors, P510 when the disk refuses. Nothing is written
        then.

    """
    with held(root, "codebook", place=CODEBOOK):
        text = _text(root, CODEBOOK)
        parsed = formats.parse_codebook(text, path=CODEBOOK)
        _stop(parsed.problems)
        if parsed.record.version != version:
            raise Refused([messages.problem("P513", CODEBOOK, version=parsed.record.version)])
        _stop(judge_change(change, codebook=parsed.record))
        new = formats.edit_codebook(text, change=compose(change), date=date, who=who)
        refuse_loose(new, place=CODEBOOK)
        changed = formats.parse_codebook(new, path=CODEBOOK)
        _stop(changed.problems)
        with rewriting({root / CODEBOOK: new}):
            return changed.record


def findings_state(root: Path) -> str:
    """Return what changes when the file of findings does."""
    return state_of(_text(root, FINDINGS))


def write_finding(root: Path, finding: Finding, *, state: str) -> Findings:
    """Write a finding over the one with its id, or as a new one.

    Raises
    ------
    Refused
        P514 when the file is no longer in the state that was seen, P520 when a new finding has an
        id that can be no name, P1xx when the file has errors or would have them, P510 when the
        disk refuses. Nothing is written then.

    """
    with held(root, "codebook", place=FINDINGS):
        text = _text(root, FINDINGS)
        present = formats.parse_findings(text, path=FINDINGS)
        _stop(present.problems)
        if state_of(text) != state:
            raise Refused([messages.problem("P514", FINDINGS)])
        known = {one.id for one in present.record.findings}
        if finding.id not in known and _NAME.fullmatch(finding.id) is None:
            raise Refused([messages.problem("P520", FINDINGS, name=finding.id)])
        new = formats.edit_findings(text, compose(finding))
        refuse_loose(new, place=FINDINGS)
        parsed = formats.parse_findings(new, path=FINDINGS)
        _stop(parsed.problems)
        with rewriting({root / FINDINGS: new}):
            return parsed.record


def _text(root: Path, name: str) -> str:
    """Return a file of the study, or refuse."""
    file = read_text(root / name, root=root)
    _stop(file.problems)
    return file.text


def _stop(problems: Iterable[Problem]) -> None:
    """Refuse when one of the problems is an error."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise Refused(errors)
