// Beside the text: what is chosen, what can be done with it, and all entities as a list.

import { fill, h } from "./dom.js";
import { STATUS, V, kindOf, mentions as countMentions, times } from "./room_anonymise_words.js";

const key = (label) => h("kbd", { "aria-hidden": "true" }, label);
const short = (text, size) => (text.length > size ? `${text.slice(0, size).trimEnd()}…` : text);

/** Forms of an entity with how often: [[“Vos”, 2], …]. */
export function formsOf(entity, words) {
  const found = new Map();
  for (const one of entity.occurrences) {
    const form = words(one);
    found.set(form, (found.get(form) ?? 0) + 1);
  }
  return [...found];
}

/** `act` is what the room can do; `words` gives the words of a span. */
export class ReviewPanel {
  constructor({ act, words }) {
    Object.assign(this, { act, words, onlyOpen: false, items: [] });
    this.detail = h("section", { class: "detail", "aria-label": V.current });
    this.count = h("span", { class: "aantal" });
    this.listElement = h("ol", { class: "lijst" });
    this.blank = h("p", { class: "stil" });
    this.net = h("p", { class: "net-telling" });
    this.logLines = h("ol", { tabindex: "0", "aria-label": V.log });
    this.log = h("details", { class: "logboek", hidden: true }, h("summary", {}, V.log), this.logLines);
    this.element = h("aside", { class: "naast nakijk-naast", "aria-label": V.list },
      this.detail,
      h("section", { class: "alle" },
        h("h2", {}, V.list, this.count),
        h("label", { class: "vink" }, h("input", { type: "checkbox", onchange: (event) => this.filter(event.target.checked) }),
          h("span", {}, V.onlyOpen)),
        this.blank, this.listElement, this.net, this.log));
    this.listElement.addEventListener("keydown", (event) => this.walk(event));
    this.listElement.addEventListener("click", (event) => {
      const item = event.target.closest("[data-start]");
      if (item) this.act.choose(Number(item.dataset.start));
    });
  }

  filter(on) {
    this.onlyOpen = on;
    this.list(this.entities, this.chosen);
  }

  /** List entities; `chosen` is the one at hand. */
  list(entities, chosen) {
    Object.assign(this, { entities, chosen });
    const focused = this.listElement.contains(document.activeElement);
    const shown = entities.filter((one) => !this.onlyOpen || one.status === "voorgesteld" || one === chosen);
    fill(this.listElement, shown.map((one) => this.makeItem(one, one === chosen)));
    fill(this.count, String(entities.length || ""));
    fill(this.blank, entities.length ? (shown.length ? "" : V.allDecided) : V.emptyList);
    this.blank.hidden = shown.length > 0;
    const first = this.listElement.querySelector("button");
    if (first && !this.listElement.querySelector('[tabindex="0"]')) first.tabIndex = 0;
    const item = this.listElement.querySelector("[aria-current]");
    if (focused) (item ?? first)?.focus({ preventScroll: true });
    if (item) this.follow(item);
  }

  makeItem(entity, chosen) {
    const forms = formsOf(entity, this.words);
    const status = STATUS[entity.status];
    return h("li", { class: `kleur-${kindOf(entity.label).kind} ${entity.status}` }, h("button", {
      type: "button", tabindex: chosen ? "0" : "-1", "data-start": entity.occurrences[0]?.start ?? -1, "aria-current": chosen ? "true" : null,
    },
    h("span", { class: "staal", "aria-hidden": "true" }),
    h("span", { class: "naam" }, short(forms.map(([form]) => form).join(" · "), 60)),
    h("span", { class: "plek" }, h("span", { class: "alleen-voorlezen" }, `, ${status.name}, `), times(entity.occurrences.length),
      h("b", { class: "teken-status", "aria-hidden": "true", title: status.name }, status.sign)),
    h("span", { class: "wordt" }, entity.status === "afgewezen" ? V.stays : entity.replacement)));
  }

  follow(item) {
    const box = this.listElement;
    const place = item.parentElement.offsetTop;
    if (place < box.scrollTop || place + 50 > box.scrollTop + box.clientHeight) box.scrollTop = place - 40;
  }

  walk(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    const buttons = [...this.listElement.querySelectorAll("button")];
    const here = buttons.indexOf(document.activeElement);
    if (!(event.key in steps) || here < 0) return;
    event.preventDefault();
    const there = buttons[Math.max(0, Math.min(buttons.length - 1, here + steps[event.key]))];
    there.focus({ preventScroll: true });
    this.act.choose(Number(there.dataset.start), { stay: true });
  }

  /** What else there is to look at: a line of text, and whether there is net and passages to walk. */
  tellNet(text, { net = 0, passages = 0 } = {}) {
    fill(this.net, h("span", {}, text, net ? h("button", { type: "button", class: "knop klein", onclick: () => this.act.net(1) }, V.netNext, key("n")) : null),
      passages ? h("span", {}, V.passageCount(passages),
        h("button", { type: "button", class: "knop klein", onclick: () => this.act.passage(1) }, V.netNext, key("g"))) : null);
  }

