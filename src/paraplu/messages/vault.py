"""Dutch texts of the room `vault` and of the checks and commands on it (P01, P07, P09)."""

from __future__ import annotations

from paraplu.errors import Severity
from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P010": Text(
        "deze plaats ligt in de map van de studie",
        "een plaats buiten de studie: een sleutel naast de gesprekken beschermt niemand",
        "Kies een andere plaats; er is niets geschreven",
    ),
    "P011": Text(
        "dit is geen sleutel van Paraplu, of hij is beschadigd",
        do="Zet een eerdere kopie terug; dit bestand is niet gewijzigd",
    ),
    "P012": Text(
        "de wachtwoordzin past niet op deze sleutel",
        do="Probeer het opnieuw; zonder de zin gaat hij niet open. Er is niets gewijzigd",
    ),
    "P013": Text(
        "van deze studie is hier geen sleutel",
        do="Haal een kopie binnen met 'paraplu key import BESTAND', of pseudonimiseer een gesprek",
    ),
    "P014": Text(
        "deze wachtwoordzin is te kort of te eenvormig",
        "minstens {least} tekens; een paar losse woorden achter elkaar is goed",
        "Kies een andere",
    ),
    "P015": Text(
        "er is geen wachtwoordzin gegeven",
        do="Typ haar wanneer erom gevraagd wordt, of zet haar in PARAPLU_PASSPHRASE",
    ),
    "P016": Text(
        "van {interview} staat hier iets anders dan in de sleutel die er al is",
        do="Zoek uit welke klopt. Er is niets overgenomen en niets overschreven",
    ),
    "P017": Text(
        "deze sleutel hoort bij een andere studie",
        do="Kijk naar 'id' en 'title' onder [study] in paraplu.toml; er is niets gewijzigd",
    ),
    "P018": Text(
        "van deze studie is al een sleutel",
        do="Gebruik die; hij wordt nooit overschreven",
    ),
    "P019": Text(
        "de sleutel kan niet geschreven of verwijderd worden ({detail})",
        do="Kijk naar de rechten en de vrije ruimte; wat er was, is heel",
    ),
    "P067": Text(
        "hier staat een naam uit de sleutel die ook van een auteur in de literatuurlijst is "
        "({count} keer, eerst op tekens {start}–{end})",
        do="Kijk na dat de auteur bedoeld is",
        severity=Severity.NOTICE,
    ),
    "P068": Text(
        "de vraag om de titel kan hier aan niemand gesteld worden",
        do="Draai 'paraplu key destroy' in een terminal; er is niets vernietigd",
    ),
    "P069": Text("dit bestand is er niet", do="Kijk of het pad klopt; er is niets gewijzigd"),
    "P074": Text(
        "dit bestand bestaat al",
        do="Kies een andere naam; een kopie overschrijft nooit iets",
    ),
    "P075": Text(
        "een ander programma heeft de sleutel intussen gewijzigd",
        do="Doe de opdracht opnieuw; er is niets overschreven",
    ),
    "P076": Text(
        "dit is geen bundel van 'paraplu key export --hmac', of hij is afgekapt",
        do="Maak de bundel opnieuw en zet hem in zijn geheel in het geheim PARAPLU_HMAC",
    ),
    "P077": Text(
        "hier staat op tekens {start}–{end} iets dat in de sleutel staat",
        do="Hoort het er niet: 'paraplu redact {interview} --start {start} --end {end}'",
    ),
    "P078": Text(
        "hier staat iets dat in de sleutel staat ({count} keer, eerst op tekens {start}–{end})",
        do="Vervang het door het pseudoniem, of laat het weg",
    ),
    "P079": Text(
        "in deze map heeft een bestand een naam uit de sleutel in zijn eigen naam ({count} keer)",
        do="Hernoem het; git onthoudt ook de oude naam",
    ),
    "P090": Text(
        "de eigenschappen van dit document ({fields}) bevatten iets dat in de sleutel staat",
        do="Haal het uit de eigenschappen, en maak het document opnieuw",
    ),
    "P091": Text(
        "de eigenschappen van dit document zijn niet te lezen",
        do="Maak het opnieuw met 'paraplu run'",
        severity=Severity.NOTICE,
    ),
    "P092": Text(
        "het citaat uit {source} staat bij '{values}', en dat geldt voor {count} respondent(en)",
        "minstens {least}",
        "Laat een van de twee weg",
        Severity.OPEN,
    ),
    "P093": Text(
        "functie en organisatie staan samen op tekens {start}–{end}; dat kan iemand aanwijzen",
        do="Laat een van beide weg, tenzij het geen respondent betreft",
        severity=Severity.NOTICE,
    ),
    "P094": Text(
        "op tekens {start}–{end} van {interview} is niets te vervangen",
        "een stuk van één spreekbeurt, zonder het label, buiten bestaande pseudoniemen",
        "Kijk naar de plaatsen in de melding, en probeer opnieuw; er is niets gewijzigd",
    ),
    "P095": Text(
        "die woorden staan niet in {interview}",
        do="Kijk naar hoofdletters en leestekens; er is niets gewijzigd",
    ),
    "P096": Text(
        "'{given}' is geen pseudoniem",
        "iets tussen vierkante haken, zoals [persoon 9]",
        "Verbeter --with",
    ),
    "P097": Text(
        "de vervanging is niet gelukt ({detail})",
        do="Alle bestanden staan zoals zij stonden. Kijk naar de rechten en de vrije ruimte",
    ),
    "P098": Text(
        "er is geen leesbaar transcript {interview}",
        do="Draai 'paraplu check' en verbeter eerst wat het meldt; er is niets gewijzigd",
    ),
}
