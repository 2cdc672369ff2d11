// Events in time and obligations between actors as charts.
import * as Plot from "@observablehq/plot";
import { show } from "./charts.js";
import { colour, phrases, shortened } from "./elements.js";

const NARROW = 700;
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
  const narrow = place.clientWidth < NARROW;
  const label = (iri) => shortened(names.get(iri), narrow ? 44 : 60);
  const beside = Plot.axisY({ tickFormat: label, label: null });
  const above = Plot.axisY({ tickFormat: label, label: null, textAnchor: "start", tickSize: 0, dx: 14, dy: -14 });
  show(place, {
    width: Math.max(320, place.clientWidth), marginLeft: narrow ? 24 : 420, height: (narrow ? 44 : 28) * names.size + 90, marginTop: 40,
    x: { type: "utc", label: null, grid: true }, y: { label: null, domain: [...names.keys()], axis: null },
    symbol: { domain: statuses, range: SHAPES, legend: true },
    marks: [
      Plot.axisX({ anchor: "top", label: null }), Plot.axisX({ anchor: "bottom", label: null }), narrow ? above : beside,
      Plot.ruleY(events, { x1: "from", x2: "to", y: "iri", stroke: colour("accent"), strokeWidth: 4, strokeOpacity: 0.5, title }),
      Plot.dot(events, { x: "from", y: "iri", r: 5, symbol: "status", stroke: colour("accent"), fill: colour("paper"), title }),
    ],
  }, name);
}

// A cell tells how many obligations the actor of its row owes the actor of its column.
export function seeMatrix(place, rows, name) {
  const counted = new Map();
  for (const [by, to, duty] of rows) {
    const key = JSON.stringify([by.text, to?.text ?? phrases.nobody_named]);
    counted.set(key, (counted.get(key) ?? new Set()).add(duty?.iri));
  }
  const cells = [...counted].map(([key, duties]) => ({ by: JSON.parse(key)[0], to: JSON.parse(key)[1], count: duties.size }));
  if (!cells.length) return;
  const [bearers, others] = [inOrder(cells, "by"), inOrder(cells, "to")];
  const [narrow, many] = [place.clientWidth < NARROW, bearers.length > 20 || others.length > 20];
  const [wide, high] = many ? [30, 24] : narrow ? [44, 40] : [70, 40];
  const margin = narrow ? 120 : 240;
  const most = narrow ? 18 : 36;
  const title = (cell) => `${cell.by} → ${cell.to}: ${cell.count}`;
  show(place, {
    width: margin + 110 + wide * others.length, height: high * bearers.length + 170, marginTop: 130, marginLeft: margin, marginRight: 110,
    x: { label: null, axis: "top", tickRotate: many ? -60 : -35, domain: others, tickFormat: (text) => shortened(text, 24) },
    y: { label: null, domain: bearers, tickFormat: (text) => shortened(text, most), grid: many },
    color: { type: "linear", range: [colour("panel"), colour("accent")], domain: [0, Math.max(...cells.map((cell) => cell.count)) * 1.6] },
    marks: [
      Plot.cell(cells, { x: "to", y: "by", fill: "count", inset: 1, title }),
      Plot.text(cells, { x: "to", y: "by", text: (cell) => String(cell.count), fill: colour("ink"), title }),
    ],
  }, name);
}

// The actors with the most obligations first; what is owed to nobody in particular comes last.
function inOrder(cells, name) {
  const totals = new Map();
  for (const cell of cells) totals.set(cell[name], (totals.get(cell[name]) ?? 0) + cell.count);
  const last = (actor) => (actor === phrases.nobody_named ? 1 : 0);
  return [...totals.keys()].sort((a, b) => last(a) - last(b) || totals.get(b) - totals.get(a));
}
