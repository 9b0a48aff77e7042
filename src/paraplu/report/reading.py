"""Read essays: one pandoc process for all of them, while the caller does something else."""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.errors import Refused
from paraplu.report.essay import Essay
from paraplu.report.program import pandoc_path
from paraplu.report.source import Source, read_source
from paraplu.report.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from concurrent.futures import Future

__all__ = ["Reading", "make_essay", "parse_source", "read_essays"]

READER = "commonmark_x-smart-emoji-alerts-yaml_metadata_block+sourcepos"
SCRIPT = Path(__file__).with_name("reading.lua")


class Reading:
    """Essays that are being read by a process of its own.

    Parameters
    ----------
    paths
        The ``.qmd`` files; reading begins at once.
    root
        The study; places are relative to it.

    """

    def __init__(self, paths: Sequence[Path], *, root: Path) -> None:
        """Start pandoc."""
        self.paths = tuple(paths)
        self._sources = [read_source(path, root=root) for path in paths]
        self._bodies = [source.body for source in self._sources if source.readable]
        self._said: Future[list[str]] | None = None
        if self._bodies:
            pool = ThreadPoolExecutor(max_workers=1)
            self._said = pool.submit(_parse, self._bodies)
            pool.shutdown(wait=False)

    def essays(self) -> tuple[Essay, ...]:
        """Return the essays, in the order of `paths`.

        One that cannot be read has problems and no marks.
        """
        said = iter(self._said.result() if self._said is not None else ())
        return tuple(
            _make(source, next(said))
            if source.readable
            else Essay(source.name, source.path, problems=source.problems)
            for source in self._sources
        )


def read_essays(paths: Sequence[Path], *, root: Path) -> tuple[Essay, ...]:
    """Read essays into marks and passages.

    Parameters
    ----------
    paths
        The ``.qmd`` files.
    root
        The study; places are relative to it.

    Returns
    -------
    tuple of Essay
        In the order of `paths`; an essay that cannot be read has problems and no marks.

    """
    return Reading(paths, root=root).essays()


def parse_source(source: Source) -> list[Any]:
    """Return the blocks of an essay as pandoc reads them.

    Raises
    ------
    Refused
        When pandoc cannot read it.

    """
    return _blocks(source, _parse([source.body])[0])


def make_essay(source: Source, blocks: Iterable[Any]) -> Essay:
    """Make an essay of its blocks, or of some of them."""
    reading = read_tree(blocks, path=source.path)
    return Essay(
        source.name,
        source.path,
        source.title,
        marks=tuple(sorted(reading.marks, key=lambda mark: mark.place)),
        passages=(*source.heading, *reading.passages, *reading.notes),
        problems=(*source.problems, *reading.problems),
    )


def _parse(bodies: Sequence[str]) -> list[str]:
    """Return what pandoc makes of each text: JSON, or why it cannot read it."""
    done = subprocess.run(  # noqa: S603  the program is the one that pypandoc ships
        [pandoc_path(), "lua", str(SCRIPT)],
        input=json.dumps(bodies),
        env=os.environ | {"PARAPLU_READER": READER},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stdout.splitlines()
    if done.returncode != 0 or len(said) != len(bodies):
        why = " ".join(done.stderr.split())[:300] or f"code {done.returncode}"
        return [json.dumps({"problem": why})] * len(bodies)
    return said


def _blocks(source: Source, said: str) -> list[Any]:
    """Return the blocks of an essay, or refuse what pandoc could not read."""
    document = json.loads(said)
    if "problem" in document:
        raise Refused([messages.problem("P400", f"{source.path}:1", why=document["problem"])])
    blocks: list[Any] = document["blocks"]
    return blocks


def _make(source: Source, said: str) -> Essay:
    """Make an essay of what pandoc said."""
    try:
        return make_essay(source, _blocks(source, said))
    except Refused as refused:
        return Essay(source.name, source.path, problems=refused.problems)
