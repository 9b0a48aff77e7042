"""Dutch texts of the command `topics`."""

from __future__ import annotations

HELP = """Noem de thema’s, reken uit of zij standhouden, of laat mensen ze beoordelen.

Met --stability blijft steeds een ander gesprek weg; dat duurt een minuut en wordt bewaard. Het
notebook 04-topics toont daarna per thema of het standhoudt."""
EXAMPLES = """paraplu topics
paraplu topics --stability
paraplu topics --sheet blad.csv    een blad om blind te beoordelen
paraplu topics --score blad.csv    wat de beoordeling zegt"""
STABILITY = "Reken uit of de thema’s terugkomen als een gesprek wegblijft."
SHEET = "Trek fragmenten en schrijf ze op een blad, zonder te zeggen bij welk thema zij horen."
SIZE = "Hoeveel fragmenten op het blad komen."
SCORE = "Lees een ingevuld blad."

BUSY = "Bestendigheid uitrekenen …"
TOPIC = "{number:>3}  {name} — {segments} fragmenten, {people} respondenten; {stability}"
RETURNED = "{stability} ({n} van {of})"
NUMBER = (
    "In paraplu.toml staan {own} thema’s. Het grootste aantal waarbij zij het best standhouden "
    "is {best}."
)
ARI = "Zonder een gesprek blijft de indeling voor {ari} gelijk (ARI, gemiddeld)."
HALVED = (
    "Kiest de ene helft van de weggelaten gesprekken het aantal thema’s, dan is dat op de andere "
    "helft {ari}."
)
NEXT = "Draai 'paraplu run' om het notebook en de essays bij te werken."
WRITTEN = (
    "{n} fragmenten staan in {path}. Vul bij ‘oordeel’ a, b, c of geen in. Het blad bevat woorden "
    "van respondenten: deel het alleen met wie de gesprekken mag lezen."
)
JUDGED = "{name}: {right} van {judged} goed ({low}% tot {high}%)"
ALL_TOPICS, WITHOUT = "Alles bij elkaar", "Zonder thema"
