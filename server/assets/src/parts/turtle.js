// Turtle and TriG, as far as colours need it: one token after the other.
import { StreamLanguage } from "@codemirror/language";

const TOKENS = [
  [/^#.*/, "comment"],
  [/^<[^<>"{}|^`\\\s]*>/, "link"],
  [/^@(prefix|base)\b/, "keyword"],
  [/^@[a-zA-Z]+(-[a-zA-Z0-9]+)*/, "annotation"],
  [/^(prefix|base|graph)\b(?!:)/i, "keyword"],
  [/^a(?=[\s<[(])/, "keyword"],
  [/^(true|false)\b/, "bool"],
  [/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/i, "number"],
  [/^"(?:[^"\\\n]|\\.)*"/, "string"],
  [/^'(?:[^'\\\n]|\\.)*'/, "string"],
  [/^_:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-]/u, "variableName"],
  [/^[\p{L}\p{N}_.-]*:(?:[\p{L}\p{N}_:%\\.-]*[\p{L}\p{N}_:%-])?/u, "namespace"],
];

export const turtle = StreamLanguage.define({
  name: "turtle",
  startState: () => ({ long: null }),
  token(stream, state) {
    if (state.long) return inLongString(stream, state);
    if (stream.eatSpace()) return null;
    const opened = stream.match(/^("""|''')/);
    if (opened) {
      state.long = opened[0];
      return inLongString(stream, state);
    }
    for (const [pattern, name] of TOKENS) if (stream.match(pattern)) return name;
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: "#" } },
});

function inLongString(stream, state) {
  while (!stream.eol()) {
    if (stream.match(state.long)) {
      state.long = null;
      break;
    }
    if (stream.next() === "\\") stream.next();
  }
  return "string";
}
