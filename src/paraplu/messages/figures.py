"""Dutch words in and under the figures."""

from __future__ import annotations

FICTIONAL = "fictief materiaal"
"""Stands inside every figure of a study that is fictional."""

EMPTY = "nog geen gesprekken"
THIN = "te dun"
SMALL_CELL = "<{min_cell}"
NOT_SEEN = "·"

AND = " en "


def enumerate_words(words: list[str]) -> str:
    """Join words as Dutch does: with commas, and 'en' before the last.

    Examples
    --------
    >>> enumerate_words(["inzoomen", "uitzoomen", "en"])
    'inzoomen, uitzoomen en en'

    """
    if len(words) < 2:  # noqa: PLR2004  one word needs no comma
        return "".join(words)
    return ", ".join(words[:-1]) + AND + words[-1]


NO_DATA_ALT = "Lege figuur: er zijn nog geen gegevens om te tonen."

# -- sample ------------------------------------------------------------------------------

SAMPLE_FOOT = "Een stip is een respondent; een boog verbindt de twee van een dubbelgesprek."
SAMPLE_SIDE = "{n} respondenten\nin {interviews} gesprekken"
SAMPLE_ALT = "Stippen per groep: {rows}. Samen {n} respondenten in {interviews} gesprekken."
SAMPLE_ALT_ROW = "{group} {n} respondenten in {interviews} gesprekken"
SAMPLE_CAPTION = "Wie is gehoord: {n} respondenten in {interviews} gesprekken, naar groep."

SPEECH_AXIS = "deel van de woorden dat van de respondent is"
SPEECH_FOOT = "Een stip is een gesprek (n = {n}); de streep is de mediaan van de groep."
SPEECH_ALT = "Stippen per groep voor het aandeel van de respondent in de woorden. Mediaan: {rows}."
SPEECH_CAPTION = "Wie spreekt: aandeel van de respondent in de woorden van {n} gesprekken."

# -- bars --------------------------------------------------------------------------------

BARS_ALT = "Liggende balken, van hoog naar laag: {rows}."
BARS_ALT_MORE = "Liggende balken, de hoogste {shown} van {total}: {rows}."

# -- heat --------------------------------------------------------------------------------

HEAT_FOOT = "Aantal respondenten; kleur: aandeel van de groep. {small}: minder dan {min_cell}."
HEAT_ALT = "Tabel met kleur, {rows} rijen bij {columns} kolommen ({names}). Het hoogst: {top}."
HEAT_ALT_CELL = "{row} bij {column}, {n} van {of}"
HEAT_COLUMN = "{group}\nn = {n}"

GRID_ALT = "Rooster van {rows} bij {columns}: {names}. {filled} van {total} vakken gevuld. {top}"
GRID_ALT_TOP = "Het meest: {row} bij {column}, {n}."

# -- agreement ---------------------------------------------------------------------------

ALPHA_AXIS = "Krippendorffs α"
ALPHA_FOOT = "Streep: 95% over gesprekken. Stippellijn: drempel {threshold}."
ALPHA_COUNT = "n: {what}."
ALPHA_TURNS = "beurten met de code"
ALPHA_PAIRS = "paren van passages"
ALPHA_ALT = (
    "Stip met interval per rij op α. Hoogst: {top}. Laagst: {low}. "
    "{above} van {n} op of boven de drempel {threshold}; {unknown} onbepaald."
)
ALPHA_ALT_ITEM = "{label} {alpha}"

DECISIONS_FOOT = "Codering in een beurt, {n} in de consensus; {dropped} vielen af."
DECISIONS_ALT = "Balken naar herkomst van wat de consensus bewaarde: {rows}."
DECISIONS_ALT_ROW = "{label} {kept}{given}"
DECISIONS_GIVEN = " van {given}"

# -- saturation --------------------------------------------------------------------------

CURVE_X = "aantal gesprekken"
CURVE_Y = "verschillende codes"
CURVE_FOOT = "Mediaan en 95%-band over {orders} volgordes van {n} gesprekken."
CURVE_REACHED = "na {n} gesprekken\nhooguit {threshold} nieuw"
CURVE_END = "{n} codes"
CURVE_ALT = (
    "Lijn die afvlakt: na {few} gesprekken in doorsnee {at_few} codes, na {n} gesprekken {end}. "
    "{reached}"
)
CURVE_ALT_REACHED = "De grens voor verzadiging ligt in doorsnee bij gesprek {median}."
CURVE_ALT_OPEN = "De grens voor verzadiging is niet bereikt."
CURVE_CAPTION = "Hoeveel verschillende codes na hoeveel gesprekken, over {orders} volgordes."

