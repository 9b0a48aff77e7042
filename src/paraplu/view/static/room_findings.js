// Findings: a theme in one sentence, what it rests on, and whom it does not fit.

import { fill, h } from "./dom.js";
import { get, put } from "./http.js";
import { csvLink, empty, link, problemText } from "./tables.js";

const LEVELS = [["", "nog niet bepaald"], ["hoog", "hoog"], ["redelijk", "redelijk"], ["laag", "laag"]];
const split = (input) => input.value.split(",").map((part) => part.trim()).filter(Boolean);

export async function showFindings(app) {
  const answer = await get("/api/findings");
  const { findings = [], questions = [] } = answer;
  const state = { now: answer.state };
  const asked = new Map(questions.map((one) => [one.id, one.question]));
  return h("div", { class: "vertrek" }, h("h1", {}, "Bevindingen"),
    h("p", { class: "inleiding" }, "Van codes naar een antwoord: per vraag een thema in een zin, de passages waar het op rust, en wie er niet in past."),
    h("div", { class: "rij" }, csvLink("/api/findings")),
    findings.length ? h("ol", { class: "kaarten" }, findings.map((one) => finding(one, asked, app, state)))
      : empty("Nog geen bevindingen. Schrijf de eerste in codebook/findings.yaml."));
}

function finding(one, asked, app, state) {
  const sentence = h("textarea", { rows: "3", value: one.sentence ?? "" });
  const deviant = h("input", { type: "text", value: (one.deviant ?? []).join(", ") });
  const memo = h("textarea", { rows: "2", value: one.memo ?? "" });
  const confidence = h("select", {}, LEVELS.map(([value, name]) => h("option", { value, selected: value === (one.confidence ?? "") }, name)));
  const told = h("p", { class: "stil", role: "status" });
  const shown = h("p", { class: "passage" }, one.sentence);
  const save = async (event) => {
    event.preventDefault();
    try {
      const { id, line, ...rest } = one;
      const answer = await put(`/api/findings/${encodeURIComponent(id)}`, {
        ...rest, sentence: sentence.value, deviant: split(deviant), memo: memo.value, confidence: confidence.value, state: state.now,
      });
      state.now = answer.state;
      Object.assign(one, answer.findings.find((found) => found.id === id));
      fill(shown, sentence.value);
      fill(told, "Bewaard.");
    } catch (error) {
      fill(told, problemText(error));
    }
  };
  const part = (list, make) => list.map((id, i) => [i ? ", " : "", make(id)]);
  return h("li", { class: "kaart" }, h("h2", {}, one.theme),
    h("p", { class: "stil" }, asked.get(one.question) ?? one.question), shown,
    h("p", { class: "bron" }, "Codes: ", part(one.codes ?? [], (id) => link(`#/code/${id}`, app.codebook.codes.get(id)?.name ?? id))),
    one.deviant?.length ? h("p", { class: "bron" }, "Past niet bij: ", part(one.deviant, (id) => link(`#/gesprek/${id.split(".")[0]}`, id))) : null,
    h("details", {}, h("summary", {}, "Bewerken"), h("form", { class: "formulier", onsubmit: save },
      h("label", {}, "Zin", sentence), h("label", {}, "Past niet bij (respondenten, door komma's gescheiden)", deviant),
      h("label", {}, "Vertrouwen", confidence), h("label", {}, "Memo", memo),
      h("div", {}, h("button", { type: "submit", class: "knop" }, "Bewaren")), told)));
}
