"""Dutch texts of the rendering engines (room `report`, codes P450 to P479)."""

from __future__ import annotations

from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P450": Text(
        seen="het bewijs van dit essay is niet beoordeeld: essays/_marks/{essay}.json ontbreekt",
        do="Draai 'paraplu render'; een kale 'quarto render' kan alleen als de controle "
        "vooraf in _quarto.yml staat",
    ),
    "P451": Text(
        seen="merkteken zonder oordeel: {key}",
        do="Het essay is na de controle veranderd; draai 'paraplu render' opnieuw",
    ),
    "P452": Text(
        seen="merkteken dat niet klopt met de gegevens: {key}",
        do="Draai 'paraplu check --essays' voor wat er mis is",
    ),
    "P453": Text(
        seen="keuzekaart '{name}' mist een kop of een van de blokken",
        allowed="een kop, .pool .links, .pool .rechts, .tegenspraak, .en, .signalen, .onbeantwoord",
        do="Vul de kaart aan; zie docs/guides/essays.md",
    ),
    "P454": Text(
        seen="keuzekaart '{name}' past niet op één bladzijde",
        allowed="ongeveer 330 woorden",
        do="Kort de kaart in",
    ),
    "P460": Text(
        seen="{what} kent deze weergave niet",
        allowed="wat in docs/guides/quarto-subset.md staat",
        do="Schrijf het anders, of installeer Quarto en kies '--engine quarto'",
    ),
    "P461": Text(
        seen="het blok '{id}' heeft geen bijschrift, of meer dan één alinea",
        allowed="één alinea met het bijschrift",
        do="Zet het bijschrift in één alinea in het blok",
    ),
    "P462": Text(
        seen="verwijzing '{ref}' wijst nergens heen",
        allowed="een figuur, tabel of genummerde kop in dit essay; een ander essay (.qmd); het web",
        do="Verbeter de naam, of zet 'number-sections: true' bij een verwijzing naar een kop",
    ),
    "P463": Text(
        seen="'{ref}' staat niet in de literatuurlijst",
        do="Voeg de bron toe aan essays/references.bib, of verbeter de sleutel",
    ),
    "P464": Text(
        seen="de opmaak klopt niet: {why}",
        do="Verbeter de opmaak op deze plaats",
    ),
    "P465": Text(
        seen="de literatuurlijst '{path}' bestaat niet",
        do="Maak het bestand, of haal de regel weg",
    ),
    "P466": Text(
        seen="de PDF kan niet worden gezet: {why}",
        do="Meld dit met het essay erbij; HTML en Word kunnen intussen wel: '--to html,docx'",
    ),
    "P467": Text(
        seen="veld '{key}' in de kop van het essay kent deze weergave niet",
        allowed="{allowed}",
        do="Haal het veld weg",
    ),
    "P468": Text(
        seen="de YAML is niet te lezen",
        do="Controleer inspringing en aanhalingstekens",
    ),
    "P469": Text(
        seen="Quarto staat niet op het pad",
        do="Installeer Quarto, of kies '--engine embedded'",
    ),
    "P470": Text(
        seen="Quarto stopte met code {code}: {why}",
        do="Verbeter het essay, of probeer '--engine embedded' voor een nauwkeuriger melding",
    ),
    "P471": Text(
        seen="het beeld '{path}' ontbreekt",
        do="Verbeter de naam; maakt een notebook dit beeld, draai dan 'paraplu run'",
    ),
    "P472": Text(
        seen="vorm '{form}' bestaat niet",
        allowed="html, pdf, docx",
        do="Kies een of meer van deze vormen",
    ),
}

FORM: dict[str, str] = {
    "unclosed": "dit blok (:::) wordt nergens gesloten",
    "closes nothing": "dit ::: sluit geen blok",
    "short": "dit ::: heeft minder dubbele punten dan het blok op regel {line} dat het sluit",
    "glued": "vóór dit blok (:::) ontbreekt een lege regel",
    "twice": "de naam '{id}' staat er twee keer (eerst op regel {line})",
    "no note": "voetnoot '{name}' heeft geen tekst",
    "idle note": "nergens staat een verwijzing naar voetnoot '{name}'",
    "note twice": "voetnoot '{name}' staat er twee keer (eerst op regel {line})",
}
"""What can be wrong with the form of an essay; stands in P464."""
