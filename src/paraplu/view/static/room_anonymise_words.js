// Everything the review of replacements says, in Dutch, and the kinds that it knows.

const many = (n, one, more) => `${n.toLocaleString("nl")} ${n === 1 ? one : more}`;
export const mentions = (n) => many(n, "vermelding", "vermeldingen");
export const times = (n) => `${n}×`;

const families = [
  ["personen", "Personen", 3, [["PERSON", "persoon"]]],
  ["plaatsen", "Plaatsen", 5, [["MUNICIPALITY", "gemeente"], ["PLACE", "plaats"], ["ADDRESS", "adres"]]],
  ["organisaties", "Organisaties", 2, [["ORG", "organisatie"], ["PARTY", "partij"]]],
  ["tijd", "Tijd, leeftijd, gebeurtenis", 4, [["DATE", "datum"], ["AGE", "leeftijd"], ["EVENT", "gebeurtenis"]]],
  ["bereik", "Bereikbaarheid en nummers", 1, [["PHONE", "telefoonnummer"], ["EMAIL", "e-mailadres"], ["URL", "webadres"],
    ["SOCIAL", "account"], ["PLATE", "kenteken"], ["IBAN", "rekeningnummer"], ["BSN", "burgerservicenummer"]]],
];

/** Kinds by label: {label, name, family, familyName, kind}; `kind` is a colour with its pattern. */
export const KINDS = new Map(families.flatMap(([family, familyName, kind, rows]) => rows.map(([label, name]) => [
  label, { label, name, family, familyName, kind },
])));

export const kindOf = (label) => KINDS.get(label) ?? { label, name: label, family: "", familyName: "", kind: 8 };

export const STATUS = {
  voorgesteld: { name: "voorgesteld", sign: "?" },
  aanvaard: { name: "aangenomen", sign: "✓" },
  afgewezen: { name: "afgewezen", sign: "–" },
};

const day = (iso) => (/^\d{4}-\d{2}-\d{2}/.test(iso)
  ? new Date(`${iso.slice(0, 10)}T12:00`).toLocaleDateString("nl", { day: "numeric", month: "long", year: "numeric" }) : iso);
