// Memos: what a researcher thought, kept apart from what was said.

import { fill, h } from "./dom.js";
import { get, put } from "./http.js";
import { csvLink, problemText } from "./tables.js";

const FIXED = { studie: "De studie", positie: "Positie van de onderzoeker" };
const drafts = new Map(); // what was typed and not kept, by what it is about: {text, state}

addEventListener("beforeunload", (event) => { if (drafts.size) event.preventDefault(); });

export async function showMemos(about, app) {
  const chosen = about || "studie";
  const { memos: written = [] } = await get("/api/memos").catch(() => ({}));
  const has = new Set(written.map((one) => one.about));
  const kept = await get(`/api/memos/${encodeURIComponent(chosen)}`);
  const nav = h("nav", { "aria-label": "Memo's" });
  const redraw = () => fill(nav, sections(app, chosen, has));
  redraw();
  return h("div", { class: "vertrek" }, h("h1", {}, "Memo's"),
    h("p", { class: "inleiding" }, "Schrijf op wat u opvalt, over de studie, een thema, een gesprek of een code. Achter een naam met een stip staat al iets."),
    h("div", { class: "rij" }, newTheme(), csvLink("/api/memos")),
    h("div", { class: "twee-delen" }, nav, editor(kept, nameOf(chosen, app), (memo) => {
      if (memo.text) has.add(chosen);
      else has.delete(chosen);
      redraw();
    })));
}

const nameOf = (id, app) => FIXED[id] ?? app.codebook.codes.get(id)?.name ?? id;

/** The memo itself; what is not kept yet is still there when one comes back. */
function editor(kept, title, changed) {
  let memo = drafts.get(kept.about) ?? kept;
  const text = h("textarea", { rows: "18", "aria-label": `Memo over ${title}`, class: "memo-tekst", value: memo.text ?? "" });
  const told = h("p", { class: "stil", role: "status" }, drafts.has(kept.about) ? "Dit is nog niet bewaard." : "");
  text.addEventListener("input", () => {
    if (text.value === (kept.text ?? "")) drafts.delete(kept.about);
    else drafts.set(kept.about, { about: kept.about, text: text.value, state: memo.state });
    fill(told, drafts.has(kept.about) ? "Nog niet bewaard." : "");
  });
  const save = async (event) => {
    event.preventDefault();
    try {
      memo = await put(`/api/memos/${encodeURIComponent(kept.about)}`, { text: text.value, state: memo.state });
      kept = memo;
      drafts.delete(kept.about);
      fill(told, "Bewaard.");
      changed(memo);
    } catch (error) {
      fill(told, problemText(error));
    }
  };
  return h("form", { onsubmit: save }, h("h2", {}, title), text,
    h("div", { class: "knoppen" }, h("button", { type: "submit", class: "knop hoofd" }, "Bewaren")), told);
}

function newTheme() {
  const name = h("input", { type: "text", required: true, pattern: "[A-Za-z0-9][A-Za-z0-9_\\-]*", title: "letters, cijfers, - en _" });
  return h("form", { class: "rij", onsubmit: (event) => { event.preventDefault(); location.hash = `#/memos/${encodeURIComponent(name.value)}`; } },
    h("label", {}, "Memo over een nieuw thema", name), h("button", { type: "submit", class: "knop" }, "Begin"));
}

function sections(app, chosen, has) {
  const entry = (id) => h("li", {}, h("a", { href: `#/memos/${encodeURIComponent(id)}`, "aria-current": id === chosen ? "true" : null },
    nameOf(id, app), has.has(id) ? [h("span", { class: "stip", "aria-hidden": "true" }), h("span", { class: "alleen-voorlezen" }, " (er staat al iets)")] : null));
  const interviews = app.study.interviews.map((one) => one.id);
  const known = new Set([...Object.keys(FIXED), ...interviews, ...app.codebook.codes.keys()]);
  const themes = [...new Set([...has, chosen])].filter((id) => !known.has(id)).sort();
  return [h("ul", {}, [...Object.keys(FIXED), ...themes].map(entry)),
    h("h2", {}, "Gesprekken"), h("ul", {}, interviews.map(entry)), h("h2", {}, "Codes"), h("ul", {}, [...app.codebook.codes.keys()].map(entry))];
}
