// The text of a transcript: turns cut into runs, with brackets beside what is in sight.

import { draw, measure } from "./brackets.js";
import { h } from "./dom.js";
import { cutRuns } from "./runs.js";
import { W } from "./words.js";

/** Shows a body with its codings. Fires nothing; the room tells it what to show. */
export class TextView {
  constructor({ body, turns, restrictions, codebook, coder }) {
    Object.assign(this, { body, codebook, coder, restrictions });
    this.current = null;
    this.codings = new Map();
    this.caret = h("span", { class: "caret", "aria-hidden": "true", hidden: true });
    this.turns = turns.map((turn, index) => this.makeTurn(turn, index));
    this.element = h("div", {
      class: "tekst", tabindex: "0", role: "application", "data-lm-suppress-shortcuts": "true",
      "aria-roledescription": W.transcriptKind,
    }, this.turns.map((turn) => turn.element));
    this.byElement = new Map(this.turns.map((turn) => [turn.element, turn]));
    this.inSight = new IntersectionObserver((entries) => this.seen(entries), { rootMargin: "400px 0px" });
    this.resized = new ResizeObserver(() => this.redraw());
  }

  makeTurn(turn, index) {
    const words = h("p", { class: "woorden", id: `beurt-${turn.number}` });
    const margin = h("div", { class: "kantlijn", "aria-hidden": "true" });
    const mine = turn.role === "R";
    const element = h("div", { class: mine ? "beurt" : "beurt vraag", "data-turn": index },
      h("div", { class: "wie", "aria-hidden": "true" },
        h("span", { class: "spreker" }, turn.speaker), h("span", { class: "nummer" }, String(turn.number))),
      words, margin);
    return { ...turn, index, element, words, margin, runs: [], codings: [], visible: false };
  }

  /** Show these codings everywhere. */
  show(codings) {
    this.codings = new Map(codings.map((coding) => [coding.id, coding]));
    for (const turn of this.turns) turn.codings = [];
    for (const coding of codings) for (const turn of this.touched(coding)) turn.codings.push(coding);
    for (const turn of this.turns) this.cut(turn);
    this.redraw();
  }

  /** Start watching what is in sight; call it when the element is in the document. */
  start() {
    for (const turn of this.turns) this.inSight.observe(turn.element);
    this.resized.observe(this.element);
  }

  stop() {
    this.inSight.disconnect();
    this.resized.disconnect();
  }

  /** Show one coding as it is now (null: it is gone); only its turns are made again. */
  change(id, coding) {
    const before = this.codings.get(id);
    const turns = new Set([...(before ? this.touched(before) : []), ...(coding ? this.touched(coding) : [])]);
    if (coding) this.codings.set(id, coding);
    else this.codings.delete(id);
    for (const turn of turns) {
      turn.codings = turn.codings.filter((one) => one.id !== id);
      if (coding && this.touched(coding).includes(turn)) turn.codings.push(coding);
      turn.codings.sort((a, b) => a.start - b.start || b.end - a.end);
      this.cut(turn);
      turn.stale = true;
    }
  }

  touched({ start, end }) {
    let low = 0;
    let high = this.turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.turns[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = low; i < this.turns.length && this.turns[i].start < end; i += 1) found.push(this.turns[i]);
    return found;
  }

  cut(turn) {
    const barred = (this.restrictions ?? []).map((one) => ({ ...one, barred: true }));
    const runs = cutRuns(turn.start, turn.end, [...turn.codings, ...barred]);
    turn.runs = runs.map((run) => {
      const wish = run.spans.find((span) => span.barred && span.end <= run.end)?.wish;
      const element = h("span", { class: this.classOf(run.spans), "data-wens": wish }, this.body.slice(run.start, run.end));
      return { ...run, element };
    });
    turn.words.replaceChildren(...turn.runs.map((run) => run.element));
  }

  classOf(spans) {
    const codings = spans.filter((span) => !span.barred);
    const classes = ["run"];
    if (spans.length > codings.length) classes.push("beperkt");
    if (codings.length) {
      const inner = codings.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
      classes.push("gecodeerd", `kleur-${this.codebook.codes.get(inner.code)?.kind ?? 8}`);
      if (codings.length > 1) classes.push(codings.length > 2 ? "drie" : "twee");
      if (codings.some((coding) => coding.id === this.current)) classes.push("huidig");
    }
    return classes.join(" ");
  }

  /** Make one coding stand out. */
  setCurrent(id) {
    if (id === this.current) return;
    const turns = new Set([this.current, id].flatMap((one) => {
      const coding = this.codings.get(one);
      return coding ? this.touched(coding) : [];
    }));
    this.current = id;
    for (const turn of turns) {
      for (const run of turn.runs) run.element.className = this.classOf(run.spans);
      for (const node of turn.margin.children) node.classList.toggle("huidig", node.dataset.coding === id);
    }
  }

  seen(entries) {
    const fresh = [];
    for (const entry of entries) {
      const turn = this.byElement.get(entry.target);
      turn.visible = entry.isIntersecting;
      if (entry.isIntersecting && turn.stale !== false) fresh.push(turn);
    }
    this.drawAll(fresh);
  }

  redraw() {
    for (const turn of this.turns) turn.stale = true;
    this.drawAll(this.turns.filter((turn) => turn.visible));
  }

  /** Draw the brackets of what changed and is in sight. */
  drawStale() {
    this.drawAll(this.turns.filter((turn) => turn.visible && turn.stale));
  }

  /** All reading of the layout first, then all writing. */
  drawAll(turns) {
    const measured = turns.map((turn) => [turn, measure(turn, turn.codings)]);
    for (const [turn, pieces] of measured) {
      draw(turn, pieces, { codebook: this.codebook, coder: this.coder, current: this.current, words: W });
      turn.stale = false;
    }
  }

  /** Bring an offset into sight. */
  reveal(offset, block = "nearest") {
    const turn = this.touched({ start: offset, end: offset + 1 })[0] ?? this.turns.at(-1);
    const run = turn?.runs.find((one) => one.end > offset) ?? turn?.runs.at(-1);
    (run?.element ?? turn?.element)?.scrollIntoView({ block });
  }
}
