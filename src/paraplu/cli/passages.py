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
QUOTES = ("“", "‘", "„", '"', "«")


def format_evidence(evidence: Evidence) -> Iterator[str]:
    """Yield the lines to print: per mark what supports it, then what speaks against it."""
    yield evidence.place
    for mark in evidence.marks:
        yield ""
        yield from _format_mark(mark)


def _format_mark(mark: MarkEvidence) -> Iterator[str]:
    """Yield the lines of one mark."""
    judged = mark.judged
    shown = " ".join(judged.mark.text.split())
    yield shown if shown.startswith(QUOTES) else f"“{shown}”"
    for part in (str(judged.entry.get("note", "")), judged.label):
        if part:
            yield f"  {part}"
    for problem in judged.problems:
        yield f"  {problem}"
    yield from _format_claim(mark)
    grounds = mark.grounds
    if not grounds.support and not grounds.against:
        yield f"  {texts.NO_EVIDENCE}"
    for title, words in (
        (texts.EVIDENCE_FOR, grounds.support),
        (texts.EVIDENCE_AGAINST, grounds.against),
        (texts.EVIDENCE_NUANCE, grounds.nuance),
        (texts.EVIDENCE_DEVIANT, grounds.deviant),
    ):
        if words:
            yield f"  {title.format(passages=_count(len(words)))}"
            for one in words:
                yield from _format_words(one)


def _format_claim(mark: MarkEvidence) -> Iterator[str]:
    """Yield what is known of a claim: how firmly it stands, its findings, and who read it."""
    weighed = mark.weighed
    if weighed is not None:
        for name, what in texts.TRIES.items():
            held = getattr(weighed.stability, name)
            if held is not None:
                yield f"  {texts.TRIED.format(what=what, held=held.held, of=held.of)}"
        if weighed.opposed:
            yield "  " + texts.OPPOSED.format(
                count=weighed.opposed, total=weighed.total, mixed=weighed.mixed
            )
    for finding in mark.grounds.findings:
        yield f"  {texts.EVIDENCE_FINDING.format(finding=finding.id, theme=finding.theme)}"
    if mark.reading is not None:
        review = mark.reading.review
        line = texts.NOT_READ
        if review is not None:
            text = texts.READING if mark.reading.current else texts.READ_BEFORE
            line = text.format(who=review.read_by, date=review.date.strftime("%d-%m-%Y"))
        yield f"  {line}"


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
