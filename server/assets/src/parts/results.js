// The result of a query in all its views.
import { fill, make, number, phrases, tabList } from "./elements.js";
import { showTable } from "./table.js";

const DOWNLOADS = { solutions: ["json", "xml", "csv", "tsv", "turtle"], boolean: ["json", "xml", "csv", "tsv", "turtle"],
  graph: ["turtle", "ntriples", "jsonld", "rdfxml", "trig", "nquads"] };
const VIEWS = {
  table: async (place, result) => showTable(place, result),
  picture: async (place, result) => (await import("./network.js")).showNetwork(place, result),
  timeline: async (place, result) => (await import("./charts.js")).showTimeline(place, result),
  chart: async (place, result) => (await import("./charts.js")).showChart(place, result),
  raw: showRaw,
};

export function showResult(place, result, query) {
  const facts = make("p", { class: "hint" }, [count(result), fill(phrases.seconds, { seconds: result.seconds.toFixed(3) })].join(" · "));
  const panel = make("div", { role: "tabpanel", id: "view", tabindex: 0 });
  const choose = (view) => {
    place.querySelector(".tabs")?.replaceWith(tabs(view));
    panel.setAttribute("aria-labelledby", `tab-${view}`);
    VIEWS[view](panel, result, query).catch((error) => {
      showProblem(panel, {});
      throw error;
    });
  };
  const tabs = (view) => tabList(phrases.views, Object.keys(VIEWS).map((id) => ({ id, title: phrases[id], controls: "view" })), view, choose);
  place.replaceChildren(facts);
  if (result.kind === "boolean") place.append(make("p", { class: "verdict" }, result.verdict ? phrases.yes : phrases.no));
  else if (!result.rows.length) place.append(make("p", {}, phrases.no_rows));
  else {
    place.append(tabs("table"), panel);
    choose("table");
  }
  place.append(downloads(result, query));
}

export function showProblem(place, problem) {
  const where = problem.line ? fill(phrases.at_line, { line: problem.line, column: problem.column }) : null;
  place.replaceChildren(make("div", { class: "problem" }, make("strong", {}, phrases.query_failed), " ", where,
    make("pre", { dir: "ltr", lang: "en" }, problem.detail ?? phrases.unreachable)));
}

function count({ kind, rows, count: all }) {
  if (kind === "boolean") return "";
  return rows.length < all ? fill(phrases.limited, { shown: number(rows.length), count: number(all) }) : fill(phrases.row_count, { count: number(all) });
}

function downloads({ kind }, query) {
  const links = DOWNLOADS[kind].map((format) =>
    make("li", {}, make("a", { href: addressOf(query, format) }, make("bdi", { dir: "ltr" }, format))));
  return make("div", {}, make("h3", { id: "downloads" }, phrases.download), make("ul", { class: "downloads", "aria-labelledby": "downloads" }, ...links));
}

async function showRaw(place, { kind }, query) {
  const answer = await fetch("/sparql", { method: "POST", body: new URLSearchParams({ query, format: DOWNLOADS[kind][0] }) });
  const text = await answer.text();
  if (!answer.ok) return showProblem(place, JSON.parse(text));
  const shown = kind === "graph" ? text : JSON.stringify(JSON.parse(text), null, 2);
  place.replaceChildren(make("pre", { class: "raw", dir: "ltr", tabindex: 0 }, shown.slice(0, 2_000_000)));
}

function addressOf(query, format) {
  return `/sparql?${new URLSearchParams({ query, format })}`;
}
