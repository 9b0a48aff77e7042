"""Dutch words of the room `polarities`; it has no error codes of its own."""

from __future__ import annotations

ALL_RESPONDENTS = "alle respondenten"
EQUAL_GROUPS = "alle groepen even zwaar"

CODED = "gecodeerd"
NO_PASSAGES = "geen passages"
NOT_CODED = "nog niet gecodeerd"

WHOLLY = "geheel"
NEARLY = "vrijwel geheel"

KINDS = {
    "upside": "voordeel",
    "downside": "nadeel",
    "early_warning": "vroeg signaal",
    "action": "actie",
}
"""Kinds of text thought of beforehand, by their field in a pole."""
