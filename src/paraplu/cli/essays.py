"""Commands on essays: render, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from paraplu.cli.command import Command
from paraplu.cli.printing import from_here, print_line, seconds
from paraplu.messages import cli as texts

if TYPE_CHECKING:
    from paraplu.report.engines import Engine
    from paraplu.study import Study

__all__ = ["COMMANDS", "as_engine"]


def render(
    essays: Annotated[
        list[str] | None, typer.Argument(metavar="ESSAY", help=texts.RENDER_ESSAY)
    ] = None,
    *,
    to: Annotated[
        str, typer.Option("--to", metavar="VORMEN", help=texts.RENDER_TO)
    ] = "html,pdf,docx",
    engine: Annotated[
        str, typer.Option("--engine", metavar="WEERGAVE", help=texts.RENDER_ENGINE)
    ] = "auto",
    update: Annotated[bool, typer.Option("--update", help=texts.RENDER_UPDATE)] = False,
    confidential: Annotated[
        bool, typer.Option("--confidential", help=texts.RENDER_CONFIDENTIAL)
    ] = False,
) -> None:
    """Judge and render essays, or all passages behind them for the researchers."""
    from paraplu import pipeline
    from paraplu.cli.analysis import show_steps
    from paraplu.study import Study

    study = Study.open()
    if update:
        _update(study, essays or [])
    if confidential:
        _show_confidential(study)
        return
    forms = [form.strip() for form in to.split(",") if form.strip()]
    wrong = [form for form in forms if form not in pipeline.FORMS]
    if wrong or not forms:
        raise typer.BadParameter(texts.RENDER_TO, param_hint="--to")
    with show_steps() as listener:
        listener.started("render")
        made = pipeline.render(study, essays=essays or [], to=forms, engine=as_engine(engine))
        listener.ended("render", seconds=made.seconds, well=True)
    name = texts.ENGINES.get(made.engine, made.engine)
    print_line(
        texts.RENDERED.format(engine=name, seconds=seconds(made.seconds), count=len(made.files))
    )
    print_line(texts.SITE.format(path=from_here(made.site)))


def _update(study: Study, essays: list[str]) -> None:
    """Rewrite stale numbers and show the difference."""
    from paraplu import report

    changed = report.update(study, essays=essays or None)
    for one in changed:
        print_line(texts.UPDATED.format(place=one.place, before=one.old, after=one.new))
    if not changed:
        print_line(texts.NOTHING_STALE)


def _show_confidential(study: Study) -> None:
    """Write every passage behind the essays, for the researchers only."""
    from paraplu import report

    made = report.publish_confidential(study)
    folder = from_here(made[0].parent / "index.html")
    print_line(texts.CONFIDENTIAL.format(count=len(made), path=folder))


def evidence(
    place: Annotated[str, typer.Argument(metavar="ESSAY:REGEL", help=texts.EVIDENCE_PLACE)],
    *,
    read_by: Annotated[
        str, typer.Option("--read-by", metavar="NAAM", help=texts.EVIDENCE_READ_BY)
    ] = "",
) -> None:
    """Show the passages behind a mark, or keep that someone read them."""
    import datetime as dt

    from paraplu import report
    from paraplu.cli.passages import format_evidence
    from paraplu.study import Study

    study = Study.open()
    for line in format_evidence(report.evidence(study, place=place)):
        print_line(line)
    name = read_by.strip()
    if name:
        today = dt.datetime.now(dt.UTC).date()
        kept = report.keep_reading(study, place=place, read_by=name, date=today)
        print_line()
        print_line(texts.READ.format(count=len(kept), name=name) if kept else texts.NOTHING_TO_READ)


def as_engine(name: str) -> Engine:
    """Return the engine with this name, or say which there are.

    The names stand here as well, since the engines bring pandas with them, and a run that finds
    nothing changed needs neither.
    """
    known: dict[str, Engine] = {"auto": "auto", "quarto": "quarto", "embedded": "embedded"}
    if name in known:
        return known[name]
    raise typer.BadParameter(texts.RENDER_ENGINE, param_hint="--engine")


COMMANDS = (
    Command("render", render, texts.RENDER, texts.RENDER_EXAMPLES),
    Command("evidence", evidence, texts.EVIDENCE, texts.EVIDENCE_EXAMPLES),
)
