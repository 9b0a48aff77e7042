"""Claims on themes that were found without codes, from what the notebook on topics wrote.

A theme goes by its name: its number may be another theme's after the next run. What is known are
numbers of respondents per group, so stability is tried on those.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.messages.report import LABELS, NOTES
from paraplu.report import bands
from paraplu.report.judged import Judged, failed
from paraplu.report.numbers import write_number
from paraplu.report.sense import read_word, speaks_of_speaking
from paraplu.report.stability import Stability, held_of, hold_counts
from paraplu.report.weighed import Weighed, stability_note

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from paraplu.artefacts import Artefacts
    from paraplu.report.claim import TopicClaim
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts

__all__ = ["PASSAGES", "TOPICS", "Theme", "read_themes", "weigh_theme"]

TOPICS, PER_GROUP = "04/topics", "04/topics-per-groep"
PASSAGES = "analysis/outputs/04-topics/tables/passages.csv"
"""For researchers only: what a theme sounds like."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme by its name.

    `count` are the respondents with whom it occurs, `groups` those of each group and how many
    the group has; None where the number is too small to show. `one_voice` tells whether one
    respondent carries most of it; `number` is its number in this run only.
    """

    name: str
    number: str
    count: int | None
    groups: Mapping[str, tuple[int | None, int]]
    one_voice: bool = False

    @property
    def total(self) -> int:
        """Number of respondents of all groups."""
        return sum(of for _, of in self.groups.values())


def read_themes(artefacts: Artefacts, root: Path) -> Mapping[str, Theme]:
    """Return the themes by name; none when the notebook has not run."""
    if not {TOPICS, PER_GROUP} <= artefacts.tables.keys():
        return {}
    groups: dict[str, dict[str, tuple[int | None, int]]] = {}
    for row in _rows(root / artefacts.tables[PER_GROUP].path):
        counted = (_whole(row["n_respondents"]), int(float(row["of"])))
        groups.setdefault(row["name"], {})[row["groep"]] = counted
    return {
        row["name"]: Theme(
            name=row["name"],
            number=row["topic"],
            count=_whole(row["n_respondents"]),
            groups=groups.get(row["name"], {}),
            one_voice=row["one_voice"] == "True",
        )
        for row in _rows(root / artefacts.tables[TOPICS].path)
    }


def weigh_theme(mark: Mark, claim: TopicClaim, facts: Facts, *, place: str) -> Weighed | Judged:
    """Look whether the word fits the respondents with whom a theme occurs.

    Parameters
    ----------
    mark, claim
        The mark, and what it is about.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    word = read_word(mark, facts, place=place)
    if isinstance(word, Judged):
        return word
    if not speaks_of_speaking(mark):
        return failed(mark, "P439", place)
    theme = facts.topics[claim.topic]
    group = claim.group
    count, total = (
        (theme.count, theme.total) if group is None else theme.groups.get(group.value, (None, 0))
    )
    if count is None or total < facts.least:
        return failed(mark, "P443", place, least=facts.least)
    if total < min(band.from_n for band in facts.bands):
        return failed(mark, "P447", place, seen=mark.text, count=count, total=total, at=place)
    if not bands.holds(word.word, count, total, bands=facts.bands):
        fitting = bands.holding(count, total, bands=facts.bands)
        return failed(
            mark, "P446", place, seen=mark.text, count=count, total=total, mixed="",
            share=write_number(100 * count / total, unit="%"), at=place,
            allowed=", ".join(f"'{each}'" for each in fitting) or NOTES["no word"],
        )  # fmt: skip
    return _weigh(claim, word.word, (count, total), facts)


def _weigh(claim: TopicClaim, word: str, counted: tuple[int, int], facts: Facts) -> Weighed:
    """Look how firmly a claim on a theme stands that holds."""
    count, total = counted
    theme = facts.topics[claim.topic]

    def stands(number: int, of: int) -> bool:
        return bands.stands(word, number, of, of=total, bands=facts.bands)

    alone = None if bands.is_exact(word, bands=facts.bands) else hold_counts(count, total, stands)
    groups = None
    if claim.group is None:
        known = [(held, of) for held, of in theme.groups.values() if held is not None]
        groups = held_of(stands(count - held, total - of) for held, of in known)
    labels = {
        "thin": (alone is not None and not alone.whole) or theme.one_voice,
        "one group": groups is not None and not groups.whole,
    }
    stability = Stability(respondents=alone, groups=groups)
    few = 0 < count < facts.least
    note = NOTES["few of all" if few else "of all"].format(count=count, total=total)
    return Weighed(
        claim=claim,
        word=word,
        count=count,
        total=total,
        stability=stability,
        labels=tuple(LABELS[name] for name, applies in labels.items() if applies),
        notes=(note, NOTES["theme"], *stability_note(stability, count, facts)),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    """Read a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _whole(text: str) -> int | None:
    """Read a count; None where it was suppressed."""
    return int(float(text)) if text else None
