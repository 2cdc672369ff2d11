// An editor of code inside a shadow root, so that its styles are adopted sheets and need no inline style.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { linter, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--panel)", fontSize: "0.9rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: '"Noto Sans Mono", ui-monospace, "Cascadia Mono", Consolas, monospace',
    minHeight: "14rem", maxHeight: "60vh", lineHeight: "1.6",
  },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--faint)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--line) !important" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--faint)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "var(--accent-ink)" },
  ".cm-completionLabel": { unicodeBidi: "isolate" },
  ".cm-completionDetail": { color: "var(--faint)", fontStyle: "normal", marginInlineStart: "1.5em", unicodeBidi: "isolate" },
  ".cm-lint-marker-error, .cm-lint-marker-warning": { content: "normal" },
  ".cm-lint-marker-error:before": { content: '"●"', color: "var(--warning)" },
  ".cm-lint-marker-warning:before": { content: '"▲"', color: "var(--code-string)" },
  ".cm-lintRange-error, .cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warning)" },
  ".cm-diagnostic": { whiteSpace: "pre-wrap" },
  ".cm-matchingBracket": { backgroundColor: "var(--line) !important", color: "inherit" },
});
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--code-variable)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.integer, tags.float, tags.bool, tags.annotation, tags.meta], color: "var(--code-number)" },
  { tag: [tags.namespace, tags.url, tags.atom, tags.typeName, tags.link], color: "var(--code-name)" },
  { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
]);

// Put an editor into an element. `complete` is a completion source, `judge` gives faults of a text, `run` is Ctrl-Enter.
export function makeEditor(parent, { text, label, mode, complete, judge, run, changed }) {
  const root = parent.attachShadow({ mode: "open" });
  const place = root.appendChild(document.createElement("div"));
  const extensions = [
    Prec.highest(keymap.of([{ key: "Ctrl-Enter", mac: "Cmd-Enter", run: () => (run(), true) }])),
    lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(),
    EditorView.lineWrapping, EditorView.perLineTextDirection.of(true), mode, syntaxHighlighting(COLOURS), LOOK,
    EditorView.contentAttributes.of({ "aria-label": label, dir: "ltr", spellcheck: "false" }),
    EditorView.updateListener.of((update) => update.docChanged && changed?.(update.state.doc.toString())),
    complete ? autocompletion({ override: [complete], icons: false }) : [],
    judge ? linter((view) => judge(view.state.doc.toString()).then((faults) => faults.map((f) => mark(view, f))), { delay: 600 }) : [],
    lintGutter(),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
  const fresh = (doc) => EditorState.create({ doc, extensions });
  const view = new EditorView({ state: fresh(text), parent: place, root });
  return {
    view,
    text: () => view.state.doc.toString(),
    setText: (doc) => view.setState(fresh(doc)),
    mark: (faults) => view.dispatch(setDiagnostics(view.state, faults.map((fault) => mark(view, fault)))),
    focus: () => view.focus(),
  };
}

// Find the place of a fault that names a line and a column, both counted from one; without them it is at the beginning.
function mark(view, { line, column, message, severity = "error" }) {
  const { doc } = view.state;
  const at = doc.line(Math.min(Math.max(line ?? 1, 1), doc.lines));
  let from = column ? Math.min(at.from + offsetOf(at.text, column - 1), at.to) : at.from;
  const word = /^[^\s{}()]+/.exec(doc.sliceString(from, at.to))?.[0].length ?? 0;
  const to = column ? Math.max(from + word, Math.min(from + 1, at.to)) : at.to;
  if (from === to && from > at.from) from -= 1;
  return { from, to, severity, message };
}

// Columns count code points, the editor counts units of UTF-16.
function offsetOf(text, points) {
  return [...text].slice(0, points).join("").length;
}
