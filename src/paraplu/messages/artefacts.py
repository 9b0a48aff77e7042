"""Dutch texts of the room `artefacts` (P48 and P49)."""

from __future__ import annotations

from paraplu.messages import Text

YES, NO = "ja", "nee"
WITHHELD = "·"
"""Stands for a count that is not shown where counts add up."""
WITHHELD_LEGEND = (
    "Een · staat voor minder dan {least}, of voor een aantal dat wegbleef omdat een klein aantal "
    "anders te berekenen is."
)

TEXTS: dict[str, Text] = {
    "P480": Text(
        "dit notebook heeft geen afspraak over wat het leest en maakt",
        do="Beschrijf het in artefacts/schema",
    ),
    "P481": Text(
        "{what} '{name}' is niet afgesproken",
        do="Voeg haar toe aan artefacts/schema of laat haar weg",
    ),
    "P482": Text("waarde '{key}' wordt twee keer gegeven", do="Geef elke sleutel één keer"),
    "P483": Text("waarde '{key}' is geen getal", do="Geef alleen waarden die bepaald zijn"),
    "P484": Text("{what} '{name}' is afgesproken en ontbreekt", do="Geef haar mee aan write()"),
    "P485": Text("tabel '{name}' heeft andere kolommen dan afgesproken", "{columns}"),
    "P486": Text("tabel '{name}' heeft dubbele rijen voor {columns}", do="Tel ze samen"),
    "P487": Text(
        "de uitkomsten van {notebook} komen van een andere versie",
        do="Draai 'paraplu run'",
    ),
    "P488": Text(
        "dit bestand is veranderd of weg sinds {notebook} het schreef",
        do="Draai 'paraplu run --force'",
    ),
    "P489": Text(
        "waarde '{key}' is ook door {notebook} geschreven",
        do="Geef een van beide een andere sleutel",
    ),
    "P490": Text("notebook {notebook} is nog niet uitgevoerd", do="Draai 'paraplu run'"),
    "P491": Text(
        "de gegevens van notebook {notebook} zijn sindsdien veranderd",
        do="Draai 'paraplu run'",
    ),
    "P492": Text(
        "veld '{field}' van deze afspraak ontbreekt of past niet",
        do="Neem artefacts/schema/02-coderingen.toml als voorbeeld",
    ),
    "P493": Text("dit is geen leesbare TOML", do="Kijk naar aanhalingstekens en haakjes"),
}
