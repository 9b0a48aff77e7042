"""Dutch texts of the command line that are not problems."""

from __future__ import annotations

APP = """Van gesprekken naar strategische keuzes, met bewijs bij elke zin.

Paraplu werkt in de map van een studie: de map met paraplu.toml."""

APP_EXAMPLES = """paraplu new mijn-studie    een lege studie maken
paraplu check              alles nakijken
paraplu run                nakijken, notebooks draaien, essays maken
paraplu check --help       meer over één opdracht"""

CHECK = """Kijk de studie na en noem alles wat er mis is, met plaats en wat u kunt doen.

Eindigt met 0 als alles klopt, met 1 als er fouten of open punten zijn. Een bestand wordt
nooit gewijzigd."""
CHECK_EXAMPLES = """paraplu check
paraplu check --essays     ook elk getal, elke bewering en elk citaat
paraplu check --privacy    ook namen, wat git bewaart en kleine groepen
paraplu check --json       voor andere programma's"""
CHECK_ESSAYS = "Beoordeel ook de essays."
CHECK_PRIVACY = "Kijk ook naar namen, naar wat git bewaart en naar kleine groepen."
CHECK_COMMIT = "Alleen wat een commit moet tegenhouden: namen en ruwe bestanden."
CHECK_JSON = "Geef de uitkomst als JSON."

RUN = """Breng de site bij: nakijken, notebooks draaien, essays beoordelen en maken.

Alleen wat veranderd is wordt opnieuw gedaan."""
RUN_EXAMPLES = """paraplu run
paraplu run --force        alles opnieuw"""
RUN_FORCE = "Doe alles opnieuw, ook wat niet veranderd is."

RENDER = """Beoordeel de essays en maak er HTML, PDF en Word van, in de map _site.

Klopt een getal, bewering of citaat niet, dan wordt niets gemaakt."""
RENDER_EXAMPLES = """paraplu render
paraplu render 4-keuzes --to pdf
paraplu render --update    verouderde getallen in de tekst verversen"""
RENDER_ESSAY = "Een essay, zoals 4-keuzes; zonder naam alle essays."
RENDER_TO = "Vormen, met komma's ertussen: html, pdf, docx."
RENDER_ENGINE = "auto, quarto of embedded (de ingebouwde weergave)."
RENDER_UPDATE = "Ververs eerst verouderde getallen en toon het verschil."

RENDER_CONFIDENTIAL = (
    "Maak in plaats daarvan bladen met alle passages en wie ze zei, in .paraplu/vertrouwelijk."
)
CONFIDENTIAL = "{count} bladen, alleen voor de onderzoekers: {path}"

EVIDENCE = """Toon de passages achter een bewering, getal of citaat, en wat ertegen spreekt.

De passages zijn woorden van respondenten: laat ze niet meelezen door anderen."""
EVIDENCE_EXAMPLES = """paraplu evidence essays/4-keuzes.qmd:41
paraplu evidence essays/4-keuzes.qmd:41 --read-by Jansen   leg de lezing vast"""
EVIDENCE_READ_BY = "Leg vast dat deze persoon de passages en de tegenspraak las."
READ = "Vastgelegd in codebook/reviews/claims.yaml: {name} las {count} claim(s)."
NOTHING_TO_READ = "Op deze regel staat geen claim; er is niets vastgelegd."
EVIDENCE_PLACE = "Essay en regel, zoals essays/4-keuzes.qmd:41."

NEW = """Maak een lege studie: mappen, codeboek, notebooks, essays om mee te beginnen."""
NEW_EXAMPLES = """paraplu new mijn-studie
paraplu new mijn-studie --private-repository --retention 2035-12-31"""
NEW_FOLDER = "De map van de nieuwe studie; zij bestaat nog niet of is leeg."
NEW_PRIVATE = (
    "De studie staat in een besloten git-opslag: git mag transcripten en coderingen bewaren."
)
NEW_RETENTION = "Tot wanneer transcripten bewaard worden, als jaar-maand-dag."
NEW_TITLE = "De titel van de studie."

DOCTOR = "Kijk of deze computer heeft wat Paraplu nodig heeft, en hoe de studie ervoor staat."
DOCTOR_EXAMPLES = "paraplu doctor"

WITHDRAW = """Trek een respondent terug en noem de beweringen die daardoor veranderen.

Eerst ziet u wat er verandert; pas na uw ja wordt het geschreven. Er wordt niets verwijderd."""
WITHDRAW_EXAMPLES = """paraplu withdraw R17
paraplu withdraw R10.2     één van de twee in een dubbelinterview
paraplu withdraw R17 --yes zonder te vragen"""
WITHDRAW_WHO = "Een respondent (R10.2) of een interview (R17)."
WITHDRAW_YES = "Vraag niets, doe het."

