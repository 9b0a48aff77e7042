// Offsets: Unicode code points, 0-based, end-exclusive. JavaScript counts in UTF-16 units.
// The twin of spans.py, tested on the same vectors; conversion happens here and nowhere else.

const isAstral = (text, unit) => {
  const code = text.charCodeAt(unit);
  if (code < 0xd800 || code > 0xdbff) return false;
  const next = text.charCodeAt(unit + 1);
  return next >= 0xdc00 && next <= 0xdfff;
};

/** The number of code points of a text. */
export function length(text) {
  let points = 0;
  for (let unit = 0; unit < text.length; unit += isAstral(text, unit) ? 2 : 1) points += 1;
  return points;
}

/** Convert an offset in code points to UTF-16 units; throws RangeError outside the text. */
export function toUtf16(text, offset) {
  let unit = 0;
  let points = 0;
  while (points < offset && unit < text.length) {
    unit += isAstral(text, unit) ? 2 : 1;
    points += 1;
  }
  if (offset < 0 || points !== offset) throw new RangeError(`offset ${offset} lies outside`);
  return unit;
}

/** Convert UTF-16 units to code points; throws RangeError outside the text or inside a pair. */
export function fromUtf16(text, units) {
  let unit = 0;
  let points = 0;
  while (unit < units && unit < text.length) {
    unit += isAstral(text, unit) ? 2 : 1;
    points += 1;
  }
  if (units < 0 || unit !== units) throw new RangeError(`${units} units end on no code point`);
  return points;
}

/** A text that is asked for many offsets: converts through a table of its astral characters. */
export class Body {
  constructor(text) {
    this.text = text;
    this.astral = []; // code point offsets of the characters that take two units
    let points = 0;
    for (let unit = 0; unit < text.length; points += 1) {
      const wide = isAstral(text, unit);
      if (wide) this.astral.push(points);
      unit += wide ? 2 : 1;
    }
    this.length = points;
  }

  /** How many astral characters stand before an offset in code points. */
  wideBefore(offset) {
    let low = 0;
    let high = this.astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.astral[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  toUtf16(offset) {
    if (offset < 0 || offset > this.length) throw new RangeError(`offset ${offset} lies outside`);
    return offset + this.wideBefore(offset);
  }

  /** The code point at or, inside a pair, just before a place in UTF-16 units. */
  floorUtf16(units) {
    const wanted = Math.max(0, Math.min(units, this.text.length));
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (middle + this.wideBefore(middle) <= wanted) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  slice(start, end) {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}
