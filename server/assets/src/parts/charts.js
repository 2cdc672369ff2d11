// Charts of a result: values in time, and numbers by name.
import * as Plot from "@observablehq/plot";
import { colour, make, phrases, saveSvg, shortened } from "./elements.js";

const DATED = /^xsd:(date|dateTime|gYear|gYearMonth)$/;
const NUMERIC = /^xsd:(integer|decimal|double|float|int|long)$/;

export function showTimeline(place, { columns, rows }) {
  const column = columns.findIndex((_, index) => rows.some((row) => DATED.test(row[index]?.datatype ?? "")));
  if (column < 0) return place.replaceChildren(make("p", {}, phrases.no_timeline));
  const dots = rows.filter((row) => row[column] && !Number.isNaN(Date.parse(row[column].text)))
    .map((row) => ({ when: new Date(row[column].text), what: nameIn(row, column) }));
  show(place, {
    height: Math.max(160, 26 * new Set(dots.map((dot) => dot.what)).size + 60), x: { type: "utc", label: null, grid: true }, y: { label: null },
    marks: [Plot.dot(dots, { x: "when", y: "what", r: 5, fill: colour("accent"), title: (dot) => `${dot.what}\n${dot.when.toISOString().slice(0, 10)}` })],
  });
}

export function showChart(place, { columns, rows }) {
  const column = columns.findIndex((_, index) => rows.some((row) => NUMERIC.test(row[index]?.datatype ?? "")));
  if (column < 0) return place.replaceChildren(make("p", {}, phrases.no_chart));
  const bars = rows.filter((row) => row[column]).slice(0, 200).map((row) => ({ value: Number(row[column].text), what: nameIn(row, column) }));
  show(place, {
    height: Math.max(160, 24 * bars.length + 60), x: { label: columns[column], grid: true }, y: { label: null, domain: [...new Set(bars.map((bar) => bar.what))] },
    marks: [Plot.barX(bars, { x: "value", y: "what", fill: colour("accent"), title: (bar) => `${bar.what}: ${bar.value}` }), Plot.ruleX([0])],
  });
}

function nameIn(row, column) {
  const cell = row.find((each, index) => each && index !== column);
  return shortened(cell?.text ?? row[column].text, 40);
}

export function show(place, options, name = phrases.picture_of) {
  const width = Math.max(320, Math.min(900, place.clientWidth));
  const plot = Plot.plot({ width, marginLeft: width < 600 ? 130 : 260, marginRight: 30, ...options });
  const svg = plot.matches("svg") ? plot : plot.querySelector(":scope > svg:last-of-type");
  plot.querySelectorAll("style").forEach((each) => each.remove()); // our own style sheet says it
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  place.replaceChildren(make("div", { class: "plot", tabindex: 0, role: "region", "aria-label": name }, plot), saving(svg));
}

function saving(svg) {
  return make("button", { type: "button", class: "plain", onclick: () => save(svg) }, phrases.save_picture);
}

function save(svg) {
  const copy = svg.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("direction", "ltr");
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: colour("paper") })) ground.setAttribute(name, value);
  copy.prepend(ground);
  copy.setAttribute("color", colour("ink"));
  copy.setAttribute("font-family", "Noto Sans Arabic, Noto Sans, sans-serif");
  copy.setAttribute("font-size", "12");
  saveSvg(copy.outerHTML);
}
