// Complete what is being written: variables and keywords from here, names of the graph from the server.
import { syntaxTree } from "@codemirror/language";

const KEYWORDS = `SELECT CONSTRUCT DESCRIBE ASK WHERE DISTINCT REDUCED FROM NAMED UNION OPTIONAL MINUS GRAPH FILTER BIND AS
VALUES UNDEF GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET EXISTS NOT IN COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG
LANGMATCHES DATATYPE BOUND IRI COALESCE IF REGEX CONTAINS STRSTARTS STRENDS REPLACE SUBSTR STRLEN UCASE LCASE CONCAT YEAR
MONTH DAY isIRI isLiteral isNumeric PREFIX BASE`.split(/\s+/);

export async function complete(context) {
  const variable = context.matchBefore(/[?$][\p{L}\p{N}_]*/u);
  if (variable) return variables(context, variable);
  const word = context.matchBefore(/[\p{L}\p{M}\p{N}_:-]+/u);
  if ((!word && !context.explicit) || inText(context)) return null;
  const text = word?.text ?? "";
  const names = await named(text, context);
  if (context.aborted) return null;
  const from = word?.from ?? context.pos;
  return { from, filter: false, options: [...names, ...keywords(text)] };
}

function inText(context) {
  const name = syntaxTree(context.state).resolveInner(context.pos, -1).name;
  return name === "String" || name === "Comment";
}

function variables(context, found) {
  const all = new Set(context.state.doc.toString().match(/[?$][\p{L}\p{N}_]+/gu));
  all.delete(found.text);
  return { from: found.from, options: [...all].map((label) => ({ label, type: "variable" })), validFor: /^[?$][\p{L}\p{N}_]*$/u };
}

function keywords(text) {
  const begun = text.toUpperCase();
  return text ? KEYWORDS.filter((each) => each.toUpperCase().startsWith(begun)).map((label) => ({ label, type: "keyword" })) : [];
}

async function named(text, context) {
  const stop = new AbortController();
  context.addEventListener("abort", () => stop.abort());
  try {
    const answer = await fetch(`/query/completions?${new URLSearchParams({ text })}`, { signal: stop.signal });
    const { completions } = await answer.json();
    return completions.map((each) => ({
      label: each.label, apply: each.insert, detail: each.detail ?? (each.insert === each.label ? "" : each.insert), type: each.kind,
    }));
  } catch {
    return [];
  }
}
