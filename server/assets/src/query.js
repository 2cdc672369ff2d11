// The page where people ask: the editor in place of the plain field, and the result without leaving the page.
import { complete } from "./parts/completion.js";
import { makeEditor } from "./parts/editor.js";
import { make, phrases } from "./parts/elements.js";
import { Notebook } from "./parts/notebook.js";
import { showProblem, showResult } from "./parts/results.js";
import { sparql } from "./parts/sparql.js";

const form = document.getElementById("ask");
const field = form.querySelector("textarea");
const status = document.getElementById("status");
const shown = document.getElementById("shown");
const heading = document.getElementById("result-title");
let running = null;

const asked = field.value;
const notebook = new Notebook(asked, (text) => editor.setText(text));
const box = make("div", { class: "editor", id: "editor", dir: "ltr" });
field.hidden = true;
field.required = false;
field.before(notebook.place, box);
form.querySelector("label").addEventListener("click", () => editor.focus());
const editor = makeEditor(box, {
  text: notebook.current.text, label: phrases.query, mode: sparql, complete, judge, run,
  changed: (text) => notebook.changed(text),
});

const cancel = make("button", { type: "button", class: "plain", id: "cancel", disabled: true, onclick: () => running?.abort() }, phrases.cancel);
const share = make("button", { type: "button", class: "plain", id: "share", onclick: copyLink }, phrases.share);
const actions = form.querySelector(":scope > .actions");
actions.append(make("kbd", { dir: "ltr" }, phrases.run_keys), cancel, share);
actions.after(make("p", { class: "hint" }, phrases.editor_hint));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
document.querySelector(".questions")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  notebook.add(`# ${link.textContent}\n${new URL(link.href).searchParams.get("query")}`);
  run();
  heading.scrollIntoView({ block: "nearest" }); // on a phone the result stands above the questions
});
if (asked.trim()) run({ quiet: true });

async function run({ quiet = false } = {}) {
  const query = editor.text().trim();
  if (!query) return;
  running?.abort();
  const mine = (running = new AbortController());
  cancel.disabled = false;
  heading.hidden = false;
  status.textContent = quiet ? "" : phrases.running;
  if (!quiet) history.replaceState(null, "", addressOf(query));
  try {
    const answer = await fetch("/query/rows", { method: "POST", body: new URLSearchParams({ query }), signal: mine.signal });
    const told = await answer.json();
    status.textContent = "";
    if (answer.ok) {
      editor.mark([]);
      showResult(shown, told, query);
    } else fail(told);
  } catch (error) {
    if (running !== mine) return; // another query runs by now
    status.textContent = error.name === "AbortError" ? phrases.cancelled : "";
    if (error.name !== "AbortError") fail({});
  } finally {
    if (running === mine) {
      running = null;
      cancel.disabled = true;
    }
  }
}

function fail(problem) {
  showProblem(shown, problem);
  if (problem.line) editor.mark([faultOf(problem)]);
}

async function judge(query) {
  if (!query.trim()) return [];
  try {
    const answer = await fetch("/query/faults", { method: "POST", body: new URLSearchParams({ query }) });
    return ((await answer.json()).faults ?? []).map(faultOf);
  } catch {
    return [];
  }
}

function faultOf({ line, column, detail }) {
  return { line, column, message: detail };
}

async function copyLink() {
  await navigator.clipboard.writeText(new URL(addressOf(editor.text().trim()), location.href).href);
  status.textContent = phrases.shared;
}

function addressOf(query) {
  return `/query?${new URLSearchParams({ query })}`;
}
