"""The machine's proposal: entities with what replaces them, for a person to decide on."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import LABELS
from paraplu.anonymise.generalising import generalise_age, generalise_date
from paraplu.anonymise.linking import link
from paraplu.records import Decisions, Entity, Occurrence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.anonymise.detection import Mention
    from paraplu.anonymise.document import Document

__all__ = ["propose"]

NUMBERED = {
    "PERSON": "persoon", "MUNICIPALITY": "gemeente", "PLACE": "plaats", "ADDRESS": "adres",
    "ORG": "organisatie", "PARTY": "partij", "EVENT": "gebeurtenis",
}  # fmt: skip
FIXED = {
    "PHONE": "telefoonnummer", "EMAIL": "e-mailadres", "URL": "webadres", "SOCIAL": "account",
    "PLATE": "kenteken", "IBAN": "rekeningnummer", "BSN": "bsn",
}  # fmt: skip
_SELF = re.compile(
    r"\b(?:ik ben|mijn naam is|ik heet|(?:mijn )?naam:|je spreekt met)\s*(?:dus |eh,? )?$",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:(?:gesprek|interview|zit|ben|spreek|hier|tafel|band) (?:\w+ ){0,2}met|welkom|"
    r"te gast:?|tegenover mij:?),? $",
    re.IGNORECASE,
)
OPENING = 8
"""Turns in which respondent and interviewer say who they are."""


def propose(document: Document, mentions: Sequence[Mention], *, interview: str) -> Decisions:
    """Link mentions to entities, number them and propose what replaces them.

    Parameters
    ----------
    document
        The text that was looked at.
    mentions
        What was found in it.
    interview
        Id of the interview.

    Returns
    -------
    Decisions
        In the state ``machine``; every entity is ``voorgesteld``. Persons come first, then
        the other labels in fixed order, each in order of first mention.

    """
    groups = link(mentions)
    roles = _find_roles(document, groups)
    counts: dict[str, int] = {}
    entities = []
    for label in LABELS:
        for number, group in enumerate(groups):
            if group[0].label != label:
                continue
            replacement = roles.get(number) or _replacement(group[0], counts)
            entities.append(
                Entity(
                    label=label,
                    replacement=f"[{replacement}]",
                    note="",
                    occurrences=tuple(Occurrence(m.start, m.end, m.text, m.sources) for m in group),
                    status="voorgesteld",
                )
            )
    digest = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
    return Decisions(interview, digest, "machine", "", "", tuple(entities))


def _replacement(mention: Mention, counts: dict[str, int]) -> str:
    """Return what replaces an entity, by its first mention."""
    if mention.label == "DATE":
        return generalise_date(mention.text)
    if mention.label == "AGE":
        return generalise_age(mention.text)
    if mention.label in FIXED:
        return FIXED[mention.label]
    counts[mention.label] = counts.get(mention.label, 0) + 1
    return f"{NUMBERED[mention.label]} {counts[mention.label]}"


def _find_roles(document: Document, groups: Sequence[Sequence[Mention]]) -> dict[int, str]:
    """Find which person is the respondent and which the interviewer, by what they say."""
    roles: dict[int, str] = {}
    opening = document.turns[:OPENING]
    for number, group in enumerate(groups):
        if group[0].label != "PERSON":
            continue
        for mention in group:
            turn = next((t for t in opening if t.start <= mention.start < t.end), None)
            if turn is None or turn.role not in {"I", "R"}:
                continue
            before = document.text[turn.start : mention.start]
            alone = not before and turn.role == "R"
            presented = turn.role == "R" and (_SELF.search(before) or alone)
            if presented or (turn.role == "I" and _MET.search(before)):
                role = "respondent"
            elif turn.role == "I" and _SELF.search(before):
                role = "interviewer"
            else:
                continue
            if role not in roles.values():
                roles[number] = role
            break
    return roles
