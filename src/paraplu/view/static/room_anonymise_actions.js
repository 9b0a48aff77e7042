// What a reader can do with a proposal; keys, buttons, mouse and touch all end here.

import { formsOf } from "./room_anonymise_panel.js";
import { KINDS, V, kindOf } from "./room_anonymise_words.js";
import { findAll } from "./searching.js";
import { W } from "./words.js";

const ROLES = ["[respondent]", "[interviewer]"];
const brief = (text) => (text.length > 44 ? `${text.slice(0, 28).trimEnd()} … ${text.slice(-12).trimStart()}` : text);

/** Make the actions of a review room (see room_anonymise_room.js). */
export function makeReviewActions(room) {
  return { ...deciding(room), ...adding(room), ...moving(room), ...looking(room) };
}

/** What the machine would call something of each kind, as choices. */
function kinds(review) {
  const roles = ROLES.map((replacement) => ({
    ...kindOf("PERSON"), id: replacement, name: replacement.slice(1, -1), replacement, definition: V.fresh("PERSON", replacement),
  }));
  const rest = [...KINDS.values()].map((one) => ({ ...one, id: one.label, replacement: "", definition: V.fresh(one.label, review.free[one.label]) }));
  return [rest[0], ...roles, ...rest.slice(1)];
}

/** Entities as choices, by what they are called. */
function others(room, but) {
  const near = (one) => Number(one.label !== but?.label); // of the same kind first
  return room.review.entities.filter((one) => one !== but && one.status !== "afgewezen" && one.occurrences.length)
    .sort((a, b) => near(a) - near(b)).map((one) => {
    const forms = formsOf(one, room.words).map(([form]) => form).join(" · ");
    return {
      ...kindOf(one.label), id: one.replacement, name: one.replacement.slice(1, -1), family: "bekend", familyName: brief(forms),
      replacement: one.replacement, start: one.occurrences[0].start, definition: V.known(forms),
    };
  });
}

function deciding(room) {
  const { review } = room;

  /** Do something with the entity at hand: `steps(number, entity)` when its turn comes. */
  function withCurrent(steps, { said, status = null, on = false } = {}) {
    const now = room.entity();
    if (!now) return room.say(V.nothing);
    const start = room.start;
    const hope = status && (() => {
      const there = review.at(start);
      if (there) there.status = status;
    });
    const told = said?.(now.replacement);
    const asked = review.decide(() => {
      const there = review.at(start);
      return there ? steps(there.number, there) : [];
    }, hope);
    if (told) room.say(told);
    if (on) room.act.open(1, { after: start, told });
    return asked;
  }

  return {
    accept: () => withCurrent((number) => [{ op: "accept", numbers: [number] }], { status: "aanvaard", said: V.accepted, on: true }),
    reject: () => withCurrent((number) => [{ op: "reject", numbers: [number] }], { status: "afgewezen", said: V.rejected, on: true }),
    notHere() {
      const now = room.entity();
      if (!now || now.occurrences.length < 2) return room.act.reject();
      const { start } = room;
      return withCurrent((number, there) => (there.occurrences.length < 2 ? [{ op: "reject", numbers: [number] }] : [
        { op: "split", numbers: [number], starts: [start], replacement: there.replacement.slice(0, 80) },
        { op: "reject", numbers: [number + 1] },
      ]), { said: V.rejected });
    },
    relabel() {
      const now = room.entity();
      if (!now) return room.say(V.nothing);
      return room.choose_(V.chooseKind(brief(room.words(room.span()))), kinds(review), "", (one) => withCurrent(
        (number) => [{ op: "relabel", numbers: [number], label: one.label, replacement: one.replacement }], { said: () => V.changed(one.name) }));
    },
    toReplacement() {
      if (!room.entity()) return room.say(V.nothing);
      room.panel.input?.focus();
      return room.panel.input?.select();
    },
    rename(text) {
      const now = room.entity();
      if (!now) return room.say(V.nothing);
      room.focusText();
      if (text.trim() === now.replacement.slice(1, -1)) return null;
      return withCurrent((number) => [{ op: "rename", numbers: [number], replacement: `[${text.trim()}]` }], { said: () => V.changed(text.trim()) });
    },
    merge() {
      const now = room.entity();
      if (!now) return room.say(V.nothing);
      const known = others(room, now);
      if (!known.length) return room.say(V.noOthers);
      return room.choose_(V.chooseSame(brief(room.words(room.span()))), known, "", (one) => withCurrent((number) => {
        const kept = review.at(one.start);
        return kept && kept.number !== number ? [{ op: "merge", numbers: [kept.number, number] }] : [];
      }, { said: () => V.merged }));
    },
    split() {
      const now = room.entity();
      if (!now || now.occurrences.length < 2) return room.say(now ? V.noOthers : V.nothing);
      const form = room.words(room.span());
      const same = now.occurrences.filter((one) => room.words(one) === form).map((one) => one.start);
      const { start } = room;
      const apart = (starts) => withCurrent((number) => [{ op: "split", numbers: [number], starts }], { said: () => V.apart });
      if (same.length === now.occurrences.length || same.length < 2) return apart([start]);
      const kind = { ...kindOf(now.label), familyName: "" };
      return room.choose_(V.chooseSplit(now.replacement), [
        { ...kind, id: "een", name: V.onlyHere, starts: [start] }, { ...kind, id: "alle", name: V.everyForm(form, same.length), starts: same },
      ], "", (one) => apart(one.starts));
    },
    undo() {
      if (!review.canUndo && !review.pending.length) return room.say(W.nothingToUndo);
      return review.undo().then((done) => done && room.say(V.undone));
    },
    redo() {
      if (!review.canRedo && !review.pending.length) return room.say(W.nothingToRedo);
      return review.redo().then((done) => done && room.say(V.redone));
    },
    finish({ sure = false } = {}) {
      const second = review.state !== "machine";
      if (review.undecided.length && !second && !sure) return room.askFinish();
      room.closeAsk();
      return review.decide(() => [{ op: "finish" }]).then((done) => done && room.say(second ? V.finishedSecond : V.finished));
    },
    apply: () => review.apply().then((done) => done && room.told(V.applied(review.id, review.key))),
  };
}

