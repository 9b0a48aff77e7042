"""Judging essays: every mark, and all that stands between them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Problem, Refused, Severity
from paraplu.report.claims import judge_claim
from paraplu.report.engines import restrictions
from paraplu.report.exhibits import judge_exhibit
from paraplu.report.facts import Facts
from paraplu.report.form import check_form
from paraplu.report.grounds import check_findings
from paraplu.report.judged import Judged, failed, near, passed
from paraplu.report.leaning import check_leanings
from paraplu.report.organisations import check_organisations
from paraplu.report.quotes import judge_quote
from paraplu.report.reading import Reading
from paraplu.report.reviews import check_reviews
from paraplu.report.trends import check_trends
from paraplu.report.unmarked import check_passages
from paraplu.report.values import judge_context, judge_value
from paraplu.report.verdict import EssayVerdict, Verdict
from paraplu.report.voices import check_voices, hear

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from paraplu.artefacts import FigureRef, StoredValue, TableRef
    from paraplu.report.essay import Essay, Mark
    from paraplu.study import Study

__all__ = ["begin", "essay_paths", "judge", "judge_essays", "judge_mark", "problems"]

ATTRIBUTES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "value": (("key",), ("override",)),
    "context": (("key",), ()),
    "quote": (("from",), ()),
}
UNREADABLE = frozenset({"P402", "P407", "P427"})
"""Problems that name what an engine would stumble over as well."""
JUDGES = {
    "value": judge_value,
    "context": judge_context,
    "quote": judge_quote,
    "claim": judge_claim,
    "figure": judge_exhibit,
    "table": judge_exhibit,
}


def judge(
    study: Study, *, essays: Iterable[str | Path] | None = None, facts: Facts | None = None
) -> Verdict:
    """Judge essays against the study; nothing is written.

    Parameters
    ----------
    study
        The study.
    essays
        Names (``4-keuzes``) or files; all essays of the study by default.
    facts
        What is known of the study already.

    Returns
    -------
    Verdict
        With every mark, and every problem by essay and line.

    Raises
    ------
    Refused
        When an essay does not exist, or the study itself has errors.

    """
    paths = essay_paths(study.root, essays)
    return judge_essays(*_read(Reading(paths, root=study.root), facts or Facts(study)))


def judge_essays(essays: Sequence[Essay], facts: Facts) -> Verdict:
    """Judge essays that were read; when they are all there are, also whose words they use."""
    judged = [_judge_essay(essay, facts) for essay in essays]
    general: list[Problem] = []
    if {essay.name for essay in essays} == {path.stem for path in essay_paths(facts.root, None)}:
        voices = hear((essay.path, essay.marks) for essay in judged)
        general = list(check_voices(voices, facts))
    settings = facts.study.settings.study
    verdicts = tuple(_with(essay, general) for essay in judged)
    apart = [problem for problem in general if not _path(problem).endswith(".qmd")]
    return Verdict(
        verdicts,
        tuple(dict.fromkeys(problem for essay in verdicts for problem in essay.problems)),
        tuple(dict.fromkeys([*(n for essay in verdicts for n in essay.notices), *apart])),
        title=settings.title,
        fictional=settings.fictional,
    )


def judge_mark(mark: Mark, facts: Facts, *, path: str) -> Judged:
    """Judge one mark of the essay at `path`."""
    place = f"{path}:{mark.place.line}"
    if mark.kind == "eigen":
        return passed(mark)
    if mark.kind in ATTRIBUTES:
        needed, allowed = ATTRIBUTES[mark.kind]
        missing = [name for name in needed if not mark.attributes.get(name)]
        unknown = [name for name in mark.attributes if name not in {*needed, *allowed}]
        if missing or unknown:
            name = f"'{unknown[0]}'" if unknown else f"een ontbrekende '{missing[0]}'"
            known = ", ".join((*needed, *allowed))
            return failed(mark, "P406", place, kind=mark.kind, name=name, allowed=known)
    return JUDGES[mark.kind](mark, facts, place=place)


def begin(study: Study) -> Reading:
    """Begin to read the essays of a study, for `problems`."""
    return Reading(essay_paths(study.root, None), root=study.root)


def problems(study: Study, *, begun: Reading | None = None) -> list[Problem]:
    """Return what is wrong with artefacts, settings of the check, findings and essays.

    Parameters
    ----------
    study
        The study.
    begun
        What `begin` gave, to have pandoc read while something else is checked.

    """
    reading = begun or begin(study)
    essays, facts = _read(reading, Facts(study))
    verdict = judge_essays(essays, facts)
    named = {problem.place for problem in verdict.problems if problem.code in UNREADABLE}
    return [
        *facts.artefacts.problems,
        *facts.settings_problems(),
        *check_findings(facts),
        *verdict.problems,
        *(each for each in restrictions(study.root, reading.paths) if each.place not in named),
        *verdict.notices,
    ]


def _read(reading: Reading, facts: Facts) -> tuple[tuple[Essay, ...], Facts]:
    """Read the study while pandoc reads essays: it is a process of its own."""
    if reading.paths:
        facts.prepare()
    form = check_form(reading.paths, root=facts.root)
    essays = (
        replace(essay, problems=(*essay.problems, *form.get(essay.path, ())))
        for essay in reading.essays()
    )
    return tuple(essays), facts


def essay_paths(root: Path, essays: Iterable[str | Path] | None) -> list[Path]:
    """Return the files of essays, in order of name.

    Raises
    ------
    Refused
        When one does not exist.

    """
    folder = root / "essays"
    known = sorted(path for path in folder.glob("*.qmd") if path.is_file())
    if essays is None:
        return known
    by_name = {path.stem: path for path in known}
    chosen = []
    for essay in essays:
        name = Path(essay).name.removesuffix(".qmd")
        if name not in by_name:
            allowed = near(name, by_name)
            raise Refused(
                [messages.problem("P401", f"essays/{name}.qmd", essay=name, allowed=allowed)]
            )
        chosen.append(by_name[name])
    return chosen


def _judge_essay(essay: Essay, facts: Facts) -> EssayVerdict:
    """Judge one essay."""
    marks = tuple(judge_mark(mark, facts, path=essay.path) for mark in essay.marks)
    found = [
        *essay.problems,
        *check_passages(essay.passages, path=essay.path, vocabulary=facts.vocabulary),
        *check_trends(essay.passages, path=essay.path),
        *check_leanings(essay.passages, path=essay.path, facts=facts),
        *check_organisations(essay.passages, path=essay.path, organisations=facts.organisations),
        *(problem for judged in marks for problem in judged.problems),
        *_stale(essay, facts),
    ]
    ordered = sorted(dict.fromkeys(found), key=_line)
    notices = tuple(check_reviews(essay.path, marks, facts))
    return EssayVerdict(essay.name, essay.path, essay.title, marks, tuple(ordered), notices)


def _with(essay: EssayVerdict, general: Sequence[Problem]) -> EssayVerdict:
    """Add what was found over all essays to the essay where it stands."""
    own = [problem for problem in general if _path(problem) == essay.path]
    errors = [problem for problem in own if problem.severity is Severity.ERROR]
    notices = [problem for problem in own if problem.severity is not Severity.ERROR]
    return replace(
        essay,
        problems=tuple(sorted([*essay.problems, *errors], key=_line)),
        notices=(*essay.notices, *notices),
    )


def _path(problem: Problem) -> str:
    """Return the file of a problem."""
    return problem.place.rpartition(":")[0] or problem.place


def _stale(essay: Essay, facts: Facts) -> list[Problem]:
    """Return the problems of the notebooks that an essay leans on, and of what they wrote."""
    by_kind: Mapping[str, Mapping[str, StoredValue | FigureRef | TableRef]] = {
        "value": facts.artefacts.values,
        "figure": facts.artefacts.figures,
        "table": facts.artefacts.tables,
    }
    leaning = [mark for mark in essay.marks if mark.kind in by_kind]
    notebooks = set()
    for mark in leaning:
        name = mark.attributes.get("key" if mark.kind == "value" else mark.kind, "")
        used = by_kind[mark.kind].get(name)
        if used is not None:
            notebooks.add(used.notebook)
    if any(mark.kind == "claim" and "topic" in mark.attributes for mark in essay.marks):
        notebooks.add(facts.topic_notebook)
    found = [facts.stale[notebook] for notebook in sorted(notebooks) if notebook in facts.stale]
    return found + (list(facts.artefacts.problems) if leaning else [])


def _line(problem: Problem) -> tuple[str, int]:
    """Order by file and line as a number."""
    path, _, line = problem.place.rpartition(":")
    return (path, int(line)) if line.isdigit() else (problem.place, 0)
