// The text as it will be written, in the place of the raw text, to read only.

import { h } from "./dom.js";
import { get } from "./http.js";
import { handleAsideKey } from "./room_anonymise_keys.js";
import { V, kindOf } from "./room_anonymise_words.js";
import { Body } from "./spans.js";

const UNDER_BAR = 120;
const READING = new Set(["p", "j", "k", "n", "N", "g", "G", "/", "?"]); // who reads the outcome decides nothing

/** Shows the outcome of a room (see room_anonymise_room.js) and hides it again. */
export class Outcome {
  constructor(room) {
    this.room = room;
    this.element = null;
  }

  async toggle() {
    if (!this.element) return this.show({ focus: true });
    this.leave();
    return this.room.focusText();
  }

  /** Fetch it and show it; again when decisions changed. */
  async show({ focus = false } = {}) {
    const { room } = this;
    const { review, view, page } = room;
    let found;
    try {
      await review.queue;
      found = await get(`${review.path}/text`);
    } catch (error) {
      return room.complain({ problems: error.problems ?? [], dropped: 0, offline: !error.problems });
    }
    if (room.closed || (!focus && !this.element)) return null;
    const seen = view.turns.findIndex((turn) => turn.element.getBoundingClientRect().bottom > UNDER_BAR);
    const fresh = makeText(review.id, found, review.entities);
    fresh.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.toggle();
      else if (!READING.has(event.key) || !handleAsideKey(event, room)) return;
      event.preventDefault();
    });
    const first = !this.element;
    const kept = !first && document.activeElement === this.element;
    if (first) page.append(fresh);
    else this.element.replaceWith(fresh);
    this.element = fresh;
    room.sheet.hidden = true;
    room.bar.outcome.setAttribute("aria-pressed", "true");
    if (first) fresh.children[Math.max(0, seen)]?.scrollIntoView({ block: "start" });
    if (focus || kept) fresh.focus({ preventScroll: true });
    return null;
  }

  leave() {
    if (!this.element) return;
    const { room } = this;
    this.element.remove();
    this.element = null;
    room.sheet.hidden = false;
    room.bar.outcome.setAttribute("aria-pressed", "false");
    room.view.redraw();
  }
}

/** Make the text of {body, turns, spans}. */
function makeText(id, outcome, entities) {
  const body = new Body(outcome.body);
  const byNumber = new Map(entities.map((one) => [one.number, one]));
  let next = 0;
  const turns = outcome.turns.map((turn) => {
    const parts = [];
    let done = turn.start;
    while (next < outcome.spans.length && outcome.spans[next].start < turn.end) {
      const span = outcome.spans[next];
      next += 1;
      if (span.start < done) continue;
      const entity = byNumber.get(span.number);
      parts.push(body.slice(done, span.start), h("span", {
        class: `pseudoniem kleur-${kindOf(entity?.label).kind}`, title: entity ? kindOf(entity.label).name : null,
      }, body.slice(span.start, span.end)));
      done = span.end;
    }
    return h("div", { class: turn.role === "R" ? "beurt" : "beurt vraag" },
      h("div", { class: "wie" }, h("span", { class: "spreker" }, turn.speaker), h("span", { class: "nummer", "aria-hidden": "true" }, String(turn.number))),
      h("p", { class: "woorden" }, parts, body.slice(done, turn.end)));
  });
  return h("div", { class: "tekst nakijken voorbeeld", tabindex: "0", role: "region", "aria-label": V.outcomeText(id) }, turns);
}
