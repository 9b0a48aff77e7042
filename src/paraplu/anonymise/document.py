"""A text as detectors see it: turns, sentences, tokens and their parts of speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Document", "Stretch", "Word", "read_document"]

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!(?:I|R\d?):)[^\n]+)*")
_LABEL = re.compile(r"(?P<speaker>I|R\d?): ?")
_ELIDED = re.compile(r"(?:[a-z]{0,2}['’])[A-ZÀ-Þ]")
_OPENERS = frozenset([*"\"'“”‘’„«:]…", "..."])


@dataclass(frozen=True, slots=True)
class Word:
    """A token.

    Parameters
    ----------
    start, end
        Code points into the text.
    text
        As written.
    tag
        Universal part of speech, such as ``PROPN``.
    begins
        Whether it begins a sentence, a quotation or what follows a colon, so that a capital
        says nothing.

    """

    start: int
    end: int
    text: str
    tag: str
    begins: bool

    @property
    def capital(self) -> bool:
        """Tell whether the first letter is a capital."""
        return self.text[:1].isupper() or _ELIDED.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph: in an interview a turn. `role` is ``I``, ``R`` or ``other``."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is read once and looked at by all detectors.

    `sentences` never cross a line break. `words` are grouped by sentence; `entities` are what
    a pipeline itself takes for names.
    """

    text: str
    turns: tuple[Stretch, ...]
    sentences: tuple[Span, ...]
    words: tuple[tuple[Word, ...], ...]
    entities: tuple[Detection, ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset, or of the one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)


def read_document(text: str, *, pipeline: Language) -> Document:
    """Read a text.

    Parameters
    ----------
    text
        Normalised (NFC, LF). Paragraphs are turns, and so is every line with a speaker label;
        ``I:``, ``R:``, ``R1:`` are speaker labels and belong to no sentence.
    pipeline
        Gives tokens, parts of speech and sentence borders.

    """
    turns = tuple(_read_turns(text))
    # A line break within a paragraph is a space to the pipeline: same length, same offsets.
    flat = [text[turn.start : turn.end].replace("\n", " ") for turn in turns]
    sentences: list[Span] = []
    words: list[tuple[Word, ...]] = []
    entities: list[Detection] = []
    for turn, doc in zip(turns, pipeline.pipe(flat, batch_size=64), strict=True):
        for group in _split(doc, text=text, offset=turn.start):
            sentences.append(Span(group[0].start, group[-1].end))
            words.append(group)
        entities += [
            Detection(turn.start + e.start_char, turn.start + e.end_char, e.label_, "model", 0.9)
            for e in doc.ents
        ]
    starts = tuple(sentence.start for sentence in sentences)
    return Document(text, turns, tuple(sentences), tuple(words), tuple(entities), starts)


def _read_turns(text: str) -> list[Stretch]:
    """Find the paragraphs, without their speaker labels."""
    turns = []
    for found in _PARAGRAPH.finditer(text):
        label = _LABEL.match(text, found.start(), found.end())
        start = label.end() if label else found.start()
        if start < found.end():
            turns.append(Stretch(start, found.end(), label["speaker"][0] if label else "other"))
    return turns


def _split(doc: Doc, *, text: str, offset: int) -> list[tuple[Word, ...]]:
    """Group the tokens of a paragraph by sentence and line."""
    groups: list[list[Word]] = []
    end = offset
    opened = True
    for token in doc:
        if token.is_space:
            continue
        start = offset + token.idx
        new_line = "\n" in text[end:start]
        if (
            not groups
            or new_line
            or (token.is_sent_start and not _continues(groups[-1], token.text))
        ):
            groups.append([])
            opened = True
        end = start + len(token.text)
        groups[-1].append(Word(start, end, token.text, token.pos_, opened))
        opened = (opened and not token.text[-1].isalnum()) or token.text in _OPENERS
    return [tuple(group) for group in groups if group]


def _continues(before: Sequence[Word], following: str) -> bool:
    """Tell whether a sentence border is not believed: after a title, an initial, or no stop."""
    last = before[-1].text
    ends = last[-1] in ".!?…\"'”’)]" and not (
        last.endswith(".") and len(last) > 1 and last != "..."
    )
    return not ends or following[0].islower()
