"""Dutch words on codings: labels of the numbers that essays use."""

from __future__ import annotations

CODES = "codes"
FAMILIES = "families"
CODERS = "codeurs"
CODINGS = "coderingen"
RESPONDENTS = "respondenten"
INTERVIEWS = "gesprekken"
MEMOS = "memo’s"

DECISION = "besluit:"
"""How a memo begins in which the consensus gives its reason."""

LABELS = {
    "codes": "codes in de laatste versie van het codeboek",
    "codes-versie-1": "codes in de eerste versie van het codeboek",
    "codes-nieuw": "codes die na de eerste versie erbij kwamen",
    "families": "families van codes",
    "codeurs": "codeurs die los van elkaar codeerden",
    "tegenspraak": "coderingen die als tegenspraak gemarkeerd zijn",
    "besluiten": "memo’s waarin de consensus een besluit vastlegt",
    "nieuw.respondenten": "respondenten bij wie een van de nieuwe codes voorkomt",
    "zeldzaam": "codes bij minder dan {min_cell} respondenten",
    "verzadiging.gesprekken": "gesprek waarna hooguit {threshold} nieuwe codes volgt, mediaan",
    "verzadiging.gevonden": "verschillende codes in alle gesprekken",
}
CODER_LABEL = "coderingen van {coder}"
CODE_LABEL = "respondenten bij wie ‘{name}’ ter sprake komt"

AGREEMENT = {
    "alfa": "Krippendorffs α over alle codes en beurten",
    "alfa.laag": "ondergrens van het 95%-interval van α",
    "alfa.hoog": "bovengrens van het 95%-interval van α",
    "procent": "beurten en codes waarover de codeurs het eens zijn",
    "ac1": "Gwets AC1 over alle codes en beurten",
    "kappa": "Cohens κ over alle codes en beurten",
    "grenzen": "unitising α (Krippendorff 2004) van de grenzen van passages, over alle codes",
    "drempel": "drempel van de studie voor α",
    "codes-boven": "codes met α op of boven de drempel",
    "codes-onder": "codes met α onder de drempel",
    "codes-onbepaald": "codes zonder bepaalde α",
    "beurten": "beurten die beide codeurs beoordeelden",
    "beide": "coderingen van de consensus die beide codeurs hadden",
    "alleen-a": "coderingen van de consensus die alleen de eerste codeur had",
    "alleen-b": "coderingen van de consensus die alleen de tweede codeur had",
    "nieuw": "coderingen van de consensus die geen van beiden had",
    "herlezen": "coderingen van de consensus met een later toegevoegde code",
}
ATTRIBUTE_LABEL = "α van het kenmerk ‘{attribute}’, gegeven dezelfde code"
ALPHA_LABEL = "α van de code ‘{name}’"
ATTRIBUTE_NAMES = {"fase": "fase", "valentie": "valentie", "pole": "pool"}
TURNS = "spreekbeurten"
CELLS = "coderingen per beurt"
ALL_CODES = "alle codes samen"
NOTHING = "niets"
"""What stands for a coder who put no code on a passage."""
