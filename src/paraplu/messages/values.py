"""Dutch labels of the numbers on topics, the network and polarities."""

from __future__ import annotations

RESPONDENTS = "respondenten"
SEGMENTS = "fragmenten"
TOPICS = "thema’s"
PARTNERS = "partners"
CELLS = "vakken"
CODINGS = "coderingen"
CODES = "codes"
CHOICES = "keuzes"
SAMPLES = "steekproeven"

TOPIC_LABELS = {
    "aantal": "thema’s die het model onderscheidt",
    "segmenten": "fragmenten in het model",
    "ruis": "fragmenten zonder thema",
    "ruis-procent": "deel van de fragmenten zonder thema",
    "buiten": "coderingen die in geen fragment beginnen",
    "weinig-gecodeerd": "thema’s waarvan meer dan gemiddeld niet gecodeerd is",
    "overal-verspreid": "codes die bij geen thema horen",
    "samenhang": "gemiddelde samenhang van de woorden van een thema",
    "bestendig": "thema’s die standhouden als een gesprek wegblijft",
    "onbestendig": "thema’s die geen stand houden als een gesprek wegblijft",
    "ari": "gemiddelde overeenkomst van de indeling als een gesprek wegblijft",
    "ari-helft": "overeenkomst op gesprekken die niet meetelden bij het kiezen van het aantal",
    "ami": "overeenkomst van thema’s en codes",
    "ami-toeval": "overeenkomst die toeval binnen gesprekken zelden overtreft",
    "ankers.f1": "hoe goed ankers een gesprek lezen dat zij niet kennen",
    "ankers.f1-woorden": "hoe goed woorden alleen dat doen",
    "ankers.bij-drie": "passages waarvan de code bij de drie naaste ankers hoort",
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
