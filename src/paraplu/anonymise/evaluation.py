"""How well detection does, against decisions that were reviewed (Pilán et al. 2022).

An entity is protected only when all its mentions are covered whole. Direct and indirect
identifiers are counted apart, and there is no single figure for everything.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.anonymise.detection import CONTACT, DIRECT, LABELS
from paraplu.anonymise.linking import link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.anonymise.finding import Found
    from paraplu.records import Decisions, Entity

__all__ = ["Measured", "Quality", "measure"]


@dataclass(frozen=True, slots=True)
class Measured:
    """A text as it was found, with the decisions it is held against."""

    found: Found
    gold: Decisions

    @property
    def wanted(self) -> tuple[Entity, ...]:
        """Return what should be found; what people rejected should not."""
        return tuple(entity for entity in self.gold.entities if entity.status != "afgewezen")


@dataclass(frozen=True, slots=True)
class Quality:
    """The outcome.

    Parameters
    ----------
    labels
        A row per label: `label`, `mentions`, and as shares in [0, 1] `whole` (covered whole),
        `partly` (at least in part), `labelled` (under the right label). The rows ``contact``,
        ``alles`` pool.
    direct, indirect
        Share of entities all of whose mentions are covered whole.
    precision
        Share of found mentions that overlap a mention of the gold standard.
    flagged
        Share of words that would be masked.
    linking
        B-cubed F over persons that were found (Bagga & Baldwin 1998).
    words
        Number of words.

    """

    labels: pd.DataFrame
    direct: float
    indirect: float
    precision: float
    flagged: float
    linking: float
    words: int


def measure(texts: Sequence[Measured]) -> Quality:
    """Measure over texts; shares of nothing are not a number."""
    rows = [row for number, text in enumerate(texts) for row in _rows(number, text)]
    columns = ["text", "entity", "label", "whole", "partly", "labelled"]
    frame = pd.DataFrame(rows, columns=columns)
    entities = frame.groupby(["text", "entity"]).agg({"label": "first", "whole": "all"})
    direct = entities["label"].isin(DIRECT)
    right = sum(_overlapping(text) for text in texts)
    found = sum(len(text.found.mentions) for text in texts)
    flagged, words = (
        (sum(pair) for pair in zip(*map(_flagged, texts), strict=True)) if texts else (0, 0)
    )
    return Quality(
        labels=_by_label(frame),
        direct=float(entities["whole"][direct].mean()),
        indirect=float(entities["whole"][~direct].mean()),
        precision=right / found if found else float("nan"),
        flagged=flagged / words if words else float("nan"),
        linking=_linking(texts),
        words=words,
    )


def _rows(number: int, text: Measured) -> list[tuple[int, int, str, bool, bool, bool]]:
    """Give a row per mention of the gold standard."""
    covered = _cover([(m.start, m.end) for m in text.found.mentions], text.found.document.text)
    rows = []
    for place, entity in enumerate(text.wanted):
        for mention in entity.occurrences:
            letters = [
                covered[at]
                for at in range(mention.start, mention.end)
                if text.found.document.text[at].isalnum()
            ]
            labelled = any(
                m.label == entity.label and m.start < mention.end and mention.start < m.end
                for m in text.found.mentions
            )
            rows.append((number, place, entity.label, all(letters), any(letters), labelled))
    return rows


def _by_label(frame: pd.DataFrame) -> pd.DataFrame:
    """Make a row per label, in fixed order, and two that pool."""
    shares = ["whole", "partly", "labelled"]
    parts = [(label, frame[frame["label"] == label]) for label in LABELS]
    parts += [("contact", frame[frame["label"].isin(CONTACT)]), ("alles", frame)]
    rows = [
        {"label": label, "mentions": len(part)} | part[shares].mean().to_dict()
        for label, part in parts
        if len(part)
    ]
    return pd.DataFrame(rows, columns=["label", "mentions", *shares])


def _cover(spans: Sequence[tuple[int, int]], text: str) -> bytearray:
    """Mark the characters that spans cover."""
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def _overlapping(text: Measured) -> int:
    """Count found mentions that overlap the gold standard."""
    gold = [(o.start, o.end) for entity in text.wanted for o in entity.occurrences]
    covered = _cover(gold, text.found.document.text)
    return sum(any(covered[m.start : m.end]) for m in text.found.mentions)


def _flagged(text: Measured) -> tuple[int, int]:
    """Count masked words and all words."""
    spans = [(m.start, m.end) for m in text.found.mentions]
    covered = _cover(spans, text.found.document.text)
    words = [
        word
        for group in text.found.document.words
        for word in group
        if any(character.isalnum() for character in word.text)
    ]
    return sum(any(covered[word.start : word.end]) for word in words), len(words)


def _linking(texts: Sequence[Measured]) -> float:
    """Return B-cubed F of the linking of persons, over mentions found and wanted."""
    precision, recall = [], []
    for text in texts:
        found = {m: number for number, group in enumerate(link(text.found.mentions)) for m in group}
        pairs = [
            (wanted, found[mention])
            for wanted, entity in enumerate(text.wanted)
            if entity.label == "PERSON"
            for o in entity.occurrences
            for mention in found
            if mention.start < o.end and o.start < mention.end
        ]
        gold, mine = defaultdict(set), defaultdict(set)
        for place, (wanted, got) in enumerate(pairs):
            gold[wanted].add(place)
            mine[got].add(place)
        for wanted, got in pairs:
            both = len(gold[wanted] & mine[got])
            precision.append(both / len(mine[got]))
            recall.append(both / len(gold[wanted]))
    if not precision:
        return float("nan")
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return 2 * p * r / (p + r)
