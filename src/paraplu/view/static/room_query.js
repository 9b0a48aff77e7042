// Asking the codings: which codes overlap or stand near each other, with which attributes, words in context.

import { fill, h } from "./dom.js";
import { get, withQuery } from "./http.js";
import { choice, csvLink, empty, groupsOf, link, makeTable, problemText, toPassage, tone } from "./tables.js";

const KINDS = {
  overlap: ["Overlap", "Welke codes vallen samen?"],
  proximity: ["Nabijheid", "Welke codes staan dicht bij een code, geteld in beurten van respondenten?"],
  matrix: ["Code en kenmerk", "Hoe vaak staat een kenmerk bij een code?"],
  kwic: ["Woord in verband", "Waar staat een woord, met wat eromheen? Een * staat voor de rest van het woord."],
};
const WITHIN = [["span", "dezelfde woorden"], ["turn", "dezelfde beurt"], ["respondent", "dezelfde respondent"]];
const DISTANCES = [["0", "dezelfde beurt"], ["1", "een beurt ervoor of erna"], ["2", "twee beurten"], ["3", "drie beurten"], ["5", "vijf beurten"]];
const NOTES = {
  overlap: "Eerste en tweede: beurten (of respondenten) met die code, van alle. Jaccard: samen, gedeeld door waar een van beide staat. Toeval: 1 is wat toeval zou geven, 2 is tweemaal zo vaak.",
};

const LIMIT = 200;
const NAMES = {
  n: "samen", n_a: "eerste", n_b: "tweede", of: "van", jaccard: "Jaccard", lift: "toeval", groep: "groep", respondent: "respondent",
  interview: "gesprek", turn: "beurt", before: "ervoor", match: "woord", after: "erna", code_a: "code", code_b: "en", n_other: "beurten met die code",
};
const HIDDEN = new Set(["start", "end", "coding", "n_code"]);

export async function showQuery(kind, app) {
  const coders = [...new Set(app.study.interviews.flatMap((one) => one.visible))];
  const usual = coders.includes(app.study.presence) ? app.study.presence : app.study.coder.id;
  const chosen = { kind: KINDS[kind] ? kind : "overlap", coder: usual, groep: "" };
  const results = h("div", { role: "status" });
  const inputs = h("div", { class: "rij" });
  const download = h("span", { class: "rechts" });
  const lead = h("p", { class: "inleiding" });

  const ask = () => Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== "coder" || chosen.kind !== "kwic"));
  async function refresh() {
    const mine = ask();
    const blank = mine.kind === "kwic" && !mine.text;
    fill(lead, KINDS[mine.kind][1]);
    fill(download, blank ? null : csvLink("/api/query", mine));
    if (blank) return fill(results, empty("Typ een woord, een paar woorden of het begin van een woord met een * erachter."));
    try {
      const found = await get(withQuery("/api/query", mine));
      return fill(results, found.rows.length ? table(found, app, mine) : empty("Niets gevonden."));
    } catch (error) {
      return fill(results, empty(problemText(error)));
    }
  }
  const pick = (name) => (value) => { chosen[name] = value; refresh(); };
  const questions = {
    kwic: () => {
      const word = h("input", { type: "search", value: chosen.text ?? "" });
      return h("form", { class: "rij", onsubmit: (event) => { event.preventDefault(); chosen.text = word.value; refresh(); } },
        h("label", {}, "Woord", word), h("button", { type: "submit", class: "knop" }, "Zoek"));
    },
    matrix: () => choice("Kenmerk", [...app.codebook.attributes.map((one) => one.id), "groep"], chosen.attribute, pick("attribute")),
    overlap: () => choice("Binnen", WITHIN, chosen.within, pick("within")),
    proximity: () => [choice("Code", [...app.codebook.codes.values()].map((one) => [one.id, one.name]), chosen.code, pick("code")),
      choice("Binnen", DISTANCES, chosen.distance, pick("distance"))],
  };
  function prepare(next) {
    for (const name of ["within", "code", "distance", "attribute", "text"]) delete chosen[name];
    Object.assign(chosen, { kind: next }, {
      overlap: { within: "span" }, matrix: { attribute: app.codebook.attributes[0]?.id ?? "groep" },
      proximity: { code: [...app.codebook.codes.keys()][0], distance: "1" },
    }[next]);
    fill(inputs, choice("Vraag", Object.entries(KINDS).map(([key, [name]]) => [key, name]), next, (value) => { prepare(value); refresh(); }),
      questions[next](), choice("Groep", [["", "alle"], ...groupsOf(app.study)], chosen.groep, pick("groep")),
      next !== "kwic" && coders.length > 1 ? choice("Codering van", coders, chosen.coder, pick("coder")) : null, download);
  }
  prepare(chosen.kind);
  await refresh();
  return h("div", { class: "vertrek" }, h("h1", {}, "Vragen"), lead, inputs, results);
}

function captionOf({ columns, rows }, app, asked) {
  const many = rows.length > LIMIT ? `De eerste ${LIMIT} van ${rows.length} rijen; alle rijen staan in de download.` : `${rows.length} rijen`;
  if (!columns.includes("n_code")) return many;
  return `${app.codebook.codes.get(asked.code)?.name ?? asked.code} staat in ${rows[0].n_code} beurten. ${many}`;
}

/** An answer {columns, rows}, with codes by name and places that lead to the text. */
function table(found, app, asked) {
  const { columns, rows } = found;
  const shown = columns.filter((column) => !HIDDEN.has(column));
  const cell = (row, column) => {
    const value = row[column];
    if (column === "interview" && columns.includes("start")) return link(toPassage(value, row.start, row.end), value);
    if (/^code/.test(column) && app.codebook.codes.has(value)) return link(`#/code/${value}`, app.codebook.codes.get(value).name);
    return typeof value === "number" ? value.toLocaleString("nl", { maximumFractionDigits: 2 }) : String(tone(value));
  };
  return [makeTable(captionOf(found, app, asked), shown.map((column) => ({
    name: column === "code" || !NAMES[column] ? tone(column) : NAMES[column],
    number: rows.some((row) => typeof row[column] === "number"),
    class: column === "before" ? "ervoor" : null,
    cell: (row) => cell(row, column),
  })), rows.slice(0, LIMIT)), NOTES[asked.kind] && h("p", { class: "stil" }, NOTES[asked.kind])];
}
