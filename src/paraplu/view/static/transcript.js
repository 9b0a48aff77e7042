// The transcript view: the text in the middle, its codes beside it. The same in app and notebook.

import { makeActions } from "./actions.js";
import { fill, h } from "./dom.js";
import { readCodebook } from "./families.js";
import { Handles } from "./handles.js";
import { handleKey, handleListKey } from "./keys.js";
import { Panel } from "./panel.js";
import { Picker } from "./picker.js";
import { Places } from "./places.js";
import { Selecting } from "./selection.js";
import { Session } from "./session.js";
import { Body } from "./spans.js";
import { TextView } from "./text.js";
import { Toolbar, makeHelp } from "./toolbar.js";
import { W, brief, sentences } from "./words.js";

const NARROW = 22;

/**
 * Show an interview in an element, ready to be coded.
 * `transport` is {load(), send({doc, events}), state()}; `codebook` as the API gives it; `reload`
 * shows everything anew after the text was corrected.
 * Returns {session, goTo(start, end), close()}.
 */
export async function createTranscript(element, { codebook, transport, coder, keys = true, watch = 2000, reload = () => location.reload() }) {
  const session = new Session({ transport, coder });
  const loaded = await session.open();
  const room = new Room({ session, loaded, codebook: readCodebook(codebook), coder, keys, reload });
  fill(element, room.element);
  element.classList.add("paraplu");
  room.start(watch);
  return room;
}

class Room {
  constructor({ session, loaded, codebook, coder, keys, reload }) {
    const readOnly = loaded.mine === false;
    Object.assign(this, { session, loaded, codebook, coder, reload, readOnly, keysOn: keys, trail: [], bordersOf: null });
    this.body = new Body(loaded.body);
    this.places = new Places(this.body, loaded.turns);
    this.shownCoders = new Set([coder]);
    this.view = new TextView({ body: this.body, turns: loaded.turns, restrictions: loaded.restrictions, codebook, coder });
    this.view.element.setAttribute("aria-label", W.transcript(loaded.id));
    this.selecting = new Selecting(this.view, this.places);
    this.picker = new Picker(codebook, `kies-${loaded.id}`);
    this.act = makeActions(this);
    this.handles = new Handles({ selecting: this.selecting, places: this.places, act: this.act });
    this.panel = new Panel({ codebook, coder, turnOf: (offset) => this.turnNumber(offset), placed: (coding) => this.placed(coding), act: this.act.forPanel, readOnly, download: session.transport.csv });
    this.toolbar = new Toolbar({ title: loaded.id, memo: session.transport.memo, coder, coders: [...new Set([coder, ...Object.keys(loaded.codings)])], act: this.act });
    this.help = makeHelp({ close: () => this.act.closeHelp(), keys, toggle: (on) => { this.keysOn = on; } });
    this.live = h("p", { class: "alleen-voorlezen", role: "status" });
    this.trouble = h("div", { class: "melding", hidden: true, role: "alert" });
    this.pill = h("button", { type: "button", class: "knop pil", hidden: true, onclick: () => this.act.code("") },
      W.code, h("kbd", { "aria-hidden": "true" }, "Enter"));
    const hint = h("p", { class: "alleen-voorlezen", id: `uitleg-${loaded.id}` }, W.hint);
    this.view.element.setAttribute("aria-describedby", hint.id);
    this.page = h("div", { class: "blad" }, this.view.element, this.pill, this.picker.element);
    this.element = h("div", { class: "kamer" }, this.toolbar.element, this.trouble, this.help,
      h("div", { class: "werk" }, this.page, this.panel.element), hint, this.live);
  }

  // What keys.js asks of a room.
  current = () => this.session.get(this.currentId);

  singleKeys = () => this.keysOn;

  settingBorders = () => this.bordersOf !== null;

