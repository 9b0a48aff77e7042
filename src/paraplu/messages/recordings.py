"""Dutch texts on reading raw transcripts (P151, P176 to P199; P160 to P175 are of `anonymise`)."""

from __future__ import annotations

from paraplu.errors import Severity
from paraplu.messages import Text

READABLE = ".vtt, .srt, .json (WhisperX), .docx, .odt, .rtf, .txt, .md of .pdf"

KINDS = {
    "vtt": "WebVTT",
    "srt": "SRT",
    "json": "JSON",
    "docx": "Word",
    "odt": "OpenDocument",
    "rtf": "RTF",
    "txt": "gewone tekst",
    "md": "Markdown",
    "pdf": "PDF",
}

STRANGERS = {
    "old-word": "een oud Word-bestand (.doc)",
    "sound": "geluid of beeld, geen transcript",
    "web": "een webpagina",
    "archive": "een zip-bestand dat geen Word of OpenDocument is",
    "binary": "geen tekst",
    "json": "JSON zonder segmenten met tekst",
}

HIDDEN = {
    "author": ("de naam van de auteur", "namen van auteurs"),
    "title": ("een titel of trefwoord", "titels of trefwoorden"),
    "inserted": ("1 bijgehouden invoeging", "{n} bijgehouden invoegingen"),
    "deleted": ("1 verwijderd stuk tekst", "{n} verwijderde stukken tekst"),
    "comment": ("1 opmerking", "{n} opmerkingen"),
    "note": ("1 voet- of eindnoot", "{n} voet- of eindnoten"),
    "header": ("een kop- of voettekst", "kop- en voetteksten"),
    "box": ("1 tekstvak", "{n} tekstvakken"),
    "vanish": ("1 verborgen stuk tekst", "{n} verborgen stukken tekst"),
    "media": ("1 plaatje of ingesloten bestand", "{n} plaatjes of ingesloten bestanden"),
    "property": ("eigenschappen van het document", "eigenschappen van het document"),
    "front": ("een kop met gegevens", "koppen met gegevens"),
    "html": ("1 stuk HTML", "{n} stukken HTML"),
    "cue-note": ("1 aantekening tussen de cues", "{n} aantekeningen tussen de cues"),
    "field": ("extra gegevens bij segmenten", "extra gegevens bij segmenten"),
}
"""What a file holds besides the words of the turns: one, more."""

OUTSIDE = "de map leidt naar buiten de studie"
CODE_PAGE = "het bestand is geen UTF-8 en is gelezen als {detail}"

SPEAKERLESS = {
    "segment": "Laat de spraakherkenning sprekers onderscheiden, of lees alles als één stem in met "
    "--speaker '?=R'",
    "cue": "Noem wie er spreken met --speaker 'NAAM=R', of lees alles als één stem in met "
    "--speaker '?=R'",
    "": "Zet 'I:' en 'R:' voor de beurten, of noem wie er spreken met --speaker 'NAAM=R'",
}
"""What to do about a file without speakers, by the unit it counts in."""

REMARKS = {
    "two-voices": (
        "in één cue spreken er twee: die is over twee beurten verdeeld",
        "in {n} cues spreken er twee: die zijn over twee beurten verdeeld",
    ),
    "dashes": (
        "in één cue spreken er twee zonder naam: dat is één beurt gebleven",
        "in {n} cues spreken er twee zonder naam: dat is één beurt gebleven",
    ),
    "unnamed": (
        "één cue of segment heeft geen spreker en staat bij wie het laatst sprak",
        "{n} cues of segmenten hebben geen spreker en staan bij wie het laatst sprak",
    ),
    "preamble": (
        "één regel boven de eerste spreker staat niet in de tekst",
        "{n} regels boven de eerste spreker staan niet in de tekst",
    ),
    "hyphens": (
        "één afgebroken woord is aaneengeschreven",
        "{n} afgebroken woorden zijn aaneengeschreven",
    ),
    "page-lines": (
        "één kop- of voetregel van een pagina staat niet in de tekst",
        "{n} kop- en voetregels van pagina's staan niet in de tekst",
    ),
    "broken": (
        "één stuk van het bestand is geen cue of segment en staat niet in de tekst",
        "{n} stukken van het bestand zijn geen cue of segment en staan niet in de tekst",
    ),
    "unseen": ("één teken is onleesbaar (\ufffd)", "{n} tekens zijn onleesbaar (\ufffd)"),
}
"""What was done to read a file: one, more."""

