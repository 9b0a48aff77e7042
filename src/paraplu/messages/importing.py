"""Dutch texts of `paraplu import` that are not problems."""

from __future__ import annotations

IMPORT = """Lees transcripten in, zoals ze uit Teams, Zoom, Word of een ander programma komen.

Toont wat er begrepen is: sprekers, beurten, lengte en waarschuwingen. Zet het origineel
ongewijzigd in interviews/raw, met de tekst waarop het pseudonimiseren werkt (R41.txt) en wie wie
is (R41.speakers.yaml). Er wordt nooit iets overschreven. Gaat er bij één bestand iets mis, dan
wordt geen enkel bestand ingelezen.

Leest .vtt, .srt, .json (WhisperX), .docx, .odt, .rtf, .txt, .md en .pdf, tot 20 MB."""
IMPORT_EXAMPLES = """paraplu import gesprek.vtt --as R41
paraplu import opnames/*.docx              elk het volgende nummer
paraplu import gesprek.vtt --speaker "Jansen, Piet=R" --speaker "Anne=I"
paraplu import gesprek.vtt --dry-run       alleen kijken"""
FILES = "De transcripten."
AS = "Als welk interview, zoals R41; anders het volgende nummer."
SPEAKER = (
    "Welke rol een spreker heeft: I (interviewer), R (respondent), R1, R2 …, of - voor een woord "
    "dat geen spreker is."
)
DRY_RUN = "Toon alleen wat er begrepen is; schrijf niets."

INCOMING = "{interview} <- {name}"
FILE = "  {kind}, {size}."
SPEAKERS = "  Sprekers:"
VOICE = (
    "    {role:<2} {name} ({certainty}; beurten: {turns}, woorden: {words}, vragen: {questions})"
)
TURNS = "  {turns} beurten, {words} woorden{duration}."
DURATION = ", tot {time}"
WRITTEN = "  Geschreven: {paths}"
NOTHING = "Er is niets geschreven."
NEXT = """Klopt een rol niet? Haal de bestanden weg en lees opnieuw in met --speaker.
Nu: kijk de tekst na, zet de respondent in interviews/respondents.csv, en dan
  paraplu anonymise {interview}"""
ASK_ROLE = "Wie is {name}? (I, R, R1, R2 …)"
UNNAMED = "? (zonder naam)"