# -- topics ------------------------------------------------------------------------------

TOPICS_SIDE = "{n} respondenten"
TOPICS_FOOT = (
    "Een stip is een fragment (n = {n}). Aan de rand: vooral over dat thema; in het midden: over "
    "meer tegelijk. Ringetjes: fragmenten zonder thema ({outside})."
)
TOPICS_ALT = (
    "Cirkel van thema’s met de fragmenten erbinnen, dichter bij het thema waarover zij meer gaan: "
    "{rows}. Zonder thema: {outside} fragmenten."
)
TOPICS_ALT_ROW = "{name} ({n} fragmenten)"
RETURNS_UNKNOWN = "Hoe bestendig de thema’s zijn is nog niet bepaald."
RETURNS_FOOT = (
    "Keren dat het thema terugkwam als steeds één ander gesprek wegbleef, van het aantal keren."
)
RETURNS_CAPTION = "Welke thema’s terugkomen als een gesprek wegblijft."
TREE_FOOT = "Hoe verder naar rechts twee takken samenkomen, hoe minder de thema’s op elkaar lijken."
TREE_ALT = "Boom van thema’s. Het eerst komen samen: {rows}."
TREE_CAPTION = "Welke thema’s op elkaar lijken."
LIFTS_FOOT = (
    "Hoeveel vaker een code in een fragment van het thema staat dan bij toeval (lijn: even vaak), "
    "met het bereik over gesprekken (95%). Per thema hoogstens {most}, de sterkste eerst."
)
LIFTS_ALT = "Stippen met hun bereik. Het sterkst verbonden per thema: {rows}."
LIFTS_ALT_ROW = "{name} en ‘{code}’ ({lift} keer)"
LIFTS_CAPTION = "Codes die duidelijk bij een thema horen."
OFFICES_CAPTION = "Thema’s per ambt: respondenten met minstens één fragment."
EXPLORE_LEGEND = "Kies een thema"
EXPLORE_ALL = "alle thema’s"
EXPLORE_ALT = "Kaart van {n} fragmenten; wijs een stip aan om te lezen wat er gezegd is."
EXPLORE_TOPIC = "{number}. {name} ({n})"
NOTHING = "Er zijn nog geen thema’s."
CARD_SIZE = "{n} fragmenten ({share}%) van {people} respondenten;"
CARD_HOLDS = "{holds} ({n} van {of})"
CARD_ONE_VOICE = "Dit thema is voor meer dan de helft van één respondent."
CARD_READ = "Passages om te lezen"
TOPICS_CAPTION = "Waar gesprekken over gaan, zonder codes gevonden: {n} fragmenten, {k} thema’s."

# -- network -----------------------------------------------------------------------------

EVIDENCE_FOOT = (
    "Aantal respondenten, samen {of}. Stil is geen oordeel. Gestippeld: aantallen onder "
    "{min_cell}, samengenomen."
)
EVIDENCE_REST = "{n} te dun verdeeld"
EVIDENCE_ALT = "Gestapelde balken naar strekking. {rows}"
EVIDENCE_ALT_ROW = "{name}, {voice}: {parts}."

UMBRELLA_SPEAK = "spreken erover"
UMBRELLA_GAP = "valt ernaast"
UMBRELLA_FOOT = (
    "Een streep is een respondent. Links van het scherm: wie over de dreiging spreekt. "
    "Rechts: bij wie bescherming daarbij alleen tekortschiet (donker) of niet ter sprake komt "
    "(gestippeld); blauw: te weinig om te splitsen."
)
UMBRELLA_ALT = (
    "Een paraplu tegen de wind in: links regen per dreiging, rechts wat ernaast valt. {rows}"
)
UMBRELLA_ALT_ROW = "{name}: {speaking} spreken erover, bij {gap} valt het naast de bescherming."
UMBRELLA_ALT_THIN = "{name}: te dun voor een uitspraak."
UMBRELLA_CAPTION = (
    "De paraplu: per dreiging hoeveel van de {of} respondenten erover spreken, en bij hoeveel van "
    "hen er geen of alleen tekortschietende bescherming naast staat."
)

PARTNERS_FOOT = (
    "Respondenten die de naam gebruiken; beschrijvend. Nog {rest} organisaties: door minder "
    "dan {min_cell}."
)
PARTNERS_CAPTION = "Welke partners en verwante organisaties respondenten bij naam noemen."

