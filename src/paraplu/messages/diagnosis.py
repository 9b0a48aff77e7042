"""Dutch texts of `paraplu doctor`."""

from __future__ import annotations

PROGRAMS = {
    "pandoc": "pandoc (voor HTML en Word)",
    "typst": "typst (voor PDF)",
    "kernel": "kernel (voor notebooks)",
}
WELL, HEED, MISSING = "goed", "let op", "MIST"
THERE = "aanwezig"
ABSENT = "ontbreekt; installeer Paraplu opnieuw"
QUARTO = "aanwezig; essays worden met Quarto gemaakt"
NO_QUARTO = "niet nodig; essays worden met de ingebouwde weergave gemaakt"
NO_GIT = "niet gevonden; zonder git is er geen geschiedenis om iets uit terug te zetten"
DISK = "schijfruimte"
FREE = "{megabytes} MB vrij"
STUDY = "studie"
RESPONDENTS = "respondenten"
RESULTS = "uitkomsten"
STALE = "{count} van de notebooks te draaien: 'paraplu run'"
FRESH = "bij de tijd"
