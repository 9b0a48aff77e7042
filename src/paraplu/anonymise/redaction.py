"""Taking out what was found after the review: which pseudonym, and where in the raw text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from paraplu.records import Entity, Occurrence, Verdict
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paraplu.records import Decisions

__all__ = ["NOUNS", "PSEUDONYM", "extend_decisions", "free_pseudonym", "to_raw"]

PSEUDONYM = re.compile(r"\[[^\[\]\n]+\]")
NOUNS = {
    "PERSON": "persoon", "MUNICIPALITY": "gemeente", "PLACE": "plaats", "ADDRESS": "adres",
    "ORG": "organisatie", "PARTY": "partij", "DATE": "datum", "AGE": "leeftijd",
    "PHONE": "telefoonnummer", "EMAIL": "e-mailadres", "URL": "website", "SOCIAL": "account",
    "PLATE": "kenteken", "IBAN": "rekeningnummer", "BSN": "burgerservicenummer",
    "EVENT": "gebeurtenis",
}  # fmt: skip


def free_pseudonym(label: str, *, taken: Iterable[str]) -> str:
    """Return the first pseudonym of a kind with a number that nobody has.

    Parameters
    ----------
    label
        One of the labels of a decisions file.
    taken
        Texts in which pseudonyms stand.

    Examples
    --------
    >>> free_pseudonym("PERSON", taken=["R: [persoon 1] kent [persoon 2]."])
    '[persoon 3]'

    """
    noun = NOUNS[label]
    numbers = [int(found[1]) for text in taken for found in re.finditer(rf"\[{noun} (\d+)\]", text)]
    return f"[{noun} {max(numbers, default=0) + 1}]"


def to_raw(spans: Sequence[Span], *, decisions: Decisions) -> tuple[Span, ...]:
    """Return where spans of the pseudonymised text stand in the raw text.

    Parameters
    ----------
    spans
        Code points into what `apply_decisions` gives; they share nothing with replacements.
    decisions
        The decisions that were applied.

    """
    mentions = sorted(
        (occurrence.start, occurrence.end, len(entity.replacement))
        for entity in decisions.entities
        if entity.status != "afgewezen"
        for occurrence in entity.occurrences
    )
    moved = []
    for span in spans:
        start, shift = span.start, 0
        for begin, end, length in mentions:
            if begin + shift >= start:
                break
            shift += length - (end - begin)
        moved.append(Span(span.start - shift, span.end - shift))
    return tuple(moved)


def extend_decisions(
    decisions: Decisions,
    *,
    spans: Sequence[Span],
    raw: str,
    label: str,
    replacement: str,
    time: str,
    who: str,
) -> Decisions:
    """Return the decisions with what was found late, so that applying them gives the new text.

    Parameters
    ----------
    decisions
        The decisions on the raw text.
    spans
        Code points into the raw text.
    raw
        The raw text.
    label, replacement
        What it is, and what stands there now.
    time, who
        ISO 8601, and who took it out.

    """
    mentions = tuple(Occurrence(s.start, s.end, raw[s.start : s.end]) for s in spans)
    entities = list(decisions.entities)
    same = [n for n, e in enumerate(entities) if (e.label, e.replacement) == (label, replacement)]
    if same:
        known = entities[same[0]]
        all_mentions = tuple(sorted((*known.occurrences, *mentions)))
        entities[same[0]] = replace(known, occurrences=all_mentions, status="aanvaard")
    else:
        entities.append(Entity(label, replacement, "", mentions))
    line = Verdict(time, who, "achteraf", replacement)
    return replace(decisions, entities=tuple(entities), log=(*decisions.log, line))
