// The rows of a result as a table: labels before IRIs, sorting, and as many rows as have been scrolled to.
import { fill, make, phrases } from "./elements.js";

const AT_ONCE = 200;

export function showTable(place, { columns, rows }) {
  let order = { column: -1, down: false };
  const body = make("tbody");
  const heads = columns.map((name, column) => head(name, () => sort(column)));
  const box = make("div", { class: "rows", tabindex: 0, role: "region", "aria-label": phrases.result },
    make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body));
  place.replaceChildren(box);
  let pending = [];
  const more = () => body.append(...pending.splice(0, AT_ONCE).map(rowOf));
  box.addEventListener("scroll", () => box.scrollTop + 2 * box.clientHeight > box.scrollHeight && more(), { passive: true });
  fillBody(rows);

  function fillBody(sorted) {
    pending = [...sorted];
    body.replaceChildren();
    more();
  }

  function sort(column) {
    order = { column, down: order.column === column && !order.down };
    heads.forEach((each, index) => each.setAttribute("aria-sort", index === column ? (order.down ? "descending" : "ascending") : "none"));
    fillBody([...rows].sort((a, b) => (order.down ? -1 : 1) * compare(a[column], b[column])));
  }
}

function head(name, sort) {
  return make("th", { scope: "col", "aria-sort": "none" },
    make("button", { type: "button", title: fill(phrases.sort_by, { column: name }), onclick: sort }, make("bdi", {}, name)));
}

function rowOf(row) {
  return make("tr", {}, ...row.map((cell) => make("td", { dir: cell?.direction === "rtl" ? "rtl" : null }, ...(cell ? contents(cell) : []))));
}

function contents(cell) {
  const text = make("bdi", { lang: cell.language ?? (cell.direction === "rtl" ? "ar" : null), dir: cell.direction }, cell.text);
  const shown = cell.address ? make("a", { href: addressOf(cell) }, text) : text;
  return cell.note ? [shown, make("div", { class: "iri" }, make("bdi", { dir: "ltr" }, make("code", {}, cell.note)))] : [shown];
}

function addressOf(cell) {
  if (cell.address.startsWith("/")) return cell.address;
  const query = `SELECT ?property ?value ?graph WHERE {\n  GRAPH ?graph { <${cell.iri}> ?property ?value }\n}`;
  return `/query?${new URLSearchParams({ query })}`;
}

function compare(a, b) {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  const [x, y] = [Number(a.text), Number(b.text)];
  return Number.isNaN(x) || Number.isNaN(y) ? a.text.localeCompare(b.text, ["ar", "en"]) : x - y;
}
