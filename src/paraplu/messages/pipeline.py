"""Dutch texts of the rooms `pipeline` and `scaffold` (P06 to P09)."""

from __future__ import annotations

from paraplu.errors import Severity
from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P060": Text(
        "het notebook stopte in cel {cell}: {error}",
        do="Het uitgevoerde exemplaar staat in .paraplu/notebooks; de vorige uitkomsten zijn heel",
    ),
    "P061": Text(
        "dit is geen leesbaar notebook",
        do="Zet het terug uit git",
    ),
    "P062": Text(
        "het notebook liep tot het einde, maar schreef geen uitkomsten",
        do="Laat het eindigen met 'artefacts.write(...)'",
    ),
    "P063": Text(
        "het notebook stopte zonder uitleg, of een cel duurde langer dan {minutes} minuten",
        do="Open het in JupyterLab en voer het cel voor cel uit",
    ),
    "P065": Text(
        "er is geen respondent of interview '{respondent}'",
        "een id uit de tabel, zoals R17 of R10.2",
        "Verbeter de id",
    ),
    "P066": Text(
        "{respondent} was al ingetrokken",
        do="Er is niets veranderd",
    ),
    "P070": Text(
        "de map is niet leeg",
        "een map die er nog niet is, of een lege",
        "Kies een andere map; er is niets geschreven",
    ),
    "P071": Text(
        "hier kan geen map komen ({detail})",
        do="Kies een andere plaats",
    ),
    "P072": Text(
        "'{value}' is geen datum",
        "jaar-maand-dag, zoals 2035-12-31",
        "Verbeter de datum",
    ),
    "P073": Text(
        "deze installatie van Paraplu mist {what}",
        do="Installeer Paraplu opnieuw",
    ),
    "P080": Text(
        "git bewaart dit bestand, en het staat niet in interviews/raw/FICTIEF.sha256",
        "ruwe gesprekken en beslissingen alleen als ze verzonnen zijn",
        "Haal het met 'git rm --cached' uit git; is het al gedeeld, dan ook uit de geschiedenis",
    ),
    "P081": Text(
        "'{values}' geldt voor {count} respondent(en) en wordt getoond",
        "minstens {least}",
        "Voeg waarden samen, of haal een eigenschap uit 'published'",
        Severity.OPEN,
    ),
    "P082": Text(
        "namen niet gecontroleerd van {count} van de {total} gesprekken",
        do="Dat kan met de sleutel en zijn wachtwoordzin, of met het geheim PARAPLU_HMAC",
        severity=Severity.OPEN,
    ),
    "P083": Text(
        "{count} van de {total} teksten zijn nagekeken; de studie is gepseudonimiseerd, meer niet",
        severity=Severity.NOTICE,
    ),
    "P084": Text(
        "van dit ruwe gesprek zijn geen beslissingen bewaard",
        do="Pseudonimiseer het, of haal het weg",
        severity=Severity.OPEN,
    ),
    "P085": Text(
        "git bewaart hier {count} bestanden over echte mensen",
        "alleen met 'private_repository = true' onder [privacy]",
        "Haal ze uit git, of leg vast dat de opslag besloten is",
    ),
    "P086": Text(
        "de bewaartermijn is op {date} verstreken",
        do="Verwijder transcripten, coderingen en memo's, of leg een nieuwe termijn vast",
        severity=Severity.OPEN,
    ),
    "P087": Text(
        "er is geen bewaartermijn vastgelegd",
        do="Zet 'retention = 2035-12-31' (uw eigen datum) onder [privacy]",
        severity=Severity.OPEN,
    ),
    "P088": Text(
        "git wil niet zeggen wat het bewaart; dit is niet gecontroleerd",
        do="Draai 'git status' in deze map en los op wat git meldt",
        severity=Severity.NOTICE,
    ),
    "P089": Text(
        "'{values}' geldt voor maar {count} respondenten",
        "liever vijf of meer",
        severity=Severity.NOTICE,
    ),
    "P064": Text(
        "hier kan niet gelezen of geschreven worden ({detail})",
        do="Kijk naar de rechten en de ruimte op de schijf, en doe de opdracht opnieuw",
    ),
    "P099": Text(
        "er ging iets mis dat Paraplu niet kent ({kind})",
        do="Uw bestanden zijn heel. Het verslag staat in {report}; stuur dat mee als u dit meldt",
    ),
}
