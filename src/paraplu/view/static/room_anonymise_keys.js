// What the keys do in a review: deciding by single letters, the rest as in the transcript view.

import { handleKey, handleListKey } from "./keys.js";

const LETTER = /^[\p{L}\p{N}]$/u;

function command(event, act) {
  const does = {
    j: () => act.open(1), k: () => act.open(-1), a: act.accept, r: act.reject, x: act.notHere, l: act.relabel, v: act.toReplacement,
    m: act.merge, s: act.split, e: act.everywhere, o: () => act.occurrence(1), O: () => act.occurrence(-1), n: () => act.net(1),
    N: () => act.net(-1), g: () => act.passage(1), G: () => act.passage(-1), p: act.outcome, "/": act.search, "?": act.help, Delete: act.reject,
  }[event.key];
  if (!does) return false;
  does();
  return true;
}

const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

/** Handle a key on the text; true when it meant something. */
export function handleReviewKey(event, room) {
  if (event.isComposing) return false;
  const { act, selecting } = room;
  if (plain(event) && room.keysOn) {
    if (!selecting.empty && LETTER.test(event.key)) {
      act.add(event.key);
      return true;
    }
    if (command(event, act)) return true;
  }
  return handleKey(event, {
    selecting, places: room.places, trail: room.trail, singleKeys: () => false, settingBorders: () => false,
    act: { undo: act.undo, redo: act.redo, code: () => act.add(""), escape: act.escape },
  });
}

/** Handle a key beside the text or on the outcome. */
export function handleAsideKey(event, room) {
  if (event.isComposing) return false;
  const back = handleListKey(event, { act: room.act, singleKeys: () => false }); // undo and redo
  return back || (plain(event) && room.keysOn && command(event, room.act));
}
