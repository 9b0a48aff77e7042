// Above the text: where one is, searching, the next uncoded turn, undo and redo, saved or not.

import { ICONS, fill, h, icon } from "./dom.js";
import { HELP, W } from "./words.js";

const button = (label, sign, onclick, key) => h("button", {
  type: "button", class: "knop teken-knop", onclick, title: key ? `${label} (${key})` : label, "aria-label": label,
}, icon(ICONS[sign]));

/** `act` is {search, find, uncoded, undo, redo, help, showCoder, keys}. */
export class Toolbar {
  constructor({ title, memo, coder, coders, act }) {
    this.act = act;
    this.input = h("input", {
      type: "search", placeholder: W.search, "aria-label": W.search, spellcheck: "false",
      oninput: () => act.find(this.input.value, 0), onkeydown: (event) => this.key(event),
    });
    this.hits = h("span", { class: "treffers", role: "status" });
    this.progress = h("p", { class: "voortgang" });
    this.status = h("p", { class: "bewaard", role: "status" }, W.saved);
    this.shown = h("fieldset", { class: "codeurs", hidden: coders.length < 2 }, h("legend", { class: "stil" }, W.coders),
      coders.map((one) => h("label", { class: "vink" }, h("input", {
        type: "checkbox", checked: one === coder, disabled: one === coder, value: one,
        onchange: (event) => act.showCoder(one, event.target.checked),
      }), h("span", {}, one === coder ? W.mine(one) : one))));
    this.element = h("div", { class: "balk" },
      h("div", { class: "balk-titel" }, h("h1", {}, title), this.progress,
        memo && h("a", { class: "memo-link", href: memo }, W.memoOf(title))),
      h("div", { class: "balk-doen" },
        h("div", { class: "zoek", role: "search" }, this.input, this.hits,
          button(W.previousHit, "previous", () => act.find(this.input.value, -1), "Shift Enter"),
          button(W.nextHit, "next", () => act.find(this.input.value, 1), "Enter")),
        h("button", { type: "button", class: "knop", onclick: () => act.uncoded("next"), "aria-label": W.nextUncoded, title: W.nextUncoded },
          "Volgende open", h("kbd", { "aria-hidden": "true" }, "n")),
        button(W.undo, "undo", act.undo, "Ctrl z"), button(W.redo, "redo", act.redo, "Ctrl Shift z"),
        button(W.help, "help", act.help, "?"), this.status),
      this.shown);
  }

  key(event) {
    event.stopPropagation();
    if (event.key === "Enter") this.act.find(this.input.value, event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") this.act.leave();
    else return;
    event.preventDefault();
  }

  say({ status, waiting, alone }) {
    const text = { saved: W.saved, saving: W.saving, waiting: W.waiting(waiting, alone) }[status];
    if (this.status.textContent !== text) fill(this.status, text);
    this.status.dataset.status = status;
  }
}

/** The list of keys, in a panel that stays where it is until it is closed. */
export function makeHelp({ close, keys, toggle }) {
  return h("section", { class: "toetsen", hidden: true, "aria-label": W.help, tabindex: "-1", onkeydown: (event) => {
    if (event.key === "Escape") close();
    event.stopPropagation();
  } },
  h("div", { class: "toetsen-kop" }, h("h2", {}, W.help),
    h("label", { class: "vink" }, h("input", { type: "checkbox", checked: keys, onchange: (event) => toggle(event.target.checked) }),
      h("span", {}, W.keysOn)),
    h("button", { type: "button", class: "knop klein", onclick: close }, "Sluiten")),
  h("div", { class: "toetsen-lijst" }, HELP.map(([title, rows]) => h("div", {}, h("h3", {}, title),
    h("dl", {}, rows.map(([keyName, what]) => h("div", {}, h("dt", {}, h("kbd", {}, keyName)), h("dd", {}, what))))))));
}
