// Findings: a theme in one sentence, what it rests on, and whom it does not fit.

import { fill, h } from "./dom.js";
import { get, put, withQuery } from "./http.js";
import { csvLink, empty, link, problemText, toPassage } from "./tables.js";

const LEVELS = ["hoog", "redelijk", "laag"];
const SHOWN = 3; // passages of each code
const split = (input) => input.value.split(",").map((part) => part.trim()).filter(Boolean);
const option = (chosen) => ([value, text]) => h("option", { value, selected: value === chosen }, text);

export async function showFindings(app) {
  const room = { app, told: h("p", { class: "mededeling", role: "status" }), ...(await get("/api/findings")) };
  const list = h("ol", { class: "kaarten" });
  room.take = (answer) => Object.assign(room, answer);
  room.redraw = () => fill(list, room.findings.map((one) => card(one, room)));
  room.redraw();
  return h("div", { class: "vertrek" }, h("h1", {}, "Bevindingen"),
    h("p", { class: "inleiding" }, "Van codes naar een antwoord: per vraag een thema in een zin, de passages waar het op rust, en wie er niet in past."),
    h("div", { class: "rij" }, csvLink("/api/findings")), room.told,
    room.findings.length ? null : empty("Nog geen bevindingen. Schrijf hieronder de eerste."), list, addForm(room));
}

function card(one, room) {
  const { app } = room;
  const asked = room.questions.find((each) => each.id === one.question)?.question ?? one.question;
  const part = (items, make) => items.map((id, i) => [i ? ", " : "", make(id)]);
  const line = (label, items, make) => (items?.length ? h("p", { class: "bron" }, `${label}: `, part(items, make)) : null);
  return h("li", { class: "kaart" }, h("h2", {}, one.theme), h("p", { class: "stil" }, asked), h("p", { class: "passage" }, one.sentence),
    line("Codes", one.codes, (id) => link(`#/code/${id}`, app.codebook.codes.get(id)?.name ?? id)),
    line("Past niet bij", one.deviant, (id) => link(`#/gesprek/${id.split(".")[0]}`, id)),
    line("Werpt licht op", one.bearing, (id) => id),
    h("p", { class: "bron" }, `Vertrouwen: ${one.confidence}`), one.memo ? h("p", { class: "bron" }, "Memo: ", link(`#/memos/${encodeURIComponent(one.memo)}`, one.memo)) : null,
    passages(one, app),
    h("details", {}, h("summary", {}, "Bewerken"), findingForm(one, room, (fields) => save(one.id, { ...one, ...fields }, room))));
}

/** The first passages of every code, fetched when asked for. */
function passages(one, app) {
  const inside = h("div", { class: "binnen" });
  const whose = app.study.interviews.some((each) => each.visible.includes(app.study.presence)) ? app.study.presence : app.study.coder.id;
  async function open() {
    const found = await Promise.all(one.codes.map((code) => get(withQuery(`/api/codes/${encodeURIComponent(code)}/passages`, { coder: whose }))));
    fill(inside, one.codes.map((code, i) => ofCode(code, found[i].rows, app)));
  }
  const details = h("details", { ontoggle: () => {
    if (details.open && !inside.childElementCount) open().catch((error) => fill(inside, empty(problemText(error))));
  } }, h("summary", {}, "Passages"), inside);
  return one.codes.length ? details : null;
}

function ofCode(code, rows, app) {
  const people = new Set(rows.map((row) => row.respondent).filter(Boolean)).size;
  return [h("h3", {}, app.codebook.codes.get(code)?.name ?? code),
    rows.slice(0, SHOWN).map((row) => [h("p", { class: "passage" }, row.exact),
      h("p", { class: "bron" }, link(toPassage(row.interview, row.start, row.end), row.respondent || row.interview), row.groep ? ` · ${row.groep}` : "")]),
    h("p", {}, link(`#/code/${code}`, `Alle ${rows.length} passages van ${people} respondenten`))];
}

async function save(id, { id: _, line, ...fields }, room) {
  room.take(await put(`/api/findings/${encodeURIComponent(id)}`, { ...fields, state: room.state }));
}

/** A form for a finding; `send(fields)` keeps it, and what is refused is told below. */
function findingForm(one, room, send, more = []) {
  const theme = h("input", { type: "text", required: true, value: one.theme ?? "" });
  const question = h("select", {}, room.questions.map((each) => [each.id, each.question]).map(option(one.question)));
  const sentence = h("textarea", { rows: "3", required: true, value: one.sentence ?? "" });
  const codes = h("input", { type: "text", value: (one.codes ?? []).join(", ") });
  const deviant = h("input", { type: "text", value: (one.deviant ?? []).join(", ") });
  const bearing = h("input", { type: "text", value: (one.bearing ?? []).join(", ") });
  const memo = h("input", { type: "text", value: one.memo ?? "" });
  const confidence = h("select", {}, LEVELS.map((level) => [level, level]).map(option(one.confidence ?? "redelijk")));
  const told = h("p", { class: "stil", role: "status" });
  const choices = room.polarities.map((each) => each.id).join(", ");
  const submit = async (event) => {
    event.preventDefault();
    try {
      await send({
        theme: theme.value, question: question.value, sentence: sentence.value, codes: split(codes), deviant: split(deviant),
        bearing: split(bearing), memo: memo.value, confidence: confidence.value,
      });
      event.target.reset();
      fill(told);
      room.redraw();
      fill(room.told, "Bewaard.");
      room.told.scrollIntoView({ block: "nearest" });
    } catch (error) {
      fill(told, problemText(error));
    }
  };
  return h("form", { class: "formulier", onsubmit: submit }, more,
    h("label", {}, "Thema", theme), h("label", {}, "Vraag", question), h("label", {}, "Zin", sentence),
    h("label", {}, "Codes (korte id's, door komma's gescheiden)", codes),
    h("label", {}, "Past niet bij (respondenten, door komma's gescheiden)", deviant),
    choices && h("label", {}, `Werpt licht op (${choices})`, bearing),
    h("label", {}, "Vertrouwen", confidence), h("label", {}, "Memo (de naam ervan)", memo),
    h("div", {}, h("button", { type: "submit", class: "knop" }, "Bewaren")), told);
}

function addForm(room) {
  const id = h("input", { type: "text", required: true, pattern: "[a-z][a-z0-9\\-]*" });
  return h("details", { class: "nieuw" }, h("summary", {}, "Een bevinding toevoegen"),
    findingForm({}, room, (fields) => save(id.value.trim(), { claims: [], ...fields }, room), h("label", {}, "Id (kleine letters)", id)));
}
