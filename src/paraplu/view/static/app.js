// The app: one page, its rooms behind the hash.

import { fill, h } from "./dom.js";
import { readCodebook } from "./families.js";
import { get, httpTransport } from "./http.js";
import { showReviews } from "./room_anonymise.js";
import { createReview } from "./room_anonymise_room.js";
import { showCode } from "./room_code.js";
import { showCodebook } from "./room_codebook.js";
import { showCompare } from "./room_compare.js";
import { showFindings } from "./room_findings.js";
import { showMemos } from "./room_memos.js";
import { showQuery } from "./room_query.js";
import { showStudy } from "./room_study.js";
import { empty, problemText } from "./tables.js";
import { createTranscript } from "./transcript.js";
import { W } from "./words.js";

const ROOMS = [
  ["", "Gesprekken", ["gesprek"]], ["nakijken", "Nakijken", []], ["codeboek", "Codeboek", ["code"]], ["vergelijken", "Vergelijken", []],
  ["vragen", "Vragen", []], ["memos", "Memo's", []], ["bevindingen", "Bevindingen", []],
];

const app = {
  study: null,
  codebook: null,
  raw: null,
  async refresh() {
    [app.study] = await Promise.all([get("/api/study"), app.reloadCodebook()]);
  },
  async reloadCodebook() {
    app.raw = await get("/api/codebook");
    app.codebook = readCodebook(app.raw);
  },
};
let open = null;
let turn = 0;

const rooms = {
  "": () => showStudy(app),
  nakijken: () => showReviews(app),
  codeboek: () => showCodebook(app),
  code: (id) => showCode(id, app),
  vergelijken: (id) => showCompare(id, app),
  vragen: (kind) => showQuery(kind, app),
  memos: (about) => showMemos(about, app),
  bevindingen: () => showFindings(app),
};

/** Put a room with a text in the page; what stands beside the text begins under its bar. */
function place(main, box) {
  fill(main, box);
  const bar = box.querySelector(".balk");
  new ResizeObserver(() => box.style.setProperty("--onder-balk", `${bar.offsetHeight}px`)).observe(bar);
}

async function showReview(main, id, mine) {
  const box = h("div", { class: "gesprek-vak" });
  const room = await createReview(box, { interview: id, coder: app.study.coder.id });
  if (mine !== turn) { // who asked went elsewhere meanwhile
    room.close();
    return open;
  }
  place(main, box);
  room.open();
  return room;
}

async function showInterview(main, id, span, mine) {
  const box = h("div", { class: "gesprek-vak" });
  const room = await createTranscript(box, { codebook: app.raw, transport: httpTransport(id), coder: app.study.coder.id });
  if (mine !== turn) { // who asked went elsewhere meanwhile
    room.close();
    return open;
  }
  place(main, box);
  scrollTo(0, 0);
  const found = /^(\d+)-(\d+)$/.exec(span ?? "");
  if (found) room.goTo(Number(found[1]), Number(found[2]));
  else room.focusText();
  return room;
}

async function route() {
  const mine = (turn += 1);
  const [room = "", ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  const main = document.getElementById("inhoud");
  if (room === "inhoud") return main.focus();
  const [, name] = ROOMS.find(([path, , more]) => path === room || more.includes(room)) ?? ROOMS[0];
  markRoom(room);
  if (open) {
    open.close();
    tellWaiting(open.session);
    open = null;
  }
  main.setAttribute("aria-busy", "true");
  try {
    await app.refresh(); // somebody may have changed plan or codebook since
    if (mine !== turn) return null;
    if (room === "gesprek") {
      open = await showInterview(main, rest[0], rest[1], mine);
    } else if (room === "nakijken" && rest[0]) {
      open = await showReview(main, rest[0], mine);
    } else {
      const content = await (rooms[room] ?? rooms[""])(rest[0]);
      if (mine !== turn) return null;
      fill(main, content);
      main.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  } catch (error) {
    if (mine === turn) fill(main, h("div", { class: "vertrek" }, h("h1", {}, name), empty(problemText(error))));
  }
  if (mine !== turn) return null;
  main.removeAttribute("aria-busy");
  document.title = `${[rest[0], name].filter(Boolean).join(" · ")} · ${document.body.dataset.titel}`;
  return null;
}

/** Say in the header what an interview that was left still has to save. */
function tellWaiting(session) {
  const place = document.getElementById("wachten");
  const tell = () => fill(place, session.pending.length ? W.waiting(session.pending.length) : "");
  session.addEventListener("status", tell);
  tell();
}

function markRoom(room) {
  fill(document.getElementById("vertrekken"), ROOMS.map(([path, name, more]) => h("li", {}, h("a", {
    href: `#/${path}`, "aria-current": path === room || more.includes(room) ? "page" : null,
  }, name))));
}

addEventListener("hashchange", route);
route();
