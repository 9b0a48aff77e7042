// Memos: what a researcher thought, kept apart from what was said.

import { fill, h } from "./dom.js";
import { get, put } from "./http.js";
import { problemText } from "./tables.js";

export async function showMemos(about, app) {
  const chosen = about || "studie";
  const { memos: written = [] } = await get("/api/memos").catch(() => ({}));
  const has = new Set(written.map((one) => one.about ?? one));
  let memo = await get(`/api/memos/${encodeURIComponent(chosen)}`);
  const text = h("textarea", { rows: "18", "aria-label": `Memo over ${chosen}`, class: "memo-tekst", value: memo.text ?? "" });
  const told = h("p", { class: "stil", role: "status" });
  const save = async (event) => {
    event.preventDefault();
    try {
      memo = await put(`/api/memos/${encodeURIComponent(chosen)}`, { text: text.value, state: memo.state });
      fill(told, "Bewaard.");
    } catch (error) {
      fill(told, problemText(error));
    }
  };
  const entry = (id, name) => h("li", {}, h("a", { href: `#/memos/${encodeURIComponent(id)}`, "aria-current": id === chosen ? "true" : null },
    name, has.has(id) ? [h("span", { class: "stip", "aria-hidden": "true" }), h("span", { class: "alleen-voorlezen" }, " (er staat al iets)")] : null));
  const others = [...has].filter((id) => !app.codebook.codes.has(id) && !app.study.interviews.some((one) => one.id === id) && !["studie", "positie"].includes(id));
  return h("div", { class: "vertrek" }, h("h1", {}, "Memo's"),
    h("p", { class: "inleiding" }, "Schrijf op wat u opvalt, over de studie, een thema, een gesprek of een code. Achter een naam met een stip staat al iets."),
    h("div", { class: "twee-delen" },
      h("nav", { "aria-label": "Memo's" },
        h("ul", {}, entry("studie", "De studie"), entry("positie", "Positie van de onderzoeker"), others.map((id) => entry(id, id))),
        h("h2", {}, "Gesprekken"), h("ul", {}, app.study.interviews.map((one) => entry(one.id, one.id))),
        h("h2", {}, "Codes"), h("ul", {}, [...app.codebook.codes.values()].map((code) => entry(code.id, code.name)))),
      h("form", { onsubmit: save }, h("h2", {}, app.codebook.codes.get(chosen)?.name ?? chosen), text,
        h("div", { class: "knoppen" }, h("button", { type: "submit", class: "knop hoofd" }, "Bewaren")), told)));
}
