"""``codebook/network.yaml``: public facts about the network."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml
from paraplu.records import Network, NetworkEvent, NetworkInstrument, Partner

__all__ = ["parse_network"]


class SourcedModel(FileModel):
    """A text with its source."""

    text: str
    source: str


class ListModel(FileModel):
    """A list with its source."""

    values: tuple[str, ...]
    source: str
    note: str = ""


class CountModel(FileModel):
    """A number with its year and source."""

    value: int
    year: int
    source: str
    note: str = ""


class HeadModel(FileModel):
    """Name, ambition and size."""

    name: str
    ambition: SourcedModel | None = None
    lines: ListModel | None = None
    partner_count: CountModel | None = None


class EventModel(FileModel):
    """Something that happened."""

    date: dt.date | int
    event: str
    source: str


class GoalModel(FileModel):
    """One goal of the network."""

    id: str
    name: str
    text: str
    source: str


class PartnerModel(FileModel):
    """A partner or related organisation."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: str = ""
    source: tuple[str, ...] | str = ()
    note: str = ""


class InstrumentModel(FileModel):
    """Something the network offers."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    source: str = ""


class NetworkModel(FileModel):
    """The whole file."""

    version: int = 1
    network: HeadModel
    events: tuple[EventModel, ...] = ()
    goals: tuple[GoalModel, ...] = ()
    phases: ListModel | None = None
    functions: ListModel | None = None
    partners: tuple[PartnerModel, ...] = ()
    related: tuple[PartnerModel, ...] = ()
    instruments: tuple[InstrumentModel, ...] = ()
    sources: dict[str, str] = Field(default_factory=dict)


def parse_network(text: str, *, path: str) -> Parsed[Network]:
    """Read the facts; a row that names a source that is not listed is a problem."""
    model, node, problems = load_yaml(text, NetworkModel, path=path)
    if model is None:
        return Parsed(Network(), tuple(problems))
    for kind in ("events", "goals", "partners", "related", "instruments"):
        for n, row in enumerate(getattr(model, kind)):
            problems += [
                messages.problem("P113", f"{path}:{line_of(node, (kind, n))}", source=source)
                for source in _sources(row)
                if source not in model.sources and source != "none"
            ]
    return Parsed(_as_record(model), tuple(problems))


def _sources(row: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return the source keys that a row names."""
    sources = row.source
    return (sources,) * bool(sources) if isinstance(sources, str) else tuple(sources)


def _as_record(model: NetworkModel) -> Network:
    """Turn the validated file into a record."""
    head = model.network
    return Network(
        name=head.name,
        ambition=head.ambition.text if head.ambition else "",
        partner_count=head.partner_count.value if head.partner_count else None,
        partner_year=head.partner_count.year if head.partner_count else None,
        lines=head.lines.values if head.lines else (),
        events=tuple(NetworkEvent(str(e.date), e.event, e.source) for e in model.events),
        goals={goal.id: goal.text for goal in model.goals},
        phases=model.phases.values if model.phases else (),
        functions=model.functions.values if model.functions else (),
        partners=_as_partners(model.partners),
        related=_as_partners(model.related),
        instruments=tuple(
            NetworkInstrument(i.id, i.name, i.aliases, i.phases, i.source)
            for i in model.instruments
        ),
        sources=model.sources,
    )


def _as_partners(models: tuple[PartnerModel, ...]) -> tuple[Partner, ...]:
    """Turn models into records."""
    return tuple(Partner(m.id, m.name, m.aliases, m.type, _sources(m)) for m in models)
