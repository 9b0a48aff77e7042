"""Dutch texts of the room in which proposed replacements are reviewed (P53)."""

from __future__ import annotations

from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P530": Text(
        "over {interview} is intussen elders beslist",
        do="Kijk wat er nu staat, en doe uw laatste stap zo nodig nog eens",
    ),
    "P531": Text(
        "er is niets om terug of vooruit te zetten",
        "stappen die u deed sinds de app open is, zolang niemand anders erna besliste",
    ),
    "P532": Text(
        "deze vervanging kan niet",
        "een paar woorden, zonder rechte haken en op één regel",
        "Schrijf iets anders",
    ),
    "P533": Text(
        "om de sleutel te schrijven is het wachtwoord nodig, en dat vraagt de app niet",
        do="Draai in een terminal 'paraplu anonymise {interview} --apply'",
    ),
    "P534": Text(
        "{interview} is nog niet nagekeken",
        do="Sluit eerst het nalezen af",
    ),
    "P535": Text("om samen te voegen zijn twee of meer regels nodig", do="Kies er nog een"),
    "P536": Text(
        "wat vervangen wordt ligt niet binnen één beurt",
        "woorden van één spreker, zonder de letter ervoor",
        "Selecteer minder",
    ),
}  # fmt: skip
