"""The command `topics`: what they are, whether they hold, and what people think of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path  # noqa: TC003  Typer reads it
from typing import TYPE_CHECKING, Annotated

import typer

from paraplu.cli.command import Command
from paraplu.cli.printing import print_line
from paraplu.messages import topics_command as texts
from paraplu.messages.numbers import say_number

if TYPE_CHECKING:
    import pandas as pd

    from paraplu.topics import Stability, TopicResult

__all__ = ["COMMANDS"]

PERCENT = 100
SIZE = 60


def topics(
    *,
    stability: Annotated[bool, typer.Option("--stability", help=texts.STABILITY)] = False,
    sheet: Annotated[
        Path | None, typer.Option("--sheet", metavar="BESTAND", help=texts.SHEET)
    ] = None,
    size: Annotated[int, typer.Option("--size", min=1, help=texts.SIZE)] = SIZE,
    score: Annotated[
        Path | None, typer.Option("--score", metavar="BESTAND", help=texts.SCORE)
    ] = None,
) -> None:
    """List topics, measure their stability, or have them judged."""
    from paraplu.pipeline import topics as work
    from paraplu.study import Study

    study = Study.open()
    if sheet is not None:
        n = work.write_sheet(study, sheet, size=size)
        print_line(texts.WRITTEN.format(n=n, path=sheet))
        return
    if score is not None:
        _print_scores(work.score_judgements(study, score))
        return
    if stability:
        print_line(texts.BUSY, error=True)
        _print_grid(
            work.measure_topics(study, today=dt.datetime.now(tz=dt.UTC).date()),
            own=study.settings.topics.topics,
        )
    _print_topics(work.find_topics(study))


def _print_topics(result: TopicResult) -> None:
    """Print a line per topic, and what is known of all."""
    for topic in result.topics.to_dict("records"):
        known = topic["stability"]
        if topic["runs"] == topic["runs"]:
            known = texts.RETURNED.format(
                stability=known, n=int(topic["returned"]), of=int(topic["runs"])
            )
        print_line(
            texts.TOPIC.format(
                number=topic["topic"] + 1, name=topic["name"], segments=topic["n_segments"],
                people=topic["n_respondents"], stability=known,
            )
        )  # fmt: skip
    print_line(f"{result.stability if len(result.topics) else result.outcome}.".capitalize())


def _print_grid(stability: Stability, *, own: int) -> None:
    """Print how stable the number of topics is that was set, and which would be best."""
    if stability.grid.empty:
        return
    from paraplu.topics import choose_number

    ari = stability.grid.loc[stability.grid["n_topics"].eq(own), "ari"].iloc[0]
    other = say_number(stability.halved, decimals=2)
    print_line(texts.ARI.format(ari=say_number(float(ari), decimals=2)))
    print_line(texts.HALVED.format(ari=other))
    print_line(texts.NUMBER.format(own=own, best=choose_number(stability.grid)))
    print_line(texts.NEXT)


def _print_scores(scores: pd.DataFrame) -> None:
    """Print what people said of each topic, and of all."""
    special = {-1: texts.WITHOUT, -2: texts.ALL_TOPICS}
    for row in scores.to_dict("records"):
        low, high = (say_number(PERCENT * row[name], decimals=0) for name in ("low", "high"))
        print_line(
            texts.JUDGED.format(
                name=special.get(row["topic"], row["name"]), right=row["right"],
                judged=row["judged"], low=low, high=high,
            )
        )  # fmt: skip


COMMANDS = (Command("topics", topics, texts.HELP, texts.EXAMPLES),)
