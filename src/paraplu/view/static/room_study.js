// The study: every interview, how far each coder is, and where to go on.

import { fill, h } from "./dom.js";
import { get } from "./http.js";
import { csvLink, empty, link, makeTable, meter } from "./tables.js";

const nameOf = (one) => (typeof one === "string" ? one : one.id);

export async function showStudy({ study, codebook: { reread } }) {
  const coders = study.coders.map(nameOf);
  const mine = study.interviews.filter((one) => one.mine).map((one) => ({ id: one.id, ...progressOf(one, study.coder.id) }));
  const begun = mine.filter((one) => one.codings).sort((a, b) => (a.last < b.last ? 1 : -1));
  const fresh = mine.find((one) => !one.codings);
  const blind = study.rounds.filter((round) => round.blind && (round.coders ?? []).includes(study.coder.id));
  const waiting = h("span", { role: "status" });
  tellWaiting(waiting);
  const shown = coders.filter((coder) => study.interviews.some((one) => progressOf(one, coder).shown));
  return h("div", { class: "vertrek" }, h("h1", {}, "Gesprekken"),
    h("p", { class: "inleiding" },
      study.interviews.length
        ? `${study.interviews.length} gesprekken. De balk telt beurten van respondenten waarin de codeur iets codeerde. `
        : "", blind.length ? "Deze ronde is blind: coderingen van anderen ziet u niet. " : "", waiting),
    study.interviews.length ? [
      h("div", { class: "rij" },
        begun.length ? h("a", { class: "knop hoofd", href: `#/gesprek/${begun[0].id}` }, `Verder met ${begun[0].id}`) : null,
        fresh && h("a", { class: begun.length ? "knop" : "knop hoofd", href: `#/gesprek/${fresh.id}` }, `Begin aan ${fresh.id}`),
        csvLink("/api/study")),
      mine.length ? h("p", { class: "stil" }, toDo(mine, begun, reread)) : null,
      makeTable("Voortgang per gesprek", [
        { name: "Gesprek", head: true, cell: (row) => link(`#/gesprek/${row.id}`, row.id) },
        { name: "Groep", cell: (row) => [...new Set(row.respondents.map((one) => one.groep))].join(", ") },
        { name: "Woorden", number: true, cell: (row) => row.words.toLocaleString("nl") },
        { name: "Status", cell: (row) => row.status },
        ...shown.map((coder) => ({ name: coder === study.coder.id ? `${coder} (u)` : coder, cell: (row) => {
          const progress = progressOf(row, coder);
          return progress.shown ? meter(progress.turns_coded, progress.turns) : "–";
        } })),
      ], study.interviews)]
      : empty("Er zijn nog geen gesprekken. Haal ze binnen met 'paraplu import'."));
}

/** What is open for this coder. */
function toDo(mine, begun, reread) {
  const left = mine.length - begun.length;
  const again = new Set(reread.map((one) => one.interview)).size;
  return [left ? `U codeerde in ${begun.length} van uw ${mine.length} gesprekken. ` : `U codeerde in al uw ${mine.length} gesprekken. `,
    again ? link("#/codeboek", again === 1 ? "Eén gesprek is te herlezen na een wijziging van het codeboek" : `${again} gesprekken zijn te herlezen na een wijziging van het codeboek`) : null,
    again ? "." : null];
}

/** Say how many raw texts nobody read yet: they are in no list here until then. */
async function tellWaiting(place) {
  const { reviews } = await get("/api/anonymise").catch(() => ({ reviews: [] }));
  const open = reviews.filter((one) => !one.state || one.state === "machine" || !one.written).length;
  if (open) fill(place, link("#/nakijken", open === 1 ? "Eén gesprek moet nog nagekeken worden" : `${open} gesprekken moeten nog nagekeken worden`), ".");
}

function progressOf(interview, coder) {
  const found = interview.progress.find((one) => one.coder === coder);
  return found ? { ...found, shown: true } : { codings: 0, turns_coded: 0, turns: 0, last: "", shown: false };
}
