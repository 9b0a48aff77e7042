"""Segments: the stretches of respondents' speech that a topic model reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.language import split_sentences, strip_bracketed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["LONGEST", "MIN_WORDS", "SEGMENT_COLUMNS", "SHORTEST", "list_segments"]

MIN_WORDS = 25
"""What stays shorter than this says too little to be placed."""

SHORTEST = 40
"""A shorter answer is joined to a neighbouring answer of the same respondent."""

LONGEST = 120
"""A longer answer is cut at borders of sentences."""

NEIGHBOUR = 2
"""Turns between neighbouring answers: one question of the interviewer stands between them."""

GAP = " … "
"""Stands in the text of a segment where a question of the interviewer was left out."""

SEGMENT_COLUMNS: Sequence[str] = (
    "interview",
    "turn",
    "last_turn",
    "start",
    "end",
    "respondent",
    "words",
    "text",
    "parts",
)

NUMBERS = frozenset({"turn", "last_turn", "start", "end", "words"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one respondent, from one turn or a few: `parts` are (turn, start, end)."""

    parts: tuple[tuple[int, int, int], ...]
    text: str
    words: int

    def joined(self, other: _Piece) -> _Piece:
        """Return this piece with the next one behind it."""
        between = " " if self.parts[-1][0] == other.parts[0][0] else GAP
        text = self.text + between + other.text
        return _Piece((*self.parts, *other.parts), text, self.words + other.words)

    def fits(self, other: _Piece, *, longest: int) -> bool:
        """Tell whether the next piece is near enough and leaves this one short enough."""
        near = other.parts[0][0] - self.parts[-1][0] <= NEIGHBOUR
        return near and self.words + other.words <= longest


def list_segments(
    turns: pd.DataFrame,
    *,
    min_words: int = MIN_WORDS,
    shortest: int = SHORTEST,
    longest: int = LONGEST,
) -> pd.DataFrame:
    """Cut and join what respondents say into stretches of about one subject's length.

    Only respondents' words: an answer of more than `longest` words is cut at borders of
    sentences into parts of about the same length; one of fewer than `shortest` is joined to the
    next answer of the same respondent, or else to the one before, when one question at most
    stands between them. What stays under `min_words` is left out.

    Parameters
    ----------
    turns
        Tidy frame of turns (columns ``interview, turn, role, respondent, start, end, text``).
    min_words, shortest, longest
        In words; words within brackets (pseudonyms, remarks) do not count.

    Returns
    -------
    DataFrame
        ``interview, turn`` and ``last_turn`` (first and last turn), ``start, end`` (code points
        in the body, first and last), ``respondent, words, text`` (as spoken, `GAP` where a
        question stood) and ``parts`` (tuples of turn, start, end: every stretch of the
        respondent's own words), in order of interview and place, whatever the order of the
        turns given. A sentence of more than `longest` words is kept whole.

    """
    spoken = turns[turns["role"] == "R"].sort_values(["interview", "turn"], kind="stable")
    rows = [
        (interview, piece.parts[0][0], piece.parts[-1][0], piece.parts[0][1],
         piece.parts[-1][2], respondent, piece.words, piece.text, piece.parts)
        for (interview, respondent), own in spoken.groupby(["interview", "respondent"], sort=True)
        for piece in _divide(own, shortest=shortest, longest=longest)
        if piece.words >= min_words
    ]  # fmt: skip
    found = pd.DataFrame(rows, columns=list(SEGMENT_COLUMNS))
    found = found.astype({name: int if name in NUMBERS else object for name in SEGMENT_COLUMNS})
    return found.sort_values(["interview", "start"], kind="stable", ignore_index=True)


def count_words(text: str) -> int:
    """Count the words of a text between white space, without what stands in brackets."""
    return sum(any(map(str.isalnum, word)) for word in strip_bracketed(text).split())


def _divide(own: pd.DataFrame, *, shortest: int, longest: int) -> list[_Piece]:
    """Cut and join the answers of one respondent."""
    places = zip(own["turn"], own["start"], own["text"], strict=True)
    cut = [
        piece
        for turn, start, text in places
        for piece in _cut(turn, start=start, text=text, longest=longest)
    ]
    forward = _join(cut, shortest=shortest, longest=longest, backward=False)
    return _join(forward, shortest=shortest, longest=longest, backward=True)


def _join(pieces: Iterable[_Piece], *, shortest: int, longest: int, backward: bool) -> list[_Piece]:
    """Join short pieces: a short one to the next, or when `backward` to the one before."""
    joined: list[_Piece] = []
    for piece in pieces:
        short = bool(joined) and (piece if backward else joined[-1]).words < shortest
        if short and joined[-1].fits(piece, longest=longest):
            joined[-1] = joined[-1].joined(piece)
        else:
            joined.append(piece)
    return joined


def _cut(turn: int, *, start: int, text: str, longest: int) -> Iterator[_Piece]:
    """Cut an answer at borders of sentences into as few parts of even length as will do."""
    total = count_words(text)
    wanted = -(-total // longest)
    if wanted <= 1:
        yield _Piece(((turn, start, start + len(text)),), text, total)
        return
    sentences = split_sentences(text)
    first, done, made = 0, 0, 0
    for place, sentence in enumerate(sentences):
        words = count_words(text[sentence.start : sentence.end])
        before = count_words(text[sentences[first].start : sentence.start])
        border = total / wanted * (made + 1)
        if place > first and made < wanted - 1 and done + before + words / 2 > border:
            yield _piece(turn, start=start, text=text, border=(sentences[first].start,
                         sentences[place - 1].end))  # fmt: skip
            first, done, made = place, done + before, made + 1
    yield _piece(turn, start=start, text=text, border=(sentences[first].start, sentences[-1].end))


def _piece(turn: int, *, start: int, text: str, border: tuple[int, int]) -> _Piece:
    """Take a stretch of an answer."""
    own = text[border[0] : border[1]]
    return _Piece(((turn, start + border[0], start + border[1]),), own, count_words(own))
