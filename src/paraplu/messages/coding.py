"""Dutch texts of the room `coding` (P2)."""

from __future__ import annotations

from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P210": Text(
        "de gecodeerde woorden staan niet in {interview} op tekens {start}–{end}",
        do="Zet de tekst of de regel terug uit git, of kies de passage opnieuw in 'paraplu code'",
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
    "P216": Text(
        "code '{code}' is uit gebruik genomen",
        do="Kies een code die nog gebruikt wordt",
    ),
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
    "P230": Text(
        "een gebeurtenis met dit nummer staat al met een andere inhoud in het ledger",
        do="Laad het gesprek opnieuw en doe de laatste stap nog eens",
    ),
    "P231": Text(
        "een gebeurtenis '{kind}' heeft velden te veel of te weinig: {fields}",
        "add met start, end, exact en code; revise met ten minste één veld; memo met memo; "
        "remove zonder velden",
        "Laad het gesprek opnieuw en doe de laatste stap nog eens",
    ),
    "P232": Text(
        "een codering met dit nummer bestaat al",
        do="Laad het gesprek opnieuw en doe de laatste stap nog eens",
    ),
    "P233": Text(
        "een regel '{kind}' voor een codering die er niet is",
        do="Laad het gesprek opnieuw en doe de laatste stap nog eens",
    ),
    "P234": Text(
        "de grenzen van de passage passen niet in de tekst",
        "gehele getallen van 0 tot en met {length}, het begin voor het einde",
        "Kies de passage opnieuw",
    ),
    "P235": Text(
        "op tekens {start}–{end} staat alleen wit",
        do="Kies een passage met ten minste één woord",
    ),
    "P240": Text("wijziging '{op}' bestaat niet", "{allowed}", "Kies een van deze"),
    "P241": Text("code '{code}' is er niet", do="Kies een code uit het codeboek"),
    "P242": Text("familie '{family}' is er niet", do="Kies een familie uit het codeboek"),
    "P243": Text(
        "code '{code}' is al uit gebruik genomen",
        do="Kies een code die nog gebruikt wordt",
    ),
    "P244": Text(
        "code '{code}' kan niet opgaan in '{into}'",
        "een andere code die nog gebruikt wordt en dezelfde polen heeft; onder de code die "
        "opgaat hangen geen andere codes",
        "Kies een andere code",
    ),
    "P245": Text("veld '{field}' is leeg", do="Vul het in"),
    "P246": Text("code '{code}' bestaat al, of heeft bestaan", do="Kies een ander kort id"),
    "P247": Text(
        "'{code}' kan geen id van een code zijn",
        "kleine letters, cijfers en streepjes, te beginnen met een letter",
        "Kies een ander kort id",
    ),
    "P248": Text(
        "code '{code}' wordt gesplitst in minder dan twee codes",
        do="Noem er ten minste twee, of hernoem de code",
    ),
    "P250": Text("de tekst is niet veranderd", do="Geef het bestand met de verbeterde tekst"),
    "P251": Text(
        "de passage van een afspraak (tekens {start}–{end}) is in de nieuwe tekst niet terug te "
        "vinden",
        do="Laat die passage staan, of haal de afspraak eerst uit de kop",
    ),
    "P252": Text(
        "de kolommen kloppen niet: {columns}",
        "ten minste interview, code, en start met end of exact",
        "Neem een bestand van 'paraplu codings export' als voorbeeld",
    ),
    "P253": Text(
        "de passage staat niet precies één keer in {interview}",
        do="Geef start en end, of meer woorden",
    ),
    "P254": Text("'{value}' kan niet in kolom {column}", "{allowed}"),
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

POSITIONS = (
    "Posities tellen Unicode-codepunten vanaf 0, het einde niet meegerekend, in de tekst van het "
    "gesprek na de kop tussen de twee regels '---' en de lege regel daarna."
)
"""How positions in an export count."""
