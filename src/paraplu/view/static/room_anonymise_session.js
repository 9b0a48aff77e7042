// One review as the server has it: steps one after another, each over what was seen.

import { get, post } from "./http.js";

const POLL = 2000;
const byPlace = (a, b) => a.start - b.start;

/** Fires "change" ({elsewhere}), "status" ({status}) and "trouble" ({problems, dropped, offline}). */
export class Review extends EventTarget {
  constructor(interview) {
    super();
    this.path = `/api/anonymise/${encodeURIComponent(interview)}`;
    this.pending = []; // asked and not yet answered, in order
    this.queue = Promise.resolve();
  }

  async open() {
    this.take(await get(this.path));
    return this;
  }

  /** Take over what the server says, with what is still to be asked on top. */
  take(found) {
    const { undo, redo, mentions, entities, ...rest } = found;
    Object.assign(this, rest, { canUndo: undo, canRedo: redo });
    this.entities = entities.map((one) => ({ ...one, occurrences: [...one.occurrences].sort(byPlace) }))
      .sort((a, b) => (a.occurrences[0]?.start ?? -1) - (b.occurrences[0]?.start ?? -1));
    for (const one of this.pending) one.hope?.();
  }

  /** Every mention with its entity, in order of place. */
  get mentions() {
    return this.entities.flatMap((entity) => entity.occurrences.map((one) => ({ ...one, entity }))).sort(byPlace);
  }

  get undecided() {
    return this.entities.filter((one) => one.status === "voorgesteld");
  }

  /** The entity with a mention that begins at a place. */
  at(start) {
    return this.entities.find((one) => one.occurrences.some((mention) => mention.start === start)) ?? null;
  }

  /**
   * Ask for steps. `make` gives them when their turn comes, since numbers change; `hope` shows
   * what will come of it until then. Resolves to whether it was done.
   */
  decide(make, hope = null) {
    return this.ask("steps", () => ({ steps: make() }), hope);
  }

  undo = () => this.ask("undo", () => ({}));

  redo = () => this.ask("redo", () => ({}));

  apply = () => this.ask("apply", () => ({}));

  ask(verb, make, hope = null) {
    const ticket = { hope };
    this.pending.push(ticket);
    if (hope) {
      hope();
      this.tell("change", {});
    }
    this.mark("saving");
    this.queue = this.queue.then(() => this.send(ticket, verb, make));
    return this.queue;
  }

  async send(ticket, verb, make) {
    if (!this.pending.includes(ticket)) return false; // something before it went wrong
    try {
      const asked = make();
      const answer = !asked.steps || asked.steps.length
        ? await post(`${this.path}/${verb}`, { version: this.version, ...asked }) : null;
      this.pending = this.pending.filter((one) => one !== ticket);
      if (answer) this.take(answer);
      this.tell("change", {});
      this.mark(this.pending.length ? "saving" : "saved");
      return true;
    } catch (error) {
      await this.failed(error);
      return false;
    }
  }

  /** Nothing that waits is sent any more: it was meant for what stood there before. */
  async failed(error) {
    const dropped = this.pending.length;
    this.pending = [];
    const found = await get(this.path).catch(() => null);
    if (found) this.take(found);
    this.tell("change", {});
    this.mark(error.problems ? "saved" : "unsaved");
    this.tell("trouble", { problems: error.problems ?? [], dropped, offline: !error.problems });
  }

  watch(interval = POLL) {
    const timer = setInterval(() => this.look(), interval);
    return () => clearInterval(timer);
  }

  /** Look once; takes over what was decided in another window or by the command. */
  async look() {
    if (this.pending.length || document.hidden) return;
    const seen = await get(`${this.path}/state`).catch(() => null);
    const decided = seen && seen.version !== this.version;
    if (!seen || this.pending.length || (!decided && seen.written === this.written)) return;
    const found = await get(this.path).catch(() => null);
    if (!found || this.pending.length) return;
    this.take(found);
    this.mark("saved");
    this.tell("change", { elsewhere: decided });
  }

  mark(status) {
    this.tell("status", { status });
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const LETTER = /[\p{L}\p{N}_]/u;

/** Other places where a word stands by itself, outside every mention: [{start, end}] in order. */
export function standsElsewhere(body, mentions, words) {
  const found = [];
  if (!words.trim()) return found;
  const { text } = body;
  for (let unit = text.indexOf(words); unit >= 0; unit = text.indexOf(words, unit + words.length)) {
    const [before, after] = [text.slice(0, unit).slice(-1), text.slice(unit + words.length, unit + words.length + 1)];
    if (LETTER.test(before) || LETTER.test(after)) continue;
    const start = body.floorUtf16(unit);
    const end = body.floorUtf16(unit + words.length);
    if (!mentions.some((one) => one.start < end && one.end > start)) found.push({ start, end });
  }
  return found;
}
