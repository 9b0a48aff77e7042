// The review of one interview: raw text in the middle, entities beside it.

import { fill, h } from "./dom.js";
import { get } from "./http.js";
import { Places } from "./places.js";
import { makeReviewActions } from "./room_anonymise_actions.js";
import { ReviewBar } from "./room_anonymise_bar.js";
import { Chooser } from "./room_anonymise_chooser.js";
import { handleAsideKey, handleReviewKey } from "./room_anonymise_keys.js";
import { Outcome } from "./room_anonymise_outcome.js";
import { ReviewPanel, formsOf } from "./room_anonymise_panel.js";
import { Review, standsElsewhere } from "./room_anonymise_session.js";
import { ReviewText } from "./room_anonymise_text.js";
import { HELP, V } from "./room_anonymise_words.js";
import { Selecting } from "./selection.js";
import { Body } from "./spans.js";
import { W, sentences } from "./words.js";

const NARROW = 22;
const PATIENCE = 3;

/** Show the review of an interview in an element; returns {session, open(), close()};
 * `open()` when it is in the page. */
export async function createReview(element, { interview, coder }) {
  const review = await new Review(interview).open();
  const room = new ReviewRoom({ review, coder });
  fill(element, room.element);
  return room;
}

class ReviewRoom {
  constructor({ review, coder }) {
    Object.assign(this, { review, session: review, coder, keysOn: true, trail: [], net: [], passages: [], cast: null, start: null, wanted: null });
    this.body = new Body(review.body);
    this.places = new Places(this.body, review.turns);
    this.view = new ReviewText({ body: this.body, turns: review.turns, title: V.text(review.id) });
    this.selecting = new Selecting(this.view, this.places);
    this.view.drawn = () => this.selecting.drawCaret(); // lines may have moved
    this.picker = new Chooser(`nakijk-${review.id}`);
    this.outcome = new Outcome(this);
    this.act = makeReviewActions(this);
    this.panel = new ReviewPanel({ act: this.act, words: this.words });
    this.bar = new ReviewBar({ review, coder, act: this.act });
    this.live = h("p", { class: "alleen-voorlezen", role: "status" });
    this.trouble = h("div", { class: "melding", hidden: true, role: "alert" });
    this.question = h("div", { class: "melding vraag-af", hidden: true, role: "group", "aria-label": V.finish });
    this.help = this.makeHelp();
    this.pill = h("button", { type: "button", class: "knop pil", hidden: true, onclick: () => this.act.add("") },
      V.replace, h("kbd", { "aria-hidden": "true" }, "Enter"));
    const hint = h("p", { class: "alleen-voorlezen", id: `uitleg-${review.id}` }, V.hint);
    this.view.element.setAttribute("aria-describedby", hint.id);
    this.sheet = h("div", { class: "laag" }, this.view.element, this.pill);
    this.page = h("div", { class: "blad" }, this.sheet, this.picker.element);
    this.element = h("div", { class: "kamer nakijk-kamer" }, this.bar.element, this.trouble, this.question, this.help,
      h("div", { class: "werk" }, this.page, this.panel.element), hint, this.live);
  }

  words = ({ start, end }) => this.body.slice(start, end);

  /** The entity at hand, or null. */
  entity = () => (this.start === null ? null : this.review.at(this.start));

  /** The mention at hand. */
  span() {
    return this.entity()?.occurrences.find((one) => one.start === this.start) ?? { start: 0, end: 0 };
  }

