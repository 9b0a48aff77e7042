"""Dutch texts of the room `report`: the judging of essays.

P400 to P437; claims stand in ``messages/claims.py``, the rendering engines (P450 to P472) in
``messages/engines.py``.
"""

from __future__ import annotations

from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    # form
    "P400": Text("pandoc kan dit essay niet lezen: {why}", do="Verbeter de opmaak"),
    "P401": Text("essay '{essay}' bestaat niet", "{allowed}", "Verbeter de naam"),
    "P402": Text(
        "de kop van het essay is niet te lezen",
        "YAML tussen twee regels met ---",
        "Controleer inspringing en aanhalingstekens",
    ),
    "P403": Text(
        "hier staat een merkteken dat niet te lezen is",
        '[tekst]{{.soort naam="waarde"}}',
        "Zet blokhaken om de tekst en aanhalingstekens om elke waarde",
    ),
    "P404": Text(
        "een merkteken staat binnen een ander, of heeft twee soorten",
        "één soort per merkteken, los van elkaar",
        "Splits het",
    ),
    "P405": Text(
        "een merkteken .{kind} kan geen blok zijn",
        "een stuk van een zin: [tekst]{{.{kind} …}}",
        "Zet het merkteken in de zin",
    ),
    "P406": Text("bij .{kind} past {name} niet", "{allowed}", "Verbeter het merkteken"),
    "P407": Text(
        "hier staat ruwe HTML of andere ruwe opmaak, die de controle niet kan lezen",
        "markdown, en commentaar tussen <!-- en -->",
        "Schrijf het in markdown",
    ),
    "P408": Text(
        "hier staat een aangehaald blok zonder merkteken",
        'een blok ::: {{.quote from="R.."}}, of .eigen',
        "Maak er een citaat van",
    ),
    "P409": Text(
        "de woorden voor hoeveelheden sluiten niet aan: bij {count} van de {total} past {words}",
        "precies één woord voor elk aantal",
        "Verbeter [report] bands",
    ),
    # outside a mark
    "P410": Text(
        "het getal '{seen}' staat buiten een merkteken",
        ".value, .context, een verwijzing of een jaartal; .eigen voor een eigen oordeel",
        "Zet er een merkteken omheen of schrijf het zonder getal",
    ),
    "P411": Text(
        "'{seen}' zegt hoeveel of hoe vaak en staat buiten een merkteken",
        ".claim, of .eigen voor een eigen oordeel",
        "Zet er een merkteken omheen of schrijf het anders",
    ),
    "P412": Text(
        "het aanhalingsteken {seen} staat buiten een merkteken",
        ".quote, of .eigen",
        "Zet het citaat met zijn aanhalingstekens in een merkteken, of gebruik cursief",
    ),
    "P413": Text("dit is geen plaats in een essay", "essays/naam.qmd:REGEL", "Noem essay en regel"),
    "P414": Text("op deze regel staat geen merkteken", do="Noem de regel van het merkteken"),
    # values
    "P415": Text(
        "waarde '{key}' bestaat niet of mag niet getoond worden",
        "{allowed}",
        "Verbeter de sleutel, of laat een notebook haar schrijven",
    ),
    "P416": Text(
        "'{seen}' klopt niet: {key} is {actual}",
        do="Verbeter het getal, of draai 'paraplu render --update'",
    ),
    "P417": Text(
        "in '{seen}' staat niet precies één getal, of iets dat het verandert",
        "een getal met decimale komma, een woord tot en met twintig, of '2 van de 3'; zonder "
        "'bijna', 'ruim', 'meer dan' of een ander woord dat telt",
        "Verbeter de tekst van het merkteken",
    ),
    "P418": Text(
        "'{seen}' en {key} hebben niet dezelfde eenheid", "{allowed}", "Verbeter de tekst"
    ),
    "P419": Text(
        "[report.selection] noemt {what} '{name}', die niet bestaat", do="Verbeter de naam"
    ),
    # context figures
    "P420": Text(
        "contextcijfer '{key}' bestaat niet",
        "{allowed}",
        "Verbeter de sleutel of voeg het cijfer toe aan codebook/figures.yaml",
    ),
    "P421": Text("'{seen}' klopt niet: {key} is {actual}", do="Verbeter het cijfer"),
    "P422": Text(
        "contextcijfer '{key}' verscheen na de gesprekken",
        "alleen in een blok .sindsdien",
        "Verplaats het",
    ),
    "P423": Text(
        "voor '{key}' is geen cijfer gevonden",
        '[geen cijfer]{{.context key="{key}"}}',
        "Zet er 'geen cijfer'",
    ),
    "P457": Text(
        "contextcijfer '{key}' staat tussen de uitkomsten van de gesprekken",
        "alleen in een kader: ::: {{.callout-note}} of een blok .sindsdien",
        "Zet het apart",
    ),
    "P429": Text(
        "'{seen}' is een percentage van {total} respondenten: te weinig",
        "een percentage vanaf {least}; daaronder het getal",
        "Schrijf '{shown} van de {total}', of zeg waarom met override=\"…\"",
    ),
    # figures and tables
    "P424": Text(
        "dit lijkt een merkteken, maar de soort klopt niet ({seen})",
        ".value, .claim, .quote, .context, .eigen; .artefact voor een blok",
        "Verbeter de soort",
    ),
    "P425": Text(
        "{what} '{name}' bestaat niet of mag niet getoond worden",
        "{allowed}",
        "Verbeter de naam, of laat een notebook haar schrijven",
    ),
    "P426": Text(
        "een blok met {kind}=\"…\" heet '{id}'",
        "een naam die begint met {prefix}",
        "Geef het blok zo'n naam",
    ),
    "P427": Text(
        "hier staat code die pas bij het weergeven tekst maakt, en die leest de controle niet",
        "tekst en merktekens; uitkomsten komen uit notebooks",
        "Haal de code of '{{{{< … >}}}}' weg",
    ),
    "P428": Text(
        "veld '{name}' in de kop brengt tekst of filters in die de controle niet leest",
        do="Haal het veld weg",
    ),
    # quotations
    "P430": Text(
        "'{source}' is geen gesprek of respondent waaruit geciteerd kan worden (onbekend, niet "
        "nagekeken of ingetrokken)",
        do="Verbeter 'from' of haal het citaat weg",
    ),
    "P431": Text(
        "dit citaat staat niet letterlijk in één spreekbeurt van de respondent van {source}",
        "de woorden van het gesprek; […] voor een weglating; [toevoeging] tussen haakjes",
        "Zoek de passage op in interviews/{interview}.md en neem haar letterlijk over",
    ),
    "P432": Text(
        "tussen haakjes is '{seen}' toegevoegd aan een citaat",
        "verduidelijking die niets ontkent, bevestigt of telt",
        "Haal het weg",
    ),
    "P433": Text(
        "'[{seen}]' is een pseudoniem dat hier niet in {source} staat",
        "het pseudoniem van die plaats in het gesprek",
        "Neem het over uit het gesprek",
    ),
    "P434": Text(
        "de respondent van {source} mag niet geciteerd worden (citeren: {citeren}; verslag: "
        "{verslag})",
        "citeren 'vrij'; of 'na voorlegging' met verslag 'akkoord' of 'gecorrigeerd'",
        "Haal het citaat weg, of leg het verslag voor",
    ),
    "P435": Text(
        "over deze passage van {source} is een voorbehoud gemaakt ({wish})",
        do="Kies een andere passage",
    ),
    "P436": Text(
        "hier staat een citaat zonder woorden of zonder aanhalingstekens",
        do="Zet de woorden met hun aanhalingstekens in het merkteken",
    ),
    "P437": Text(
        "haakjes zitten in een citaat aan een woord vast",
        "hele woorden tussen haakjes, of één letter aan het begin: [I]k",
        "Zet het hele woord tussen haakjes",
    ),
}

