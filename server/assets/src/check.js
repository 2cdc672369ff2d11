// The page where facts are checked: an editor in which the faulty lines are marked, the findings, and a way to add.
import { makeEditor } from "./parts/editor.js";
import { compact, fill, language, make, number, phrases } from "./parts/elements.js";
import { turtle } from "./parts/turtle.js";

const form = document.getElementById("facts-form");
const files = document.getElementById("file-form");
const field = form.querySelector("textarea");
const syntax = document.getElementById("syntax");
const status = document.getElementById("status");
const verdict = document.getElementById("verdict");
const SYNTAX_OF = { ttl: "turtle", trig: "trig", nt: "ntriples", nq: "nquads", jsonld: "jsonld" };
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const SEVERITY = { Violation: phrases.violation, Warning: phrases.warning, Info: phrases.info };

const box = make("div", { class: "editor", id: "editor", dir: "ltr" });
field.hidden = true;
field.required = false;
field.before(box);
const editor = makeEditor(box, { text: field.value, label: phrases.facts, mode: turtle, run: check });
form.querySelector("label").addEventListener("click", () => editor.focus());
const name = make("input", { type: "text", id: "article-name", dir: "ltr", autocomplete: "off" });
const text = make("textarea", { id: "article-text", dir: "rtl", lang: "ar" });
box.after(
  make("p", { class: "hint" }, phrases.drop),
  make("details", {}, make("summary", {}, phrases.article), make("p", { class: "hint" }, phrases.article_hint),
    make("label", { for: "article-name" }, phrases.name), name, make("label", { for: "article-text" }, phrases.text), text),
);
form.addEventListener("submit", (event) => (event.preventDefault(), check()));
files.querySelector("input").addEventListener("change", (event) => take(event.target.files[0]));
files.querySelector("button").hidden = true;
for (const kind of ["dragover", "drop"]) {
  box.addEventListener(kind, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    if (kind === "drop") take(event.dataTransfer.files[0]);
  }, { capture: true });
}

async function take(file) {
  if (!file) return;
  editor.setText(await file.text());
  syntax.value = SYNTAX_OF[file.name.split(".").pop()] ?? syntax.value;
  name.value = name.value || file.name.replace(/\.\w+$/, "");
  check();
}

// An article's text goes as a file: fields of forms have their line ends changed, and offsets count every character.
function handedIn() {
  const parts = new FormData();
  parts.append("format", syntax.value);
  if (name.value && text.value) {
    const ending = Object.keys(SYNTAX_OF).find((each) => SYNTAX_OF[each] === syntax.value);
    parts.append("facts", new Blob([editor.text()]), `${name.value}.${ending}`);
    parts.append("text", new Blob([text.value]), `${name.value}.txt`);
  } else {
    if (name.value) parts.append("article", name.value);
    parts.append("facts", editor.text());
  }
  return parts;
}

async function check() {
  if (!editor.text().trim()) return;
  await send("/validate", {}, (answer, told) => (answer.ok ? showReport(told) : showProblem(told)));
}

async function add(token) {
  await send("/facts", { Authorization: `Bearer ${token}` }, (answer, told) => {
    if (answer.ok) verdict.replaceChildren(make("p", { class: "verdict" },
      told.changed === false ? phrases.already : fill(phrases.added, { number: answer.headers.get("Mithaq-Revision") })));
    else if (answer.status === 409 && told.report) showReport(told.report);
    else showProblem(told);
  });
}

async function send(address, headers, show) {
  status.textContent = phrases.checking;
  try {
    const answer = await fetch(address, { method: "POST", body: handedIn(), headers: { Accept: "application/json", ...headers } });
    show(answer, await answer.json());
  } catch {
    showProblem({ detail: phrases.unreachable });
  }
  status.textContent = "";
}

function showProblem(problem) {
  editor.mark(problem.line ? [{ line: problem.line, column: problem.column, message: problem.detail }] : []);
  verdict.replaceChildren(make("div", { class: "problem" }, make("strong", {}, problem.line ? phrases.malformed : problem.title ?? ""), " ",
    problem.line ? goTo(problem.line) : null, make("pre", { dir: "ltr", lang: "en" }, problem.detail)));
}

function showReport(report) {
  editor.mark(report.findings.filter((each) => each.line).map((each) => ({
    line: each.line, message: said(each.message), severity: each.severity === "Violation" ? "error" : "warning" })));
  verdict.replaceChildren(
    make("h2", { class: "verdict" }, report.conforms ? phrases.conforms : phrases.does_not_conform),
    make("p", { class: "hint" }, fill(phrases.findings, { count: number(report.findings.length) })),
    ...report.findings.slice(0, 200).map(finding),
    make("button", { type: "button", class: "plain", id: "foresee", onclick: foresee }, phrases.follows),
    make("ul", { id: "consequences" }),
    report.conforms ? adding() : "",
  );
}

async function foresee() {
  await send("/check/consequences", {}, (answer, told) => (answer.ok ? showConsequences(told.triples) : showProblem(told)));
}

function showConsequences(triples) {
  const follows = triples.map((triple) => make("li", {}, ...triple.flatMap((cell) => [shownCell(cell), " "])));
  if (!follows.length) follows.push(make("li", {}, phrases.nothing_follows));
  document.getElementById("consequences").replaceChildren(...follows);
}

function shownCell(cell) {
  if (cell.iri === TYPE) return phrases.is_a;
  const text = make("bdi", { lang: cell.language, dir: cell.direction }, cell.text);
  return cell.address?.startsWith("/") ? make("a", { href: cell.address }, text) : text;
}

function finding(each) {
  const list = make("dl");
  const row = (label, ...value) => value[0] && list.append(make("dt", {}, label), make("dd", {}, ...value));
  row(phrases.line, each.line && goTo(each.line));
  row(phrases.fact, [each.focus, each.path, each.value].some(Boolean) && make("bdi", { dir: "ltr" }, make("code", {}, [each.focus, each.path, each.value].filter(Boolean).map(compact).join(" "))));
  row(phrases.words, each.quote && make("bdi", { lang: "ar", dir: "rtl" }, `«${each.quote}»`));
  row(phrases.sentence, each.sentence && each.sentence !== each.quote && make("bdi", { lang: "ar", dir: "rtl" }, each.sentence));
  row(phrases.rule, make("a", { href: each.rule.replace("https://w3id.org/mithaq/", "/"), dir: "ltr" }, each.rule.replace(/^.*\//, "")));
  return make("section", { class: "finding" }, make("h3", {}, `${SEVERITY[each.severity]}: ${said(each.message)}`),
    said(each.advice) ? make("p", {}, `${phrases.guidance}: ${said(each.advice)}`) : "", list);
}

function adding() {
  const token = make("input", { type: "password", id: "token", autocomplete: "off", required: true });
  return make("form", { id: "adding", onsubmit: (event) => (event.preventDefault(), add(token.value)) },
    make("h3", {}, phrases.add), make("p", { class: "hint" }, phrases.add_hint), make("label", { for: "token" }, phrases.token),
    make("div", { class: "actions" }, token, make("button", { type: "submit" }, phrases.add)));
}

function said(message) {
  return message[language] || message.en;
}

function goTo(line) {
  const go = () => {
    const at = editor.view.state.doc.line(Math.min(line, editor.view.state.doc.lines));
    editor.view.dispatch({ selection: { anchor: at.from }, scrollIntoView: true });
    editor.focus();
  };
  return make("button", { type: "button", class: "plain", onclick: go }, fill(phrases.go_to_line, { line }));
}