  open() {
    const { view, review, panel } = this;
    const handle = (how) => (event) => {
      if (event.target.matches("input, textarea, select") || !how(event, this)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    view.element.addEventListener("keydown", handle(handleReviewKey));
    panel.element.addEventListener("keydown", handle(handleAsideKey));
    view.element.addEventListener("click", (event) => {
      const bracket = event.target.closest(".haak");
      if (bracket) this.select(Number(bracket.dataset.coding.slice(1)));
      else if (this.selecting.empty) this.point(view.spanOf(event.target));
    });
    this.selecting.addEventListener("moved", (event) => this.moved(event.detail.by));
    review.addEventListener("change", (event) => this.changed(event.detail));
    review.addEventListener("status", (event) => this.bar.say(event.detail.status));
    review.addEventListener("trouble", (event) => this.complain(event.detail));
    this.leaving = (event) => { if (review.pending.length) event.preventDefault(); };
    addEventListener("beforeunload", this.leaving);
    this.showAll();
    view.start();
    if (review.problems.length) this.complain({ problems: review.problems, dropped: 0 });
    this.unwatch = review.watch();
    this.seekNet();
    document.fonts.ready.then(() => this.selecting.drawCaret());
    this.focusText();
    if (review.undecided.length) this.act.open(1, { after: -1 });
  }

  close() {
    this.unwatch?.();
    this.view.stop();
    this.selecting.stop();
    CSS.highlights?.delete("paraplu-vondst");
    removeEventListener("beforeunload", this.leaving);
    this.closed = true;
  }

  async seekNet() {
    this.panel.tellNet(V.netSeeking);
    let found = null;
    for (let turn = 0; !found && !this.closed && turn < PATIENCE; turn += 1) { // the first time takes a while
      found = await get(`${this.review.path}/net`).catch(() => null);
    }
    if (this.closed) return;
    if (!found) return this.panel.tellNet(V.netFailed);
    const spans = (pairs) => pairs.map(([start, end]) => ({ start, end }));
    [this.cast, this.passages] = [spans(found.net), spans(found.passages)];
    return this.showAll();
  }

  /** Show everything as it is decided now. */
  showAll() {
    const { review, selecting } = this;
    const { mentions } = review;
    this.net = (this.cast ?? []).filter((one) => !mentions.some((other) => other.start < one.end && other.end > one.start));
    this.view.showReview(mentions, this.net, this.passages);
    if (this.wanted !== null && review.at(this.wanted)) {
      this.start = this.wanted;
      selecting.set(this.wanted);
      this.wanted = null;
    }
    if (this.start !== null && !this.entity()) this.start = null;
    this.showCurrent();
    this.bar.tally();
    this.panel.tellLog(review.log);
    if (this.cast) this.panel.tellNet(V.netCount(this.net.length), { net: this.net.length, passages: this.passages.length });
    selecting.show();
  }

  showCurrent() {
    const now = this.entity();
    const net = now ? null : this.under(this.net);
    const passage = now || net ? null : this.under(this.passages);
    const [letter, at] = now ? ["v", this.start] : net ? ["n", net.start] : ["p", passage?.start];
    this.view.setCurrent(at === undefined ? null : `${letter}${at}`);
    if (now) {
      const place = now.occurrences.findIndex((one) => one.start === this.start);
      this.panel.showEntity(now, { place, others: this.othersOf(now) });
    } else if (net) this.panel.showNet(this.words(net));
    else if (passage) this.panel.showPassage(this.words(passage));
    else this.panel.showNothing();
    this.panel.list(this.review.entities, now);
  }

  changed({ elsewhere }) {
    if (elsewhere) this.say(V.elsewhere);
    if (elsewhere && this.trouble.hidden) this.told(V.elsewhere);
    this.showAll();
    if (this.outcome.element) this.outcome.show();
  }

  /** Where the words of an entity stand outside every mention: [[form, spans], …]. */
  othersOf(entity) {
    if (entity.status === "afgewezen") return [];
    const { mentions } = this.review;
    return formsOf(entity, this.words).map(([form]) => [form, standsElsewhere(this.body, mentions, form)]).filter(([, spans]) => spans.length);
  }

  /** The piece of net or the passage at the caret, or null. */
  under(spans) {
    const at = this.selecting.range.start;
    return spans.find((one) => one.start <= at && one.end > at) ?? null;
  }

  /** Take the mention that begins at a place in hand. */
  select(start, { stay = false, told = "" } = {}) {
    if (!this.review.at(start)) return;
    this.outcome.leave();
    this.start = start;
    this.view.reveal(start, "center");
    this.quietly(() => this.selecting.set(start));
    this.showCurrent();
    if (!stay && this.panel.listElement.contains(document.activeElement) === false && document.activeElement?.matches("body, .tekst")) this.focusText();
    this.say([told, V.spoken(this.words(this.span()), this.entity())].filter(Boolean).join(" "));
  }

  /** Take in hand what was tapped; not every browser moves its caret there. */
  point(span) {
    const at = this.selecting.focus;
    if (!span || (span.start <= at && at < span.end)) return;
    this.start = span.entity ? span.start : null;
    this.quietly(() => this.selecting.set(span.start));
    this.showCurrent();
  }

  /** Go to a piece of net or a passage. */
  goTo(span, spoken) {
    this.outcome.leave();
    this.start = null;
    this.view.reveal(span.start, "center");
    this.quietly(() => this.selecting.set(span.start));
    this.showCurrent();
    this.focusText();
    this.say(spoken(this.words(span)));
  }

  /** Move the caret without taking something else in hand. */
  quietly(act) {
    this.quiet = true;
    act();
    this.quiet = false;
    const elsewhere = document.activeElement !== this.view.element;
    if (elsewhere) document.getSelection().removeAllRanges(); // it would bring the old place back
  }

  /** The caret moved: the mention or net under it comes to hand. */
  moved(by) {
    this.placePill();
    if (this.quiet) return;
    const { selecting } = this;
    if (by === "keys") this.view.reveal(selecting.focus);
    if (!selecting.empty) {
      if (by === "keys") this.say(W.selected(this.words(selecting.range)));
      return;
    }
    this.trail.length = 0;
    const at = selecting.focus;
    const here = this.review.mentions.find((one) => one.start <= at && one.end > at);
    this.start = here?.start ?? null;
    this.showCurrent();
    if (by === "keys") this.read(here);
  }

  read(mention) {
    const { selecting, places } = this;
    const turn = this.view.turns[places.turnAt(selecting.focus)];
    if (mention?.start === selecting.focus) this.say(V.spoken(this.words(mention), mention.entity));
    else if (turn && selecting.focus === turn.start) this.say(`${V.turn(turn.number, turn.speaker)}. ${this.words(turn)}`);
    else if (turn) this.say(this.words({ start: selecting.focus, end: Math.min(turn.end, places.next(selecting.focus, "word")) }));
  }

  say(text) {
    fill(this.live, text);
  }

  /** Choose one of these, beside the place at hand. */
  choose_(title, items, query, choose, left = () => {}) {
    this.pill.hidden = true;
    this.picker.codes = items;
    const done = (one) => {
      this.focusText();
      choose(one);
    };
    this.picker.open({ title, query, at: this.anchorPoint(), choose: done, closed: () => { left(); this.focusText(); } });
    this.selecting.paint();
  }

  anchorPoint() {
    const { selecting } = this;
    const span = selecting.empty ? this.span() : selecting.range;
    const rect = (span.end ? [...selecting.domRange(span).getClientRects()].at(-1) : null) ?? selecting.rectOf(selecting.focus);
    const box = this.page.getBoundingClientRect();
    if (!rect) return { x: 0, y: 0 };
    const em = parseFloat(getComputedStyle(this.page).fontSize);
    return { x: Math.max(0, Math.min(rect.left - box.left, box.width - NARROW * em)), y: rect.bottom - box.top + 6 };
  }

  placePill() {
    this.pill.hidden = this.selecting.empty || this.picker.isOpen;
    if (this.pill.hidden) return;
    const { range } = this.selecting;
    const there = this.review.mentions.filter((one) => one.entity.status !== "afgewezen" && one.start < range.end && one.end > range.start);
    fill(this.pill, there.length === 1 ? V.wholeName : V.replace, h("kbd", { "aria-hidden": "true" }, "Enter"));
    const rect = [...this.selecting.domRange().getClientRects()].at(-1);
    const box = this.sheet.getBoundingClientRect();
    if (!rect) return;
    this.pill.style.setProperty("--x", `${Math.round(Math.max(0, Math.min(rect.right - box.left, box.width - 170)))}px`);
    this.pill.style.setProperty("--y", `${Math.round(rect.bottom - box.top + 6)}px`);
  }

  complain({ problems, dropped, offline }) {
    const lines = offline ? [V.offline] : [...problems.map(sentences), dropped > 1 ? V.dropped(dropped) : ""];
    this.told(...lines.filter(Boolean));
  }

  /** Show lines above the text until they are closed. */
  told(...lines) {
    this.trouble.hidden = false;
    fill(this.trouble, lines.map((line) => h("p", {}, line)),
      h("button", { type: "button", class: "knop klein", onclick: () => { this.trouble.hidden = true; this.focusText(); } }, V.close));
  }

  askFinish() {
    this.question.hidden = false;
    fill(this.question, h("p", {}, V.stillOpen(this.review.undecided.length)), h("div", { class: "knoppen" },
      h("button", { type: "button", class: "knop klein hoofd", onclick: () => this.act.finish({ sure: true }) }, V.finishAnyway),
      h("button", { type: "button", class: "knop klein", onclick: () => { this.closeAsk(); this.act.open(1, { after: -1 }); } }, V.readOn)));
    this.question.querySelector("button:last-child").focus();
  }

  closeAsk() {
    if (this.question.hidden) return;
    this.question.hidden = true;
    this.focusText();
  }

  focusText() {
    if (this.outcome.element) return this.outcome.element.focus({ preventScroll: true });
    this.view.element.focus({ preventScroll: true });
    this.selecting.show();
    return this.placePill();
  }

  makeHelp() {
    const close = () => this.toggleHelp();
    return h("section", { class: "toetsen", hidden: true, "aria-label": W.help, tabindex: "-1", onkeydown: (event) => {
      if (event.key === "Escape") close();
      event.stopPropagation();
    } },
    h("div", { class: "toetsen-kop" }, h("h2", {}, W.help),
      h("label", { class: "vink" }, h("input", { type: "checkbox", checked: true, onchange: (event) => { this.keysOn = event.target.checked; } }),
        h("span", {}, W.keysOn)),
      h("button", { type: "button", class: "knop klein", onclick: close }, V.close)),
    h("div", { class: "toetsen-lijst" }, HELP.map(([title, rows]) => h("div", {}, h("h3", {}, title),
      h("dl", {}, rows.map(([keyName, what]) => h("div", {}, h("dt", {}, h("kbd", {}, keyName)), h("dd", {}, what))))))));
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    if (this.help.hidden) this.focusText();
    else this.help.focus();
  }
}
