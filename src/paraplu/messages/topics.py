"""Dutch texts of the room `topics`."""

from __future__ import annotations

from paraplu.messages import Text

STABILITY_UNKNOWN = "nog niet bepaald"
"""What is said of a topic until it has been tried with interviews left out."""

FITTED = "thema’s bepaald"
TOO_FEW = "te weinig fragmenten voor thema’s"
"""Outcomes of a fit."""

UNNAMED = "zonder naam"
"""Name of a topic in which no word is shared by enough respondents."""

TEXTS: dict[str, Text] = {
    "P301": Text(
        seen="er worden {seen} thema’s gevraagd",
        allowed="een geheel getal van {least} of hoger",
        do="Pas het aantal aan onder [topics] in paraplu.toml",
    ),
}
