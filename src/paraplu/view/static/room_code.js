// One code: its definition and every passage that got it.

import { fill, h } from "./dom.js";
import { get, withQuery } from "./http.js";
import { attributeLine, choice, csvLink, empty, groupsOf, link, toPassage } from "./tables.js";

export async function showCode(id, app) {
  const code = app.codebook.codes.get(id);
  if (!code) return h("div", { class: "vertrek" }, h("h1", {}, id), empty("Deze code staat niet in het codeboek."));
  const chosen = {};
  const results = h("div", { role: "status" });
  const list = h("ol", { class: "kaarten" });
  const download = h("span", { class: "rechts" });
  const path = `/api/codes/${encodeURIComponent(id)}/passages`;
  async function refresh() {
    const { rows } = await get(withQuery(path, chosen));
    const people = new Set(rows.map((row) => row.respondent).filter(Boolean)).size;
    fill(results, rows.length ? h("p", { class: "stil" }, `${rows.length} passages van ${people} respondenten`)
      : empty("Geen passages. Kies een andere selectie, of codeer er een in een gesprek."));
    fill(list, rows.map(card));
    list.hidden = !rows.length;
    fill(download, csvLink(path, chosen));
  }
  const pick = (name) => (value) => { chosen[name] = value; refresh(); };
  const groups = groupsOf(app.study);
  const coders = [...new Set(app.study.interviews.flatMap((one) => one.visible))];
  const all = [["", "alle"]];
  await refresh();
  return h("div", { class: `vertrek kleur-${code.kind}` },
    h("p", { class: "stil" }, link("#/codeboek", "Codeboek"), " › ", code.familyName),
    h("h1", {}, code.name), h("p", { class: "inleiding" }, code.definition),
    h("div", { class: "rij" },
      choice("Groep", [...all, ...groups], "", pick("groep")), coders.length > 1 ? choice("Codeur", [...all, ...coders], "", pick("coder")) : null,
      app.codebook.attributes.map((one) => {
        const values = one.per_code || !Array.isArray(one.values) ? code.poles : one.values;
        return values?.length && (code.poles.length || !["pole", "argument"].includes(one.id))
          ? choice(one.id, [...all, ...values.map((value) => [value, value === "-" ? "−" : value])], "", pick(one.id)) : null;
      }), download),
    results, list);
}

const card = (row) => h("li", { class: "kaart" },
  h("p", { class: "passage" }, row.exact),
  h("p", { class: "bron" }, link(toPassage(row.interview, row.start, row.end), row.respondent || row.interview),
    ` · ${[row.groep, row.coder, `beurt ${row.turn}`, attributeLine(row)].filter(Boolean).join(" · ")}`),
  row.memo && h("p", { class: "bron" }, `Memo: ${row.memo}`));