HELP = "Toon deze uitleg."
VERSION = "Toon de versie."
USAGE, OPTIONS, COMMANDS, ARGUMENTS, EXAMPLES = (
    "Gebruik", "Opties", "Opdrachten", "Argumenten", "Voorbeelden",
)  # fmt: skip

UNKNOWN_COMMAND = "Opdracht '{name}' bestaat niet. Bedoelt u: {near}?"
NO_SUCH_COMMAND = "Opdracht '{name}' bestaat niet. Er zijn: {names}."
UNKNOWN_OPTION = "Optie '{name}' bestaat niet."
MISSING = "'{name}' ontbreekt."
BAD_VALUE = "'{name}' kan deze waarde niet hebben. {detail}"
WRONG_USE = "Zo kan deze opdracht niet: {detail}"
SEE_HELP = "Probeer '{command} --help'."

ALL_WELL = "Alles klopt."
COUNTS = {
    "fout": ("1 fout", "{n} fouten"),
    "open": ("1 open punt", "{n} open punten"),
    "let op": ("1 opmerking", "{n} opmerkingen"),
}
OPEN_WORK = "Nog te doen: {counts} (zie 'paraplu check')."
STOPPED = "Gestopt: {counts}. Wat er al was, is heel gebleven."

STEPS = {"check": "studie nakijken", "judge": "essays beoordelen", "render": "essays maken"}
NOTEBOOK = "notebook {name}"
BUSY = "bezig"
WENT_WRONG = "mislukt"
UNCHANGED = "Niets veranderd ({seconds} s)."
TIMES = "Gedaan in {seconds} s:"
SITE = "De site: {path}"
RENDERED = "Gemaakt met {engine} in {seconds} s: {count} bestanden."
ENGINES = {"embedded": "de ingebouwde weergave", "quarto": "Quarto"}
UPDATED = "{place}: {before} is nu {after}"
NOTHING_STALE = "Geen verouderde getallen."

MADE = "De studie staat in {path}."
NEXT = """Wat nu:
  cd {path}
  paraplu check     wat er nog open staat
  paraplu run       de site maken
De README vertelt de stappen daarna."""
ASK_PRIVATE = (
    "Staat deze studie in een besloten git-opslag, die alleen de onderzoekers kunnen lezen?"
)
ASK_RETENTION = "Tot wanneer worden transcripten bewaard (jaar-maand-dag, leeg = later)"

WITHDRAWING = "Terug te trekken: {who} ({codings} coderingen tellen dan niet meer mee)."
FAILING = "Deze beweringen en citaten houden dan geen stand:"
CHANGING = "Deze blijven staan, met andere getallen:"
NONE_FAILING = "Alle beweringen en citaten houden stand."
REMAINING = "Deze bestanden bevatten dan nog woorden van de respondent; verwijder ze zelf:"
ASK_WITHDRAW = "Intrekken vastleggen?"
BROKEN_OFF = "Afgebroken. Wat er al was, is heel gebleven."
NOT_DONE = "Er is niets veranderd."
WITHDRAWN = "Vastgelegd in interviews/respondents.csv. Draai nu 'paraplu run'."

YES = ("j", "ja")
EVIDENCE_FOR = "Ervoor, {passages}:"
EVIDENCE_AGAINST = "Ertegen, {passages}:"
EVIDENCE_NUANCE = "Nuancering binnen hetzelfde gesprek, {passages}:"
EVIDENCE_DEVIANT = "Afwijkende gevallen van de bevinding, {passages}:"
EVIDENCE_FINDING = "bevinding {finding}: {theme}"
PASSAGES = ("1 passage", "{count} passages")
OPPOSED = "zegt het tegendeel: {count} van {total} (en zegt zelf ook wat de claim zegt: {mixed})"
TRIED = "zonder telkens één {what}: houdt stand in {held} van {of}"
TRIES = {"respondents": "respondent", "groups": "groep", "coders": "codeur"}
READING = "gelezen door {who} op {date}"
READ_BEFORE = "gelezen door {who} op {date}; sindsdien zijn de passages veranderd"
NOT_READ = "nog door niemand gelezen"
NO_EVIDENCE = "Geen passages."
TURN = "beurt {turn} (tekens {start}–{end})"
MEMO = "memo"

CRASH_HEAD = "Verslag van een onverwachte fout. Er staan geen woorden uit interviews in.\n"
