// The list of raw texts: how far the review of each is, and where to go on.

import { h } from "./dom.js";
import { get } from "./http.js";
import { V } from "./room_anonymise_words.js";
import { csvLink, empty, link, makeTable, meter } from "./tables.js";

const to = (id) => `#/nakijken/${encodeURIComponent(id)}`;

export async function showReviews(app) {
  const { reviews } = await get("/api/anonymise");
  const coder = app.study.coder.id;
  const first = reviews.find((one) => one.state === "machine");
  const second = reviews.find((one) => one.state === "nagekeken" && one.reviewed_by !== coder);
  const next = first ?? second;
  return h("div", { class: "vertrek" }, h("h1", {}, V.room), h("p", { class: "inleiding" }, V.intro),
    reviews.length ? [
      h("div", { class: "rij" }, next && h("a", { class: "knop hoofd", href: to(next.id) }, first ? V.goOn(next.id) : V.second(next.id)),
        csvLink("/api/anonymise")),
      makeTable(V.table, [
        { name: "Gesprek", head: true, cell: (row) => (row.state ? link(to(row.id), row.id) : row.id) },
        { name: "Staat", cell: (row) => (row.problem ? V.broken(row.problem) : row.state ? V.states[row.state] : V.notProposed(row.id)) },
        { name: "Beslist", cell: (row) => (row.state ? meter(row.decided, row.entities) : "–") },
        { name: "Vermeldingen", number: true, cell: (row) => (row.state ? row.mentions.toLocaleString("nl") : "–") },
        { name: "Eerste lezer", class: "aaneen", cell: (row) => row.reviewed_by || "–" },
        { name: "Tweede lezer", class: "aaneen", cell: (row) => row.second_by || "–" },
        { name: "Geschreven", cell: (row) => (row.written ? "ja" : "nee") },
      ], reviews),
    ] : empty(V.none));
}
