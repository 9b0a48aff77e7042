"""Read essays: one pandoc process for each, all at once."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.errors import Refused
from paraplu.report.essay import Essay
from paraplu.report.source import Source, read_source
from paraplu.report.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

__all__ = ["make_essay", "parse_source", "read_essays"]

READER = "commonmark_x-smart-emoji-alerts-yaml_metadata_block+sourcepos"


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
    sources = [read_source(path, root=root) for path in paths]
    with ThreadPoolExecutor(max_workers=4) as pool:
        return tuple(pool.map(_read, sources))


def parse_source(source: Source) -> list[Any]:
    """Return the blocks of an essay as pandoc reads them.

    Raises
    ------
    Refused
        When pandoc cannot read it.

    """
    import pypandoc

    done = subprocess.run(  # noqa: S603  the program is the one that pypandoc ships
        [pypandoc.get_pandoc_path(), f"--from={READER}", "--to=json"],
        input=source.body,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        why = " ".join(done.stderr.split())[:300] or f"code {done.returncode}"
        raise Refused([messages.problem("P400", f"{source.path}:1", why=why)])
    blocks: list[Any] = json.loads(done.stdout)["blocks"]
    return blocks


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


def _read(source: Source) -> Essay:
    """Read one essay."""
    if not source.readable:
        return Essay(source.name, source.path, problems=source.problems)
    try:
        return make_essay(source, parse_source(source))
    except Refused as refused:
        return Essay(source.name, source.path, problems=refused.problems)
