// Choosing a code by typing: not modal, beside the passage, at the bottom on a phone.

import { fill, h } from "./dom.js";
import { findCodes } from "./fuzzy.js";
import { W } from "./words.js";

/** Make a picker; open({title, query, at, choose, close}) shows it. */
export class Picker {
  constructor(codebook, id = "kies") {
    this.codes = [...codebook.codes.values()].filter((code) => !code.retired);
    this.id = id;
    this.input = h("input", {
      type: "text", class: "kies-invoer", role: "combobox", "aria-expanded": "true", "aria-autocomplete": "list",
      "aria-controls": `${id}-lijst`, "aria-label": W.chooseCode, autocomplete: "off", spellcheck: "false",
      enterkeyhint: "done", oninput: () => this.list(), onkeydown: (event) => this.key(event),
    });
    this.title = h("p", { class: "kies-titel" });
    this.options = h("ul", { class: "kies-lijst", id: `${id}-lijst`, role: "listbox", "aria-label": W.chooseCode });
    this.empty = h("p", { class: "stil", role: "status" });
    this.about = h("div", { class: "kies-uitleg" });
    this.element = h("div", { class: "kies", hidden: true, role: "group", "aria-label": W.chooseCode },
      h("div", { class: "kies-kop" }, this.title,
        h("button", { type: "button", class: "knop klein", onclick: () => this.close() }, W.cancel)),
      this.input, this.options, this.empty, this.about);
    this.options.addEventListener("pointerdown", (event) => event.preventDefault());
    this.options.addEventListener("click", (event) => {
      const option = event.target.closest("[data-place]");
      if (option) this.take(Number(option.dataset.place));
    });
    this.element.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.element.contains(event.relatedTarget)) this.close({ quiet: true });
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  open({ title, query = "", at, choose, closed, now = "" }) {
    Object.assign(this, { choose, closed, now });
    fill(this.title, title);
    this.input.value = query;
    this.element.hidden = false;
    if (at) {
      this.element.style.setProperty("--x", `${Math.round(at.x)}px`);
      this.element.style.setProperty("--y", `${Math.round(at.y)}px`);
    }
    this.list();
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(query.length, query.length);
    this.element.scrollIntoView({ block: "nearest" });
  }

  close({ quiet = false } = {}) {
    if (!this.isOpen) return;
    this.element.hidden = true;
    if (!quiet) this.closed?.();
  }

  list() {
    this.found = findCodes(this.codes, this.input.value);
    this.active = 0;
    let family = null;
    const grouped = !this.input.value.trim();
    fill(this.options, this.found.map((code, place) => {
      const begins = grouped && code.family !== family;
      family = code.family;
      return h("li", {
        role: "option", id: `${this.id}-${place}`, "data-place": place, "aria-selected": "false",
        class: `kies-code kleur-${code.kind}${begins ? " begin" : ""}`,
      }, h("span", { class: "staal", "aria-hidden": "true" }), h("span", { class: "naam" }, code.name),
      h("span", { class: "familie" }, code.familyName));
    }));
    fill(this.empty, this.found.length ? "" : W.noCode);
    this.point(0);
  }

  point(place) {
    this.options.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = Math.max(0, Math.min(place, this.found.length - 1));
    const option = this.options.children[this.active];
    const code = this.found[this.active];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      fill(this.about);
      return;
    }
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    const box = this.options;
    if (option.offsetTop < box.scrollTop) box.scrollTop = option.offsetTop;
    const below = option.offsetTop + option.offsetHeight - box.clientHeight;
    if (below > box.scrollTop) box.scrollTop = below;
    fill(this.about, h("p", {}, code.definition),
      code.include && h("p", {}, h("span", { class: "wel" }, W.include), ` ${code.include}`),
      code.exclude && h("p", {}, h("span", { class: "niet" }, W.exclude), ` ${code.exclude}`));
  }

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in steps) this.point(this.active + steps[event.key]);
    else if (event.key === "Enter") this.take(this.active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(place) {
    const code = this.found[place];
    if (!code) return;
    this.element.hidden = true;
    this.choose(code);
  }
}
