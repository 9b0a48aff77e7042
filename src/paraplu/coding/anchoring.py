"""Where a passage went when its text was corrected: by comparing texts, then by its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Anchoring", "compare_texts", "find_quotation"]

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
PARAGRAPH = re.compile(r"[^\n]*\n*")
KEPT = 0.5
"""The part of a passage that must have stayed for the comparison to say where it went."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the old text and what it became; `same` when nothing changed."""

    old: Span
    new: Span
    same: bool


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Two versions of a text, and which stretch of the one became which of the other."""

    before: str
    after: str
    blocks: tuple[Block, ...]

    def find(self, span: Span, *, prefix: str = "", suffix: str = "") -> Span | None:
        """Return where a passage stands in the new text, or None when that cannot be told.

        A passage of which at least half stayed is where its borders went: a corrected word at
        the edge stays inside. Else its old words are looked for; where they stand more than
        once, the place with the same words around it counts, and only when there is one.

        Parameters
        ----------
        span
            Code points into the old text.
        prefix, suffix
            What stood before and after it.

        """
        moved = self._move(span)
        if moved is not None:
            return moved
        return find_quotation(
            self.after, self.before[span.start : span.end], prefix=prefix, suffix=suffix
        )

    def _move(self, span: Span) -> Span | None:
        """Return where the borders of a passage went, when enough of it stayed."""
        touched = [block for block in self.blocks if block.old.overlaps(span)]
        kept = sum(
            min(block.old.end, span.end) - max(block.old.start, span.start)
            for block in touched
            if block.same
        )
        if not touched or kept < KEPT * len(span) or kept == 0:
            return None
        first, last = touched[0], touched[-1]
        start = first.new.start + (span.start - first.old.start if first.same else 0)
        end = last.new.start + (span.end - last.old.start) if last.same else last.new.end
        return _trimmed(self.after, start, end)


def compare_texts(before: str, after: str) -> Anchoring:
    """Compare two versions of a text: paragraph by paragraph, and word by word where needed."""
    blocks: list[Block] = []
    pieces = [PARAGRAPH.findall(text) for text in (before, after)]
    for old, new, same in _match(*pieces):
        if same or not len(old) or not len(new):
            blocks.append(Block(old, new, same))
            continue
        words = [
            TOKEN.findall(text[span.start : span.end])
            for text, span in ((before, old), (after, new))
        ]
        blocks += [
            Block(
                Span(old.start + a.start, old.start + a.end),
                Span(new.start + b.start, new.start + b.end),
                alike,
            )
            for a, b, alike in _match(*words)
        ]
    return Anchoring(before, after, tuple(blocks))


def find_quotation(text: str, words: str, *, prefix: str = "", suffix: str = "") -> Span | None:
    """Return the one place where words stand; of several, the one with this context.

    Examples
    --------
    >>> find_quotation("ja, goed. ja, slecht.", "ja", suffix=", slecht")
    Span(start=10, end=12)
    >>> find_quotation("ja en ja", "ja") is None
    True

    """
    if not words.strip():
        return None
    starts = [found.start() for found in re.finditer(f"(?={re.escape(words)})", text)]
    places = [Span(start, start + len(words)) for start in starts]
    if len(places) > 1:
        scores = [_alike(text, span, prefix=prefix, suffix=suffix) for span in places]
        best = max(scores)
        places = [span for span, score in zip(places, scores, strict=True) if score == best]
    return places[0] if len(places) == 1 else None


def _alike(text: str, span: Span, *, prefix: str, suffix: str) -> int:
    """Return how many code points around a place are as they were."""
    before, behind = text[: span.start][::-1], text[span.end :]
    total = 0
    for found, wanted in ((before, prefix[::-1]), (behind, suffix)):
        for a, b in zip(found, wanted, strict=False):
            if a != b:
                break
            total += 1
    return total


def _match(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Span, Span, bool]]:
    """Return which stretch of pieces became which, in code points of the joined pieces."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    borders = [_borders(pieces) for pieces in (old, new)]
    for kind, a, b, c, d in matcher.get_opcodes():
        yield (
            Span(borders[0][a], borders[0][b]),
            Span(borders[1][c], borders[1][d]),
            kind == "equal",
        )


def _borders(pieces: Sequence[str]) -> list[int]:
    """Return where each piece begins, and where the last one ends."""
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return places


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the place without white space at its borders; None when nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    stripped = words.strip()
    return Span(start + left, start + left + len(stripped)) if stripped else None
