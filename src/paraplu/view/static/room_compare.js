// Two coders side by side: differences first, agreement per code, and the consensus with a reason.

import { fill, h } from "./dom.js";
import { get, post, withQuery } from "./http.js";
import { attributeLine, choice, csvLink, decimals, empty, link, makeTable, problemText, toPassage } from "./tables.js";
import { ulids } from "./ulid.js";
import { W, brief } from "./words.js";

const nextId = ulids();

export async function showCompare(interview, app) {
  const ids = app.study.interviews.map((one) => one.id);
  let id = interview || ids[0];
  const coders = app.study.interviews.find((one) => one.id === id)?.visible ?? [];
  const round = app.study.rounds.find((one) => (one.coders ?? []).filter((coder) => coders.includes(coder)).length > 1);
  const chosen = { a: round?.coders[0] ?? coders[0], b: round?.coders[1] ?? coders[1] };
  let all = false;
  const body = h("div", {});
  async function refresh() {
    try {
      fill(body, await comparison(id, chosen, app, all, refresh));
    } catch (error) {
      fill(body, empty(problemText(error)));
    }
  }
  function pickInterview(value) {
    id = value;
    history.replaceState(null, "", `#/vergelijken/${encodeURIComponent(id)}`); // a reload comes back here
    refresh();
  }
  if (ids.length && coders.length > 1) await refresh();
  return h("div", { class: "vertrek" }, h("h1", {}, "Vergelijken"),
    h("p", { class: "inleiding" }, "Verschillen eerst. Wie de consensus schrijft, neemt hier over wat blijft staan, met de reden erbij."),
    ids.length && coders.length > 1 ? [h("div", { class: "rij" },
      choice("Gesprek", ids, id, pickInterview),
      choice("Codeur", coders, chosen.a, (value) => { chosen.a = value; refresh(); }),
      choice("Met", coders, chosen.b, (value) => { chosen.b = value; refresh(); }),
      choice("Toon", [["", "verschillen"], ["alles", "alles"]], "", (value) => { all = value === "alles"; refresh(); })), body]
      : empty("Vergelijken kan als u de coderingen van twee codeurs mag zien. In een blinde ronde ziet u alleen die van uzelf."));
}

async function comparison(id, { a, b }, app, all, refresh) {
  const path = `/api/compare/${encodeURIComponent(id)}`;
  const found = await get(withQuery(path, { a, b }));
  const rows = found.differences.filter((one) => all || one.kind !== "gelijk");
  const writes = app.study.coder.id === found.consensus ? await consensus(id, app, refresh) : null;
  const name = (code) => app.codebook.codes.get(code)?.name ?? code;
  return [
    h("div", { class: "rij" }, h("h2", {}, "Passages"), csvLink(path, { a, b })),
    rows.length ? h("ol", { class: "kaarten" }, rows.map((one) => difference(one, { id, a, b, name, writes, judge: found.consensus })))
      : empty("Geen verschillen in dit gesprek."),
    h("div", { class: "rij" }, h("h2", {}, "Overeenstemming per code"), csvLink(path, { a, b, part: "agreement" })),
    agreement(`${a} en ${b} in ${id}`, found.agreement, { a, b, name }),
    everywhere({ a, b, name }),
  ];
}

function agreement(caption, rows, { a, b, name }) {
  const wide = rows.some((row) => "alpha_low" in row);
  const span = (row) => (typeof row.alpha_low === "number" ? `${decimals(row.alpha_low)} – ${decimals(row.alpha_high)}` : "–");
  return makeTable(caption, [
    { name: "Code", head: true, cell: (row) => link(`#/code/${row.code}`, name(row.code)) },
    { name: "Alfa", number: true, cell: (row) => (row.reason ? row.reason : decimals(row.alpha)) },
    ...(wide ? [{ name: "95%-interval", number: true, cell: span }] : []),
    { name: "Gelijk", number: true, cell: (row) => (typeof row.percent === "number" ? `${decimals(row.percent * 100, 0)}%` : "–") },
    { name: a, number: true, cell: (row) => String(row.n_a) }, { name: b, number: true, cell: (row) => String(row.n_b) },
  ], rows);
}

