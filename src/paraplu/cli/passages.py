"""Show the passages behind the marks on one line of an essay."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from paraplu.messages import cli as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.report import Evidence, MarkEvidence, Words

__all__ = ["format_evidence"]

WIDTH = 79
INDENT = "    "


def format_evidence(evidence: Evidence) -> Iterator[str]:
    """Yield the lines to print: per mark what supports it, then what speaks against it."""
    yield evidence.place
    for mark in evidence.marks:
        yield ""
        yield from _format_mark(mark)


def _format_mark(mark: MarkEvidence) -> Iterator[str]:
    """Yield the lines of one mark."""
    judged = mark.judged
    yield f"“{' '.join(judged.mark.text.split())}”"
    for part in (str(judged.entry.get("note", "")), judged.label):
        if part:
            yield f"  {part}"
    for problem in judged.problems:
        yield f"  {problem}"
    if not mark.support and not mark.against:
        yield f"  {texts.NO_EVIDENCE}"
    for title, words in (
        (texts.EVIDENCE_FOR, mark.support),
        (texts.EVIDENCE_AGAINST, mark.against),
    ):
        if words:
            yield f"  {title.format(passages=_count(len(words)))}"
            for one in words:
                yield from _format_words(one)


def _count(passages: int) -> str:
    """Return a number of passages in words: a respondent may have more than one."""
    one, many = texts.PASSAGES
    return one if passages == 1 else many.format(count=passages)


def _format_words(words: Words) -> Iterator[str]:
    """Yield the lines of one passage: who and where, then the words."""
    who = words.respondent or words.interview
    about = " · ".join(part for part in (words.code, words.stance) if part)
    place = texts.TURN.format(turn=words.turn, start=words.start, end=words.end)
    yield f"  - {who}, {place}" + (f" · {about}" if about else "")
    yield textwrap.fill(f"“{words.text}”", WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
    if words.memo:
        yield textwrap.fill(
            f"{texts.MEMO}: {words.memo}", WIDTH, initial_indent=INDENT, subsequent_indent=INDENT
        )