TEXTS: dict[str, Text] = {
    "P176": Text(
        "het bestand kan niet gelezen worden ({detail})",
        do="Kijk of het pad klopt en of u het mag lezen",
    ),
    "P177": Text(
        "'--as' en '--speaker' gelden voor één bestand, niet voor {count}",
        do="Lees de bestanden een voor een in",
    ),
    "P178": Text(
        "dit is hetzelfde bestand als dat van {interview}",
        do="Kies een ander bestand; er is niets geschreven",
    ),
    "P179": Text("er zijn {count} respondenten", "ten hoogste 9", "Wijs er een rol aan toe"),
    "P180": Text("het bestand is leeg", do="Exporteer het transcript opnieuw"),
    "P181": Text(
        "het bestand is {size} MB groot", "tot {limit} MB", "Haal plaatjes en geluid eruit"
    ),
    "P182": Text("dit is {what}", READABLE, "Sla het transcript in een van deze vormen op"),
    "P183": Text(
        "het bestand heet '{suffix}', maar de inhoud is {kind}",
        do="Geef het de extensie '{better}' als dat klopt, of exporteer het opnieuw",
    ),
    "P184": Text(
        "het bestand is beschadigd: het is niet als {kind} te lezen",
        do="Open het in het programma waar het uit komt en sla het opnieuw op",
    ),
    "P185": Text(
        "het bestand is met een wachtwoord beveiligd",
        do="Sla het op zonder wachtwoord, op een plaats die alleen u kunt lezen",
    ),
    "P186": Text(
        "het bestand is uitgepakt onredelijk groot (meer dan {limit} MB)",
        do="Vertrouw het niet; exporteer het transcript opnieuw",
    ),
    "P187": Text(
        "er staat geen tekst in het bestand",
        do="Is het een scan of een leeg formulier? Exporteer het transcript als tekst",
    ),
    "P188": Text(
        "het bestand zegt nergens wie er spreekt",
        do="{advice}",
    ),
    "P189": Text(
        "de {number}e '--speaker' is niet te lezen",
        "NAAM=I, NAAM=R, NAAM=R1 … NAAM=R9, of NAAM=- voor wie geen spreker is",
    ),
    "P190": Text(
        "de {number}e '--speaker' noemt iemand die in het bestand niet spreekt",
        do="Neem de naam over zoals hij bij 'Sprekers' staat",
    ),
    "P191": Text(
        "het is niet zeker wie de interviewer is",
        do="Zeg het bij elke spreker met --speaker 'NAAM=I' of --speaker 'NAAM=R'",
    ),
    "P192": Text(
        "{interview} bestaat al",
        do="Kies een ander nummer met --as; er wordt nooit iets overschreven",
    ),
    "P193": Text(
        "'{interview}' kan geen interview heten", "een letter en twee tot vier cijfers, zoals R41"
    ),
    "P151": Text(
        "{count} bestanden zouden {interview} worden",
        do="Lees ze een voor een in, elk met een eigen --as",
    ),
    "P194": Text("hier kan niet geschreven worden ({detail})", do="Er is niets achtergebleven"),
    "P195": Text(
        "het bestand bewaart ook {things}",
        do="Dat staat niet in de tekst, wel in het origineel: deel dat met niemand",
        severity=Severity.NOTICE,
    ),
    "P196": Text(
        "de sprekers staan met naam in het bestand ({count})",
        do="Hun namen blijven in interviews/raw; de tekst noemt alleen I en R",
        severity=Severity.NOTICE,
    ),
    "P197": Text(
        "in de bestandsnaam kan een naam staan",
        do="De studie bewaart die bestandsnaam niet; let op de map waar het bestand nog staat",
        severity=Severity.NOTICE,
    ),
    "P198": Text("{what}", do="Kijk de tekst na", severity=Severity.NOTICE),
    "P199": Text(
        "het transcript heeft bijna geen hoofdletters",
        do="Namen worden zo slecht gevonden: laat de spraakherkenning hoofdletters zetten",
        severity=Severity.NOTICE,
    ),
}
