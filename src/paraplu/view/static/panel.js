// Beside the text: the coding at hand, and all codings as a list that says the same as the margin.

import { marksOf } from "./brackets.js";
import { fill, h } from "./dom.js";
import { attributesOf } from "./families.js";
import { W, codings as countCodings } from "./words.js";

const short = (text, size) => (text.length > size ? `${text.slice(0, size).trimEnd()}…` : text);
const key = (label) => h("kbd", { "aria-hidden": "true" }, label === "-" ? "−" : label);
const shown = (value) => (value === "-" ? "−" : value);

/** `act` is what the room can do: {choose, set, memo, counter, again, recode, borders, remove}. */
export class Panel {
  constructor({ codebook, coder, turnOf, placed, act, readOnly, download }) {
    Object.assign(this, { codebook, coder, turnOf, placed, act, readOnly });
    this.items = new Map();
    this.detail = h("section", { class: "detail", "aria-label": W.current });
    this.count = h("span", { class: "aantal" });
    this.listElement = h("ol", { class: "lijst" });
    this.blank = h("p", { class: "stil" }, W.emptyList);
    this.element = h("aside", { class: "naast", "aria-label": W.list },
      this.detail,
      h("section", { class: "alle" }, h("h2", {}, W.list, this.count,
        download && h("a", { href: download, download: "" }, W.download)), this.blank, this.listElement));
    this.listElement.addEventListener("keydown", (event) => this.walk(event));
    this.listElement.addEventListener("click", (event) => {
      const item = event.target.closest("[data-coding]");
      if (item) this.act.choose(item.dataset.coding);
    });
  }

  /** List these codings, in order of place. */
  list(codings) {
    this.items = new Map(codings.map((coding) => [coding.id, this.makeItem(coding)]));
    fill(this.listElement, [...this.items.values()]);
    this.tally();
  }

  /** Show one coding as it is now; null when it is gone. `before` is the id that follows it. */
  change(id, coding, before) {
    const old = this.items.get(id);
    const hadFocus = old?.contains(document.activeElement);
    if (!coding) {
      old?.remove();
      this.items.delete(id);
    } else {
      const item = this.makeItem(coding);
      old?.remove();
      this.items.set(id, item);
      this.listElement.insertBefore(item, this.items.get(before) ?? null);
      if (hadFocus) item.firstChild.focus();
    }
    this.tally();
  }

  tally() {
    this.blank.hidden = this.items.size > 0;
    fill(this.count, this.items.size ? String(this.items.size) : "");
    this.count.title = countCodings(this.items.size);
    const first = this.listElement.querySelector("button");
    if (first && !this.listElement.querySelector('[tabindex="0"]')) first.tabIndex = 0;
  }

  makeItem(coding) {
    const code = this.codebook.codes.get(coding.code);
    const other = coding.coder !== this.coder;
    const marks = Object.values(coding.attributes ?? {}).map(shown).join(", ");
    return h("li", { class: `kleur-${code?.kind ?? 8}${other ? " ander" : ""}` },
      h("button", {
        type: "button", tabindex: coding.id === this.chosen ? "0" : "-1", "data-coding": coding.id,
        "aria-current": coding.id === this.chosen ? "true" : null,
      },
      h("span", { class: "staal", "aria-hidden": "true" }),
      h("span", { class: "naam" }, code?.name ?? coding.code, marksOf(coding) ? h("b", {}, ` ${marksOf(coding)}`) : null),
      h("span", { class: "plek" }, `${W.at(this.turnOf(coding.start))}${other ? ` · ${coding.coder}` : ""}`),
      h("span", { class: "citaat" }, short(coding.exact ?? "", 90)),
      this.placed(coding) ? null : h("span", { class: "zonder-plaats" }, W.noPlace),
      marks && h("span", { class: "kenmerken" }, marks),
      coding.memo && h("span", { class: "kenmerken" }, `${W.memo}: ${short(coding.memo, 60)}`)));
  }

  walk(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    const buttons = [...this.listElement.querySelectorAll("button")];
    const here = buttons.indexOf(document.activeElement);
    if (event.key === "Delete" && here >= 0) this.act.remove(buttons[here].dataset.coding);
    else if (!(event.key in steps)) return;
    event.preventDefault();
    event.stopPropagation();
    const there = buttons[Math.max(0, Math.min(here + (steps[event.key] ?? 0), buttons.length - 1))];
    if (!there) return;
    for (const button of buttons) button.tabIndex = button === there ? 0 : -1;
    there.focus();
  }

