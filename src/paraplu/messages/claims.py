"""Dutch texts of the room `report`: claims, what they rest on, and who read them.

P438 to P449, P455 to P459, P473 to P479 and P494 to P499.
"""

from __future__ import annotations

from paraplu.errors import Severity
from paraplu.messages import Text

_SHOW = "Bekijk de passages met 'paraplu evidence {at}'"

TEXTS: dict[str, Text] = {
    "P438": Text(
        "'{seen}' noemt {mentioned}, maar de claim gaat over {group}",
        do="Maak tekst en 'group' gelijk",
    ),
    "P439": Text(
        "een claim zonder voorwaarde zegt alleen dat iets ter sprake kwam, en dat zegt de zin niet",
        "een zin met 'noemt', 'bij', 'ter sprake' of iets dergelijks",
        "Herschrijf de zin of voeg een voorwaarde toe (valentie, fase, pole, argument)",
    ),
    "P440": Text("code '{code}' bestaat niet", "{allowed}", "Verbeter de code"),
    "P441": Text("{name} '{value}' past niet bij {codes}", "{allowed}", "Verbeter de voorwaarde"),
    "P442": Text("groep '{group}' bestaat niet", "{allowed}", "Verbeter de groep"),
    "P443": Text(
        "de claim gaat over minder dan {least} respondenten",
        "een groep van minstens {least} die erover spreken",
        "Noem deze groep niet",
    ),
    "P444": Text(
        "in '{seen}' staat niet precies één woord dat een claim kan dragen",
        "{allowed}",
        "Gebruik een van deze woorden",
    ),
    "P445": Text(
        "'{seen}' verandert wat '{word}' zegt",
        "het woord zoals het is",
        "Haal het weg of kies een ander woord",
    ),
    "P446": Text(
        "'{seen}' houdt niet: {count} van de {total} = {share}{mixed}",
        "{allowed}",
        f"Verbeter het woord. {_SHOW}",
    ),
    "P447": Text(
        "'{seen}' gaat over {total} respondenten: te weinig voor een woord",
        "het getal zelf, met .value",
        f"Schrijf '{{count}} van de {{total}}'. {_SHOW}",
    ),
    "P448": Text(
        "een claim zonder voorwaarde kan alleen over allen gaan",
        'of="allen", of een voorwaarde (valentie, fase, pole, argument)',
        "Vul het merkteken aan",
    ),
    "P455": Text(
        "in '{seen}' staat niet precies één vergelijking",
        "{allowed}, met 'dan' of 'als' erachter",
        "Schrijf bijvoorbeeld 'vaker bij criticasters dan bij actieve participanten'",
    ),
    "P456": Text(
        "'{seen}' houdt niet: {count} van de {total} = {share}, tegenover {other} van de {of} = "
        "{other_share}",
        "{allowed}",
        f"Verbeter de vergelijking. {_SHOW}",
    ),
    "P458": Text(
        "'{seen}' noemt {group} niet op de plaats waar het merkteken die telt",
        "de groep van 'group' voor 'dan', die van 'than' erachter",
        "Maak tekst en merkteken gelijk",
    ),
    "P459": Text(
        "{what} '{name}' bestaat niet",
        "{allowed}",
        "Verbeter de naam; een thema heet naar zijn woorden, want zijn nummer verandert",
    ),
    "P474": Text(
        "'{seen}' zegt niet wie naar welke pool neigt",
        "een groep, 'neigt' of 'leunt', en een pool: {allowed}",
        "Schrijf bijvoorbeeld 'criticasters neigen naar binnen'; voor 'en' telt u respondenten",
    ),
    "P475": Text("'{seen}' noemt een andere pool dan het merkteken ({lean})", do="Maak ze gelijk"),
    "P499": Text(
        "'{seen}' houdt niet: de gemiddelde richting naar {lean} is {direction} (van −1 tot 1), "
        "over {total} respondenten; {draws} van de trekkingen wijst die kant op",
        "een richting vanaf {least}, in minstens {share} van de trekkingen",
        f"Laat de claim weg. {_SHOW}",
    ),
    "P478": Text(
        "hier staat buiten een merkteken waar een groep naar neigt ('{seen}')",
        ".claim met polarity en lean, of .eigen",
        "Zet er een merkteken omheen of schrijf het anders",
    ),
    "P494": Text(
        "'{seen}' zegt iets over vroeger en nu, en de claim telt iets anders",
        "een claim op wie over verandering spreekt: {allowed}",
        "Eén ronde gesprekken meet geen verandering: schrijf wie haar noemt",
    ),
    "P495": Text(
        "'{seen}' zegt iets over vroeger en nu zonder merkteken of bron",
        "een claim op wie verandering noemt, .context, een bron of .eigen",
        "Eén ronde gesprekken meet geen verandering: zeg waarop de zin rust",
    ),
    "P496": Text(
        "deze zin gaat over een bestaande organisatie ({name}) en rust op niets openbaars",
        "een waarde netwerk.…, .context, een bron of .eigen",
        "Noem de bron, of laat de organisatie weg",
    ),
    "P497": Text(
        "van {respondent} komen {count} van de {total} citaten",
        "ten hoogste het deel in [report.quotations]",
        "Laat ook anderen aan het woord",
    ),
    "P498": Text(
        "uit de groep '{group}' wordt niemand geciteerd",
        do="Zoek een citaat, of zeg in de tekst waarom niet",
        severity=Severity.NOTICE,
    ),
    "P473": Text(
        "deze passage wordt ook geciteerd op {first}",
        do="Kies er een",
        severity=Severity.NOTICE,
    ),
    "P476": Text(
        "claims waarvan nog niemand de passages en de tegenspraak las: {count} (regel {lines})",
        do="Lees ze met 'paraplu evidence {at}' en leg dat vast met --read-by NAAM",
        severity=Severity.NOTICE,
    ),
    "P477": Text(
        "claims met andere passages dan toen ze gelezen werden: {count} (regel {lines})",
        do="Lees ze opnieuw met 'paraplu evidence {at}' en leg dat vast met --read-by NAAM",
        severity=Severity.NOTICE,
    ),
    "P479": Text(
        "bevinding '{finding}' noemt een claim die niet te lezen is: {claim}",
        'de eigenschappen van een merkteken: code="…" of="allen"',
        "Verbeter de claim",
    ),
    "P449": Text(
        "deze claim herhaalt waarop de groep is gekozen ({code}: {groups})",
        do="Laat de claim weg: zij kan niet anders dan waar zijn",
    ),
}
