"""Dutch texts of the room `artefacts` (P46 and P47)."""

from __future__ import annotations

from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P460": Text(
        "dit notebook heeft geen afspraak over wat het leest en maakt",
        do="Beschrijf het in artefacts/schema",
    ),
    "P461": Text(
        "{what} '{name}' is niet afgesproken",
        do="Voeg haar toe aan artefacts/schema of laat haar weg",
    ),
    "P462": Text("waarde '{key}' wordt twee keer gegeven", do="Geef elke sleutel één keer"),
    "P463": Text("waarde '{key}' is geen getal", do="Geef alleen waarden die bepaald zijn"),
    "P464": Text("{what} '{name}' is afgesproken en ontbreekt", do="Geef haar mee aan write()"),
    "P465": Text("tabel '{name}' heeft andere kolommen dan afgesproken", "{columns}"),
    "P466": Text("tabel '{name}' heeft dubbele rijen voor {columns}", do="Tel ze samen"),
    "P467": Text(
        "de uitkomsten van {notebook} komen van een andere versie",
        do="Draai 'paraplu run'",
    ),
    "P468": Text(
        "dit bestand is veranderd of weg sinds {notebook} het schreef",
        do="Draai 'paraplu run --force'",
    ),
    "P469": Text(
        "waarde '{key}' is ook door {notebook} geschreven",
        do="Geef een van beide een andere sleutel",
    ),
    "P470": Text("notebook {notebook} is nog niet uitgevoerd", do="Draai 'paraplu run'"),
    "P471": Text(
        "de gegevens van notebook {notebook} zijn sindsdien veranderd",
        do="Draai 'paraplu run'",
    ),
}
