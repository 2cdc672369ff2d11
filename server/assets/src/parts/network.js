// A network of things as a picture.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { colour, make, phrases, saveSvg } from "./elements.js";

cytoscape.use(fcose);

const COLOURS = ["code-name", "code-string", "code-keyword", "accent"];
const FEW = 40;

export function edgesOf({ kind, columns, rows }) {
  const edges = [];
  for (const row of rows) {
    if (kind === "graph") edges.push([row[0], row[1]?.text ?? "", row[2]]);
    else {
      const first = row.findIndex((cell) => cell?.iri);
      row.forEach((cell, index) => first >= 0 && index > first && cell?.iri && edges.push([row[first], columns[index], cell]));
    }
  }
  return edges.filter(([from, , to]) => from && to).slice(0, 1500);
}

export function showNetwork(place, result) {
  const edges = edgesOf(result);
  if (edges.length) showEdges(place, edges);
  else place.replaceChildren(make("p", {}, phrases.no_picture));
}

export function showEdges(place, edges) {
  const relations = [...new Set(edges.map(([, label]) => label))];
  const box = make("div", { class: "picture", role: "img", "aria-label": phrases.picture_of });
  const zoom = (factor) => () => picture.zoom({ level: picture.zoom() * factor, renderedPosition: { x: box.clientWidth / 2, y: box.clientHeight / 2 } });
  place.replaceChildren(legend(relations), box);
  const picture = draw(box, edges, relations);
  const button = (name, onclick) => make("button", { type: "button", class: "plain", onclick }, name);
  place.append(make("div", { class: "actions" }, button(phrases.closer, zoom(1.4)), button(phrases.farther, zoom(1 / 1.4)),
    button(phrases.whole, () => picture.fit(undefined, 20)), button(phrases.save_picture, () => saveSvg(svgOf(picture)))));
}

// What the colours of the lines mean, where lines are too many for words.
function legend(relations) {
  if (relations.length < 2 || relations.length > COLOURS.length) return make("div");
  return make("ul", { class: "legend" }, ...relations.map((label, index) => make("li", { class: COLOURS[index] }, label)));
}

// The picture as SVG, since cytoscape draws on a canvas: what it holds, where it stands.
function svgOf(picture) {
  const { x1, y1, w, h } = picture.elements().boundingBox();
  const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
  const said = (text, x, y, size, fill) =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="middle">${escaped(text)}</text>`;
  const lines = picture.edges().map((edge) => {
    const [from, to] = [edge.source().position(), edge.target().position()];
    return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${edge.style("line-color")}"/>${
      picture.edges().length > FEW ? "" : said(edge.data("label"), (from.x + to.x) / 2, (from.y + to.y) / 2, 10, colour("faint"))}`;
  });
  const dots = picture.nodes().map((node) => {
    const { x, y } = node.position();
    return `<circle cx="${x}" cy="${y}" r="8" fill="${colour("accent")}"/>${said(node.data("label"), x, y + 22, 12, colour("ink"))}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x1 - 20} ${y1 - 20} ${w + 40} ${h + 40}" width="${w + 40}" height="${h + 40}"
    font-family="Noto Sans Arabic, Noto Sans, sans-serif"><rect x="${x1 - 20}" y="${y1 - 20}" width="${w + 40}" height="${h + 40}" fill="${colour("paper")}"/>${
    [...lines, ...dots].join("")}</svg>`;
}

function draw(box, edges, relations) {
  const nodes = new Map();
  for (const [from, , to] of edges) for (const cell of [from, to]) nodes.set(keyOf(cell), cell);
  box.classList.toggle("large", nodes.size > FEW);
  const picture = cytoscape({
    container: box,
    elements: [
      ...[...nodes].map(([id, cell]) => ({ data: { id, label: shortened(cell.text), address: cell.address, literal: cell.iri ? 0 : 1 } })),
      ...edges.map(([from, label, to], index) => ({
        data: { id: `edge ${index}`, source: keyOf(from), target: keyOf(to), label, colour: colour(COLOURS[relations.indexOf(label)] ?? "faint") } })),
    ],
    style: style(edges.length > FEW, box.clientWidth < 500),
    layout: { name: "fcose", animate: false, randomize: true, quality: nodes.size > 400 ? "draft" : "proof", nodeDimensionsIncludeLabels: true,
      nodeSeparation: 120, nodeRepulsion: 20000, idealEdgeLength: edges.length > FEW ? 220 : 150 },
    minZoom: 0.1, maxZoom: 4,
  });
  const near = (node) => node.closedNeighborhood();
  picture.on("mouseover tapstart", "node", ({ target }) => {
    picture.elements().difference(near(target)).addClass("aside");
    near(target).edges().addClass("told");
  });
  picture.on("mouseout tapend", "node", () => picture.elements().removeClass("aside told"));
  picture.on("tap", "node", ({ target }) => target.data("address")?.startsWith("/") && location.assign(target.data("address")));
  return picture;
}

function style(dense, narrow) {
  const font = "Noto Sans Arabic, Noto Sans, Segoe UI, Tahoma, sans-serif";
  return [
    { selector: "node", style: {
      label: "data(label)", color: colour("ink"), "background-color": colour("accent"), width: 16, height: 16, "font-family": font,
      "font-size": dense || narrow ? 18 : 12, "text-wrap": "wrap", "text-max-width": 130, "text-valign": "bottom", "text-margin-y": 4,
      "text-outline-color": colour("paper"), "text-outline-width": 3 } },
    { selector: "node[literal = 1]", style: { shape: "rectangle", "background-color": colour("faint") } },
    { selector: "edge", style: {
      label: dense ? "" : "data(label)", width: dense ? 1 : 1.5, "line-color": "data(colour)", "line-opacity": dense ? 0.5 : 1,
      "target-arrow-color": "data(colour)", "target-arrow-shape": "triangle", "arrow-scale": 0.8,
      "curve-style": "bezier", color: colour("faint"), "font-size": 10, "font-family": font, "text-rotation": "autorotate",
      "text-outline-color": colour("paper"), "text-outline-width": 2 } },
    { selector: "edge.told", style: { label: "data(label)", "font-size": dense ? 14 : 10, "line-opacity": 1, "z-index": 9 } },
    { selector: ".aside", style: { opacity: 0.12 } },
  ];
}

function keyOf(cell) {
  return cell.iri ?? `"${cell.text}"@${cell.language ?? ""}`;
}

function shortened(text) {
  return text.length > 48 ? `${text.slice(0, 46)}…` : text;
}
