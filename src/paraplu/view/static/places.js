// Where a caret can go in a transcript: by letter, word, sentence and turn.

const GRAINS = ["grapheme", "word", "sentence"];

/** Places in a body (see spans.js) with turns [{start, end}], all in code points. */
export class Places {
  constructor(body, turns, locale = "nl") {
    this.body = body;
    this.turns = turns;
    this.cutters = Object.fromEntries(
      GRAINS.map((granularity) => [granularity, new Intl.Segmenter(locale, { granularity })]),
    );
    this.cuts = new Map();
  }

  /** The index of the turn that holds an offset, or of the nearest before it. */
  turnAt(offset) {
    let low = 0;
    let high = this.turns.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.turns[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The segments of a turn: [{start, end, counts}]; blanks around sentences are left out. */
  segments(index, grain) {
    const key = `${grain}${index}`;
    if (!this.cuts.has(key)) this.cuts.set(key, this.cut(this.turns[index], grain));
    return this.cuts.get(key);
  }

  cut(turn, grain) {
    const text = this.body.slice(turn.start, turn.end);
    const base = this.body.toUtf16(turn.start);
    const at = (units) => this.body.floorUtf16(base + units);
    return [...this.cutters[grain].segment(text)].map(({ segment, index, isWordLike }) => {
      const bare = grain === "sentence" ? segment.trimEnd() : segment;
      return {
        start: at(index),
        end: at(index + bare.length),
        counts: grain !== "word" || isWordLike,
      };
    });
  }

  /** The next place after an offset in steps of a grain ("turn" included). */
  next(offset, grain) {
    const index = this.turnAt(offset);
    const after = this.turns[index + 1]?.start ?? this.turns[index].end;
    if (grain === "turn") return offset < this.turns[index].end && index + 1 === this.turns.length ? this.turns[index].end : after;
    if (offset >= this.turns[index].end) return after;
    const segment = this.segments(index, grain).find((one) => one.counts && one.end > offset);
    return segment ? segment.end : this.turns[index].end;
  }

  /** The place before an offset in steps of a grain. */
  previous(offset, grain) {
    const index = this.turnAt(offset);
    const turn = this.turns[index];
    if (offset <= turn.start) {
      const before = this.turns[index - 1];
      if (!before) return turn.start;
      return grain === "turn" ? before.start : before.end;
    }
    if (grain === "turn") return turn.start;
    const segments = this.segments(index, grain);
    for (let i = segments.length - 1; i >= 0; i -= 1) {
      if (segments[i].counts && segments[i].start < offset) return segments[i].start;
    }
    return turn.start;
  }

  /** The nearest border of a grain within the turn; marks and blanks have borders too. */
  nearest(offset, grain) {
    const index = this.turnAt(offset);
    const borders = this.segments(index, grain).flatMap((one) => [one.start, one.end]);
    return borders.reduce((a, b) => (Math.abs(b - offset) < Math.abs(a - offset) ? b : a), borders[0] ?? this.turns[index].start);
  }

  /** The smallest of word, sentence and turn that is larger than the selection. */
  grow({ start, end }) {
    const index = this.turnAt(start);
    const turn = this.turns[index];
    for (const grain of ["word", "sentence"]) {
      const found = this.segments(index, grain).find(
        (one) => one.counts && one.start <= start && one.end >= end && (one.end > start || one.end === turn.end),
      );
      if (found && found.end - found.start > end - start) return { start: found.start, end: found.end };
    }
    return { start: Math.min(turn.start, start), end: Math.max(turn.end, end) };
  }

  /** A selection without blanks at its ends, kept within the words of the turns. */
  trim({ start, end }) {
    const text = this.body.slice(start, end);
    const front = text.length - text.trimStart().length;
    const base = this.body.toUtf16(start);
    const from = this.body.floorUtf16(base + front);
    const to = this.body.floorUtf16(base + Math.max(front, text.trimEnd().length));
    const first = this.turns[this.turnAt(from)];
    const last = this.turns[this.turnAt(Math.max(from, to - 1))];
    if (!first) return { start, end: start };
    const begin = from >= first.end ? (this.turns[this.turnAt(from) + 1]?.start ?? from) : Math.max(from, first.start);
    return { start: begin, end: Math.max(begin, Math.min(to, last.end)) };
  }
}
