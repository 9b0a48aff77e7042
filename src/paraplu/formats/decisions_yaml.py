"""``interviews/raw/R07.decisions.yaml``: what was replaced by what, and who decided."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any, Literal

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml
from paraplu.records import Decisions, Entity, Occurrence, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.errors import Problem

__all__ = ["LABELS", "is_replacement", "parse_decisions", "write_decisions"]

LABELS = (
    "PERSON", "MUNICIPALITY", "PLACE", "ADDRESS", "ORG", "PARTY", "DATE", "AGE", "PHONE",
    "EMAIL", "URL", "SOCIAL", "PLATE", "IBAN", "BSN", "EVENT",
)  # fmt: skip

REPLACEMENT = re.compile(r"\[[^\[\]\r\n]*[^\W_][^\[\]\r\n]*\]")


class OccurrenceModel(FileModel):
    """A mention as it stands in the file."""

    start: int
    end: int
    text: str
    sources: tuple[str, ...] = ()


class EntityModel(FileModel):
    """An entity as it stands in the file."""

    label: Literal[
        "PERSON", "MUNICIPALITY", "PLACE", "ADDRESS", "ORG", "PARTY", "DATE", "AGE", "PHONE",
        "EMAIL", "URL", "SOCIAL", "PLATE", "IBAN", "BSN", "EVENT",
    ]  # fmt: skip
    replacement: str
    note: str = ""
    status: Literal["voorgesteld", "aanvaard", "afgewezen"] = "aanvaard"
    occurrences: tuple[OccurrenceModel, ...] = ()


class VerdictModel(FileModel):
    """What a person decided, as it stands in the file."""

    time: dt.datetime | str
    who: str
    what: str
    about: str = ""


class DecisionsModel(FileModel):
    """The whole file."""

    id: str
    sha256: str
    state: Literal["machine", "nagekeken", "tweede lezer"]
    reviewed_by: str = ""
    reviewed_on: dt.date | str = ""
    second_by: str = ""
    second_on: dt.date | str = ""
    entities: tuple[EntityModel, ...] = ()
    log: tuple[VerdictModel, ...] = ()


def parse_decisions(text: str, *, path: str) -> Parsed[Decisions | None]:
    """Read the decisions on one transcript, or None when they cannot be read.

    A replacement that is none is a problem, and so are a review by nobody and a mention that is
    empty or goes on in the next turn.
    """
    model, node, problems = load_yaml(text, DecisionsModel, path=path)
    if model is None:
        return Parsed(None, tuple(problems))
    entities = tuple(
        Entity(
            label=entity.label,
            replacement=entity.replacement,
            note=entity.note,
            occurrences=tuple(
                Occurrence(o.start, o.end, o.text, o.sources) for o in entity.occurrences
            ),
            status=entity.status,
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
        second_by=model.second_by,
        second_on=str(model.second_on),
        log=tuple(Verdict(str(v.time), v.who, v.what, v.about) for v in model.log),
    )
    return Parsed(decisions, (*problems, *_faults(model, node, path=path)))


def is_replacement(text: str) -> bool:
    """Tell whether a text can stand in the place of words: ``[persoon 1]``, on one line.

    Examples
    --------
    >>> [is_replacement(text) for text in ("[persoon 1]", "Piet", "[]", "[een [twee]")]
    [True, False, False, False]

    """
    return REPLACEMENT.fullmatch(text) is not None


def _faults(model: DecisionsModel, node: Any, *, path: str) -> Iterator[Problem]:  # noqa: ANN401
    """Name what can be read and cannot be: a replacement without brackets, a nameless reader."""
    first, second = model.reviewed_by.strip(), model.second_by.strip()
    unread = model.state != "machine" and not first
    if unread or (model.state == "tweede lezer" and second in ("", first)):
        yield messages.problem("P116", f"{path}:{line_of(node, ['state'])}", state=model.state)
    for number, entity in enumerate(model.entities):
        if not is_replacement(entity.replacement):
            line = line_of(node, ["entities", number, "replacement"])
            yield messages.problem("P115", f"{path}:{line}")
        for which, mention in enumerate(entity.occurrences):
            if not 0 <= mention.start < mention.end or "\n" in mention.text:
                line = line_of(node, ["entities", number, "occurrences", which])
                yield messages.problem("P118", f"{path}:{line}")


def write_decisions(decisions: Decisions) -> str:
    """Return the file of decisions; parsing it gives the same record.

    A mention takes a line, so that the file can be read and changed by hand.
    """
    from ruamel.yaml import YAML

    data: dict[str, object] = {
        "id": decisions.id,
        "sha256": decisions.sha256,
        "state": decisions.state,
        "reviewed_by": decisions.reviewed_by,
        "reviewed_on": decisions.reviewed_on,
    }
    if decisions.second_by:
        data |= {"second_by": decisions.second_by, "second_on": decisions.second_on}
    data["entities"] = [_entity_data(entity) for entity in decisions.entities]
    if decisions.log:
        data["log"] = [_flow(_verdict_data(verdict)) for verdict in decisions.log]
    writer = YAML()
    writer.width = 10_000
    stream = io.StringIO()
    writer.dump(data, stream)
    return stream.getvalue()


def _entity_data(entity: Entity) -> dict[str, object]:
    """Return an entity as it is written; an accepted one needs no status."""
    data: dict[str, object] = {"label": entity.label, "replacement": entity.replacement}
    if entity.note:
        data["note"] = entity.note
    if entity.status != "aanvaard":
        data["status"] = entity.status
    data["occurrences"] = [_flow(_occurrence_data(o)) for o in entity.occurrences]
    return data


def _occurrence_data(occurrence: Occurrence) -> dict[str, object]:
    """Return a mention as it is written."""
    data: dict[str, object] = {
        "start": occurrence.start,
        "end": occurrence.end,
        "text": occurrence.text,
    }
    if occurrence.sources:
        data["sources"] = list(occurrence.sources)
    return data


def _verdict_data(verdict: Verdict) -> dict[str, object]:
    """Return a decision as it is written."""
    data: dict[str, object] = {"time": verdict.time, "who": verdict.who, "what": verdict.what}
    if verdict.about:
        data["about"] = verdict.about
    return data


def _flow(data: dict[str, object]) -> object:
    """Write a mapping on one line."""
    from ruamel.yaml.comments import CommentedMap

    mapping = CommentedMap(data)
    mapping.fa.set_flow_style()
    return mapping
