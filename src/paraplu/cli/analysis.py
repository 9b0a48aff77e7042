"""The command `run`, and how its steps are shown."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from paraplu.cli.command import Command
from paraplu.cli.printing import from_here, print_line, seconds
from paraplu.messages import cli as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, TaskID

    from paraplu.pipeline import Listener, Outcome

__all__ = ["COMMANDS", "show_steps"]

ENGINE = typer.Option("--engine", metavar="WEERGAVE", help=texts.RENDER_ENGINE)


def run(
    *,
    force: Annotated[bool, typer.Option("--force", help=texts.RUN_FORCE)] = False,
    engine: Annotated[str, ENGINE] = "auto",
) -> None:
    """Bring the site up to date."""
    from paraplu import pipeline
    from paraplu.cli.essays import as_engine
    from paraplu.study import Study

    study = Study.open()
    with show_steps() as listener:
        outcome = pipeline.run(study, force=force, engine=as_engine(engine), listener=listener)
    _print_outcome(outcome)


def _print_outcome(outcome: Outcome) -> None:
    """Print the time of each step, what is still open, and where the site is."""
    if outcome.steps:
        print_line(texts.TIMES.format(seconds=seconds(outcome.seconds)))
        for step in outcome.steps:
            print_line(f"  {seconds(step.seconds):>6} s  {name_step(step.name)}")
    else:
        print_line(texts.UNCHANGED.format(seconds=seconds(outcome.seconds)))
    if outcome.open_work:
        one, many = texts.COUNTS["open"]
        counts = (one if outcome.open_work == 1 else many).format(n=outcome.open_work)
        print_line(texts.OPEN_WORK.format(counts=counts))
    print_line(texts.SITE.format(path=from_here(outcome.site)))


def name_step(step: str) -> str:
    """Return what a step is called."""
    return texts.STEPS.get(step) or texts.NOTEBOOK.format(name=step)


@contextmanager
def show_steps() -> Iterator[Listener]:
    """Show what is being done: moving on a screen, as lines elsewhere."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _Moving(progress)


class _Lines:
    """Says on a line of its own that a step starts."""

    def started(self, step: str) -> None:
        """Print that the step starts."""
        print_line(f"{name_step(step)} …", error=True)

    def ended(self, step: str, *, seconds: float, well: bool) -> None:
        """Print only when it went wrong; times come at the end."""
        del seconds
        if not well:
            print_line(f"{name_step(step)}: {texts.WENT_WRONG}", error=True)


class _Moving:
    """Shows steps that are busy with a clock."""

    def __init__(self, progress: Progress) -> None:
        """Keep the screen."""
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def started(self, step: str) -> None:
        """Show the step."""
        self._tasks[step] = self._progress.add_task(name_step(step), total=None)

    def ended(self, step: str, *, seconds: float, well: bool) -> None:
        """Stop the clock of the step."""
        del seconds
        outcome = name_step(step) if well else f"{name_step(step)}: {texts.WENT_WRONG}"
        self._progress.update(self._tasks[step], description=outcome, total=1, completed=1)


COMMANDS = (Command("run", run, texts.RUN, texts.RUN_EXAMPLES),)
