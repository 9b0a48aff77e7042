"""``interviews/raw/R07.decisions.yaml``: what was replaced by what, and who decided."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, load_yaml
from paraplu.records import Decisions, Entity, Occurrence

__all__ = ["LABELS", "parse_decisions"]

LABELS = (
    "PERSON", "MUNICIPALITY", "PLACE", "ADDRESS", "ORG", "PARTY", "DATE", "AGE", "PHONE",
    "EMAIL", "URL", "SOCIAL", "PLATE", "IBAN", "BSN", "EVENT",
)  # fmt: skip


class OccurrenceModel(FileModel):
    """A mention as it stands in the file."""

    start: int
    end: int
    text: str


class EntityModel(FileModel):
    """An entity as it stands in the file."""

    label: Literal[
        "PERSON", "MUNICIPALITY", "PLACE", "ADDRESS", "ORG", "PARTY", "DATE", "AGE", "PHONE",
        "EMAIL", "URL", "SOCIAL", "PLATE", "IBAN", "BSN", "EVENT",
    ]  # fmt: skip
    replacement: str
    note: str = ""
    occurrences: tuple[OccurrenceModel, ...] = ()


class DecisionsModel(FileModel):
    """The whole file."""

    id: str
    sha256: str
    state: Literal["machine", "nagekeken", "tweede lezer"]
    reviewed_by: str = ""
    reviewed_on: dt.date | str = ""
    entities: tuple[EntityModel, ...] = ()


def parse_decisions(text: str, *, path: str) -> Parsed[Decisions | None]:
    """Read the decisions on one transcript, or None when they cannot be read."""
    model, _, problems = load_yaml(text, DecisionsModel, path=path)
    if model is None:
        return Parsed(None, tuple(problems))
    entities = tuple(
        Entity(
            label=entity.label,
            replacement=entity.replacement,
            note=entity.note,
            occurrences=tuple(Occurrence(o.start, o.end, o.text) for o in entity.occurrences),
        )
        for entity in model.entities
    )
    decisions = Decisions(
        id=model.id,
        sha256=model.sha256,
        state=model.state,
        reviewed_by=model.reviewed_by,
        reviewed_on=str(model.reviewed_on),
        entities=entities,
    )
    return Parsed(decisions, tuple(problems))