TIMELINE_ALT = "Tijdlijn: {rows}."
TIMELINE_CAPTION = "Het netwerk in de tijd, uit openbare bronnen."
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip

# -- polarities --------------------------------------------------------------------------

STANCE_SIDE = "{discussed} van {n}"
STANCE_FOOT = (
    "Gemiddelde verdeling van respondenten; rechts: hoeveel respondenten een positie hebben."
)
STANCE_BOTH = "en"
STANCE_THIN = "te dun voor een uitspraak"
STANCE_ALT = "Gestapelde balken rond het midden, van {left} via en naar {right}. {rows}"
STANCE_ALT_ROW = (
    "{group} ({discussed} van {n}): {left_share} {left}, {both_share} en, {right_share} {right}."
)
STANCE_ALT_THIN = "{group}: te dun voor een uitspraak."
STANCE_CAPTION = "{left} of {right}: gemiddelde verdeling per groep, met het uitdrukkelijke en."

DIRECTION_AXIS_LEFT = "← {left}"
DIRECTION_AXIS_RIGHT = "{right} →"
DIRECTION_FOOT = (
    "Stip: gemiddelde richting; streep: spreiding bij herhaald trekken uit deze respondenten."
)
DIRECTION_SIDE = "{held} van {of}"
DIRECTION_NO_SIDE = "geen kant"
DIRECTION_HELD = "houdt stand"
DIRECTION_ALT = "Stip met streep per groep op een as van {left} (−1) tot {right} (1). {rows}"
DIRECTION_ALT_ROW = "{group} {direction}, houdt stand in {held} van {of}."
DIRECTION_ALT_EVEN = "{group} {direction}, naar geen kant."
DIRECTION_CAPTION = (
    "Richting per groep, en in hoeveel steekproeven met één respondent minder zij dezelfde "
    "kant houdt."
)
MAP_ADVANTAGE = "voordeel"
MAP_DRAWBACK = "nadeel"
MAP_WISH = "{n} wensen dit"
MAP_OBSERVED = "{n} zien dit"
MAP_OF = "van {of}"
MAP_UNCODED = "nog niet gecodeerd"
MAP_NONE = "door niemand genoemd"
MAP_FOOT = "Een stip is een respondent die dit noemt, van {of} die over deze keuze spraken."
MAP_ALT = "Polariteitenkaart met vier vakken. {rows} {both}"
MAP_ALT_ROW = "{pole}: voordeel bij {advantage}, nadeel bij {drawback}."
MAP_ALT_BOTH = (
    "Uitdrukkelijk en: voordeel bij {advantage}, nadeel bij {drawback}. Van {of} respondenten."
)
MAP_CAPTION = (
    "Polariteitenkaart van {left} en {right}: wat respondenten als voordeel en nadeel noemen."
)

# -- captions of the series ---------------------------------------------------------------

CODES_CAPTION = "De {n} codes die bij de meeste respondenten voorkomen, per groep."
FAMILIES_CAPTION = "Families van codes: bij hoeveel respondenten per groep."
PAIRS_FOOT = "Beurten met beide codes, van de beurten met de zeldzaamste van de twee."
PAIRS_CAPTION = "Codes die het vaakst in één beurt samen voorkomen."
ADDED_FOOT = "Respondenten bij wie de nieuwe code voorkomt."
ADDED_CAPTION = "Wat versie {version} van het codeboek toevoegde."
ALPHA_CAPTION = "Overeenstemming tussen codeurs per code: {n} codes, {turns} spreekbeurten."
ATTRIBUTES_CAPTION = (
    "Overeenstemming over kenmerken van een passage die beiden dezelfde code gaven."
)
SOURCES_CAPTION = "Wat de consensus bewaarde, naar wie de codering had gegeven."
TOPIC_GROUPS_CAPTION = "Thema’s per groep: respondenten met minstens één fragment."
EVIDENCE_CAPTION = "Wat respondenten zeggen, per {kind}: voor, tegen of stil, en wie."
FUNCTIONS_CAPTION = "Wat respondenten zeggen over de functies van het netwerk, en wie."
GRID_FOOT = (
    "Respondenten die het instrument noemen in een beurt over deze fase. Omlijnd: hier aangeboden. "
    "<{min_cell}: minder dan {min_cell}."
)
GRID_CAPTION = "Instrumenten en fasen: wat wordt aangeboden, en wat ter sprake komt."