  showPassage(words) {
    fill(this.detail, h("div", { class: "detail-kop" }, h("h2", {}, V.passage)), h("blockquote", {}, words), h("p", { class: "uitleg" }, V.passageAbout),
      h("div", { class: "knoppen" }, this.button(V.netNext, "g", () => this.act.passage(1))));
  }

  /** What was decided, the latest first. */
  tellLog(lines) {
    this.log.hidden = !lines.length;
    fill(this.logLines, [...lines].reverse().map((one) => h("li", {}, h("span", { class: "wie-wanneer" }, V.logged(one)), V.verdict(one))));
  }

  showNothing() {
    fill(this.detail, h("h2", {}, V.current), h("p", { class: "stil" }, V.noCurrent));
  }

  showNet(words) {
    fill(this.detail, h("div", { class: "detail-kop" }, h("h2", {}, V.net)), h("blockquote", {}, words), h("p", { class: "uitleg" }, V.netAbout),
      h("div", { class: "knoppen" },
        this.button(V.replace, "Enter", () => this.act.add("")), this.button(V.netNext, "n", () => this.act.net(1))));
  }

  /** Show an entity; `place` is which of its mentions, `others` where its words stand besides. */
  showEntity(entity, { place, others }) {
    const kept = document.activeElement?.dataset?.houd;
    const all = entity.occurrences.length;
    const status = STATUS[entity.status];
    const typed = kept === "vervanging" && this.of === entity.occurrences[0]?.start ? this.input.value : null;
    this.of = entity.occurrences[0]?.start;
    this.input = h("input", {
      type: "text", "data-houd": "vervanging", spellcheck: "false", autocomplete: "off", maxlength: "78",
      value: typed ?? entity.replacement.slice(1, -1), onkeydown: (event) => this.typing(event, entity),
    });
    fill(this.detail,
      h("div", { class: `detail-kop kleur-${kindOf(entity.label).kind}` }, h("span", { class: "staal", "aria-hidden": "true" }),
        h("h2", {}, this.words(entity.occurrences[place] ?? entity.occurrences[0] ?? { start: 0, end: 0 })),
        h("span", { class: `staat ${entity.status}` }, status.name)),
      h("p", { class: "uitleg" }, [kindOf(entity.label).name, countMentions(all),
        formsOf(entity, this.words).length > 1 ? formsOf(entity, this.words).map(([form, n]) => (n > 1 ? `${form} ${times(n)}` : form)).join(", ") : null,
        entity.note || null].filter(Boolean).join(" · ")),
      h("form", { class: "vervanging", onsubmit: (event) => { event.preventDefault(); this.act.rename(this.input.value); } },
        h("label", {}, h("span", {}, V.replacement, key("v")), this.input),
        h("button", { type: "submit", class: "knop klein" }, V.keep)),
      h("div", { class: "knoppen" },
        this.button(V.accept, "a", () => this.act.accept(), entity.status === "aanvaard" ? "gedaan" : "hoofd"),
        this.button(V.reject, "r", () => this.act.reject(), entity.status === "afgewezen" ? "gedaan" : ""),
        all > 1 && entity.status !== "afgewezen" && this.button(V.notHere, "x", () => this.act.notHere()),
        this.button(V.relabel, "l", () => this.act.relabel()), this.button(V.merge, "m", () => this.act.merge()),
        all > 1 && this.button(V.split, "s", () => this.act.split())),
      all > 1 && h("div", { class: "bladeren" },
        h("button", { type: "button", class: "knop klein", "data-houd": "vorige", "aria-label": V.previous, title: `${V.previous} (Shift o)`, onclick: () => this.act.occurrence(-1) }, "‹"),
        h("span", {}, V.of(place + 1, all)),
        h("button", { type: "button", class: "knop klein", "data-houd": "volgende", "aria-label": V.next, title: `${V.next} (o)`, onclick: () => this.act.occurrence(1) }, "›"), key("o")),
      others.map(([form, spans]) => h("p", { class: "ook" }, V.elsewhereToo(form, spans.length),
        h("button", { type: "button", class: "knop klein", "data-houd": "ook", onclick: () => this.act.everywhere() }, V.thereToo, key("e")))));
    if (kept) this.detail.querySelector(`[data-houd="${CSS.escape(kept)}"]`)?.focus({ preventScroll: true });
  }

  typing(event, entity) {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    this.input.value = entity.replacement.slice(1, -1);
    this.act.toText();
  }

  button(label, letter, onclick, more = "") {
    return h("button", { type: "button", class: `knop ${more}`, "data-houd": `knop-${letter}`, onclick }, label, key(letter));
  }
}
