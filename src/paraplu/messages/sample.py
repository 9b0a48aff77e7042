"""Dutch words on the sample: who was heard, and under which conditions."""

from __future__ import annotations

LABELS = {
    "respondenten": "respondenten",
    "gesprekken": "gesprekken",
    "dubbelgesprekken": "gesprekken met twee respondenten",
    "groepen": "groepen respondenten",
    "beurten": "spreekbeurten van respondenten",
    "woorden": "woorden van respondenten",
    "aandeel-woorden": "aandeel van respondenten in de woorden, mediaan over gesprekken",
    "ingetrokken": "respondenten die hun medewerking introkken",
    "restricties": "passages met een voorbehoud",
    "restricties.gesprekken": "gesprekken met een passage onder voorbehoud",
    "kleinste-groep": "respondenten in de kleinste groep die getoond wordt",
}
GROUP_LABEL = "respondenten uit de groep ‘{group}’"
QUOTING_LABEL = "respondenten die te citeren zijn: {state}"
REPORT_LABEL = "respondenten met verslag: {state}"
CONSENT_LABEL = "respondenten met toestemming op schrift"
MIN_CELL_LABEL = "kleinste aantal respondenten dat getoond wordt"

QUOTING = ("vrij", "na voorlegging", "niet")
REPORTS = ("niet verstuurd", "verstuurd", "akkoord", "gecorrigeerd")

KIND_QUOTING = "citeren"
KIND_REPORT = "verslag"

RESPONDENTS = "respondenten"
INTERVIEWS = "gesprekken"
TURNS = "spreekbeurten"
WORDS = "woorden"
PASSAGES = "passages"
GROUPS = "groepen"
