// The whole in pictures: drawn from the rows that stand in the page's tables as well.
import { phrases } from "./parts/elements.js";
import { seeMatrix, seeTimeline } from "./parts/overviews.js";
import { edgesOf, showEdges } from "./parts/network.js";

const rows = JSON.parse(document.getElementById("rows").textContent);

const nameOf = (place) => `${place.previousElementSibling.textContent}: ${phrases.picture_of}`;
const timeline = document.getElementById("picture-timeline");
if (timeline) seeTimeline(timeline, rows.timeline, nameOf(timeline));
const matrix = document.getElementById("picture-matrix");
if (matrix) seeMatrix(matrix, rows.matrix, nameOf(matrix));
const network = document.getElementById("picture-network");
if (network) showEdges(network, edgesOf({ kind: "graph", rows: rows.network }));
