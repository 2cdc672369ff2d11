// The neighbourhood of a thing as a picture, drawn when somebody wants to see it.
import { make, phrases } from "./parts/elements.js";

const details = document.getElementById("neighbourhood");
details?.addEventListener("toggle", show, { once: true });

async function show() {
  const place = details.querySelector(".place");
  const iri = `<${details.dataset.iri}>`;
  const query = `CONSTRUCT { ?s ?p ?o } WHERE { { SELECT * {
    { BIND(${iri} AS ?s) GRAPH ?g { ?s ?p ?o } } UNION { BIND(${iri} AS ?o) GRAPH ?g { ?s ?p ?o } }
    FILTER(isIRI(?o) && ?p NOT IN (rdf:type, dcterms:source, mithaq:wikidata) && STRSTARTS(STR(?s), STR(id:)) && STRSTARTS(STR(?o), STR(id:)))
    FILTER(?g != <https://w3id.org/mithaq/graph/inferred>)
  } LIMIT 150 } }`;
  place.textContent = phrases.running;
  try {
    const answer = await fetch("/query/rows", { method: "POST", body: new URLSearchParams({ query }) });
    const { showNetwork } = await import("./parts/network.js");
    showNetwork(place, await answer.json());
  } catch {
    place.replaceChildren(make("p", {}, phrases.unreachable));
  }
}
