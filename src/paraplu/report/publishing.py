"""Publishing evidence: the pages of all essays, as data for the site or for researchers only."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.messages.report import NOTES
from paraplu.report.facts import Facts
from paraplu.report.judging import essay_paths, judge, judge_essays
from paraplu.report.reading import read_essays
from paraplu.report.verdict import write_marks
from paraplu.study import Study
from paraplu.study.checks import refuse_unreviewed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.report.verdict import Verdict

__all__ = ["judge_project", "publish", "publish_confidential"]


def publish(study: Study, verdict: Verdict | None = None, *, facts: Facts | None = None) -> Path:
    """Write the public evidence pages as data, beside the marks.

    Parameters
    ----------
    study
        The study.
    verdict
        Over its essays; when some are missing from it they are all judged again, since the pages
        are about all of them.
    facts
        What is known of the study already.

    Returns
    -------
    Path
        The file of data.

    """
    from paraplu.report.pages import build_pages, write_data  # a check makes no pages

    facts, whole = _judge(facts or Facts(study), verdict)
    return write_data(build_pages(whole, facts, confidential=False), whole, study.root)


def publish_confidential(study: Study) -> list[Path]:
    """Write all passages behind the essays, with who said them, inside ``.paraplu``.

    Parameters
    ----------
    study
        The study.

    Returns
    -------
    list of Path
        The pages.

    Raises
    ------
    Refused
        When an essay does not hold.

    """
    from paraplu.report.pages import build_pages, write_confidential

    facts, verdict = _judge(Facts(study), None)
    if verdict.problems:
        raise Refused(verdict.problems)
    pages = build_pages(verdict, facts, confidential=True)
    return write_confidential(pages, verdict, study.root)


def judge_project(root: Path | str) -> int:
    """Judge all essays of a study, write their marks and evidence, and print what is wrong.

    For the pre-render step of Quarto.

    Parameters
    ----------
    root
        The study, or a folder in it.

    Returns
    -------
    int
        0 when every essay holds, 1 when one does not or an interview is not reviewed.

    """
    try:
        study = Study.open(root)
        refuse_unreviewed(study)
        facts = Facts(study)
        verdict = judge(study, facts=facts)
        found: Sequence[Problem] = verdict.problems
        write_marks(verdict, study.root)
        if not found:
            publish(study, verdict, facts=facts)
    except Refused as refused:
        found = refused.problems
    if not found:
        return 0
    closing = NOTES["one problem" if len(found) == 1 else "problems"].format(count=len(found))
    sys.stderr.write("".join(f"{line}\n" for line in [*found, closing]))
    return 1


def _judge(facts: Facts, verdict: Verdict | None) -> tuple[Facts, Verdict]:
    """Return the verdict over all essays, with what they were judged against."""
    paths = essay_paths(facts.root, None)
    if verdict is not None and {essay.name for essay in verdict.essays} == {p.stem for p in paths}:
        return facts, verdict
    return facts, judge_essays(read_essays(paths, root=facts.root), facts)