const moment = (iso) => {
  const date = new Date(iso);
  return Number.isNaN(date.valueOf()) ? iso : date.toLocaleString("nl", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
};
const read = (who, on) => [who && `door ${who}`, on && `op ${day(on)}`].filter(Boolean).join(" ");

export const V = {
  room: "Nakijken",
  intro: "Hier kijkt u na wat er vervangen wordt voordat een gesprek meedoet. De ruwe tekst blijft op deze computer. Daarna leest een ander het gesprek nog eens.",
  none: "Er zijn nog geen ruwe gesprekken. Haal een opname binnen met 'paraplu import BESTAND'; 'paraplu anonymise' doet daarna een voorstel.",
  table: "Hoe ver het nakijken is",
  notProposed: (id) => `nog geen voorstel: draai 'paraplu anonymise ${id}'`,
  broken: (code) => `niet te lezen (${code}): 'paraplu anonymise' zegt waar`,
  goOn: (id) => `Verder met ${id}`,
  second: (id) => `Tweede lezing van ${id}`,
  back: "Terug naar de lijst",
  // bar
  progress: (done, all) => `${done} van ${all} beslist`,
  states: {
    machine: "na te kijken",
    nagekeken: "nagekeken",
    "tweede lezer": "tweede lezer",
  },
  about: (review) => [
    review.state === "machine" ? "Voorstel van de machine; nog niet nagekeken." : null,
    review.reviewed_by || review.reviewed_on ? `Nagekeken ${read(review.reviewed_by, review.reviewed_on)}.` : null,
    review.second_by || review.second_on ? `Tweede lezing ${read(review.second_by, review.second_on)}.` : null,
    { gelijk: `${review.id}.md is hiermee geschreven.`, status: `In ${review.id}.md staat nog een oudere status.`,
      anders: `${review.id}.md is geschreven met een andere tekst dan nu beslist is.` }[review.written] ?? null,
  ].filter(Boolean).join(" "),
  nextOpen: "Volgende open",
  outcome: "Voorbeeld",
  raw: "Ruwe tekst",
  finish: "Nagekeken",
  finishSecond: "Tweede lezing klaar",
  apply: (id) => `Schrijf ${id}.md`,
  stillOpen: (n) => `${many(n, "voorstel is", "voorstellen zijn")} nog open. Wie nu afsluit, neemt ${n === 1 ? "dat" : "ze"} aan.`,
  finishAnyway: "Toch afsluiten",
  readOn: "Verder lezen",
  finished: "Afgesloten: nagekeken.",
  finishedSecond: "Afgesloten: de tweede lezing.",
  applied: (id, key) => `Geschreven: interviews/${id}.md. ${key ? "De sleutel is bijgewerkt." : "Verzonnen studie zonder sleutel: er is geen sleutel geschreven."}`,
  // status
  saved: "Bewaard",
  saving: "Bewaren…",
  unsaved: "Niet bewaard",
  elsewhere: "Bijgewerkt: er is elders over dit gesprek beslist.",
  offline: "Niet bewaard: de server antwoordt niet. Kijk of 'paraplu code' nog draait; wat er stond is er nog.",
  dropped: (n) => (n ? `${many(n, "stap is", "stappen zijn")} niet gedaan.` : ""),
  close: "Sluiten",
  // text
  text: (id) => `Ruwe tekst van ${id}`,
  textKind: "tekst om na te kijken",
  hint: "j en k gaan naar het volgende en vorige open voorstel; a neemt aan, r wijst af. Pijltjes verplaatsen, Shift selecteert, Enter vervangt wat geselecteerd is. Vraagteken toont alle toetsen.",
  outcomeText: (id) => `Zo wordt ${id}`,
  stays: "blijft staan",
  turn: (n, who) => `beurt ${n}, ${who}`,
  spoken: (words, entity) => `${words}: ${entity.replacement.slice(1, -1)}, ${STATUS[entity.status].name}`,
  spokenNet: (words) => `${words}: controlenet, wordt niet vervangen`,
  // picker
  choose: "Kies wat het is",
  chooseFor: (words) => `“${words}” is`,
  chooseKind: (words) => `Een andere soort voor “${words}”`,
  chooseSame: (words) => `“${words}” is dezelfde als`,
  chooseSplit: (words) => `Neem los van ${words}`,
  noChoice: "Niets past hierbij. Typ een ander woord, of Esc.",
  fresh: (label, free) => (free ? `wordt ${free}` : label === "DATE" ? "wordt een seizoen" : "wordt een deel van een tiental"),
  known: (forms) => `staat er als ${forms}`,
  again: "Bekende",
  onlyHere: "Alleen deze vermelding",
  everyForm: (form, n) => `Alle ${n} keer “${form}”`,
  replace: "Vervang",
  wholeName: "Neem dit als geheel",
  twoThere: "Daar staan al meer vermeldingen. Wijs er eerst een af.",
  // panel
  current: "Gekozen",
  list: "Wat er vervangen wordt",
  noCurrent: "Kies een vermelding in de tekst of in de lijst. Mist u iets? Selecteer het en druk op Enter.",
  emptyList: "De machine vond niets. Lees de tekst en selecteer wat iemand herkenbaar maakt.",
  onlyOpen: "Alleen wat open is",
  allDecided: "Alles is beslist. Lees de tekst nog eens op wat gemist is, en sluit dan af.",
  of: (place, all) => `vermelding ${place} van ${all}`,
  replacement: "Vervanging",
  keep: "Bewaar",
  accept: "Aannemen",
  reject: "Afwijzen",
  notHere: "Alleen hier niet",
  relabel: "Andere soort",
  merge: "Is dezelfde als",
  split: "Is een ander",
  previous: "Vorige vermelding",
  next: "Volgende vermelding",
  elsewhereToo: (form, n) => `“${form}” staat nog op ${n === 1 ? "één andere plaats" : `${n} andere plaatsen`}.`,
  thereToo: "Ook daar",
  net: "Controlenet",
  netAbout: "Een hoofdletter of getal dat niet vervangen wordt. Maakt het iemand herkenbaar, vervang het dan.",
  netCount: (n) => (n ? `Controlenet: nog ${n.toLocaleString("nl")}` : "Controlenet: niets over"),
  netSeeking: "Controlenet: wordt gezocht…",
  netFailed: "Controlenet: niet gevonden; laad de pagina opnieuw.",
  netNext: "Volgende",
  passage: "Iemand herkenbaar?",
  passageAbout: "Deze zin zegt wie iemand is zonder een naam, of gaat over iets wat gebeurde. Is dat te herkennen, selecteer dan de woorden die dat doen en druk op Enter.",
  passageCount: (n) => `Zinnen om te wegen: ${n.toLocaleString("nl")}`,
  noPassages: "Er zijn geen zinnen gevonden die iemand herkenbaar maken.",
  spokenPassage: (words) => `Kan iemand herkenbaar maken: ${words}`,
  log: "Logboek",
  logged: ({ time, who }) => `${who}, ${moment(time)}`,
  verdict: ({ what, about }) => [({ label: "andere soort", aanvaard: "aangenomen", achteraf: "achteraf weggehaald", vervanging: "andere vervanging" })[what] ?? what, about]
    .filter(Boolean).join(": "),
  // said
  nothing: "Kies eerst een vermelding.",
  accepted: (what) => `Aangenomen: ${what}.`,
  rejected: (what) => `Afgewezen: ${what}.`,
  changed: (what) => `Gewijzigd: ${what}.`,
  merged: "Samengevoegd.",
  apart: "Losgemaakt.",
  added: "Toegevoegd.",
  noOthers: "Er zijn geen andere vermeldingen.",
  noNet: "Het controlenet is leeg.",
  twoTurns: "Dat zijn woorden van meer dan één beurt. Selecteer minder.",
  undone: "Ongedaan gemaakt.",
  redone: "Opnieuw gedaan.",
};

export const HELP = [
  ["Beslissen", [
    ["j k", "volgende, vorige open voorstel"], ["a", "aannemen"], ["r", "afwijzen"], ["x", "alleen hier niet"],
    ["l", "andere soort"], ["v", "andere vervanging"], ["m", "is dezelfde als"], ["s", "is een ander"],
  ]],
  ["Gemist", [
    ["Enter", "vervang wat geselecteerd is, of het woord; op een voorstel: aannemen"], ["letters", "met een selectie: meteen zoeken wat het is"],
    ["e", "ook op de andere plaatsen"], ["n", "volgende in het controlenet"], ["g", "volgende zin die iemand herkenbaar kan maken"], ["Shift", "met n of g: vorige"],
  ]],
  ["Verplaatsen", [
    ["o", "volgende vermelding"], ["Shift o", "vorige vermelding"], ["← → ↑ ↓", "letter, regel"], ["Ctrl ← →", "woord"],
    ["Alt ↑ ↓", "zin"], ["Ctrl ↑ ↓", "beurt"], ["Shift", "met een van deze: selecteren"], ["spatie", "woord, zin, beurt"],
  ]],
  ["Overig", [
    ["p", "voorbeeld van het resultaat"], ["Ctrl z", "ongedaan maken"], ["Ctrl Shift z", "opnieuw"],
    ["/", "zoeken in het gesprek"], ["?", "deze lijst"],
  ]],
];
