"""Dutch texts of the command `anonymise` that are not problems."""

from __future__ import annotations

ANONYMISE = """Zoek wat iemand herkenbaar maakt, en vervang wat daarover beslist is.

Zonder verdere opdracht doet Paraplu een voorstel (interviews/raw/R41.decisions.yaml). Dat is het
woord van de machine: een mens leest het gesprek na, neemt aan, wijst af, verbetert en vult aan.
Sluit het nalezen af met --done; een tweede lezer doet hetzelfde. Met --apply wordt het gesprek
geschreven. Zolang niemand het nalas, doet het nergens aan mee.

Wat de machine niet vervangt maar wel opviel (andere hoofdletters, getallen) staat onder de
lijst: het controlenet. Zij vindt niet alles. Gebeurtenissen vervangt zij niet; passages die
daarover kunnen gaan staan er ook onder."""
EXAMPLES = """paraplu anonymise R41                           een voorstel
paraplu anonymise R41 --reject 4 --by ks        regel 4 hoeft niet vervangen
paraplu anonymise R41 --merge 2,7 --by ks       2 en 7 zijn dezelfde
paraplu anonymise R41 --split 3:120=persoon 8 --by ks
paraplu anonymise R41 --relabel 5=PLACE:plaats 2 --by ks
paraplu anonymise R41 --add 310-325=EVENT:een incident --by ks
paraplu anonymise R41 --done --by ks            nagekeken
paraplu anonymise R41 --apply                   schrijf R41.md en de sleutel
paraplu anonymise --text brief.txt --json       alleen zoeken, in elke tekst
paraplu anonymise --evaluate                    meten tegen wat nagekeken is
paraplu anonymise --evaluate tests/data/gold    meten tegen gouden teksten"""
WHO = "Gesprekken, zoals R41; bij --evaluate ook mappen met gouden teksten, of niets."
APPLY = "Schrijf het gesprek en de sleutel, naar wat beslist is."
TEXT = "Zoek in dit tekstbestand; er wordt niets geschreven."
JSON = "Geef de uitkomst van --text of --evaluate als JSON."
EVALUATE = "Meet het zoeken tegen nagekeken gesprekken, of tegen gouden teksten."
FORCE = "Ga door met een tekst zonder hoofdletters; namen worden dan gemist."
NAMES = "Een bestand met namen die zeker vervangen worden, een per regel."
ALLOW = "Een naam die niet vervangen wordt; mag vaker."
BY = "Wie beslist: uw naam of code."
ACCEPT = "Neem regels aan: nummers met komma's."
REJECT = "Wijs regels af: nummers met komma's."
MERGE = "Voeg regels samen; de eerste blijft."
SPLIT = "Neem vermeldingen uit een regel: NUMMER:BEGIN,BEGIN=VERVANGING."
RELABEL = "Geef een andere soort en vervanging: NUMMER=SOORT:VERVANGING."
RENAME = "Geef een andere vervanging: NUMMER=VERVANGING."
ADD = "Voeg een vermelding toe: BEGIN-EIND=SOORT:VERVANGING."
DONE = "Sluit het nalezen af."

NEEDS_WHO = "noem een gesprek, of gebruik --text of --evaluate"
NEEDS_BY = "zeg met --by wie beslist"
NUMBERS_FORM = "nummers met komma's, zoals 2,7"
SPLIT_FORM = "NUMMER:BEGIN,BEGIN=VERVANGING, zoals 3:120,480=persoon 8"
RELABEL_FORM = "NUMMER=SOORT:VERVANGING, zoals 5=PLACE:plaats 2"
RENAME_FORM = "NUMMER=VERVANGING, zoals 5=plaats 2"
ADD_FORM = "BEGIN-EIND=SOORT:VERVANGING, zoals 310-325=EVENT:een incident"

STATE = "{interview}: {state}, {entities} regels, {mentions} vermeldingen"
LINE = "{number:>4} {mark} {label:<12} {replacement:<28} {forms}"
MARKS = {"voorgesteld": "?", "aanvaard": "+", "afgewezen": "-"}
NET = "Controlenet: nog {count} hoofdletters en getallen die niet vervangen worden."
PASSAGES = "Passages over een voorval of één persoon: {count}. Weegt u ze zelf."
NET_LINE = "  {offset:>7}  {words}"
PROPOSED = (
    "Voorstel geschreven: {path}. Een mens leest het na, zo of in de browser "
    "('paraplu code', onder Nakijken)."
)
WRITTEN = "Geschreven: {path} ({state})."
KEPT = "De sleutel is bijgewerkt."
NO_KEY = "Verzonnen studie zonder sleutel: er is geen sleutel geschreven."
PSEUDONYMISED = "Zolang er een sleutel of een ruw gesprek is, is dit gepseudonimiseerd."
LOWERED = "Let op: zonder hoofdletters worden de meeste namen gemist. Lees elk woord na."

HEAD = "{label:<14}{n:>6}{whole:>8}{partly:>9}{labelled:>8}"
COLUMNS = {"label": "soort", "n": "n", "whole": "heel", "partly": "geraakt", "labelled": "soort"}
DIRECT = "Direct herkenbare personen en gegevens, alle vermeldingen heel: {value}"
INDIRECT = "Indirect herkenbare gegevens, alle vermeldingen heel: {value}"
PRECISION = "Van wat gevonden is, moest vervangen worden: {value}"
FLAGGED = "Van alle woorden wordt vervangen: {value}"
LINKING = "Vermeldingen bij de goede persoon (B³): {value}"
SPEED = "{words} woorden, {speed} per seconde"