function adding(room) {
  const { review, selecting, places } = room;

  function addAt(span, one) {
    room.wanted = span.start;
    return review.decide(() => [{ op: "add", ...span, label: one.label, replacement: one.replacement }])
      .then((done) => done && room.say(V.added));
  }

  return {
    /** Replace what is selected, the piece of net at hand, or the word at the caret. */
    add(query) {
      const made = selecting.empty;
      let span = made ? room.under(room.net) : places.trim(selecting.range);
      if (!span) {
        if (room.entity()) return room.act.accept();
        span = places.grow({ start: selecting.focus, end: selecting.focus });
      }
      if (span.end <= span.start) return null;
      if (places.turnAt(span.start) !== places.turnAt(span.end - 1)) return room.told(V.twoTurns);
      const there = review.mentions.filter((one) => one.entity.status !== "afgewezen" && one.start < span.end && one.end > span.start);
      if (there.length > 1) return room.say(V.twoThere);
      if (there.length === 1) return room.act.borders(there[0], span);
      selecting.set(span.start, span.end);
      const items = [...kinds(review), ...others(room, null)];
      return room.choose_(V.chooseFor(brief(room.words(span))), items, query, (one) => addAt(span, one),
        () => made && selecting.set(span.start));
    },
    borders(mention, span) {
      if (mention.start === span.start && mention.end === span.end) return room.select(mention.start);
      room.wanted = span.start;
      selecting.set(span.start);
      return review.decide(() => {
        const there = review.at(mention.start);
        return there ? [{ op: "borders", numbers: [there.number], starts: [mention.start], ...span }] : [];
      }).then((done) => done && room.say(V.changed(room.words(span))));
    },
    /** Also replace the words of the entity at hand where they stand outside it. */
    everywhere() {
      const now = room.entity();
      const spans = now ? room.othersOf(now).flatMap(([, found]) => found) : [];
      if (!spans.length) return room.say(now ? V.noOthers : V.nothing);
      return review.decide(() => spans.map((span) => ({ op: "add", ...span, label: now.label, replacement: now.replacement })))
        .then((done) => done && room.say(V.added));
    },
  };
}

function moving(room) {
  const { review, selecting } = room;

  function along(spans, way) {
    const at = selecting.range.start;
    return way > 0 ? (spans.find((one) => one.start > at) ?? spans[0]) : (spans.findLast((one) => one.start < at) ?? spans.at(-1));
  }

  return {
    choose: (start, options) => room.select(start, options),
    /** To the next (1) or previous (-1) entity that is open, seen from its first mention. */
    open(way, { after = selecting.focus, told = "" } = {}) {
      const firsts = review.undecided.map((one) => one.occurrences[0]?.start).filter((start) => start !== undefined);
      const found = way > 0 ? (firsts.find((start) => start > after) ?? firsts[0]) : (firsts.findLast((start) => start < after) ?? firsts.at(-1));
      if (found === undefined) room.say([told, V.allDecided].filter(Boolean).join(" "));
      else room.select(found, { told });
    },
    occurrence(way) {
      const now = room.entity();
      if (!now) return room.say(V.nothing);
      const all = now.occurrences;
      const here = all.findIndex((one) => one.start === room.start);
      return room.select(all[(here + way + all.length) % all.length].start);
    },
    net(way) {
      const found = along(room.net, way);
      return found ? room.goTo(found, V.spokenNet) : room.say(V.noNet);
    },
    /** To the next or previous sentence that may tell who somebody is. */
    passage(way) {
      const found = along(room.passages, way);
      return found ? room.goTo(found, V.spokenPassage) : room.say(V.noPassages);
    },
    escape() {
      if (!selecting.empty) selecting.set(selecting.range.start);
      else return false;
      return true;
    },
    toText: () => room.focusText(),
    help: () => room.toggleHelp(),
    outcome: () => room.outcome.toggle(),
  };
}

/** Looking for words in the raw text. */
function looking(room) {
  let [hits, place, asked] = [[], -1, ""];
  return {
    search() {
      room.bar.input.focus();
      room.bar.input.select();
    },
    find(query, step) {
      if (query !== asked) {
        [hits, place, asked] = [findAll(room.body, room.places.turns, query), -1, query];
        CSS.highlights?.set("paraplu-vondst", new Highlight(...hits.slice(0, 500).map((hit) => room.selecting.domRange(hit))));
      }
      if (hits.length) {
        room.outcome.leave();
        place = (place + (step || 1) + hits.length) % hits.length;
        room.view.reveal(hits[place].start, "center");
        room.selecting.set(hits[place].start, hits[place].end);
      }
      room.bar.tellHits(query.trim() ? place + 1 : null, hits.length);
    },
  };
}
