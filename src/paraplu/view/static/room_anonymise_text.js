// The raw text with what is replaced marked in it, and the review net, faintly.

import { measure } from "./brackets.js";
import { h } from "./dom.js";
import { V, kindOf } from "./room_anonymise_words.js";
import { layLanes, stackLabels } from "./runs.js";
import { TextView } from "./text.js";

const LANE = 9;
const LABEL = 21;
const NO_CODES = { codes: new Map() };
const CLASSES = { voorgesteld: "open", aanvaard: "aan", afgewezen: "af" };

/** What tells one look of a span from another. */
const signature = ({ id, end, entity }) => (entity
  ? [id, end, entity.status, entity.label, entity.replacement, entity.occurrences.map((one) => one.start)].join("|") : `${id}|${end}`);

/** A transcript view of which the spans are mentions and, faintly, the review net. */
export class ReviewText extends TextView {
  constructor({ body, turns, title }) {
    super({ body, turns, restrictions: [], codebook: NO_CODES, coder: "" });
    this.element.setAttribute("aria-label", title);
    this.element.setAttribute("aria-roledescription", V.textKind);
    this.element.classList.add("nakijken");
  }

  /** Show these mentions ({start, end, entity}), net and passages ({start, end}); only turns that differ are made again. */
  showReview(mentions, net, passages) {
    const spans = new Map(this.turns.map((turn) => [turn, []]));
    for (const one of mentions) for (const turn of this.touched(one)) spans.get(turn).push({ ...one, id: `v${one.start}` });
    for (const one of net) for (const turn of this.touched(one)) spans.get(turn).push({ ...one, id: `n${one.start}`, net: true });
    for (const one of passages) for (const turn of this.touched(one)) spans.get(turn).push({ ...one, id: `p${one.start}`, passage: true });
    for (const [turn, codings] of spans) {
      const seen = codings.map(signature).join();
      if (seen === turn.seen) continue;
      Object.assign(turn, { seen, codings, stale: true });
      this.cut(turn);
    }
    this.drawStale();
  }

  classOf(spans) {
    const passage = spans.find((one) => one.passage);
    return this.classOfWords(spans) + (passage ? ` zin${passage.id === this.current ? " gekozen" : ""}` : "");
  }

  classOfWords(spans) {
    const mention = spans.find((one) => one.entity);
    const net = spans.find((one) => one.net);
    if (!mention) return net ? `run net${net.id === this.current ? " deze" : ""}` : "run";
    const { entity } = mention;
    const classes = ["run", "vermelding", CLASSES[entity.status], `kleur-${kindOf(entity.label).kind}`];
    if (mention.id === this.current) classes.push("deze");
    else if (entity.occurrences.some((one) => `v${one.start}` === this.current)) classes.push("huidig");
    return classes.join(" ");
  }

  /** What a click or tap in the text is on: a mention, a piece of net, or null. */
  spanOf(target) {
    const turn = this.byElement.get(target.closest(".beurt"));
    const run = turn?.runs.find((one) => one.element === target.closest(".run"));
    return run?.spans.find((one) => one.entity) ?? run?.spans.find((one) => one.net) ?? null;
  }

  /** Make a mention or a piece of net stand out, with the other mentions of its entity. */
  setCurrent(id) {
    if (id === this.current) return;
    this.current = id;
    for (const turn of this.turns) {
      for (const run of turn.runs) {
        const fresh = this.classOf(run.spans);
        if (run.element.className !== fresh) run.element.className = fresh;
      }
      for (const node of turn.margin.children) node.classList.toggle("huidig", node.dataset.coding === id);
    }
  }

  drawAll(turns) {
    const measured = turns.map((turn) => [turn, measure(turn, turn.codings.filter((one) => one.entity))]);
    for (const [turn, pieces] of measured) {
      this.drawMargin(turn, pieces);
      turn.stale = false;
    }
    this.drawn?.();
  }

  drawMargin(turn, pieces) {
    const lanes = layLanes(pieces.map((piece) => Object.assign(piece, { bottom: piece.bottom - 3 })));
    const labels = pieces.map((piece) => ({ piece, top: piece.top - 1, height: LABEL }))
      .sort((a, b) => a.top - b.top || a.piece.coding.start - b.piece.coding.start);
    const height = stackLabels(labels, 1);
    turn.margin.style.setProperty("--banen", `${lanes * LANE}px`);
    turn.margin.style.setProperty("--hoogte", `${Math.max(0, Math.ceil(height))}px`);
    turn.margin.replaceChildren(...labels.map((label) => this.makeLabel(label)));
  }

  makeLabel({ piece, place }) {
    const { coding: { id, entity }, lane, top, bottom } = piece;
    const away = entity.status === "afgewezen";
    const node = h("div", {
      class: `haak kleur-${kindOf(entity.label).kind}${away ? " ander" : ""}${id === this.current ? " huidig" : ""}`, "data-coding": id,
    }, h("span", { class: "streep" }),
    h("span", { class: "codenaam", title: entity.replacement },
      away ? V.stays : entity.replacement, entity.status === "voorgesteld" ? h("b", {}, " ?") : null));
    for (const [key, value] of Object.entries({
      "--top": top, "--lengte": Math.max(6, bottom - top), "--baan": lane * LANE, "--plaats": place,
    })) node.style.setProperty(key, `${Math.round(value)}px`);
    return node;
  }
}
