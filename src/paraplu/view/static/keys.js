// What the keys do when the text has the focus.

import { attributesOf } from "./families.js";

const LETTER = /^[\p{L}\p{N}]$/u;

/** Where an arrow leads: [way, grain] or null. */
function step(event) {
  const wide = event.ctrlKey || event.metaKey;
  const sideways = { ArrowLeft: "previous", ArrowRight: "next" }[event.key];
  if (sideways) return [sideways, wide || event.altKey ? "word" : "grapheme"];
  const way = { ArrowUp: "previous", ArrowDown: "next" }[event.key];
  if (way) return [way, wide ? "turn" : event.altKey ? "sentence" : "line"];
  const page = { PageUp: "previous", PageDown: "next" }[event.key];
  return page ? [page, "turn"] : null;
}

function move(event, { selecting, places }) {
  const found = step(event);
  if (found) {
    const [way, grain] = found;
    if (grain === "line") {
      selecting.line(way === "next" ? "forward" : "backward", event.shiftKey);
      return true;
    }
    const from = selecting.focus;
    if (!event.shiftKey && !selecting.empty && grain === "grapheme") {
      const { start, end } = selecting.range;
      selecting.set(way === "next" ? end : start);
      return true;
    }
    const to = places[way](from, grain);
    selecting.set(event.shiftKey ? selecting.anchor : to, to);
    return true;
  }
  if (event.key !== "Home" && event.key !== "End") return false;
  const turns = places.turns;
  const wide = event.ctrlKey || event.metaKey;
  const turn = wide ? turns[event.key === "Home" ? 0 : turns.length - 1] : turns[places.turnAt(selecting.focus)];
  const to = event.key === "Home" ? turn.start : turn.end;
  selecting.set(event.shiftKey ? selecting.anchor : to, to);
  return true;
}

function grow(event, { selecting, places, trail }) {
  if (event.key !== " ") return false;
  if (event.shiftKey) {
    const back = trail.pop();
    if (back) selecting.set(back.start, back.end);
    return true;
  }
  const larger = places.grow(selecting.range);
  trail.push(selecting.range);
  selecting.set(larger.start, larger.end);
  return true;
}

/** Ctrl or Command with a letter; others are left to the browser. */
function withControl(event, act) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === "z") (event.shiftKey ? act.redo : act.undo)();
  else if (key === "y") act.redo();
  else return false;
  return true;
}

function attribute(event, { act, current, codebook }) {
  const coding = current();
  if (!coding) return false;
  const pressed = event.key === "=" ? "+" : event.key === "−" ? "-" : event.key;
  for (const one of attributesOf(codebook, codebook.codes.get(coding.code))) {
    const hit = one.values.find((value) => value.key === pressed);
    if (hit) {
      act.set(one.id, coding.attributes[one.id] === hit.value ? "" : hit.value);
      return true;
    }
  }
  return false;
}

function command(event, act) {
  const does = {
    n: () => act.uncoded("next"), N: () => act.uncoded("previous"), c: act.recode, g: act.borders, m: act.memo,
    t: act.flip, j: () => act.along(1), k: () => act.along(-1), "/": act.search, "?": act.help,
    Delete: act.remove, Backspace: act.remove,
  }[event.key];
  if (!does) return false;
  does();
  return true;
}

/** Handle a key on a coding in the list: its attributes and what can be done with it. */
export function handleListKey(event, room) {
  if (withControl(event, room.act)) return true;
  if (event.ctrlKey || event.metaKey || event.altKey || !room.singleKeys()) return false;
  return attribute(event, room) || command(event, room.act);
}

/** Handle a key on the text; true when it meant something. */
export function handleKey(event, room) {
  const { act, selecting } = room;
  if (event.isComposing) return false;
  if (withControl(event, act) || move(event, room) || (!event.ctrlKey && !event.metaKey && grow(event, room))) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Enter") {
    act.code("");
    return true;
  }
  if (event.key === "Escape") return act.escape();
  if (!room.singleKeys()) return false;
  if (!selecting.empty && LETTER.test(event.key) && !room.settingBorders()) {
    act.code(event.key);
    return true;
  }
  return attribute(event, room) || command(event, act);
}
