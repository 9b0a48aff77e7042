"""The command `redact`: what was found late is taken out."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from paraplu.cli.command import Command
from paraplu.cli.keys import open_vault
from paraplu.cli.printing import PROBLEMS, print_line
from paraplu.messages import cli
from paraplu.messages import keys as texts

if TYPE_CHECKING:
    from paraplu.pipeline.redaction import Redaction
    from paraplu.study import Study
    from paraplu.vault import Vault

__all__ = ["COMMANDS"]

ASKED = "-"
CHANGES = {".yaml": texts.DECIDED, ".sha256": texts.LISTED}
"""What changes in a file that does not hold the words, by how it ends."""


def redact(  # noqa: PLR0913  one parameter for each option
    interview: Annotated[str, typer.Argument(metavar="GESPREK", help=texts.INTERVIEW)],
    *,
    start: Annotated[int | None, typer.Option("--start", metavar="TEKEN", help=texts.START)] = None,
    end: Annotated[int | None, typer.Option("--end", metavar="TEKEN", help=texts.END)] = None,
    find: Annotated[str, typer.Option("--find", metavar="WOORDEN", help=texts.FIND)] = "",
    label: Annotated[str, typer.Option("--label", metavar="SOORT", help=texts.LABEL)] = "PERSON",
    pseudonym: Annotated[str, typer.Option("--with", metavar="PSEUDONIEM", help=texts.WITH)] = "",
    who: Annotated[str, typer.Option("--by", metavar="WIE", help=texts.BY)] = "",
    without_key: Annotated[bool, typer.Option("--without-key", help=texts.NO_KEY_OPTION)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=texts.DRY_RUN)] = False,
    yes: Annotated[bool, typer.Option("--yes", help=texts.YES)] = False,
) -> None:
    """Take out what was found late."""
    import datetime as dt

    from paraplu.anonymise.redaction import NOUNS
    from paraplu.pipeline.redaction import redact as write
    from paraplu.pipeline.redaction import weigh_redaction
    from paraplu.spans import Span
    from paraplu.study import Study

    by_place = start is not None and end is not None
    if by_place == bool(find) or (start is None) != (end is None):
        raise typer.BadParameter(texts.EITHER, param_hint="--start")
    if label not in NOUNS:
        message = texts.UNKNOWN_LABEL.format(label=label, labels=", ".join(NOUNS))
        raise typer.BadParameter(message, param_hint="--label")
    study = Study.open()
    words = _asked_words() if find == ASKED else find
    time = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    span = Span(max(start or 0, 0), max(end or 0, start or 0, 0)) if by_place else None
    redaction = weigh_redaction(
        study, interview, span=span, find=words, label=label, replacement=pseudonym,
        time=time, who=who,
    )  # fmt: skip
    _show(redaction)
    if dry_run:
        return
    vault = None if without_key else _vault(study)
    if not (yes or _agreed()):
        print_line(cli.NOT_DONE)
        raise typer.Exit(PROBLEMS)
    write(redaction, vault=vault, time=time, who=who)
    _tell_what_is_left(study, known=vault is not None or redaction.decided)


def _show(redaction: Redaction) -> None:
    """Print what would change: places, never words."""
    count = len(redaction.spans)
    number = texts.ONE_PLACE if count == 1 else texts.MANY_PLACES.format(count=count)
    about = {"interview": redaction.interview, "replacement": redaction.replacement}
    print_line(texts.REPLACING.format(count=number, **about))
    for span in redaction.spans:
        print_line(texts.SPAN.format(start=span.start, end=span.end))
    print_line(texts.CHANGED)
    named = {found.path for found in redaction.places}
    for found in redaction.places:
        print_line(texts.FILE_LINE.format(path=found.path, line=found.line, count=found.count))
    for path in redaction.changed:
        if path not in named:
            print_line(CHANGES.get(PurePath(path).suffix, texts.SHIFTED).format(path=path))
    if redaction.remaining:
        print_line(texts.REMAINING)
    for span in redaction.remaining:
        print_line(texts.SPAN.format(start=span.start, end=span.end))
    if redaction.elsewhere:
        print_line(texts.ELSEWHERE)
    for found in redaction.elsewhere:
        print_line(texts.FILE_LINE.format(path=found.path, line=found.line, count=found.count))
    if not redaction.decided:
        print_line(texts.UNDECIDED)


def _vault(study: Study) -> Vault | None:
    """Open the vault when there is one."""
    from paraplu.vault import vault_file

    return open_vault(study) if vault_file(study).is_file() else None


def _asked_words() -> str:
    """Ask for the words without showing them; a script gives them as its first line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt(texts.ASK_WORDS, hide_input=True))


def _agreed() -> bool:
    """Ask for yes or no; no answer is no."""
    question = f"{texts.ASK_REDACT} [j/N]"
    try:
        answer = typer.prompt(question, default="", show_default=False, prompt_suffix=" ")
    except typer.Abort:
        print_line()
        return False
    return str(answer).strip().lower() in cli.YES


def _tell_what_is_left(study: Study, *, known: bool) -> None:
    """Print what a person has to do now."""
    print_line(texts.DONE)
    if not known:
        print_line(texts.UNKEYED)
    if any((folder / ".git").exists() for folder in (study.root, *study.root.parents)):
        print_line(texts.HISTORY)
    print_line(texts.MADE)


COMMANDS = (Command("redact", redact, texts.REDACT, texts.REDACT_EXAMPLES),)
