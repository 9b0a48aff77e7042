"""Dutch words of the room `network`; it has no error codes of its own."""

from __future__ import annotations

TOO_THIN = "te dun voor een uitspraak"

ALL_VOICES = "allen"
PARTNERS = "partners"
OUTSIDE = "buiten het netwerk"

FOR = "voor"
AGAINST = "tegen"
MIXED = "gemengd"
NEUTRAL = "neutraal"
SILENT = "stil"

LEVEL = "niveau"
CONDITION = "voorwaarde"
TENSION = "spanning"
GOAL = "doel"
FUNCTION = "functie"

PARTNER = "partner"
RELATED = "verwant"

WITHOUT_PHASE = "zonder fase"
OFFERED_AND_SPOKEN = "aangeboden en besproken"
OFFERED_ONLY = "aangeboden, niet besproken"
SPOKEN_ONLY = "besproken, niet aangeboden"
NEITHER = "leeg"

COVERED = "gedekt"
LEAKING = "lekt"
BARE = "onbedekt"
