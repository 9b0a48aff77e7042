// The codebook: families and codes with their definitions; changes are recorded with a reason.

import { fill, h } from "./dom.js";
import { post } from "./http.js";
import { csvLink, empty, link, problemText } from "./tables.js";

const field = (label, input) => h("label", {}, label, input);
const line = (value = "") => h("input", { type: "text", value });
const area = (value = "") => h("textarea", { rows: "2", value });

export async function showCodebook(app) {
  const { codebook } = app;
  const notice = h("div", { class: "mededeling", role: "status" });
  const [lead, body, after] = [h("p", { class: "inleiding" }), h("div", {}), h("div", {})];
  const redraw = () => {
    const { version, codes, families, reread, history: versions = [] } = app.codebook;
    fill(lead, `Versie ${version}: ${codes.size} codes in ${families.length} families. Elke wijziging komt in de geschiedenis van het codeboek; wat herlezen moet worden staat daarna hier.`);
    fill(body, families.map((family) => familyBlock(app, family, change)));
    fill(after, reread?.length ? [h("div", { class: "rij" }, h("h2", {}, "Herlezen"), csvLink("/api/codebook/reread")), rereading(app, reread)] : null, history(versions));
  };

  async function change(payload, said) {
    try {
      const answer = await post("/api/codebook/changes", { version: app.codebook.version, why: "", ...payload });
      await app.reloadCodebook();
      redraw();
      notice.className = "mededeling";
      fill(notice, h("p", {}, said), rereading(app, answer.reread ?? []));
    } catch (error) {
      notice.className = "mededeling fout";
      fill(notice, problemText(error));
    }
    notice.scrollIntoView({ block: "nearest" });
  }
  redraw();
  return h("div", { class: "vertrek" }, h("h1", {}, "Codeboek"), lead,
    h("div", { class: "rij" }, csvLink("/api/codebook")), notice,
    codebook.families.length ? body : empty("Het codeboek is nog leeg. Voeg codes toe in codebook/codebook.yaml."), after);
}

/** Which interviews to read again, per code. */
function rereading(app, reread) {
  if (!reread.length) return h("p", { class: "stil" }, "Er hoeft niets herlezen te worden.");
  const byCode = new Map();
  for (const one of reread) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one.interview]);
  return h("ul", { class: "herlezen" }, [...byCode].map(([code, interviews]) => h("li", {},
    h("strong", {}, app.codebook.codes.get(code)?.name ?? code), ` (${interviews.length}): `,
    interviews.map((id, i) => [i ? ", " : "", link(`#/gesprek/${id}`, id)]))));
}

function history(versions) {
  return versions.length ? [h("h2", {}, "Geschiedenis"), h("ol", {}, versions.map((one) =>
    h("li", {}, `Versie ${one.version}, ${one.date}: ${one.change}`)))] : null;
}

function familyBlock(app, family, change) {
  const add = h("details", {}, h("summary", { class: "toevoegen" }, "Een code toevoegen"), h("div", { class: "binnen" }, addForm(family, change)));
  return h("section", { class: `familie-blok kleur-${family.kind}` },
    h("h2", {}, h("span", { class: "staal", "aria-hidden": "true" }), family.name),
    h("p", { class: "stil" }, family.question),
    inTree(family.codes).map(([code, depth]) => h("div", { class: depth ? "onder" : null }, codeBlock(app, app.codebook.codes.get(code.id), change))), add);
}

/** The codes of a family with how deep they stand, each below the code it falls under. */
function inTree(codes) {
  const ids = new Set(codes.map((code) => code.id));
  const below = (parent, depth) => codes.filter((code) => (ids.has(code.parent) ? code.parent : "") === parent)
    .flatMap((code) => [[code, depth], ...below(code.id, depth + 1)]);
  return below("", 0);
}

function codeBlock(app, code, change) {
  const inside = h("div", { class: "binnen" });
  const details = h("details", { ontoggle: () => {
    if (details.open && !inside.childElementCount) fill(inside, about(code), editForm(code, change), moreForms(app, code, change));
  } }, h("summary", {}, h("span", { class: "naam" }, code.name), code.retired ? h("span", { class: "stil" }, "vervallen") : null,
    code.since > 1 ? h("span", { class: "stil" }, `sinds versie ${code.since}`) : null,
    code.count === undefined ? null : h("span", { class: "telling" }, `${code.count} coderingen`)), inside);
  return details;
}

