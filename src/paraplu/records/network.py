"""Public facts about the network, each with its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Network", "NetworkEvent", "NetworkInstrument", "Partner"]


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner (or a related organisation) and the forms its name takes."""

    id: str
    name: str
    aliases: tuple[str, ...]
    type: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkInstrument:
    """Something the network offers, and the phases it serves."""

    id: str
    name: str
    aliases: tuple[str, ...]
    phases: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class NetworkEvent:
    """Something that happened; `date` is a year or a full date."""

    date: str
    event: str
    source: str


@dataclass(frozen=True, slots=True)
class Network:
    """The network under evaluation; an empty study knows only its name."""

    name: str = ""
    ambition: str = ""
    partner_count: int | None = None
    partner_year: int | None = None
    lines: tuple[str, ...] = ()
    events: tuple[NetworkEvent, ...] = ()
    goals: Mapping[str, str] = field(default_factory=dict)
    phases: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    related: tuple[Partner, ...] = ()
    instruments: tuple[NetworkInstrument, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
