// Caret and selection in a text view: the document's own selection, in code points.

/** Keeps anchor and focus in code points in step with what the browser selects. */
export class Selecting extends EventTarget {
  constructor(view, places) {
    super();
    Object.assign(this, { view, places, body: view.body });
    this.anchor = view.turns[0]?.start ?? 0;
    this.focus = this.anchor;
    this.listener = () => this.read();
    document.addEventListener("selectionchange", this.listener);
    view.element.addEventListener("focus", () => this.show());
    view.element.addEventListener("blur", () => this.drawCaret());
  }

  stop() {
    document.removeEventListener("selectionchange", this.listener);
    CSS.highlights?.delete("paraplu-keuze");
  }

  get range() {
    return { start: Math.min(this.anchor, this.focus), end: Math.max(this.anchor, this.focus) };
  }

  get empty() {
    return this.anchor === this.focus;
  }

  /** Select from anchor to focus (code points), show it and tell. */
  set(anchor, focus = anchor) {
    const same = anchor === this.anchor && focus === this.focus;
    Object.assign(this, { anchor, focus });
    this.show();
    if (!same) this.dispatchEvent(new CustomEvent("moved", { detail: { by: "keys" } }));
  }

  /** Put the browser's selection where ours is. */
  show() {
    const [from, to] = [this.place(this.anchor, this.anchor < this.focus), this.place(this.focus, this.focus < this.anchor)];
    if (from && to && document.activeElement === this.view.element) {
      document.getSelection().setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    }
    this.paint();
  }

  /** Keep the selection in sight when the focus is elsewhere, such as in the list of codes. */
  paint() {
    this.drawCaret();
    if (!CSS.highlights) return;
    if (this.empty) CSS.highlights.delete("paraplu-keuze");
    else CSS.highlights.set("paraplu-keuze", new Highlight(this.domRange()));
  }

  domRange({ start, end } = this.range) {
    const range = document.createRange();
    const [from, to] = [this.place(start, true), this.place(end, false)];
    if (from && to) {
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
    }
    return range;
  }

  /** The text node and unit of an offset; `forward` prefers the run that begins there. */
  place(offset, forward = false) {
    const turn = this.view.turns[this.places.turnAt(offset)];
    if (!turn?.runs.length) return null;
    const inside = Math.min(Math.max(offset, turn.start), turn.end);
    const run = (forward && turn.runs.find((one) => one.start === inside))
      || turn.runs.find((one) => one.start <= inside && one.end >= inside);
    const node = run?.element.firstChild;
    return node ? { node, offset: this.body.toUtf16(inside) - this.body.toUtf16(run.start) } : null;
  }

  /** The offset of a place in the document; null outside the text. */
  offsetOf(node, unit) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!this.view.element.contains(element)) return null;
    const box = element.closest(".beurt");
    if (!box) return this.offsetOfChild(element, unit);
    const turn = this.view.byElement.get(box);
    const range = document.createRange();
    range.setStart(turn.words, 0);
    if (turn.words.contains(node)) range.setEnd(node, unit);
    else if (turn.words.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) return turn.start;
    else return turn.end;
    return this.body.floorUtf16(this.body.toUtf16(turn.start) + range.toString().length);
  }

  offsetOfChild(element, unit) {
    const child = element === this.view.element ? element.childNodes[unit] : null;
    const turn = child && this.view.byElement.get(child);
    return turn ? turn.start : this.view.turns.at(-1)?.end ?? null;
  }

  /** Take over what the browser selected, by mouse or touch. */
  read() {
    const selection = document.getSelection();
    if (!selection.anchorNode || !this.view.element.contains(selection.anchorNode)) return;
    const anchor = this.offsetOf(selection.anchorNode, selection.anchorOffset);
    const focus = this.offsetOf(selection.focusNode, selection.focusOffset);
    if (anchor === null || focus === null || (anchor === this.anchor && focus === this.focus)) return;
    Object.assign(this, { anchor, focus });
    this.paint();
    this.dispatchEvent(new CustomEvent("moved", { detail: { by: "pointer" } }));
  }

  /** Up or down a line, as the browser lays the lines. */
  line(direction, extend) {
    this.show();
    const before = this.focus;
    const selection = document.getSelection();
    if (!extend) selection.collapse(selection.focusNode, selection.focusOffset);
    selection.modify(extend ? "extend" : "move", direction, "line");
    const after = this.offsetOf(selection.focusNode, selection.focusOffset);
    const moved = after !== null && (direction === "forward" ? after > before : after < before);
    const target = moved ? after : this.places[direction === "forward" ? "next" : "previous"](before, "turn");
    this.set(extend ? this.anchor : target, target);
  }

  /** A steady line where the next key works; nothing blinks. */
  drawCaret() {
    const { caret, element } = this.view;
    const rect = document.activeElement === element ? this.rectOf(this.focus) : null;
    caret.hidden = !rect;
    if (!rect) return;
    const turn = this.view.turns[this.places.turnAt(this.focus)].element; // stays right when others grow
    if (caret.parentElement !== turn) turn.append(caret);
    const box = turn.getBoundingClientRect();
    caret.style.setProperty("left", `${rect.left - box.left}px`);
    caret.style.setProperty("top", `${rect.top - box.top}px`);
    caret.style.setProperty("height", `${rect.height}px`);
  }

  rectOf(offset, forward = true) {
    const place = this.place(offset, forward);
    if (!place) return null;
    const range = document.createRange();
    const { node, offset: unit } = place;
    range.setStart(node, unit);
    range.collapse(true);
    return range.getClientRects()[0] ?? node.parentElement.getClientRects()[0] ?? null;
  }
}
