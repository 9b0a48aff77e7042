"""Dutch labels of the numbers on topics, the network and polarities."""

from __future__ import annotations

RESPONDENTS = "respondenten"
SEGMENTS = "fragmenten"
TOPICS = "thema’s"
PARTNERS = "partners"
CELLS = "vakken"
CHOICES = "keuzes"
SAMPLES = "steekproeven"

TOPIC_LABELS = {
    "aantal": "thema’s die het model onderscheidt",
    "segmenten": "fragmenten in het model",
    "ruis": "fragmenten zonder thema",
    "een-stem": "thema’s die voor meer dan de helft van één respondent zijn",
}

NETWORK_LABELS = {
    "partners": "partners van het netwerk volgens openbare bronnen",
    "doelen": "doelen van het netwerk",
    "fasen": "fasen waarin het netwerk instrumenten aanbiedt",
    "functies": "functies van het netwerk",
    "instrumenten": "instrumenten van het netwerk",
    "genoemd": "partners die een respondent bij naam noemt",
}
GOALS, PHASES, FUNCTIONS, INSTRUMENTS = "doelen", "fasen", "functies", "instrumenten"

STANCE_LABEL = "respondenten {stance} bij {kind} ‘{set}’"
DISCUSSED_LABEL = "respondenten die spreken over {kind} ‘{set}’"
CONTRIBUTION_LABELS = {
    "": "respondenten die spreken over de bijdrage van het netwerk",
    ".gunstig": "respondenten met een gunstige uitspraak over de bijdrage van het netwerk",
    ".ongunstig": "respondenten met een ongunstige uitspraak over de bijdrage van het netwerk",
}
EMPTY_LABEL = "vakken waar het netwerk iets aanbiedt en niemand ervan spreekt"
GAP_LABEL = "respondenten bij wie ‘{name}’ naast de bescherming valt"
SPEAKING_LABEL = "respondenten die spreken over ‘{name}’"

CHOICES_LABEL = "keuzes die voorliggen"
PLACED_LABEL = "respondenten met een positie op {left} of {right}"
LEADING_LABEL = "respondenten bij wie ‘{side}’ de overhand heeft ({left} of {right})"
BASIS_LABEL = "respondenten van wie de positie rust op: {basis} ({left} of {right})"
ARGUMENT_LABEL = "respondenten met {argument} over ‘{pole}’"
PAIR_LABEL = "respondenten met zowel voordeel als nadeel over ‘{pole}’"
OBSERVED_LABEL = "respondenten met een waarneming over ‘{left}’ en een over ‘{right}’"
HELD_LABEL = "steekproeven met één respondent minder waarin de kant dezelfde blijft"
OF_LABEL = "steekproeven met één respondent minder"
CHOICE_LABEL = "{left} of {right}"
EVERYONE = "allen"
