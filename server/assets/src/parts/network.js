// A network of things as a picture.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { colour, make, phrases, saveSvg } from "./elements.js";

cytoscape.use(fcose);

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
  const box = make("div", { class: "picture", role: "img", "aria-label": phrases.picture_of });
  place.replaceChildren(box);
  const picture = draw(box, edges);
  place.append(make("button", { type: "button", class: "plain", onclick: () => saveSvg(svgOf(picture)) }, phrases.save_picture));
}

// The picture as SVG, since cytoscape draws on a canvas: what it holds, where it stands.
function svgOf(picture) {
  const { x1, y1, w, h } = picture.elements().boundingBox();
  const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
  const said = (text, x, y, size, fill) =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="middle">${escaped(text)}</text>`;
  const lines = picture.edges().map((edge) => {
    const [from, to] = [edge.source().position(), edge.target().position()];
    return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${colour("faint")}"/>${
      said(edge.data("label"), (from.x + to.x) / 2, (from.y + to.y) / 2, 10, colour("faint"))}`;
  });
  const dots = picture.nodes().map((node) => {
    const { x, y } = node.position();
    return `<circle cx="${x}" cy="${y}" r="8" fill="${colour("accent")}"/>${said(node.data("label"), x, y + 22, 12, colour("ink"))}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x1 - 20} ${y1 - 20} ${w + 40} ${h + 40}" width="${w + 40}" height="${h + 40}"
    font-family="Noto Sans Arabic, Noto Sans, sans-serif"><rect x="${x1 - 20}" y="${y1 - 20}" width="${w + 40}" height="${h + 40}" fill="${colour("paper")}"/>${
    [...lines, ...dots].join("")}</svg>`;
}

function draw(box, edges) {
  const nodes = new Map();
  for (const [from, , to] of edges) for (const cell of [from, to]) nodes.set(keyOf(cell), cell);
  const picture = cytoscape({
    container: box,
    elements: [
      ...[...nodes].map(([id, cell]) => ({ data: { id, label: shortened(cell.text), address: cell.address, literal: cell.iri ? 0 : 1 } })),
      ...edges.map(([from, label, to], index) => ({ data: { id: `edge ${index}`, source: keyOf(from), target: keyOf(to), label } })),
    ],
    style: style(),
    layout: { name: "fcose", animate: false, quality: nodes.size > 150 ? "draft" : "proof", nodeDimensionsIncludeLabels: true, nodeSeparation: 120, idealEdgeLength: 150 },
    userZoomingEnabled: true,
  });
  picture.on("tap", "node", ({ target }) => target.data("address")?.startsWith("/") && location.assign(target.data("address")));
  return picture;
}

function style() {
  const font = "Noto Sans Arabic, Noto Sans, Segoe UI, Tahoma, sans-serif";
  return [
    { selector: "node", style: {
      label: "data(label)", color: colour("ink"), "background-color": colour("accent"), width: 16, height: 16, "font-family": font,
      "font-size": 12, "text-wrap": "wrap", "text-max-width": 130, "text-valign": "bottom", "text-margin-y": 4,
      "text-outline-color": colour("paper"), "text-outline-width": 2 } },
    { selector: "node[literal = 1]", style: { shape: "rectangle", "background-color": colour("faint") } },
    { selector: "edge", style: {
      label: "data(label)", width: 1.5, "line-color": colour("line"), "target-arrow-color": colour("faint"), "target-arrow-shape": "triangle",
      "curve-style": "bezier", color: colour("faint"), "font-size": 10, "font-family": font, "text-rotation": "autorotate",
      "text-outline-color": colour("paper"), "text-outline-width": 2 } },
  ];
}

function keyOf(cell) {
  return cell.iri ?? `"${cell.text}"@${cell.language ?? ""}`;
}

function shortened(text) {
  return text.length > 48 ? `${text.slice(0, 46)}…` : text;
}
