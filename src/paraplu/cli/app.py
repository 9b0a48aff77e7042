"""The application: its commands, and what happens when one stops."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from paraplu import __version__
from paraplu.cli import (
    analysis,
    anonymising,
    coding,
    essays,
    importing,
    keys,
    redaction,
    studies,
    topics,
)
from paraplu.cli.failures import report_crash, report_wrong_use
from paraplu.cli.help import DutchCommand, DutchGroup
from paraplu.cli.printing import PROBLEMS, WRONG_USE, print_line, print_problems
from paraplu.errors import Refused
from paraplu.messages import cli as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["application", "main"]

INTERRUPTED = 130
COLLECT_AFTER = 50_000
"""New objects between two rounds of the collector: a command reads much and drops little."""
ORDER = (
    "check", "run", "render", "evidence", "topics", "import", "anonymise", "code", "codings",
    "correct", "key", "redact", "new", "withdraw", "doctor",
)  # fmt: skip


def _show_version(asked: bool) -> None:  # noqa: FBT001  how Typer calls it
    """Print the version and stop."""
    if asked:
        typer.echo(f"paraplu {__version__}")
        raise typer.Exit


def application() -> typer.Typer:
    """Make the application with all its commands."""
    app = typer.Typer(
        cls=DutchGroup,
        help=texts.APP,
        epilog=texts.APP_EXAMPLES,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
    )

    @app.callback()
    def start(
        *,
        version: Annotated[
            bool,
            typer.Option("--version", help=texts.VERSION, callback=_show_version, is_eager=True),
        ] = False,
    ) -> None:
        """Hold the options that come before a command."""

    rooms = (studies, analysis, essays, topics, importing, anonymising, coding, keys, redaction)
    found = {one.name: one for room in rooms for one in room.COMMANDS}
    for name in ORDER:
        one = found[name]
        app.command(name, cls=DutchCommand, help=one.help, epilog=one.examples)(one.does)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 well, 1 problems, 2 wrong use.

    Never lets a traceback through: what is not foreseen becomes one line and a report in
    ``.paraplu/``.
    """
    gc.set_threshold(COLLECT_AFTER)
    command = typer.main.get_command(application())
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = command.main(given, prog_name="paraplu", standalone_mode=False)
    except Refused as refused:
        print_problems(refused.problems, stopped=True)
        return PROBLEMS
    except typer.TyperException as error:
        report_wrong_use(error, command=command)
        return WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        print_line(texts.BROKEN_OFF, error=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last resort
        report_crash(error)
        return PROBLEMS
    if code == INTERRUPTED:  # how Typer hands on a Ctrl-C
        print_line(texts.BROKEN_OFF, error=True)
    return code if isinstance(code, int) else 0
