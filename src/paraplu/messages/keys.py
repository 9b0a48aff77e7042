"""Dutch texts of the commands `key` and `redact` that are not problems."""

from __future__ import annotations

KEY = """Bewaar, verplaats of vernietig de sleutel van de pseudoniemen.

De sleutel zegt wie achter een pseudoniem zit. Hij ligt versleuteld buiten de studie, en gaat
alleen open met een wachtwoordzin. Die wordt gevraagd, of komt uit PARAPLU_PASSPHRASE of uit de
sleutelbos van de computer."""
KEY_EXAMPLES = """paraplu key status               waar de sleutel ligt en wat erin staat
paraplu key export kopie.json    een versleutelde kopie, buiten de studie
paraplu key export --hmac        wat de controle elders nodig heeft
paraplu key import kopie.json    een kopie binnenhalen
paraplu key destroy              de sleutel vernietigen"""
ACTION = "Wat u wilt: status, export, import of destroy."
FILE = "De kopie: bij export een nieuw bestand, bij import een bestaand."
HMAC = "Geef geen namen, alleen hun HMAC's en het geheim daarbij: voor PARAPLU_HMAC."

ASK = "Wachtwoordzin van de sleutel"
ASK_FILE = "Wachtwoordzin van de kopie"
ASK_OPTIONAL = "Wachtwoordzin van de sleutel (leeg = namen niet controleren)"
ASK_NEW = "Nieuwe wachtwoordzin voor de sleutel van deze studie"
ASK_AGAIN = "Nog eens"
NEW_KEY = """Deze studie heeft nog geen sleutel; er wordt er een gemaakt, buiten de studie.
Zonder de wachtwoordzin gaat hij nooit meer open: bewaar haar in een wachtwoordkluis."""
NEW_KEY_MADE = "Nieuwe sleutel: {path}"
DIFFERENT = "De twee zijn niet gelijk."

UNKNOWN_ACTION = "'{action}' bestaat niet; kies status, export, import of destroy"
NEEDS_FILE = "geef een bestand"

PLACE = "Plaats:        {path}"
ABSENT = "Sleutel:       geen"
PRESENT = "Sleutel:       ja, laatst gewijzigd op {date}"
HELD = "Inhoud:        gesprekken: {interviews}; pseudoniemen: {entries}; vervangingen: {log}"
CLOSED = "Inhoud:        niet bekeken (geen wachtwoordzin)"
RAW = "Ruwe bestanden: {count} in interviews/raw"
STILL = "Zolang er een sleutel of een ruw gesprek is, is deze studie gepseudonimiseerd."

EXPORTED = "De kopie staat in {path}; zij gaat open met dezelfde wachtwoordzin."
BUNDLED = """Dit is geheim: wie het heeft, kan raden wie er in de sleutel staat. Zet het als geheim
PARAPLU_HMAC bij de controle op de server, nooit in git. Maak het opnieuw als de sleutel groeit."""
LARGE = "Let op: {size} kB; sommige servers nemen geheimen tot 48 kB."
IMPORTED = "Overgenomen uit {interviews} gesprek(ken), pseudoniemen: {count}."
NOTHING_NEW = "Alles uit deze kopie stond er al."

DESTROYING = """De sleutel van deze studie wordt vernietigd. Daarna is er niet meer uit op te maken
wie achter een pseudoniem zit, ook niet als iemand zich wil terugtrekken of iets wil verbeteren.

Pas als ook de oorspronkelijke gesprekken weg zijn, de opnamen, de ruwe teksten met hun
beslissingen en alle kopieën, kan een studie anoniem heten. Of zij dat dan is, hangt af van wat
er in de teksten zelf te herkennen valt; dat kan Paraplu niet vaststellen en belooft het niet."""
ORIGINALS = "Bestanden die nog in interviews/raw staan (Paraplu laat ze daar): {count}."
NO_ORIGINALS = "In interviews/raw staat niets meer."
COPIES = (
    "Kopieën elders (export, back-up, sleutelbos, PARAPLU_HMAC op een server) blijven ook bestaan."
)
ASK_TITLE = "Typ de titel van de studie om door te gaan ({title})"
OTHER_TITLE = "Dat is niet de titel."
DESTROYED = "De sleutel is vernietigd. Wat hierboven staat, is nu aan u."
NO_KEY = "Er was geen sleutel."

REDACT = """Neem weg wat na het nakijken nog herkenbaar blijkt: uit transcript, coderingen, memo's.

Eerst ziet u waar het staat, als plaatsen en zonder de woorden; pas na uw ja wordt er iets
gewijzigd. Coderingen schuiven mee. Lukt het ergens niet, dan blijft alles zoals het was."""
REDACT_EXAMPLES = """paraplu redact R07 --start 1369 --end 1381
paraplu redact R07 --find -              overal in R07; vraagt naar de woorden
paraplu redact R07 --find - --dry-run    alleen kijken"""
INTERVIEW = "Het gesprek, zoals R07."
START = "Eerste teken, zoals 'paraplu check --privacy' het noemt."
END = "Teken na het laatste."
FIND = "De woorden; met - worden ze gevraagd, zodat de opdrachtregel ze niet bewaart."
LABEL = "Wat het is: PERSON, MUNICIPALITY, PLACE, ORG, ADDRESS, EVENT …"
WITH = "Het pseudoniem, zoals '[persoon 9]'; zonder deze optie het eerste vrije."
BY = "Wie dit doet, voor het logboek."
DRY_RUN = "Toon alleen waar het staat."
YES = "Vraag niets, doe het."
NO_KEY_OPTION = "Ga door zonder sleutel; latere controles kennen dit dan niet."
ASK_WORDS = "Welke woorden"
EITHER = "geef --start en --end, of --find"
UNKNOWN_LABEL = "'{label}' bestaat niet; kies uit {labels}"

REPLACING = "In {interview} komt {replacement} op {count}:"
ONE_PLACE, MANY_PLACES = "1 plaats", "{count} plaatsen"
SPAN = "  tekens {start}–{end}"
CHANGED = "Deze bestanden veranderen:"
FILE_LINE = "  {path} (regel {line}, {count} keer)"
SHIFTED = "  {path} (coderingen schuiven mee)"
LISTED = "  {path} (de lijst van verzonnen bestanden blijft kloppen)"
DECIDED = "  {path} (een beslissing erbij)"
REMAINING = "Dezelfde woorden blijven hier staan; met --find gaan zij ook weg:"
ELSEWHERE = "Dezelfde woorden staan ook hier, en blijven daar staan; kijk ze zelf na:"
UNDECIDED = """De beslissingen bij de ruwe tekst gaan niet mee: ze ontbreken of passen niet.
Voeg dit daar zelf toe, anders komt het terug bij een volgende 'paraplu anonymise --apply'."""
ASK_REDACT = "Vervangen?"
DONE = "Vervangen, en de coderingen staan op hun plaats."
HISTORY = """De woorden staan nog in de geschiedenis van git en in elke kopie ervan. Herschrijf die:
  git filter-repo --replace-text VERVANGINGEN
met VERVANGINGEN buiten de studie ('woorden==>pseudoniem', een per regel; gooi het daarna weg).
Daarna opnieuw delen met 'git push --force', en elke kopie opnieuw ophalen."""
MADE = "Draai daarna 'paraplu run --force': uitkomsten en site zijn van voor de vervanging."
UNKEYED = (
    "Sleutel en beslissingen weten hier niet van: latere controles herkennen deze woorden niet."
)
