// Above the raw text: how far the review is, searching, undo and redo, and the way to its end.

import { ICONS, fill, h, icon } from "./dom.js";
import { V } from "./room_anonymise_words.js";
import { W } from "./words.js";

const sign = (label, name, onclick, key) => h("button", {
  type: "button", class: "knop teken-knop", onclick, title: key ? `${label} (${key})` : label, "aria-label": label,
}, icon(ICONS[name]));

export class ReviewBar {
  constructor({ review, coder, act }) {
    Object.assign(this, { review, coder, act });
    this.input = h("input", {
      type: "search", placeholder: W.search, "aria-label": W.search, spellcheck: "false", autocomplete: "off",
      oninput: () => act.find(this.input.value, 0), onkeydown: (event) => this.key(event),
    });
    this.hits = h("span", { class: "treffers", role: "status" });
    this.progress = h("p", { class: "voortgang" });
    this.about = h("p", { class: "stand" });
    this.status = h("p", { class: "bewaard", role: "status" }, V.saved);
    this.undo = sign(W.undo, "undo", () => act.undo(), "Ctrl z");
    this.redo = sign(W.redo, "redo", () => act.redo(), "Ctrl Shift z");
    this.outcome = h("button", { type: "button", class: "knop", "aria-pressed": "false", onclick: () => act.outcome() },
      h("span", {}, V.outcome), h("kbd", { "aria-hidden": "true" }, "p"));
    this.ends = h("span", { class: "einde" });
    this.element = h("div", { class: "balk" },
      h("div", { class: "balk-titel" }, h("h1", {}, review.id), this.progress),
      h("div", { class: "balk-doen" },
        h("div", { class: "zoek", role: "search" }, this.input, this.hits, sign(W.nextHit, "next", () => act.find(this.input.value, 1), "Enter")),
        h("button", { type: "button", class: "knop", onclick: () => act.open(1), "aria-label": V.nextOpen, title: V.nextOpen },
          V.nextOpen, h("kbd", { "aria-hidden": "true" }, "j")),
        this.outcome, this.undo, this.redo, sign(W.help, "help", () => act.help(), "?"), this.status),
      h("div", { class: "balk-stand" }, this.about, this.ends));
  }

  key(event) {
    event.stopPropagation();
    if (event.key === "Enter") this.act.find(this.input.value, event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") this.act.toText();
    else return;
    event.preventDefault();
  }

  tellHits(place, all) {
    fill(this.hits, place === null ? "" : W.hits(place, all));
  }

  say(status) {
    fill(this.status, V[status] ?? "");
    this.status.dataset.status = status === "unsaved" ? "waiting" : status;
  }

  tally() {
    const { review } = this;
    fill(this.progress, V.progress(review.entities.length - review.undecided.length, review.entities.length));
    fill(this.about, V.about(review));
    this.undo.disabled = !review.canUndo;
    this.redo.disabled = !review.canRedo;
    const kept = document.activeElement?.dataset?.einde;
    const first = review.state === "machine";
    const done = first ? !review.undecided.length : false;
    fill(this.ends,
      (first || (this.coder !== review.reviewed_by && review.state !== "tweede lezer")) && h("button", {
        type: "button", class: `knop klein${done ? " hoofd" : ""}`, "data-einde": "lezen", onclick: () => this.act.finish(),
      }, first ? V.finish : V.finishSecond),
      !first && review.written !== "gelijk" && h("button", {
        type: "button", class: "knop klein hoofd", "data-einde": "schrijven", onclick: () => this.act.apply(),
      }, V.apply(review.id)));
    if (!kept) return;
    const again = this.ends.querySelector(`[data-einde="${CSS.escape(kept)}"]`);
    if (again) again.focus({ preventScroll: true });
    else this.act.toText();
  }
}
