// One coder at work on one interview: codings, what still has to be saved, undo and redo.

import { ulids } from "./ulid.js";

const FIELDS = ["start", "end", "exact", "code", "attributes", "memo", "counter"];
const POLL = 2000;
const RETRY = [500, 1000, 2000, 4000, 8000];
const MOST = 200; // events in one message
const ABOUT_EVENTS = /^P(2\d\d|501|502|503|508|511|516)$/; // any other refusal passes: what waits stays
const ABOUT_ALL = /^P(502|503|511)$/; // no event of this interview will be taken

const BLANK = { exact: "", attributes: {}, memo: "", counter: false };
const pick = (coding) => Object.fromEntries(FIELDS.map((field) => [field, coding[field] ?? BLANK[field]]));
const byPlace = (a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);

/**
 * Fires "change" ({detail: {ids}}; ids null when everything may have changed), "status" and
 * "trouble" ({detail: {problems, lost, gone}}: what was not taken, with the codings it was about; or
 * {waits: true} when all of it is still kept, {over: true} when that has passed).
 * `transport` is {load(), send({doc, events}), state()}; a refusal is thrown with `problems`.
 */
export class Session extends EventTarget {
  constructor({ transport, coder, ulid = ulids() }) {
    super();
    Object.assign(this, { transport, coder, ulid });
    this.saved = new Map(); // own codings as the ledger has them
    this.codings = new Map(); // the same with what is pending
    this.graves = new Map(); // removed ones, so that undo can bring them back
    this.others = new Map(); // coder → codings
    this.pending = [];
    this.done = [];
    this.undone = [];
    this.status = "saved";
    this.failures = 0;
    this.refused = null; // {problems, gone} while events are tried one by one
  }

  async open() {
    const loaded = await this.transport.load();
    this.take(loaded);
    return loaded;
  }

  take(loaded) {
    Object.assign(this, { doc: loaded.sha256, interview: loaded.id, state: loaded.state });
    this.body = loaded.body;
    this.others = new Map(Object.entries(loaded.codings).filter(([coder]) => coder !== this.coder));
    this.settle(loaded.codings[this.coder] ?? []);
  }

  /** Take the ledger's codings as saved and put what is pending on top. */
  settle(codings) {
    this.saved = new Map(codings.map((coding) => [coding.id, coding]));
    this.codings = new Map(this.saved);
    for (const event of this.pending) this.apply(event);
  }

  get own() {
    return [...this.codings.values()].sort(byPlace);
  }

  /** The codings of another coder, in order. */
  of(coder) {
    return coder === this.coder ? this.own : [...(this.others.get(coder) ?? [])].sort(byPlace);
  }

  get(id) {
    return this.codings.get(id) ?? null;
  }

  add(fields) {
    const id = this.ulid();
    const whole = { attributes: {}, memo: "", counter: false, ...fields };
    this.act(
      [{ kind: "add", coding: id, fields: whole }],
      [{ kind: "remove", coding: id, fields: {} }],
      [{ kind: "revise", coding: id, fields: whole }],
    );
    return id;
  }

  revise(id, fields) {
    const coding = this.codings.get(id);
    if (!coding) return;
    const before = {};
    for (const key of Object.keys(fields)) before[key] = coding[key] ?? BLANK[key];
    if (fields.attributes) {
      before.attributes = Object.fromEntries(
        Object.keys(fields.attributes).map((name) => [name, coding.attributes[name] ?? ""]),
      );
    }
    this.act([{ kind: "revise", coding: id, fields }], [{ kind: "revise", coding: id, fields: before }]);
  }

  remove(id) {
    const coding = this.codings.get(id);
    if (!coding) return;
    this.act([{ kind: "remove", coding: id, fields: {} }], [{ kind: "revise", coding: id, fields: pick(coding) }]);
  }

  act(forth, back, again = forth) {
    this.done.push({ back, again });
    this.undone = [];
    this.write(forth);
  }

  undo() {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    this.write(step.back);
    return step.back[0].coding;
  }

  redo() {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push(step);
    this.write(step.again);
    return step.again[0].coding;
  }

  write(operations) {
    const events = operations.map((one) => ({ event: this.ulid(), ...one }));
    this.pending.push(...events);
    for (const event of events) this.apply(event);
    this.tell("change", { ids: events.map((event) => event.coding) });
    this.flush();
  }

