"""Dutch texts of the room `anonymise` (P16 and P17)."""

from __future__ import annotations

from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P160": Text(
        "de beslissingen zijn genomen op een andere tekst van {interview}",
        do="Zet de ruwe tekst terug, of beoordeel de nieuwe tekst opnieuw",
    ),
    "P161": Text(
        "op tekens {start}–{end} van {interview} staan andere woorden dan beslist",
        do="Verbeter start, end en text",
    ),
    "P162": Text(
        "de vermelding op tekens {start}–{end} van {interview} overlapt een andere",
        do="Voeg de twee samen",
    ),
}
