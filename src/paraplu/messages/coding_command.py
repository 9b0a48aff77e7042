"""Dutch texts of the commands `code`, `codings` and `correct` that are not problems."""

from __future__ import annotations

CODE = """Open de codeerkamer in de browser, op deze computer.

Iedere codeur opent haar zelf. Wat u codeert staat op schijf zodra de app dat zegt, in
codebook/codings. Onder Nakijken leest u ruwe gesprekken na. Stoppen: Ctrl+C."""
CODE_EXAMPLES = """paraplu code --coder coder-a
paraplu code               als dezelfde codeur als de vorige keer
paraplu code --no-browser  noem alleen de link"""
CODER = "Wie codeert, zoals in codebook/plan.yaml."
NO_BROWSER = "Open geen browser; noem alleen de link."
PORT = "De poort; zonder dit die van de vorige keer, of een vrije."
OPENED = "De codeerkamer is open voor {coder}:\n{address}"
ONLY_YOU = "De link is alleen voor u, en alleen op deze computer. Stoppen: Ctrl+C."
CLOSED = "De codeerkamer is dicht. Alles wat de app opgeslagen noemde staat in {folder}."

CODINGS = """Geef coderingen aan andere programma's, of neem ze over.

Uit: CSV, of webannotaties van het W3C (JSON-LD). In: CSV met ten minste interview, code, en
start met end of exact; twee keer inlezen voegt niets dubbel toe."""
CODINGS_EXAMPLES = """paraplu codings export --coder coder-a coderingen.csv
paraplu codings export --format jsonld coderingen.jsonld
paraplu codings import coderingen.csv --coder coder-b"""
ACTION = "Wat u wilt: export of import."
FILE = "Het bestand; bij export zonder bestand naar het scherm."
FORMAT = "csv of jsonld."
OF = "Van wie, bij export (zonder dit van iedereen), of voor wie, bij import."
DRY_RUN = "Zeg wat er zou gebeuren en schrijf niets."
FORCE = "Overschrijf het bestand als het er al is."
UNKNOWN_ACTION = "'{action}' bestaat niet; kies export of import"
UNKNOWN_FORMAT = "'{form}' bestaat niet; kies csv of jsonld"
NEEDS_FILE = "geef het bestand met coderingen"
NEEDS_CODER = "zeg voor wie de coderingen zijn"
EXISTS = "'{file}' bestaat al; kies een andere naam, of geef --force"
EXPORTED = "Geschreven: {file}"
ADDED = "{interview}: {n} erbij"
NOTHING_NEW = "Er was niets nieuws bij."

CORRECT = """Leg een verbeterde tekst van een gesprek vast als nieuwe versie.

Maak een kopie van interviews/R07.md, verbeter daarin de tekst, en geef die kopie. De coderingen
van alle codeurs verhuizen mee; wat geen plaats meer heeft wordt genoemd en blijft bewaard."""
CORRECT_EXAMPLES = """paraplu correct R07 R07-verbeterd.md --by coder-a
paraplu correct R07 R07-verbeterd.md --dry-run"""
INTERVIEW = "Het gesprek, zoals R07."
CORRECTED = "Het bestand met de verbeterde tekst, met of zonder kop."
BY = "Wie de tekst verbeterde."
NEW_VERSION = "{path}: versie {version}"
WOULD_BE = "{path}: zou versie {version} worden"
MOVED = "{coder}: {n} coderingen verhuisd"
UNPLACED = "{coder}: codering {coding} ({code}) heeft geen plaats meer (was {start}–{end})"
PLACE_AGAIN = "Kies die passages opnieuw in 'paraplu code', of verwijder de coderingen daar."
