// Events in time and obligations between actors as charts.
import * as Plot from "@observablehq/plot";
import { show } from "./charts.js";
import { colour, shortened } from "./elements.js";

const SHAPES = ["circle", "square", "triangle", "diamond", "star"];

// Each event is a bar from the earliest to the latest day that its words allow; its status has a shape and a colour.
export function seeTimeline(place, rows, name) {
  const events = rows.filter(([, , , earliest, latest]) => earliest && latest).map(([event, status, date, earliest, latest]) => ({
    event: event.text, iri: event.iri, status: status.text, from: new Date(earliest.text), to: new Date(latest.text), said: date.text,
  }));
  if (!events.length) return;
  const names = new Map(events.map((each) => [each.iri, each.event]));
  const statuses = [...new Set(events.map((each) => each.status))];
  const title = (each) => `${each.event}\n${each.status}\n«${each.said}»`;
  show(place, {
    width: 1050, marginLeft: 420, height: 28 * names.size + 70, x: { type: "utc", label: null, grid: true }, y: { label: null, domain: [...names.keys()], tickFormat: (iri) => shortened(names.get(iri), 60) },
    symbol: { domain: statuses, range: SHAPES, legend: true },
    marks: [
      Plot.ruleY(events, { x1: "from", x2: "to", y: "iri", stroke: colour("accent"), strokeWidth: 4, strokeOpacity: 0.5, title }),
      Plot.dot(events, { x: "from", y: "iri", r: 5, symbol: "status", stroke: colour("accent"), fill: colour("paper"), title }),
    ],
  }, name);
}

// A cell tells how many obligations the actor of its row owes the actor of its column.
export function seeMatrix(place, rows, name) {
  const counted = new Map();
  for (const [by, to, duty] of rows) {
    const key = JSON.stringify([by.text, to?.text ?? "–"]);
    counted.set(key, (counted.get(key) ?? new Set()).add(duty?.iri));
  }
  const cells = [...counted].map(([key, duties]) => ({ by: JSON.parse(key)[0], to: JSON.parse(key)[1], count: duties.size }));
  if (!cells.length) return;
  const actors = (name) => [...new Set(cells.map((cell) => cell[name]))];
  const title = (cell) => `${cell.by} → ${cell.to}: ${cell.count}`;
  show(place, {
    width: Math.max(500, 260 + 70 * actors("to").length), height: 40 * actors("by").length + 170, marginTop: 130, marginLeft: 240,
    x: { label: null, axis: "top", tickRotate: -35, domain: actors("to"), tickFormat: (text) => shortened(text, 36) }, y: { label: null, domain: actors("by"), tickFormat: (text) => shortened(text, 36) },
    color: { type: "linear", range: [colour("panel"), colour("accent")], domain: [0, Math.max(...cells.map((cell) => cell.count)) * 1.6] },
    marks: [
      Plot.cell(cells, { x: "to", y: "by", fill: "count", inset: 1, title }),
      Plot.text(cells, { x: "to", y: "by", text: (cell) => String(cell.count), fill: colour("ink"), title }),
    ],
  }, name);
}
