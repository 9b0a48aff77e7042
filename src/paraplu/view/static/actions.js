// What a coder can do in a transcript; every way in (keys, mouse, touch, list) ends here.

import { findAll } from "./searching.js";
import { W, brief } from "./words.js";

/** Make the actions of a room (see transcript.js). */
export function makeActions(room) {
  const act = { ...(room.readOnly ? reading(room) : coding(room)), ...moving(room), ...searching(room) };
  act.forPanel = {
    choose: (id) => room.choose(id), set: act.set, memo: act.saveMemo, counter: act.setCounter,
    again: act.again, recode: act.recode, borders: act.borders, remove: act.remove,
  };
  return act;
}

function passage(room) {
  const { selecting, places } = room;
  if (selecting.empty) {
    const sentence = places.grow(places.grow({ start: selecting.focus, end: selecting.focus }));
    selecting.set(sentence.start, sentence.end);
  }
  return places.trim(selecting.range);
}

function pick(room, { title, query, choose }) {
  const { picker, selecting } = room;
  room.pill.hidden = true;
  picker.open({
    title, query, at: room.anchorPoint(), closed: () => room.focusText(),
    choose: (code) => { choose(code); room.focusText(); },
  });
  selecting.paint();
}

/** One word, sentence or stretch gets a code; codes, borders and attributes change. */
function coding(room) {
  const { session, selecting } = room;
  const exact = ({ start, end }) => room.body.slice(start, end);
  const nameOf = (id) => room.codebook.codes.get(id)?.name ?? id;

  function addTo(span, code) {
    const id = session.add({ ...span, exact: exact(span), code: code.id });
    selecting.set(span.start);
    room.choose(id, { move: false });
    room.say(W.coded(code.name));
  }

  const act = {
    code(query) {
      if (room.settingBorders()) return act.saveBorders();
      const now = room.current();
      if (selecting.empty && now && !query) return act.again();
      const span = passage(room);
      if (span.end <= span.start) return null;
      return pick(room, { title: W.chooseFor(brief(exact(span))), query, choose: (code) => addTo(span, code) });
    },
    again() {
      const now = room.current();
      if (!now) return;
      const span = { start: now.start, end: now.end };
      pick(room, { title: W.chooseFor(brief(exact(span))), query: "", choose: (code) => addTo(span, code) });
    },
    recode() {
      const now = room.current();
      if (!now) return;
      pick(room, { title: W.recodeFrom(nameOf(now.code)), query: "", choose: (code) => {
        if (code.id !== now.code) session.revise(now.id, { code: code.id });
        room.say(W.recoded(code.name));
      } });
    },
    borders() {
      const now = room.current();
      if (!now) return;
      room.bordersOf = now.id;
      room.view.element.focus({ preventScroll: true });
      selecting.set(now.start, now.end);
      room.placePill();
      room.say(W.bordersHint);
    },
    saveBorders() {
      const id = room.bordersOf;
      const span = room.places.trim(selecting.range);
      room.bordersOf = null;
      const now = session.get(id);
      if (now && span.end > span.start && (span.start !== now.start || span.end !== now.end)) {
        session.revise(id, { ...span, exact: exact(span) });
        room.say(W.bordersSet);
      }
      selecting.set(span.start);
      room.choose(id, { move: false });
      room.focusText();
      room.soon();
    },
    remove(id) {
      const now = typeof id === "string" ? session.get(id) : room.current();
      if (!now) return;
      session.remove(now.id);
      room.say(W.removed(nameOf(now.code)));
    },
    set(name, value) {
      const now = room.current();
      if (!now) return;
      session.revise(now.id, { attributes: { [name]: value } });
      room.say(W.set(name, value || W.none));
    },
    flip() {
      const now = room.current();
      if (now) act.setCounter(!now.counter);
    },
    setCounter(counter) {
      if (!room.current()) return;
      session.revise(room.currentId, { counter });
      room.say(W.set(W.counterShort, counter ? "ja" : "nee"));
    },
    memo() {
      if (!room.current()) return;
      room.now();
      room.panel.memo.focus();
    },
    saveMemo(memo) {
      const now = room.current();
      if (now && now.memo !== memo) session.revise(now.id, { memo });
    },
    undo() {
      const id = session.undo();
      if (id) room.choose(id, { move: Boolean(session.get(id)) });
      room.say(id ? W.undoneStep : W.nothingToUndo);
    },
    redo() {
      const id = session.redo();
      if (id) room.choose(id, { move: Boolean(session.get(id)) });
      room.say(id ? W.redoneStep : W.nothingToRedo);
    },
  };
  return act;
}

/** Who only reads is told so. */
function reading(room) {
  const tell = () => room.say(W.notYours);
  const names = ["code", "again", "recode", "borders", "saveBorders", "remove", "set", "flip", "setCounter", "memo", "saveMemo", "undo", "redo"];
  return Object.fromEntries(names.map((name) => [name, tell]));
}

/** Going to other places: open turns, codings, out of a selection. */
function moving(room) {
  const { selecting } = room;
  return {
    uncoded(way) {
      const open = room.openTurns();
      const at = selecting.focus;
      const found = way === "next"
        ? (open.find((turn) => turn.start > at) ?? open[0])
        : (open.findLast((turn) => turn.start < at) ?? open.at(-1));
      if (!found) room.say(W.allCoded);
      else room.goTo(found.start);
    },
    along(step) {
      const all = room.shown();
      if (!all.length) return;
      let here = all.findIndex((one) => one.id === room.currentId);
      if (here < 0) here = all.findIndex((one) => one.start >= selecting.focus) - (step > 0 ? 1 : 0);
      const there = all[Math.max(0, Math.min(all.length - 1, here + step))];
      room.choose(there.id);
    },
    escape() {
      if (!room.settingBorders() && selecting.empty) return false;
      room.bordersOf = null;
      selecting.set(selecting.range.start);
      return true;
    },
    showCoder(coder, on) {
      if (on) room.shownCoders.add(coder);
      else room.shownCoders.delete(coder);
      room.showAll();
    },
    help() {
      room.help.hidden = !room.help.hidden;
      if (room.help.hidden) room.focusText();
      else room.help.focus();
    },
    closeHelp() {
      room.help.hidden = true;
      room.focusText();
    },
  };
}

/** Looking for words in the text. */
function searching(room) {
  let hits = [];
  let place = -1;
  let asked = "";
  return {
    search() {
      room.toolbar.input.focus();
      room.toolbar.input.select();
    },
    leave() {
      room.focusText();
    },
    find(query, step) {
      if (query !== asked) {
        hits = findAll(room.body, room.places.turns, query);
        place = step ? hits.findIndex((hit) => hit.start >= room.selecting.range.start) - 1 : -1;
        asked = query;
        CSS.highlights?.set("paraplu-vondst", new Highlight(...hits.slice(0, 500).map((hit) => room.selecting.domRange(hit))));
      }
      if (hits.length) {
        place = (place + (step || 1) + hits.length) % hits.length;
        const hit = hits[place];
        room.view.reveal(hit.start, "center");
        room.selecting.set(hit.start, hit.end);
      }
      room.toolbar.hits.textContent = query.trim() ? W.hits(place + 1, hits.length) : "";
    },
  };
}
