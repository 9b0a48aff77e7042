"""Commands on the study itself: check, withdraw, new, doctor."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  Typer reads the annotation
from typing import TYPE_CHECKING, Annotated

import typer

from paraplu.cli.command import Command
from paraplu.cli.keys import ask_optional
from paraplu.cli.printing import PROBLEMS, as_typed, print_line, print_problems
from paraplu.messages import cli as texts

if TYPE_CHECKING:
    from paraplu.errors import Problem

__all__ = ["COMMANDS"]


def check(
    *,
    essays: Annotated[bool, typer.Option("--essays", help=texts.CHECK_ESSAYS)] = False,
    privacy: Annotated[bool, typer.Option("--privacy", help=texts.CHECK_PRIVACY)] = False,
    commit: Annotated[bool, typer.Option("--commit", help=texts.CHECK_COMMIT)] = False,
    as_json: Annotated[bool, typer.Option("--json", help=texts.CHECK_JSON)] = False,
) -> None:
    """Name everything that is wrong."""
    import datetime as dt

    from paraplu import pipeline
    from paraplu.errors import Refused, Severity
    from paraplu.study import Study

    found: list[Problem] = []
    try:
        today = dt.datetime.now(dt.UTC).date()
        if commit:
            found += pipeline.before_commit(Study.open())
        else:
            ask = ask_optional() if privacy and not as_json else None
            found += pipeline.check(
                Study.open(), essays=essays, privacy=privacy, today=today, ask=ask
            )
    except Refused as refused:
        found += refused.problems
    if as_json:
        _print_json(found)
    else:
        print_problems(found)
        if not found:
            print_line(texts.ALL_WELL)
    stopping = (Severity.ERROR,) if commit else (Severity.ERROR, Severity.OPEN)
    if any(problem.severity in stopping for problem in found):
        raise typer.Exit(PROBLEMS)


def new(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help=texts.NEW_FOLDER)],
    *,
    title: Annotated[str, typer.Option("--title", metavar="TITEL", help=texts.NEW_TITLE)] = "",
    private: Annotated[
        bool | None, typer.Option("--private-repository", help=texts.NEW_PRIVATE)
    ] = None,
    retention: Annotated[
        str | None, typer.Option("--retention", metavar="DATUM", help=texts.NEW_RETENTION)
    ] = None,
) -> None:
    """Make an empty study."""
    import sys

    from paraplu import scaffold

    if sys.stdin.isatty():
        if private is None:
            private = _ask(texts.ASK_PRIVATE)
        if retention is None:
            retention = typer.prompt(texts.ASK_RETENTION, default="", show_default=False)
    made = scaffold.make_study(
        folder,
        title=title,
        private_repository=bool(private),
        retention=scaffold.parse_retention(retention or ""),
    )
    print_line(texts.MADE.format(path=made))
    print_line(texts.NEXT.format(path=as_typed(folder)))


def doctor() -> None:
    """Look at the computer and at the study."""
    from paraplu.cli.diagnosis import diagnose
    from paraplu.messages import diagnosis as states

    well = True
    for finding in diagnose():
        well = well and finding.well
        mark = states.HEED if finding.heed else states.WELL
        print_line(f"{mark if finding.well else states.MISSING:<7}{finding.what}: {finding.seen}")
    if not well:
        raise typer.Exit(PROBLEMS)


def withdraw(
    who: Annotated[str, typer.Argument(metavar="RESPONDENT", help=texts.WITHDRAW_WHO)],
    *,
    yes: Annotated[bool, typer.Option("--yes", help=texts.WITHDRAW_YES)] = False,
) -> None:
    """Let a respondent withdraw."""
    from paraplu import pipeline
    from paraplu.study import Study

    study = Study.open()
    weighed = pipeline.weigh_withdrawal(study, who)
    names = ", ".join(weighed.respondents)
    print_line(texts.WITHDRAWING.format(who=names, codings=weighed.codings))
    if weighed.failing:
        print_line(texts.FAILING)
        print_problems(weighed.failing)
    else:
        print_line(texts.NONE_FAILING)
    if weighed.changing:
        print_line(texts.CHANGING)
    for place, before, after in weighed.changing:
        print_line(f"  {place}: {before} → {after}")
    if weighed.files:
        print_line(texts.REMAINING)
    for name in weighed.files:
        print_line(f"  {name}")
    if not (yes or _ask(texts.ASK_WITHDRAW)):
        print_line(texts.NOT_DONE)
        raise typer.Exit(PROBLEMS)
    study.withdraw(weighed.respondents)
    print_line(texts.WITHDRAWN)


def _ask(question: str) -> bool:
    """Ask for yes or no, in Dutch; no answer is no."""
    try:
        answer = typer.prompt(
            f"{question} [j/N]", default="", show_default=False, prompt_suffix=" "
        )
    except typer.Abort:
        print_line()
        return False
    return str(answer).strip().lower() in texts.YES


def _print_json(found: list[Problem]) -> None:
    """Print the problems as JSON."""
    import json

    data = {"schema": 1, "problems": [problem.as_dict() for problem in found]}
    typer.echo(json.dumps(data, ensure_ascii=False, indent=1))


COMMANDS = (
    Command("check", check, texts.CHECK, texts.CHECK_EXAMPLES),
    Command("new", new, texts.NEW, texts.NEW_EXAMPLES),
    Command("withdraw", withdraw, texts.WITHDRAW, texts.WITHDRAW_EXAMPLES),
    Command("doctor", doctor, texts.DOCTOR, texts.DOCTOR_EXAMPLES),
)
