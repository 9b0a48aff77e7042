"""Network: how well it works, as people inside and outside it see it."""

from __future__ import annotations

from paraplu.network.evidence import (
    EVIDENCE_COLUMNS,
    STANCES,
    list_evidence,
    list_functions,
    tabulate_evidence,
)
from paraplu.network.instruments import INSTRUMENT_COLUMNS, list_instruments
from paraplu.network.mentions import (
    MENTION_COLUMNS,
    PARTNER_COLUMNS,
    Named,
    find_mentions,
    list_partners,
)
from paraplu.network.review import Review, assess_effectiveness, review_network
from paraplu.network.timeline import TIMELINE_COLUMNS, list_events
from paraplu.network.umbrella import PAIR_COLUMNS, THREAT_COLUMNS, Umbrella, open_umbrella
from paraplu.network.voices import PARTNER_GROUP, group_voices

__all__ = [
    "EVIDENCE_COLUMNS",
    "INSTRUMENT_COLUMNS",
    "MENTION_COLUMNS",
    "PAIR_COLUMNS",
    "PARTNER_COLUMNS",
    "PARTNER_GROUP",
    "STANCES",
    "THREAT_COLUMNS",
    "TIMELINE_COLUMNS",
    "Named",
    "Review",
    "Umbrella",
    "assess_effectiveness",
    "find_mentions",
    "group_voices",
    "list_events",
    "list_evidence",
    "list_functions",
    "list_instruments",
    "list_partners",
    "open_umbrella",
    "review_network",
    "tabulate_evidence",
]
