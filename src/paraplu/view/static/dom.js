// Making elements. Text is always text: nothing here reads HTML.

/**
 * Make an element: h("button", {class: "stil", onclick: act, "aria-label": "…"}, "tekst", node).
 * Attributes that are null or false are left out; true gives an empty one; `on…` listens.
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  fill(element, ...children);
  return element;
}

/** Replace what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A line drawing of 20 × 20 from one path; decorative. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 20 20", width: "18", height: "18", fill: "none", stroke: "currentColor",
    "stroke-width": "1.6", "stroke-linecap": "round", "stroke-linejoin": "round",
    "aria-hidden": "true", focusable: "false", class: "teken",
  })) svg.setAttribute(key, value);
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  undo: "M8 5 4 9l4 4M4 9h7a5 5 0 0 1 0 10h-1",
  redo: "m12 5 4 4-4 4m4-4H9a5 5 0 0 0 0 10h1",
  search: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zm4.5-1.5 4 4",
  next: "M4 10h11m-4-4 4 4-4 4",
  previous: "M16 10H5m4-4-4 4 4 4",
  help: "M7.5 7.5a2.5 2.5 0 1 1 3.800 2.100c-.9.6-1.300 1-1.300 2.100M10 14.700v.1",
  close: "m5 5 10 10M15 5 5 15",
};
