// SPARQL, with prefixed names in a colour of their own.
import { LanguageSupport } from "@codemirror/language";
import { SparqlLanguage } from "codemirror-lang-sparql";
import { styleTags, tags } from "@lezer/highlight";

export const sparql = new LanguageSupport(
  SparqlLanguage.configure({ props: [styleTags({ "Pname_ln Pname_ns": tags.namespace, "Keyword A_predicate": tags.keyword })] }),
);
