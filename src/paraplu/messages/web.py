"""Dutch texts of the room `web` (P5): the coding room in the browser and its ledgers."""

from __future__ import annotations

from paraplu.errors import Severity
from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P500": Text(
        "er ging iets mis dat niemand voorzag; wat opgeslagen was is opgeslagen",
        do="Laad de pagina opnieuw; blijft het zo, stop dan 'paraplu code' en begin opnieuw",
    ),
    "P501": Text("veld '{field}' ontbreekt of past niet", do="Laad de pagina opnieuw"),
    "P502": Text(
        "gesprek '{interview}' is er niet, is niet nagekeken of is ingetrokken",
        do="Kies een gesprek uit de lijst",
    ),
    "P503": Text(
        "{interview} is niet aan {coder} gegeven",
        "gesprekken die codebook/plan.yaml aan {coder} geeft",
        "Pas het plan aan als dit gesprek erbij hoort",
    ),
    "P504": Text(
        "u bent niet (meer) aangemeld",
        do="Open de app met de link die 'paraplu code' noemt",
    ),
    "P505": Text(
        "dit verzoek komt niet van de app zelf",
        do="Open de app met de link die 'paraplu code' noemt",
    ),
    "P506": Text("dit adres bestaat niet", do="Ga terug naar het begin van de app"),
    "P507": Text("dit kan niet op dit adres", do="Laad de pagina opnieuw"),
    "P508": Text("het verzoek is te groot", "{limit} MB", "Sla minder tegelijk op"),
    "P509": Text(
        "het werk van {coder} is voor u niet te zien",
        "het eigen werk, en in een ronde die niet blind is dat van de anderen",
        "Laat de ronde in codebook/plan.yaml eerst niet meer blind zijn",
    ),
    "P510": Text(
        "het bestand kan niet geschreven worden ({detail}); er is niets half opgeslagen",
        do="Maak ruimte op de schijf of kijk naar de rechten, en sla opnieuw op",
    ),
    "P511": Text(
        "de tekst van {interview} is intussen veranderd",
        do="Laad het gesprek opnieuw; uw coderingen zijn er nog",
    ),
    "P512": Text(
        "een half geschreven regel is apart gezet in {kept}",
        do="Kijk of de laatste codering er staat, en haal het bestand daarna weg",
        severity=Severity.NOTICE,
    ),
    "P513": Text(
        "het codeboek is intussen veranderd (versie {version})",
        do="Laad het codeboek opnieuw en doe de wijziging nog eens",
    ),
    "P514": Text(
        "de tekst is intussen elders gewijzigd",
        do="Neem over wat u schreef, laad opnieuw en voeg het samen",
    ),
    "P515": Text("'{name}' heeft een waarde die niet kan", "{allowed}", "Kies een van deze"),
    "P516": Text("code '{code}' is er niet", do="Kies een code uit het codeboek"),
    "P517": Text(
        "codeur '{coder}' staat niet in het plan",
        "{coders}",
        "Kies een van deze met '--coder', of voeg de codeur toe",
    ),
    "P518": Text(
        "het is niet duidelijk wie codeert",
        "{coders}",
        "Zeg het met '--coder'; het wordt voor de volgende keer onthouden",
    ),
    "P519": Text("poort {port} is bezet", do="Kies een andere poort, of laat '--port' weg"),
    "P520": Text(
        "'{name}' kan geen naam zijn",
        "letters, cijfers, - en _",
    ),
    "P521": Text(
        "in {interview} is intussen gecodeerd",
        do="Geef de opdracht opnieuw; er is niets gewijzigd",
    ),
    "P522": Text(
        "dit is werk van {made}, en in deze browser is {coder} aangemeld",
        do="Open de app met de link voor {made}",
    ),
}  # fmt: skip

KINDS: dict[str, str] = {
    "a": "alleen a",
    "b": "alleen b",
    "different": "anders",
    "same": "gelijk",
}
"""How the codings of two coders in one turn with one code compare."""