  start(watch) {
    const { view, session, selecting } = this;
    view.element.addEventListener("keydown", (event) => {
      if (!handleKey(event, this)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.panel.element.addEventListener("keydown", (event) => {
      if (event.target.matches("input, textarea")) return;
      const listed = event.target.dataset.coding;
      if (listed && listed !== this.currentId && event.key.length === 1) this.choose(listed, { move: false });
      if (handleListKey(event, this)) event.preventDefault();
    });
    view.element.addEventListener("click", (event) => {
      const bracket = event.target.closest(".haak");
      if (bracket) this.choose(bracket.dataset.coding);
    });
    selecting.addEventListener("moved", (event) => this.moved(event.detail.by));
    session.addEventListener("change", (event) => this.changed(event.detail));
    session.addEventListener("status", (event) => this.toolbar.say(event.detail));
    session.addEventListener("trouble", (event) => this.complain(event.detail));
    this.leaving = (event) => { if (session.pending.length) event.preventDefault(); };
    window.addEventListener("beforeunload", this.leaving);
    this.resized = new ResizeObserver(() => this.placeHandles());
    this.resized.observe(view.element);
    this.showAll();
    view.start();
    const astray = this.shown().filter((one) => !this.placed(one)).length;
    const told = [this.readOnly && { seen: W.notYours }, astray && { seen: W.astray(astray) }, ...(this.loaded.problems ?? [])].filter(Boolean);
    if (told.length) this.complain({ problems: told });
    if (watch) this.unwatch = session.watch(watch);
  }

  close() {
    this.unwatch?.();
    cancelAnimationFrame(this.frame);
    this.resized.disconnect();
    this.view.stop();
    this.selecting.stop();
    const done = () => {
      if (this.session.pending.length) return;
      window.removeEventListener("beforeunload", this.leaving);
      this.session.removeEventListener("status", done);
    };
    this.session.addEventListener("status", done); // what waits is still sent, and still warned about
    done();
  }

  shown() {
    return [...this.shownCoders].flatMap((coder) => this.session.of(coder))
      .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  }

  find(id) {
    return this.session.get(id) ?? this.shown().find((coding) => coding.id === id) ?? null;
  }

  showAll() {
    const codings = this.shown();
    this.view.show(codings);
    this.panel.list(codings);
    this.soon();
  }

  changed({ ids, elsewhere }) {
    if (elsewhere) this.say(W.elsewhere);
    if (ids === null) this.showAll();
    else for (const id of ids) this.changeOne(id);
    if (!this.find(this.currentId)) this.currentId = null;
    this.view.setCurrent(this.currentId);
    this.soon();
  }

  /** Show what changed in the next frame, once, with one look at the layout. */
  soon() {
    this.frame ??= requestAnimationFrame(() => this.draw());
  }

  /** Show at once what waits for the next frame: somebody goes on with it. */
  now() {
    if (this.frame == null) return;
    cancelAnimationFrame(this.frame);
    this.draw();
  }

  draw() {
    this.frame = null;
    this.view.drawStale();
    this.panel.show(this.find(this.currentId));
    this.tally();
    setTimeout(() => { // the layout is known by then: looking costs nothing
      this.panel.follow();
      this.selecting.show();
      this.placeHandles();
    });
  }

  changeOne(id) {
    const coding = this.session.get(id);
    this.view.change(id, coding);
    let before = null;
    if (coding) {
      const all = this.shown();
      before = all[all.findIndex((one) => one.id === id) + 1]?.id;
    }
    this.panel.change(id, coding, before);
  }

  tally() {
    const open = new Set(this.openTurns());
    const all = this.view.turns.filter((turn) => turn.role === "R");
    for (const turn of all) turn.element.classList.toggle("open", open.has(turn));
    const text = W.progress(all.length - open.size, all.length);
    if (this.toolbar.progress.textContent !== text) fill(this.toolbar.progress, text);
  }

  /** Turns of respondents in which this coder coded nothing. */
  openTurns() {
    const coded = new Set(this.session.own.flatMap((coding) => this.view.touched(coding)));
    return this.view.turns.filter((turn) => turn.role === "R" && !coded.has(turn));
  }

  choose(id, { move = true } = {}) {
    const coding = this.find(id);
    this.currentId = coding?.id ?? null;
    this.view.setCurrent(this.currentId);
    this.soon();
    if (coding && move) {
      this.view.reveal(coding.start, "center");
      this.quiet = true;
      this.selecting.set(coding.start);
      this.quiet = false;
    }
  }

  /** Whether the words of a coding still stand where it says, which a correction may have undone. */
  placed(coding) {
    return coding.end <= this.body.length && this.body.slice(coding.start, coding.end) === coding.exact;
  }

  /** The caret or selection moved: the coding under the caret comes to hand. */
  moved(by) {
    const { selecting } = this;
    this.placePill();
    if (this.settingBorders()) this.placeHandles();
    if (this.quiet || this.settingBorders()) return;
    if (by === "keys") this.view.reveal(selecting.focus);
    if (selecting.empty) {
      this.trail.length = 0;
      const at = selecting.focus;
      const here = this.session.own.filter((one) => one.start <= at && one.end > at);
      const inner = here.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
      const stays = here.find((one) => one.id === this.currentId);
      this.choose((stays ?? inner)?.id ?? null, { move: false });
    }
    if (by === "keys") this.read();
  }

  /** Say what a screen reader could not know: what is selected, or the words at the caret. */
  read() {
    const { selecting, places } = this;
    if (!selecting.empty) {
      const text = this.body.slice(selecting.range.start, selecting.range.end);
      this.say(W.selected(text.length > 120 ? `${text.slice(0, 60)} … ${text.slice(-40)}` : text));
      return;
    }
    const turn = this.view.turns[places.turnAt(selecting.focus)];
    if (selecting.focus === turn.start) {
      const who = turn.role === "I" ? W.interviewer : W.respondent;
      this.say(`${W.turn(turn.number, who)}. ${this.body.slice(turn.start, turn.end)}`);
      return;
    }
    const end = Math.min(turn.end, places.next(selecting.focus, "word"));
    this.say(this.body.slice(selecting.focus, end));
  }

  say(text) {
    fill(this.live, text);
  }

  /** Where something about the selection can stand, seen from the page. */
  anchorPoint() {
    const rects = [...this.selecting.domRange().getClientRects()];
    const last = rects.at(-1) ?? this.selecting.rectOf(this.selecting.focus);
    const box = this.page.getBoundingClientRect();
    if (!last) return { x: 0, y: 0 };
    const em = parseFloat(getComputedStyle(this.page).fontSize);
    const x = Math.max(0, Math.min((rects.at(-1) ? last.right : last.left) - box.left, box.width - NARROW * em));
    return { x, y: last.bottom - box.top + 6 };
  }

  placePill() {
    this.pill.hidden = this.selecting.empty || this.picker.isOpen || this.readOnly || Boolean(this.handles.held);
    if (this.pill.hidden) return;
    fill(this.pill, this.settingBorders() ? W.saveBorders : W.code, h("kbd", { "aria-hidden": "true" }, "Enter"));
    const { x, y } = this.anchorPoint();
    this.pill.style.setProperty("--x", `${Math.round(x)}px`);
    this.pill.style.setProperty("--y", `${Math.round(y)}px`);
  }

  /** Handles at the borders of the own coding at hand, or of the selection that replaces them. */
  placeHandles() {
    const now = this.readOnly ? null : this.current();
    this.handles.place(this.settingBorders() ? this.selecting.range : now);
  }

  complain({ problems = [], lost = 0, gone = [], corrected, waits, over }) {
    if (over) return fill(this.trouble).toggleAttribute("hidden", true);
    const named = gone.filter((one) => one.code)
      .map((one) => W.gone(this.codebook.codes.get(one.code)?.name ?? one.code, brief(one.exact ?? "")));
    const lines = corrected ? [W.corrected] : [W.lost(lost), ...problems.map(sentences), ...new Set(named), waits && W.kept];
    this.trouble.hidden = false;
    fill(this.trouble, lines.filter(Boolean).map((line) => h("p", {}, line)),
      h("button", { type: "button", class: "knop klein", onclick: () => { if (corrected) this.reload(); this.trouble.hidden = true; } },
        corrected ? W.reload : W.close));
    return null;
  }

  focusText() {
    this.view.element.focus({ preventScroll: true });
    this.selecting.show();
    this.placePill();
  }

  goTo(start, end = start) {
    this.view.reveal(start, "center");
    this.view.element.focus({ preventScroll: true });
    this.selecting.set(start, end);
  }

  turnNumber(offset) {
    return this.view.turns[this.places.turnAt(offset)]?.number ?? 0;
  }
}
