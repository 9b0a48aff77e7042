// Asking the codings: which codes overlap or stand near each other, with which attributes, words in context.

import { fill, h } from "./dom.js";
import { get, withQuery } from "./http.js";
import { choice, csvLink, empty, link, makeTable, problemText, toPassage } from "./tables.js";

const KINDS = {
  overlap: ["Overlap", "Welke codes vallen samen op dezelfde woorden?"],
  proximity: ["Nabijheid", "Welke codes staan in dezelfde beurt of een beurt ernaast?"],
  matrix: ["Code en kenmerk", "Hoe vaak staat een kenmerk bij een code?"],
  kwic: ["Woord in verband", "Waar staat een woord, met wat eromheen?"],
};

const LIMIT = 200;
const NAMES = {
  n: "samen", n_a: "eerste", n_b: "tweede", of: "van", jaccard: "Jaccard", groep: "groep", respondent: "respondent", other: "andere code", interview: "gesprek", turn: "beurt", before: "ervoor", match: "woord", after: "erna", a: "code", b: "en",
  code_a: "code", code_b: "en", respondents: "respondenten", codings: "coderingen",
};

export async function showQuery(kind, app) {
  const chosen = { kind: KINDS[kind] ? kind : "overlap" };
  const results = h("div", {});
  const inputs = h("div", { class: "rij" });
  const lead = h("p", { class: "inleiding" });
  async function refresh() {
    fill(lead, KINDS[chosen.kind][1]);
    if (chosen.kind === "kwic" && !chosen.text) return fill(results, empty("Typ een woord of een deel ervan."));
    try {
      const found = await get(withQuery("/api/query", chosen));
      return fill(results, found.rows.length ? table(found, app) : empty("Niets gevonden."));
    } catch (error) {
      return fill(results, empty(problemText(error)));
    }
  }
  function prepare() {
    chosen.attribute = chosen.kind === "matrix" ? app.codebook.attributes[0]?.id : undefined;
    chosen.code = chosen.kind === "proximity" ? [...app.codebook.codes.keys()][0] : undefined;
    if (chosen.kind !== "overlap") delete chosen.within;
  }
  function controls() {
    const extra = {
      kwic: () => {
        const word = h("input", { type: "search", value: chosen.text ?? "" });
        return [h("form", { onsubmit: (event) => { event.preventDefault(); chosen.text = word.value; refresh(); } },
          h("label", { class: "stil" }, "Woord ", word), " ", h("button", { type: "submit", class: "knop" }, "Zoek"))];
      },
      matrix: () => choice("Kenmerk", [...app.codebook.attributes.map((one) => one.id), "groep"], chosen.attribute, (value) => { chosen.attribute = value; refresh(); }),
      overlap: () => choice("Binnen", [["span", "dezelfde woorden"], ["turn", "dezelfde beurt"], ["respondent", "dezelfde respondent"]],
        chosen.within ?? "span", (value) => { chosen.within = value; refresh(); }),
      proximity: () => choice("Code", [...app.codebook.codes.values()].map((one) => [one.id, one.name]), chosen.code,
        (value) => { chosen.code = value; refresh(); }),
    }[chosen.kind];
    fill(inputs, choice("Vraag", Object.entries(KINDS).map(([key, [name]]) => [key, name]), chosen.kind, (value) => {
      chosen.kind = value;
      delete chosen.text;
      prepare();
      controls();
      refresh();
    }), extra?.(), h("span", { class: "rechts" }, csvLink("/api/query", chosen)));
  }
  prepare();
  controls();
  await refresh();
  return h("div", { class: "vertrek" }, h("h1", {}, "Vragen"), lead, inputs, results);
}

/** Any answer {columns, rows}; rows are objects or lists in the order of the columns. */
function table({ columns, rows }, app) {
  const value = (row, column, place) => (Array.isArray(row) ? row[place] : row[column]);
  const at = (row, name) => value(row, name, columns.indexOf(name));
  const shown = columns.filter((column) => !["start", "end", "coding", "n_code", "n_other"].includes(column));
  const caption = rows.length > LIMIT ? `De eerste ${LIMIT} van ${rows.length} rijen; alle rijen staan in de download.` : `${rows.length} rijen`;
  return makeTable(caption, shown.map((column) => ({
    name: NAMES[column] ?? column,
    number: rows.some((row) => typeof value(row, column, columns.indexOf(column)) === "number"),
    cell: (row) => {
      const cell = value(row, column, columns.indexOf(column));
      if (column === "interview" && columns.includes("start")) return link(toPassage(cell, at(row, "start"), at(row, "end")), cell);
      if (/^(code|other|a$|b$)/.test(column) && app.codebook.codes.has(cell)) return link(`#/code/${cell}`, app.codebook.codes.get(cell).name);
      if (typeof cell === "number") return cell.toLocaleString("nl", { maximumFractionDigits: 2 });
      return cell === "-" ? "−" : String(cell ?? "");
    },
  })), rows.slice(0, LIMIT));
}
