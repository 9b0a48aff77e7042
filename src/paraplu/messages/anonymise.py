"""Dutch texts of the room `anonymise` (P16 and P17)."""

from __future__ import annotations

from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P160": Text(
        "de beslissingen zijn genomen op een andere tekst van {interview}",
        do="Zet de ruwe tekst terug, of beoordeel de nieuwe tekst opnieuw",
    ),
    "P161": Text(
        "op tekens {start}–{end} van {interview} staan andere woorden dan beslist",
        do="Verbeter start, end en text",
    ),
    "P162": Text(
        "de vermelding op tekens {start}–{end} van {interview} overlapt een andere",
        do="Voeg de twee samen",
    ),
    "P163": Text(
        "deze tekst heeft (bijna) geen hoofdletters, of alleen maar; namen zijn dan niet te vinden",
        "een tekst met gewone hoofdletters",
        "Herstel de hoofdletters, of zet --force erbij en lees elk woord zelf na",
    ),
    "P164": Text(
        "er is geen regel {number}; er zijn er {count}",
        do="Kies een nummer uit de lijst van 'paraplu anonymise {interview}'",
    ),
    "P165": Text(
        "'{label}' is geen soort",
        "{labels}",
        "Kies een van deze",
    ),
    "P166": Text(
        "uit regel {number} zijn deze vermeldingen niet te nemen",
        "beginplaatsen van enkele van haar vermeldingen, niet van alle",
        "Kies ze uit het bestand met beslissingen",
    ),
    "P167": Text(
        "tekens {start}–{end} liggen buiten de tekst, of zijn al een vermelding",
        do="Kies een stuk tekst dat nog niet vervangen wordt",
    ),
    "P168": Text(
        "de tweede lezer is dezelfde als de eerste",
        "iemand anders",
        "Laat een ander het gesprek nalezen",
    ),
    "P169": Text(
        "er is geen ruw gesprek {interview}",
        "een tekst in interviews/raw, zoals interviews/raw/R41.txt",
        "Haal het eerst binnen met 'paraplu import'",
    ),
    "P170": Text(
        "er zijn nog geen beslissingen over {interview}",
        do="Draai eerst 'paraplu anonymise {interview}'",
    ),
    "P171": Text(
        "dit is geen map met gouden teksten",
        "een map met van elke tekst een NAAM.txt en een NAAM.json, of gesprekken zoals R41",
        "Kijk na of het pad klopt",
    ),
    "P172": Text(
        "de gouden tekst klopt niet: {fault}",
        do="Verbeter het bestand",
    ),
    "P173": Text(
        "{given} is niet te lezen als een naam per regel",
        "een naam, of SOORT: naam, zoals 'PLACE: De Bonte Kraai'",
        "Verbeter regel {line}",
    ),
    "P174": Text(
        "{interview} staat er al met een andere tekst",
        "een gesprek dat nog niet geschreven is, of dezelfde tekst",
        "Verbeter het gesprek zelf, of haal het bestand weg als er nog niet in gecodeerd is",
    ),
    "P175": Text(
        "om te meten zijn nagekeken beslissingen nodig, en die zijn er niet",
        do="Kijk eerst enkele gesprekken na",
    ),
}

GOLD_FAULTS = {
    "json": "het is geen JSON",
    "shape": "'spans' en 'known_failures' zijn geen lijsten van objecten",
    "borders": "'start' en 'end' liggen niet in de tekst",
    "overlap": "twee stukken overlappen",
    "label": "een 'label' is geen soort",
    "entity": "een stuk heeft geen 'entity'",
    "direct": "'direct' past niet bij de soort",
    "kind": "'kind' is geen 'missed' of 'unneeded'",
}
"""What can be wrong with a gold text."""