NOTES: dict[str, str] = {
    "no word": "geen enkel woord",
    "of spoken": "{count} van de {total} besproken",
    "of all": "{count} van de {total}",
    "few of spoken": "van de {total} besproken",
    "few of all": "van de {total}",
    "fewer": "minder dan {least}",
    "opposed": "tegendeel: {count}",
    "mixed": "gemengd: {count}",
    "unread": "niet bekeken: {count}",
    "spoken": "besproken",
    "placed": "met een positie",
    "compared": "{own}, tegenover {other}",
    "leaning": "gemiddelde richting naar {lean}: {direction}, over {total} respondenten",
    "stands": "houdt stand in {held} van {of}",
    "theme": "thema zonder codes gevonden",
    "and": "en",
    "or": "of",
    "override": "percentage van weinigen: {reason}",
    "by": "groep naar {attribute}",
    "partly doubled": "niet overal dubbel gecodeerd",
    "consensus only": "alleen in de consensus gecodeerd",
    "context": "{shown} van {of}: {measure}, {year}",
    "context n": "n = {n}",
    "context after": "verschenen na de gesprekken",
    "context other": "een andere bron geeft {shown}, {year} ({source})",
    "no figure": "geen cijfer",
    "no figure found": "geen cijfer gevonden",
    "respondent": "respondent",
    "document": "document",
    "none known": "er is er nog geen",
    "all": "alle respondenten",
    "problems": "{count} problemen in de essays; er is niets weergegeven",
    "one problem": "1 probleem in de essays; er is niets weergegeven",
}
"""What stands in the margin beside a mark, and short words of the judge."""

LABELS: dict[str, str] = {
    "holds": "houdt",
    "thin": "dun",
    "one group": "afhankelijk van één groep",
    "conflict": "bronnen spreken elkaar tegen",
    "composition": "afhankelijk van de samenstelling",
    "coder": "afhankelijk van de codeur",
    "reading": "codeurs lezen dit verschillend",
}
"""What is said of a claim that holds, and of one that only just does."""
