"""Polarities: where respondents stand between two poles that need each other."""

from __future__ import annotations

from paraplu.polarities.compositions import COMPOSITION_COLUMNS, compose
from paraplu.polarities.positions import (
    BOTH,
    MIXED,
    POSITION_COLUMNS,
    Basis,
    compare_coders,
    position,
)
from paraplu.polarities.quadrants import (
    BEFOREHAND_COLUMNS,
    BLIND_SPOT_COLUMNS,
    QUADRANT_COLUMNS,
    list_beforehand,
    list_blind_spots,
    list_quadrants,
)
from paraplu.polarities.weighing import Weighing, weigh

__all__ = [
    "BEFOREHAND_COLUMNS",
    "BLIND_SPOT_COLUMNS",
    "BOTH",
    "COMPOSITION_COLUMNS",
    "MIXED",
    "POSITION_COLUMNS",
    "QUADRANT_COLUMNS",
    "Basis",
    "Weighing",
    "compare_coders",
    "compose",
    "list_beforehand",
    "list_blind_spots",
    "list_quadrants",
    "position",
    "weigh",
]