/** The same over every interview of both, fetched when asked for. */
function everywhere({ a, b, name }) {
  const inside = h("div", {});
  const open = async () => {
    const { rows } = await get(withQuery("/api/compare", { a, b }));
    fill(inside, h("div", { class: "rij" }, csvLink("/api/compare", { a, b })), agreement(`${a} en ${b} in alle gesprekken van beiden`, rows, { a, b, name }));
  };
  const details = h("details", { class: "nieuw", ontoggle: () => {
    if (details.open && !inside.childElementCount) open().catch((error) => fill(inside, empty(problemText(error))));
  } }, h("summary", {}, "In alle gesprekken samen"), inside);
  return details;
}

function difference(one, { id, a, b, name, writes, judge }) {
  const side = (coder, codings) => h("div", {}, h("h3", {}, coder), codings.length ? codings.map((coding) => h("div", {},
    h("p", { class: "passage" }, coding.exact),
    h("p", { class: "bron" }, link(toPassage(id, coding.start, coding.end), "in de tekst"),
      [attributeLine(coding), coding.memo].filter(Boolean).map((part) => ` · ${part}`).join("")),
    writes && writes(coding, one.decided))) : h("p", { class: "stil" }, "niet gecodeerd"));
  return h("li", { class: "kaart" },
    h("p", {}, h("strong", {}, name(one.code)), h("span", { class: "stil" }, ` · beurt ${one.turn} · ${one.kind.replace(/ a$/, ` ${a}`).replace(/ b$/, ` ${b}`)}`)),
    h("div", { class: "naast-elkaar" }, side(a, one.a), side(b, one.b)),
    judge && one.decided.length ? h("div", { class: "besluit" }, h("h3", {}, `In de ${judge}`), one.decided.map((coding) =>
      h("p", { class: "bron" }, link(toPassage(id, coding.start, coding.end), name(coding.code)),
        [`“${brief(coding.exact)}”`, attributeLine(coding), coding.memo].filter(Boolean).map((part) => ` · ${part}`).join("")))) : null);
}

const same = (one, other) => one.code === other.code && one.start === other.start && one.end === other.end;
const touches = (one, other) => one.code === other.code && one.start < other.end && other.start < one.end;

/** What the consensus coder can do with a coding: take it over, with a reason. */
async function consensus(id, app, refresh) {
  const { sha256 } = await get(`/api/interviews/${encodeURIComponent(id)}`);
  const take = async (coding, reason, told) => {
    const { start, end, exact, code, attributes, counter } = coding;
    const fields = { start, end, exact, code, attributes, counter, memo: W.decision(reason) };
    const events = [{ event: nextId(), kind: "add", coding: nextId(), fields }];
    try {
      await post(`/api/interviews/${encodeURIComponent(id)}/events`, { doc: sha256, coder: app.study.coder.id, events });
      await refresh();
    } catch (error) {
      fill(told, problemText(error));
    }
  };
  return (coding, decided) => {
    if (decided.some((one) => same(one, coding))) return h("p", { class: "stil" }, "Staat in de consensus.");
    const reason = h("input", { type: "text", required: true, "aria-label": `Reden om ${coding.code} over te nemen` });
    const told = h("p", { class: "stil", role: "status" });
    return [decided.some((one) => touches(one, coding)) ? h("p", { class: "stil" }, "De consensus heeft deze code al, met andere grenzen.") : null,
      h("form", { class: "rij", onsubmit: (event) => { event.preventDefault(); take(coding, reason.value.trim(), told); } },
        h("label", {}, "Reden", reason), h("button", { type: "submit", class: "knop klein" }, "Neem over"), told)];
  };
}
