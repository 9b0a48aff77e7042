// Tables, meters and downloads: the parts that rooms share.

import { h } from "./dom.js";
import { withQuery } from "./http.js";
import { sentences } from "./words.js";

/** A table in a box that slides when it is wide. Columns: {name, cell(row), number, head}. */
export function makeTable(caption, columns, rows) {
  return h("div", { class: "tabel-doos", tabindex: "0", role: "region", "aria-label": caption },
    h("table", {}, h("caption", {}, caption),
      h("thead", {}, h("tr", {}, columns.map((one) => h("th", { scope: "col", class: one.number ? "getal" : one.class ?? null }, one.name)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, columns.map((one) => h(one.head ? "th" : "td",
        { scope: one.head ? "row" : null, class: one.number ? "getal" : one.class ?? null }, one.cell(row))))))));
}

/** How far: a bar with the numbers beside it. */
export function meter(done, all) {
  const share = all ? Math.min(1, done / all) : 0;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 64 8");
  svg.setAttribute("width", "64");
  svg.setAttribute("height", "8");
  svg.setAttribute("aria-hidden", "true");
  for (const [name, width] of [["bak", 64], ["vol", 64 * share]]) {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [key, value] of [["class", name], ["width", width.toFixed(1)], ["height", 8], ["rx", 2]]) rect.setAttribute(key, value);
    svg.append(rect);
  }
  return h("span", { class: "meter" }, svg, `${done} / ${all}`);
}

export const csvLink = (path, values = {}) => h("a", {
  class: "knop klein rechts", href: withQuery(path, { ...values, format: "csv" }), download: "",
}, "Download CSV");

/** A labelled choice: options are strings or [value, text]. */
export function choice(label, options, value, onchange) {
  return h("label", {}, label, h("select", { onchange: (event) => onchange(event.target.value) },
    options.map((one) => {
      const [key, text] = Array.isArray(one) ? one : [one, one];
      return h("option", { value: key, selected: key === value }, text);
    })));
}

/** The groups of respondents in a study, by name. */
export const groupsOf = (study) => [...new Set(study.interviews.flatMap((one) => one.respondents.map((person) => person.groep)))]
  .filter(Boolean).sort();

export const empty = (text) => h("div", { class: "leeg" }, h("p", {}, text));
export const link = (hash, text) => h("a", { href: hash }, text);

/** The place of a passage in the app. */
export const toPassage = (interview, start, end) => `#/gesprek/${interview}/${start}-${end}`;

export const decimals = (value, digits = 2) => (typeof value === "number"
  ? value.toLocaleString("nl", { minimumFractionDigits: digits, maximumFractionDigits: digits }) : "–");

export const tone = (value) => (value === "-" ? "−" : value ?? "");

/** Attributes in one line. */
export const attributeLine = (row) => [...Object.values(row.attributes ?? {}).filter(Boolean).map(tone), row.counter ? "tegenspraak" : null]
  .filter(Boolean).join(", ");

/** Problems from the server as text. */
export const problemText = (error) => (error.problems ?? []).map(sentences).join(" ")
  || "De server antwoordt niet. Kijk of 'paraplu code' nog draait.";