  /** Show the coding at hand (null for none). */
  show(coding) {
    const before = this.items.get(this.chosen)?.firstChild;
    before?.removeAttribute("aria-current");
    this.moved = this.chosen !== (coding?.id ?? null);
    this.chosen = coding?.id ?? null;
    const item = this.items.get(this.chosen)?.firstChild;
    if (item) {
      for (const button of this.listElement.querySelectorAll('[tabindex="0"]')) button.tabIndex = -1;
      item.tabIndex = 0;
      item.setAttribute("aria-current", "true");
    }
    if (!coding) fill(this.detail, h("h2", {}, W.current), h("p", { class: "stil" }, W.noCurrent));
    else if (!this.writesOn(coding)) this.showOne(coding, coding.coder === this.coder && !this.readOnly);
  }

  /** Bring the coding at hand into sight in the list. */
  follow() {
    const item = this.moved && this.items.get(this.chosen);
    this.moved = false;
    if (!item) return;
    const box = this.listElement;
    const place = item.offsetTop;
    if (place < box.scrollTop || place + 60 > box.scrollTop + box.clientHeight) box.scrollTop = place - 40;
  }

  /** Whether somebody is in the middle of a memo on this coding; that is left alone. */
  writesOn(coding) {
    return this.shown === coding.id && document.activeElement === this.memo
      && this.memo.value !== this.memo.defaultValue;
  }

  showOne(coding, own) {
    const code = this.codebook.codes.get(coding.code);
    const focus = document.activeElement?.dataset?.houd;
    const memo = h("textarea", { rows: "2", "data-houd": "memo", onchange: () => this.act.memo(memo.value) });
    memo.defaultValue = coding.memo ?? "";
    memo.readOnly = !own;
    this.memo = memo;
    this.shown = coding.id;
    fill(this.detail,
      h("div", { class: `detail-kop kleur-${code?.kind ?? 8}` }, h("span", { class: "staal", "aria-hidden": "true" }),
        h("h2", {}, code?.name ?? coding.code)),
      h("p", { class: "uitleg" }, code?.definition ?? ""),
      h("blockquote", {}, short(coding.exact ?? "", 220)),
      this.placed(coding) ? null : h("p", { class: "zonder-plaats" }, W.noPlace, own ? ` ${W.placeAgain}` : ""),
      own ? attributesOf(this.codebook, code).map((attribute) => this.field(coding, attribute))
        : h("p", { class: "stil" }, W.readOnly(coding.coder)),
      h("label", { class: "memoveld" }, h("span", {}, W.memo, own && key("m")), memo),
      own && h("label", { class: "vink" }, h("input", {
        type: "checkbox", "data-houd": "tegen", checked: coding.counter, onchange: (event) => this.act.counter(event.target.checked),
      }), h("span", {}, W.counter, key("t"))),
      own && h("div", { class: "knoppen" },
        h("button", { type: "button", class: "knop", onclick: () => this.act.again() }, W.again, key("Enter")),
        h("button", { type: "button", class: "knop", onclick: () => this.act.recode() }, W.recode, key("c")),
        h("button", { type: "button", class: "knop", onclick: () => this.act.borders() }, W.borders, key("g")),
        h("button", { type: "button", class: "knop", onclick: () => this.act.remove() }, W.remove, key("Del"))));
    if (focus) this.detail.querySelector(`[data-houd="${CSS.escape(focus)}"]`)?.focus();
  }

  field(coding, attribute) {
    const chosen = coding.attributes?.[attribute.id] ?? "";
    const group = `kenmerk-${attribute.id}-${coding.id}`;
    return h("fieldset", { title: attribute.definition ?? null }, h("legend", {}, attribute.id),
      attribute.values.map(({ value, key: label }) => h("label", { class: "keus" }, h("input", {
        type: "radio", name: group, value, checked: value === chosen, "data-houd": `${attribute.id}-${value}`,
        onchange: () => this.act.set(attribute.id, value),
        onclick: () => { if (value === chosen) this.act.set(attribute.id, ""); },
      }), h("span", {}, shown(value), label && label !== value ? key(label) : null))));
  }
}
