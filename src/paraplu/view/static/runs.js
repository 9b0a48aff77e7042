// A turn cut into runs at the borders of the codings, and brackets laid in lanes.

/**
 * Cut [start, end) at every border of the spans that touch it.
 * Returns [{start, end, spans}] in order, without gaps; `spans` covers the whole run.
 */
export function cutRuns(start, end, spans) {
  const touching = spans.filter((span) => span.start < end && span.end > start);
  const borders = new Set([start, end]);
  for (const span of touching) {
    if (span.start > start) borders.add(span.start);
    if (span.end < end) borders.add(span.end);
  }
  const places = [...borders].sort((a, b) => a - b);
  const runs = [];
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [from, to] = [places[i], places[i + 1]];
    runs.push({
      start: from,
      end: to,
      spans: touching.filter((span) => span.start <= from && span.end >= to),
    });
  }
  return runs;
}

/** Give every bracket {top, bottom} the first lane in which it touches no other. */
export function layLanes(brackets) {
  const free = [];
  for (const bracket of [...brackets].sort((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    let lane = free.findIndex((bottom) => bottom <= bracket.top);
    if (lane < 0) lane = free.length;
    free[lane] = bracket.bottom;
    bracket.lane = lane;
  }
  return free.length;
}

/** Push labels down until none overlaps: [{top, height}] in order; returns the lowest bottom. */
export function stackLabels(labels, gap = 2) {
  let bottom = -Infinity;
  for (const label of labels) {
    label.place = Math.max(label.top, bottom);
    bottom = label.place + label.height + gap;
  }
  return labels.length ? bottom - gap : 0;
}
