"""Dutch texts of the room `coding` (P2)."""

from __future__ import annotations

from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P210": Text(
        "de gecodeerde woorden staan niet in {interview} op tekens {start}–{end}",
        do="Zet de tekst of de regel terug uit git; de codering blijft bewaard",
    ),
    "P211": Text(
        "de codering is gemaakt op een andere versie van {interview}",
        do="Leg de codering opnieuw vast op de huidige tekst",
    ),
    "P212": Text(
        "code '{code}' bestaat niet in het codeboek",
        do="Voeg de code toe aan codebook/codebook.yaml of hercodeer de passage",
    ),
    "P213": Text(
        "code '{code}' bestaat pas sinds versie {since} van het codeboek, "
        "de regel is van versie {version}",
        do="Verbeter 'codebook' in de regel",
    ),
    "P214": Text("eigenschap '{attribute}' bestaat niet in het codeboek", do="Verbeter de naam"),
    "P215": Text("{attribute} '{value}' bestaat niet", "{allowed}", "Verbeter de waarde"),
    "P220": Text(
        "deze regel spreekt een regel met hetzelfde nummer tegen ({other})",
        do="Houd de juiste van de twee en geef de andere een eigen nummer",
    ),
    "P221": Text(
        "deze codering staat ook in het ledger van een andere codeur ({other})",
        do="Een codering hoort bij één codeur: verwijder haar uit het verkeerde ledger",
    ),
    "P222": Text(
        "een regel '{kind}' voor een codering die nooit is toegevoegd",
        do="Zet de regel 'add' terug uit git",
    ),
    "P270": Text(
        "{measure} is berekend voor {n} codeurs",
        "precies twee codeurs",
        "Kies twee codeurs, of neem Krippendorffs α of Fleiss' κ",
    ),
    "P271": Text("{name} '{value}' bestaat niet", "{choices}", "Kies een van deze"),
    "P272": Text(
        "de codeurs zijn niet over dezelfde codes vergeleken: {codes}",
        "voor elke codeur dezelfde codes als kolommen",
        "Maak de eenheden van elke codeur met dezelfde lijst van codes",
    ),
    "P273": Text(
        "stukken van één codeur en één code overlappen elkaar of vallen buiten het geheel",
        "per codeur en code stukken die elkaar niet overlappen",
        "Voeg overlappende stukken eerst samen met 'unite_spans'",
    ),
    "P274": Text("{n} codeurs zijn vergeleken", "minstens twee codeurs", "Kies er minstens twee"),
}

REASONS: dict[str, str] = {
    "": "",
    "no pairs": "geen eenheid door twee codeurs bekeken",
    "one category": "één categorie, niet te bepalen",
    "no positives": "door niemand toegekend",
    "one cluster": "één gesprek, geen interval",
}
"""Why a coefficient of agreement, or its interval, has no value."""

SEEN_BY: dict[str, str] = {
    "both": "beide codeurs",
    "a": "alleen de eerste codeur",
    "b": "alleen de tweede codeur",
    "new": "geen van beiden",
    "unread": "code die later is toegevoegd",
}
"""Who had given what the consensus decided about."""
