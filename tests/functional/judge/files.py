"""The files of the hand-made study."""

from __future__ import annotations

CODERS = ("coder-a", "coder-b", "consensus")
POLE = "describes: x, upside: x, downside: x, early_warning: x, action: x"
FILES = {
    "paraplu.toml": """\
[study]
title = "Proef"
fictional = true
[report]
allowed_words = ["B1"]
[report.selection]
bekendheid = ["onbekend met het netwerk"]
""",
    "codebook/codebook.yaml": """\
version: 2
history:
  - {version: 1, date: 2023-01-01, change: begin}
  - {version: 2, date: 2023-02-01, change: een erbij, added: [omgeving]}
attributes:
  fase: {values: [preventie, reactie, nazorg, nvt], definition: wanneer}
  valentie: {values: ["+", "-", "0"], definition: toon}
  pole: {values: per code, definition: pool}
  argument: {values: [wens, voordeel, nadeel, waarneming], definition: wat, since: 2}
families:
  - id: werk
    name: Werk
    question: Wat gebeurt er?
    codes:
      - {id: melden, name: Melden, definition: melden}
      - {id: drempel, name: Drempel, definition: drempel}
      - {id: steun, name: Steun, definition: steun}
      - {id: bekendheid, name: Bekendheid, definition: kennen}
      - {id: omgeving, since: 2, name: Omgeving, definition: kring}
      - {id: pol-focus, name: Focus, definition: keuze, pole: [inzoomen, uitzoomen, en]}
""",
    "codebook/questions.yaml": """\
version: 1
questions:
  - {id: v1, question: Wat gebeurt er?, families: [werk], essay: index}
""",
    "codebook/findings.yaml": "version: 1\n",
    "codebook/polarities.yaml": f"""\
version: 1
bron: vooraf
polarities:
  - id: focus
    code: pol-focus
    question: Smal of breed?
    greater_purpose: samen
    deeper_fear: alleen
    poles:
      - {{id: inzoomen, name: In, {POLE}}}
      - {{id: uitzoomen, name: Uit, {POLE}}}
""",
    "codebook/plan.yaml": """\
version: 1
coders:
  coder-a: {background: een}
  coder-b: {background: twee}
  consensus: {background: samen}
rounds:
  - {id: dubbel, coders: [coder-a, coder-b], codebook: 1, interviews: all}
  - {id: consensus, coders: [consensus], codebook: 2, interviews: all}
presence: consensus
""",
    "codebook/network.yaml": "version: 1\nnetwork: {name: Net}\n",
    "codebook/figures.yaml": """\
version: 1
figures:
  - {id: oud, value: 77, unit: "%", of: burgemeesters, measure: zegt het, year: 2022, source: s1}
  - {id: nieuw, value: 45, unit: "%", of: allen, measure: zegt het, year: 2024, source: s1,
     after_fieldwork: true}
  - {id: een, value: 23, unit: "%", of: allen, measure: zegt het, year: 2014, source: s1,
     conflicts_with: ander}
  - {id: ander, value: 26, unit: "%", of: allen, measure: zegt het, year: 2014, source: s2,
     conflicts_with: een}
missing:
  - {id: leeg, text: "niet gevonden"}
sources: {s1: "Monitor 2022", s2: "Andere bron"}
""",
    "analysis/07-proef.ipynb": "{}",
    "analysis/07-proef.toml": """\
notebook = "07-proef"
question = "Wat telt?"
inputs = ["interviews/respondents.csv"]
[[values]]
key = "proef.*"
[[values]]
key = "intern.*"
privacy = "intern"
[tables.groepen]
label = "Per groep"
[tables.groepen.columns]
groep = {label = "Groep"}
n = {label = "Aantal", kind = "count", cell = true}
deel = {label = "Deel", kind = "share"}
alfa = {label = "α", kind = "number"}
ja = {label = "Genoemd", kind = "flag"}
[tables.geheim]
label = "Binnen"
privacy = "intern"
[tables.geheim.columns]
n = {label = "Aantal", kind = "count"}
[figures.balken]
label = "Balken"
""",
}
PEOPLE = {
    **{f"R{n:02d}": ("criticaster", "raadslid") for n in range(1, 6)},
    "R06": ("criticaster", "wethouder"),
    **{f"R{n:02d}": ("actieve participant", "griffier") for n in range(7, 14)},
    "R14": ("actieve participant", "wethouder"),
    "R15": ("actieve participant", "burgemeester"),
    "R16": ("critical friend", "burgemeester"),
    "R17": ("critical friend", "deskundige"),
    **{f"R{n:02d}": ("onbekend met het netwerk", "raadslid") for n in range(18, 21)},
    "R21.1": ("onbekend met het netwerk", "wethouder"),
    "R21.2": ("actieve participant", "griffier"),
    "R22": ("criticaster", "raadslid"),
}
MAY_QUOTE = {
    "R02": ("niet", "akkoord"),
    "R03": ("na voorlegging", "verstuurd"),
    "R04": ("na voorlegging", "akkoord"),
}
