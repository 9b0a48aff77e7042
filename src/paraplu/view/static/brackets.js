// Brackets in the margin: one bar per coding beside its lines, and the name of its code.

import { h } from "./dom.js";
import { layLanes, stackLabels } from "./runs.js";

const LANE = 9;
const LABEL = 21;

/** What a label says after the name of its code. */
export function marksOf(coding) {
  const tone = { "+": "+", "-": "−", 0: "0" }[coding.attributes?.valentie];
  return [tone, coding.counter ? "≠" : null].filter(Boolean).join(" ");
}

/** Where the pieces of each coding lie in a turn: reads the layout, writes nothing. */
export function measure(turn, codings) {
  const top = turn.element.getBoundingClientRect().top;
  return codings.map((coding) => {
    const runs = turn.runs.filter((run) => run.start < coding.end && run.end > coding.start);
    const first = runs[0]?.element.getClientRects()[0];
    const last = [...(runs.at(-1)?.element.getClientRects() ?? [])].at(-1);
    return {
      coding,
      top: first ? first.top - top : 0,
      bottom: last ? last.bottom - top : 0,
      begins: coding.start >= turn.start,
    };
  });
}

/** Put the brackets of a turn in its margin. */
export function draw(turn, pieces, { codebook, coder, current, words }) {
  const lanes = layLanes(pieces.map((piece) => Object.assign(piece, { bottom: piece.bottom - 3 })));
  const labels = pieces.map((piece) => ({ piece, top: piece.top - 1, height: LABEL }))
    .sort((a, b) => a.top - b.top || a.piece.lane - b.piece.lane);
  const height = stackLabels(labels, 1);
  const nodes = labels.map((label) => makeOne(label, { codebook, coder, current, words }));
  turn.margin.style.setProperty("--banen", `${lanes * LANE}px`);
  turn.margin.style.setProperty("--hoogte", `${Math.max(0, Math.ceil(height))}px`);
  turn.margin.replaceChildren(...nodes);
}

function makeOne({ piece, place }, { codebook, coder, current, words }) {
  const { coding, lane, top, bottom, begins } = piece;
  const code = codebook.codes.get(coding.code);
  const other = coding.coder !== coder;
  const classes = ["haak", `kleur-${code?.kind ?? 8}`];
  if (other) classes.push("ander");
  if (coding.id === current) classes.push("huidig");
  const name = code?.name ?? coding.code;
  const said = [other ? `${coding.coder}: ` : "", name, begins ? "" : ` (${words.continued})`].join("");
  const node = h("div", { class: classes.join(" "), "data-coding": coding.id },
    h("span", { class: "streep" }),
    h("span", { class: "codenaam", title: said }, said, " ", h("b", {}, marksOf(coding))));
  for (const [key, value] of Object.entries({
    "--top": top, "--lengte": Math.max(6, bottom - top), "--baan": lane * LANE, "--plaats": place,
  })) node.style.setProperty(key, `${Math.round(value)}px`);
  return node;
}
