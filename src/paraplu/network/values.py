"""Numbers on the network that an essay may use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu.messages import values as words
from paraplu.messages.network import ALL_VOICES, OFFERED_ONLY, PARTNER, SILENT
from paraplu.records.value import Value

if TYPE_CHECKING:
    import pandas as pd

    from paraplu.network.review import Review
    from paraplu.records import Network

__all__ = ["review_values"]

CONTRIBUTION = "bijdrage"
SIGNS = {"": ("+", "-", "0", ""), ".gunstig": ("+",), ".ongunstig": ("-",)}


def review_values(review: Review, codings: pd.DataFrame, *, network: Network) -> tuple[Value, ...]:
    """Return the numbers on the network, keys ``netwerk.…`` and ``effect.…``.

    ``effect.<kind>.<set>`` counts who speaks of a level, condition, tension, goal or function,
    ``effect.<kind>.<set>.<stance>`` who speaks for it and so on; ``effect.dreiging.<code>`` who
    speaks of a threat and ``….ernaast`` with whom it falls beside the protection;
    ``effect.bijdrage`` (``.gunstig``, ``.ongunstig``) who speaks of the contribution.

    Parameters
    ----------
    review
        Result of `review_network`.
    codings
        The codings it was made of.
    network
        Public facts.

    """
    return (
        *_facts(review, network=network),
        *_evidence(review.effectiveness),
        *_evidence(review.functions),
        *_contribution(codings),
        *_threats(review.umbrella.threats),
    )


def _facts(review: Review, *, network: Network) -> list[Value]:
    """Count what is known of the network, and what of it is named or passed over."""
    partners = review.partners[review.partners["kind"].eq(PARTNER)]
    named = int(partners["respondents"].gt(0).sum())
    empty = review.instruments[review.instruments["status"].eq(OFFERED_ONLY)]
    counted = [
        ("partners", network.partner_count, words.PARTNERS, None),
        ("doelen", len(network.goals), words.GOALS, None),
        ("fasen", len(network.phases), words.PHASES, None),
        ("functies", len(network.functions), words.FUNCTIONS, None),
        ("instrumenten", len(network.instruments), words.INSTRUMENTS, None),
        ("genoemd", named, words.PARTNERS, len(partners)),
    ]
    offered = int(review.instruments["offered"].sum())
    return [
        *(
            Value(f"netwerk.{key}", number, unit, words.NETWORK_LABELS[key], of)
            for key, number, unit, of in counted
            if number is not None
        ),
        Value("effect.instrument-fase.leeg", len(empty), words.CELLS, words.EMPTY_LABEL, offered),
    ]


def _evidence(evidence: pd.DataFrame) -> list[Value]:
    """Count per set who speaks of it, and how."""
    whole = evidence[evidence["voice"].eq(ALL_VOICES) & evidence["code"].eq("")]
    values = []
    for (kind, name), own in whole.groupby(["kind", "set"], sort=False):
        key = f"effect.{kind}.{_slug(str(name))}"
        spoken = own[own["stance"] != SILENT]
        of, n = int(own["of"].iloc[0]), int(spoken["respondents"].sum())
        label = words.DISCUSSED_LABEL.format(kind=kind, set=name)
        ids = tuple(coding for codings in spoken["codings"] for coding in codings)
        values.append(Value(key, n, words.RESPONDENTS, label, of, ids))
        values += [
            Value(f"{key}.{row['stance']}", row["respondents"], words.RESPONDENTS,
                  words.STANCE_LABEL.format(stance=row["stance"], kind=kind, set=name), n,
                  row["codings"])
            for row in spoken.to_dict("records")
        ]  # fmt: skip
    return values


def _contribution(codings: pd.DataFrame) -> list[Value]:
    """Count who speaks of the contribution of the network, and how."""
    own = codings[codings["code"].eq(CONTRIBUTION) & codings["respondent"].ne("")]
    of = int(own["respondent"].nunique())
    values = []
    for suffix, signs in SIGNS.items():
        chosen = own[own["valentie"].isin(signs)]
        values.append(
            Value(f"effect.bijdrage{suffix}", int(chosen["respondent"].nunique()),
                  words.RESPONDENTS, words.CONTRIBUTION_LABELS[suffix], of if suffix else None,
                  tuple(chosen["coding"]))
        )  # fmt: skip
    return values


def _threats(threats: pd.DataFrame) -> list[Value]:
    """Count who speaks of each threat, and with whom it falls beside the protection."""
    values = []
    for row in threats[threats["voice"].eq(ALL_VOICES)].to_dict("records"):
        key = f"effect.dreiging.{_slug(str(row['threat']))}"
        speaking = words.SPEAKING_LABEL.format(name=row["name"])
        gap = words.GAP_LABEL.format(name=row["name"])
        values.append(Value(key, row["speaking"], words.RESPONDENTS, speaking, row["of"]))
        values.append(Value(f"{key}.ernaast", row["gap"], words.RESPONDENTS, gap, row["speaking"]))
    return values


def _slug(name: str) -> str:
    """Make a part of a key: letters and digits, joined by hyphens."""
    plain = name.lower().replace("ë", "e")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
