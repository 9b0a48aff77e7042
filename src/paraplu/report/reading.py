"""Read essays: one pandoc process for each, all at once."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.report.essay import Essay
from paraplu.report.source import Source, read_source
from paraplu.report.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["read_essays"]

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


def _read(source: Source) -> Essay:
    """Read one essay."""
    if not source.readable:
        return Essay(source.name, source.path, problems=source.problems)
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
        problem = messages.problem("P400", f"{source.path}:1", why=why)
        return Essay(source.name, source.path, problems=(problem,))
    reading = read_tree(json.loads(done.stdout)["blocks"], path=source.path)
    return Essay(
        source.name,
        source.path,
        marks=tuple(sorted(reading.marks, key=lambda mark: mark.place)),
        passages=(*source.heading, *reading.passages, *reading.notes),
        problems=(*source.problems, *reading.problems),
    )