  apply({ kind, coding: id, fields }) {
    const known = this.codings.get(id) ?? this.graves.get(id);
    if (kind === "remove") {
      if (known) this.graves.set(id, known);
      this.codings.delete(id);
      return;
    }
    const base = known ?? { id, coder: this.coder, attributes: {}, memo: "", counter: false };
    const attributes = { ...base.attributes, ...fields.attributes };
    for (const [name, value] of Object.entries(attributes)) if (value === "") delete attributes[name];
    this.codings.set(id, { ...base, ...fields, attributes });
    this.graves.delete(id);
  }

  async flush() {
    if (this.sending || !this.pending.length) return this.sending;
    clearTimeout(this.timer);
    const events = this.pending.slice(0, this.refused ? 1 : MOST);
    this.mark("saving");
    this.sending = this.transport
      .send({ doc: this.doc, coder: this.coder, events })
      .then((answer) => this.confirmed(events, answer))
      .catch((error) => this.failed(events, error))
      .finally(() => { this.sending = null; });
    await this.sending;
    if (this.pending.length && this.status === "saving") await this.flush();
    return null;
  }

  confirmed(events, answer) {
    const sent = new Set(events.map((event) => event.event));
    this.pending = this.pending.filter((event) => !sent.has(event.event));
    this.failures = 0;
    this.state = answer.state;
    const mine = new Map([...this.codings]);
    this.settle(answer.codings);
    const foreign = this.codings.size !== mine.size || [...mine.keys()].some((id) => !this.codings.has(id));
    if (foreign) this.tell("change", { ids: null });
    if (this.waits) this.tell("trouble", { over: true });
    this.waits = null;
    this.went();
  }

  /** After an answer: on with what is left, or tell what was not taken. */
  went() {
    this.mark(this.pending.length ? "saving" : "saved");
    if (this.pending.length || !this.refused) return;
    const { problems, gone } = this.refused;
    this.refused = null;
    this.done = [];
    this.undone = [];
    this.tell("trouble", { problems: [...problems.values()], lost: gone.length, gone });
  }

  failed(events, error) {
    const problems = error.problems ?? [];
    if (problems.some((one) => ABOUT_EVENTS.test(one.code))) return this.refuse(events, problems);
    const code = problems[0]?.code;
    if (code && code !== this.waits) this.tell("trouble", { problems, lost: 0, waits: true });
    this.waits = code ?? this.waits;
    this.mark("waiting");
    const wait = RETRY[Math.min(this.failures, RETRY.length - 1)];
    this.failures += 1;
    this.timer = setTimeout(() => this.flush(), wait);
    return null;
  }

  /** One wrong event must not take the others along: they are tried one by one. */
  refuse(events, problems) {
    const all = problems.some((one) => ABOUT_ALL.test(one.code));
    const first = this.refused === null;
    this.refused ??= { problems: new Map(), gone: [] };
    if (!all && events.length > 1 && first) return this.mark("saving");
    for (const one of problems) this.refused.problems.set(one.code, one);
    const lost = new Set((all ? this.pending : events).map((event) => event.event));
    this.refused.gone.push(...this.pending.filter((event) => lost.has(event.event))
      .map((event) => ({ ...this.codings.get(event.coding), ...event.fields })));
    this.pending = this.pending.filter((event) => !lost.has(event.event));
    this.settle([...this.saved.values()]);
    this.tell("change", { ids: null });
    return this.went();
  }

  /** Ask now and then whether the ledgers changed elsewhere; returns a function that stops it. */
  watch(interval = POLL) {
    const timer = setInterval(() => this.look(), interval);
    return () => clearInterval(timer);
  }

  /** Look once; takes over what changed in another window or in git. */
  async look() {
    if (this.pending.length || this.sending || document.hidden) return false;
    const seen = await this.transport.state().catch(() => null);
    if (!seen || this.pending.length || this.sending) return false;
    if (seen.sha256 !== this.doc) {
      this.tell("trouble", { problems: [], lost: 0, corrected: true });
      return false;
    }
    const key = JSON.stringify(seen.states ?? {});
    const changed = seen.state !== this.state || (this.known !== undefined && key !== this.known);
    this.known = key;
    if (!changed) return false;
    const loaded = await this.transport.load().catch(() => null);
    if (!loaded || this.pending.length) return false;
    this.take(loaded);
    this.tell("change", { ids: null, elsewhere: true });
    return true;
  }

  mark(status) {
    this.status = status;
    this.tell("status", { status, waiting: this.pending.length, alone: !this.waits });
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
