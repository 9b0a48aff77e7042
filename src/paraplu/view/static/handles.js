// Handles at both ends of the coding at hand: drag one, and its border goes along.
// It stops at words; with Alt at every letter. The same by keyboard: `g`, Shift with the arrows, Enter.

import { h } from "./dom.js";

const ENDS = ["begin", "eind"];

/** `act` is {borders, saveBorders, escape}; `selecting` shows what is being dragged. */
export class Handles {
  constructor({ selecting, places, act }) {
    Object.assign(this, { selecting, places, act });
    this.grips = ENDS.map((end) => this.make(end));
  }

  make(end) {
    const grip = h("span", { class: `greep ${end}`, "aria-hidden": "true", hidden: true });
    grip.addEventListener("pointerdown", (event) => this.take(event, grip, end));
    grip.addEventListener("pointermove", (event) => this.drag(event));
    grip.addEventListener("pointerup", () => this.drop(this.act.saveBorders));
    grip.addEventListener("pointercancel", () => this.drop(this.act.escape));
    return grip;
  }

  /** Stand at the ends of a span; null hides them. All reading of the layout first. */
  place(span) {
    const { element } = this.selecting.view;
    const rects = span ? [this.selecting.rectOf(span.start, true), this.selecting.rectOf(span.end, false)] : [null, null];
    const box = rects.some(Boolean) && element.getBoundingClientRect();
    for (const [i, grip] of this.grips.entries()) {
      const rect = rects[i];
      grip.hidden = !rect;
      if (!rect) continue;
      if (grip.parentElement !== element) element.append(grip); // a turn would clip it
      for (const [name, value] of [["left", rect.left - box.left], ["top", rect.top - box.top], ["height", rect.height]]) {
        grip.style.setProperty(name, `${value}px`);
      }
    }
  }

  take(event, grip, end) {
    if (event.button) return;
    event.preventDefault();
    this.act.borders();
    const { start, end: last } = this.selecting.range;
    const rect = grip.getBoundingClientRect();
    this.held = {
      grip, stays: end === "begin" ? last : start, off: event.clientY - (rect.top + rect.height / 2),
    };
    grip.classList.add("vast"); // the words under it can be found again
    grip.setPointerCapture(event.pointerId);
  }

  drag(event) {
    if (!this.held) return;
    const found = document.caretPositionFromPoint(event.clientX, event.clientY - this.held.off);
    const offset = found && this.selecting.offsetOf(found.offsetNode, found.offset);
    if (offset === null || offset === undefined) return;
    const moving = this.places.nearest(offset, event.altKey ? "grapheme" : "word");
    if (moving === this.held.stays) return;
    this.selecting.set(this.held.stays, moving);
    this.place(this.selecting.range);
  }

  drop(then) {
    if (!this.held) return;
    this.held.grip.classList.remove("vast");
    this.held = null;
    then();
  }
}
