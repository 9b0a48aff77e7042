"""Judge essays and render them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.pipeline import fingerprints

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from paraplu.report.engines import Engine
    from paraplu.study import Study

__all__ = [
    "FORMS",
    "Rendered",
    "essay_fingerprint",
    "find_essays",
    "judge",
    "render",
    "render_essays",
    "render_pages",
]

FORMS = ("html", "pdf", "docx")
SHARED = ("_quarto.yml", "essays/*.bib", "essays/*.csl", "_extensions/**/*")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a render made: the first page, all files, the engine, the duration in seconds."""

    site: Path
    files: tuple[Path, ...]
    engine: str
    seconds: float


def find_essays(root: Path) -> list[Path]:
    """Return the essays of a study, in order of name."""
    return sorted(path for path in (root / "essays").glob("*.qmd") if path.is_file())


def judge(study: Study, essays: Sequence[Path] | None = None) -> None:
    """Judge essays (all by default) and write what was found.

    Raises
    ------
    Refused
        When a mark or an unmarked number does not hold, or an interview has not been reviewed;
        nothing is rendered then.

    """
    from paraplu import report
    from paraplu.study.checks import refuse_unreviewed

    refuse_unreviewed(study)
    facts = report.Facts(study)
    verdict = report.judge(study, essays=essays, facts=facts)
    report.write_marks(verdict, study.root)
    if verdict.problems:
        raise Refused(verdict.problems)
    report.publish(study, verdict, facts=facts)


def render(
    study: Study,
    *,
    essays: Sequence[str] = (),
    to: Collection[str] = FORMS,
    engine: Engine = "auto",
) -> Rendered:
    """Judge the essays, then render them.

    Parameters
    ----------
    study
        The study.
    essays
        Names of essays; all by default.
    to
        Forms: html, pdf, docx.
    engine
        ``auto`` takes Quarto where it is installed.

    Raises
    ------
    Refused
        When an essay does not hold or cannot be rendered; the site there was stays whole.

    """
    from paraplu.report.judging import essay_paths

    paths = essay_paths(study.root, essays or None)
    judge(study, paths)
    return render_essays(study.root, paths, to=to, engine=engine)


def render_essays(
    root: Path, essays: Sequence[Path], *, to: Collection[str], engine: Engine
) -> Rendered:
    """Render judged essays; see `paraplu.report.engines.render`."""
    from paraplu.report import engines

    result = engines.render(root, essays, to=to, engine=engine)
    render_pages(root)
    return Rendered(root / "_site" / "index.html", result.files, result.engine, result.seconds)


def render_pages(root: Path) -> None:
    """Put the public evidence pages into the site, in place of those that were there."""
    from paraplu.report.pages import write_site

    write_site(root, root / "_site")


def essay_fingerprint(root: Path, essay: Path, *, package: str) -> str:
    """Return the fingerprint of what one rendered essay rests on.

    That is its text, its judged marks, the figures those show, what all essays share, and the
    names and heads of the other essays, which stand in its navigation.
    """
    marks = root / "essays" / "_marks" / f"{essay.stem}.json"
    figures = [root / name for name in _figures(marks)]
    heads = (f"{path.name} {_head(path)}" for path in find_essays(root))
    return fingerprints.combine(
        package,
        fingerprints.of_files(root, SHARED),
        fingerprints.of_paths([essay, marks, *figures]),
        *heads,
    )


def _figures(marks: Path) -> list[str]:
    """Return the files of the figures that the marks of an essay show."""
    try:
        shown = json.loads(marks.read_text(encoding="utf-8"))["marks"].values()
    except (OSError, ValueError, KeyError, AttributeError):
        return []
    return sorted(mark[form] for mark in shown for form in ("svg", "png") if form in mark)


def _head(essay: Path) -> str:
    """Return the front matter of an essay."""
    _, _, rest = essay.read_text(encoding="utf-8", errors="replace").partition("---\n")
    return rest.partition("\n---")[0]
