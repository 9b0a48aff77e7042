// Everything the coding room says, in Dutch. A twin of the messages in Python.

const many = (n, one, more) => `${n.toLocaleString("nl")} ${n === 1 ? one : more}`;
export const codings = (n) => many(n, "codering", "coderingen");
export const turns = (n) => many(n, "beurt", "beurten");

/** The beginning and the end of a passage. */
export const brief = (text) => (text.length > 60 ? `${text.slice(0, 38).trimEnd()} … ${text.slice(-18).trimStart()}` : text);

/** A problem as sentences: what was seen, what is allowed, what to do. */
export const sentences = (problem) => [problem.seen, problem.allowed, problem.do].filter(Boolean)
  .map((part) => `${part[0].toLocaleUpperCase("nl")}${part.slice(1)}${/[.!?…]$/.test(part) ? "" : "."}`).join(" ");

export const W = {
  // status
  saved: "Bewaard",
  saving: "Bewaren…",
  waiting: (n, alone = true) => `Niet bewaard: ${many(n, "wijziging wacht", "wijzigingen wachten")}${alone ? " op verbinding" : ""}`,
  kept: "Wat u intussen codeert wordt onthouden en gaat vanzelf mee. Sluit dit venster niet.",
  gone: (name, text) => `${name}: “${text}”`,
  elsewhere: "Bijgewerkt: dit gesprek is in een ander venster of in git gewijzigd.",
  lost: (n) => (n ? `${many(n, "wijziging is", "wijzigingen zijn")} niet bewaard. ` : ""),
  corrected: "De tekst van dit gesprek is gewijzigd. Laad de pagina opnieuw voordat u verder codeert.",
  reload: "Opnieuw laden",
  close: "Sluiten",
  notYours: "U leest mee: volgens het plan codeert iemand anders dit gesprek.",
  // transcript
  transcript: (id) => `Transcript van ${id}`,
  transcriptKind: "transcript om te coderen",
  hint: "Pijltjes verplaatsen, Shift selecteert, spatie neemt woord, zin, beurt. Enter of typen zoekt een code. Vraagteken toont alle toetsen.",
  turn: (n, speaker) => `beurt ${n}, ${speaker}`,
  interviewer: "interviewer",
  respondent: "respondent",
  selected: (text) => `Geselecteerd: ${text}`,
  continued: "vervolg",
  progress: (done, all) => `${done} van ${all} beurten met een codering`,
  // toolbar
  memoOf: (id) => `Memo over ${id}`,
  search: "Zoek in het gesprek",
  hits: (place, all) => (all ? `${place} van ${all}` : "niets gevonden"),
  previousHit: "Vorige vindplaats",
  nextHit: "Volgende vindplaats",
  nextUncoded: "Volgende ongecodeerde beurt",
  allCoded: "Elke beurt van een respondent heeft een codering.",
  undo: "Ongedaan maken",
  redo: "Opnieuw",
  help: "Toetsen",
  undoneStep: "Ongedaan gemaakt.",
  redoneStep: "Opnieuw gedaan.",
  nothingToUndo: "Er is niets om ongedaan te maken.",
  nothingToRedo: "Er is niets om opnieuw te doen.",
  coders: "Toon coderingen van",
  mine: (coder) => `${coder} (u)`,
  keysOn: "Losse toetsen aan",
  // picker
  chooseCode: "Kies een code",
  chooseFor: (text) => `Code voor “${text}”`,
  recodeFrom: (name) => `Andere code in plaats van ${name}`,
  noCode: "Geen code past hierbij. Typ een ander woord uit naam, familie of omschrijving.",
  include: "wel:",
  exclude: "niet:",
  cancel: "Annuleren",
  // panel
  current: "Codering",
  list: "Coderingen",
  download: "Download CSV",
  noCurrent: "Selecteer een passage en typ de naam van een code, of kies een codering.",
  emptyList: "Nog geen coderingen in dit gesprek. Selecteer een passage en druk op Enter.",
  code: "Codeer",
  again: "Nog een code",
  recode: "Andere code",
  borders: "Grenzen",
  saveBorders: "Grenzen bewaren",
  bordersHint: "Selecteer de nieuwe passage en druk op Enter; Esc laat de grenzen zoals ze waren.",
  remove: "Verwijderen",
  memo: "Memo",
  counter: "Spreekt de gangbare lezing tegen",
  counterShort: "tegenspraak",
  readOnly: (coder) => `Codering van ${coder}: alleen lezen.`,
  decision: (reason) => `besluit: ${reason}`,
  none: "geen",
  coded: (name) => `Gecodeerd: ${name}.`,
  recoded: (name) => `Code is nu ${name}.`,
  removed: (name) => `Verwijderd: ${name}.`,
  set: (name, value) => `${name}: ${value}.`,
  bordersSet: "Grenzen aangepast.",
  noPlace: "Deze woorden staan niet meer op deze plek.",
  placeAgain: "Druk op g en kies de passage opnieuw, of verwijder de codering.",
  astray: (n) => `${codings(n)} ${n === 1 ? "heeft" : "hebben"} sinds de verbetering van de tekst geen plaats meer; in de lijst staat bij welke`,
  at: (turn) => `beurt ${turn}`,
};

export const HELP = [
  ["Verplaatsen", [
    ["← →", "letter"], ["Ctrl ← →", "woord"], ["↑ ↓", "regel"], ["Alt ↑ ↓", "zin"],
    ["Ctrl ↑ ↓", "beurt"], ["Home End", "begin of eind van de beurt"], ["n", "volgende ongecodeerde beurt"],
    ["Shift n", "vorige ongecodeerde beurt"],
  ]],
  ["Selecteren", [
    ["Shift", "met een van de toetsen hierboven"], ["spatie", "woord, zin, beurt"],
    ["Shift spatie", "weer kleiner"], ["Esc", "loslaten"],
  ]],
  ["Coderen", [
    ["Enter", "zoek een code (zonder selectie: voor de zin)"], ["letters", "met een selectie: meteen zoeken"],
    ["c", "andere code"], ["g", "grenzen aanpassen (of versleep een bolletje)"], ["Delete", "codering verwijderen"],
    ["m", "memo"], ["t", "tegenspraak"], ["j k", "volgende, vorige codering"],
    ["1–4 + − 0 q–r a–f", "kenmerken, zoals naast de keuzen staat"],
  ]],
  ["Overig", [
    ["Ctrl z", "ongedaan maken"], ["Ctrl Shift z", "opnieuw"], ["/", "zoeken in het gesprek"],
    ["?", "deze lijst"],
  ]],
];