const about = (code) => [h("p", {}, code.definition),
  code.include && h("p", { class: "stil" }, `Wel: ${code.include}`), code.exclude && h("p", { class: "stil" }, `Niet: ${code.exclude}`),
  code.poles?.length ? h("p", { class: "stil" }, `Polen: ${code.poles.join(", ")}`) : null,
  h("p", {}, link(`#/code/${code.id}`, `Alle passages met ${code.name}`), " · ", link(`#/memos/${code.id}`, `Memo over ${code.name}`))];

/** The fields of a code that does not exist yet. */
function newCode() {
  const [id, name, definition] = [line(), line(), area()];
  return {
    fields: (title) => [title && h("p", { class: "stil" }, title), field("Id (kleine letters)", id), field("Naam", name), field("Omschrijving", definition)],
    read: () => ({ code: id.value.trim(), name: name.value.trim(), definition: definition.value.trim() }),
  };
}

/** A form that sends once per press of its button. */
function form(fields, label, send) {
  return h("form", { class: "formulier", onsubmit: (event) => { event.preventDefault(); send(); } }, fields,
    h("div", {}, h("button", { type: "submit", class: "knop" }, label)));
}

function editForm(code, change) {
  const [name, definition, include, exclude, why] = [line(code.name), area(code.definition), area(code.include), area(code.exclude), line()];
  return [h("h3", {}, "Naam en omschrijving"), form([
    field("Naam", name), field("Omschrijving", definition), field("Wel", include), field("Niet", exclude), field("Waarom", why),
  ], "Bewaren", async () => {
    const fields = { definition: definition.value, include: include.value, exclude: exclude.value };
    if (name.value !== code.name) await change({ op: "rename", code: code.id, name: name.value, why: why.value }, `${name.value}: naam gewijzigd.`);
    if (Object.entries(fields).some(([key, value]) => value !== (code[key] ?? ""))) {
      await change({ op: "edit", code: code.id, ...fields, why: why.value }, `${name.value}: omschrijving gewijzigd.`);
    }
  })];
}

function moreForms(app, code, change) {
  const others = [...app.codebook.codes.values()].filter((one) => one.id !== code.id && !one.retired);
  const target = h("select", {}, others.map((one) => h("option", { value: one.id }, one.name)));
  const [first, second] = [newCode(), newCode()];
  const [whyMerge, whySplit, whyRetire] = [line(), line(), line()];
  return h("div", { class: "naast-elkaar" },
    h("div", {}, h("h3", {}, "Samenvoegen"), form([field("Gaat op in", target), field("Waarom", whyMerge)], "Samenvoegen",
      () => change({ op: "merge", code: code.id, into: target.value, why: whyMerge.value }, `${code.name} is samengevoegd.`))),
    h("div", {}, h("h3", {}, "Splitsen"), form([first.fields("Eerste code"), second.fields("Tweede code"), field("Waarom", whySplit)], "Splitsen",
      () => change({ op: "split", code: code.id, into: [first, second].map((part) => ({ ...part.read(), poles: code.poles })), why: whySplit.value }, `${code.name} is gesplitst.`))),
    h("div", {}, h("h3", {}, "Laten vervallen"), form([field("Waarom", whyRetire)], "Laten vervallen",
      () => change({ op: "retire", code: code.id, why: whyRetire.value }, `${code.name} vervalt voor nieuwe coderingen.`))));
}

function addForm(family, change) {
  const [code, why, poles] = [newCode(), line(), line()];
  const parent = h("select", {}, h("option", { value: "" }, "geen"), family.codes.filter((one) => !one.retired).map((one) => h("option", { value: one.id }, one.name)));
  return form([code.fields(), field("Valt onder", parent), field("Polen, bij een keuze (door komma's gescheiden)", poles), field("Waarom", why)], "Toevoegen",
    () => change({
      op: "add", family: family.id, parent: parent.value, ...code.read(),
      poles: poles.value.split(",").map((one) => one.trim()).filter(Boolean), why: why.value,
    }, `${code.read().name} is toegevoegd.`));
}
