"""The task of describing the endpoint (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from mithaq.graph import PREFIXES, KnowledgeGraph, syntax_named

from .records import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...media_types import Choice
    from .records import Outlet, Readable

_DESCRIPTION: Final = Path(__file__).resolve().parents[2] / "service_description.ttl"
_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TRIPLES: Final = NamedNode("http://rdfs.org/ns/void#triples")
_OWL_RL: Final = NamedNode("http://www.w3.org/ns/owl-profile/RL")
_RDF_BASED: Final = NamedNode("http://www.w3.org/ns/entailment/OWL-RDF-Based")
_MOST_GRAPHS: Final = 1000
"""Named graphs that are listed: of a large store each span is one, and VoID describes them better."""
_GRAPHS: Final = (
    f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g ORDER BY ?g LIMIT {_MOST_GRAPHS}"
)


@dataclass(frozen=True)
class Description:
    """Describe the endpoint at an address, which may be one for updates too."""

    kind: ClassVar[str] = "description"
    endpoint: str
    writable: bool
    choice: Choice

    def answer(self, graph: Readable, outlet: Outlet) -> None:
        """Write the description, with the named graphs and how many triples each has."""
        syntax = syntax_named(self.choice.format.name)
        outlet.begin(Head(self.choice.content_type))
        prefixes = {
            **PREFIXES,
            "sd": _SD,
            "formats": "http://www.w3.org/ns/formats/",
            "void": "http://rdfs.org/ns/void#",
        }
        outlet.write(serialize(self._triples(graph), format=syntax.format, prefixes=prefixes) or b"")

    def _triples(self, graph: Readable) -> Iterator[Triple]:
        for quad in parse(_DESCRIPTION.read_bytes(), format=RdfFormat.TURTLE, base_iri=self.endpoint):
            yield quad.triple
        service = NamedNode(self.endpoint)
        if self.writable:
            yield Triple(service, _term("supportedLanguage"), _term("SPARQL11Update"))
        if isinstance(graph, KnowledgeGraph):
            yield Triple(service, _term("defaultEntailmentRegime"), _RDF_BASED)
            yield Triple(service, _term("defaultSupportedEntailmentProfile"), _OWL_RL)
        else:
            yield Triple(service, _term("feature"), _term("EmptyGraphs"))
        yield from self._graphs(graph)

    def _graphs(self, graph: Readable) -> Iterator[Triple]:
        ((number,),) = graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows()
        assert isinstance(number, Literal)  # noqa: S101 - a count
        yield Triple(NamedNode(f"{self.endpoint}#default-graph"), _TRIPLES, number)
        for name, count in graph.query(_GRAPHS).rows():
            if isinstance(name, NamedNode) and isinstance(count, Literal):
                named, there = BlankNode(), BlankNode()
                yield Triple(NamedNode(f"{self.endpoint}#dataset"), _term("namedGraph"), named)
                yield Triple(named, _TYPE, _term("NamedGraph"))
                yield Triple(named, _term("name"), name)
                yield Triple(named, _term("graph"), there)
                yield Triple(there, _TYPE, _term("Graph"))
                yield Triple(there, _TRIPLES, count)


def _term(name: str) -> NamedNode:
    return NamedNode(_SD + name)
