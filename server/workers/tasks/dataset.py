"""The task of describing the graph as a dataset: what it is, how large, and how it can be had (VoID and DCAT)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pyoxigraph import Literal, NamedNode, Triple, serialize

from mithaq.graph import LANGUAGES, PREFIXES, syntax_named

from ...dataset_texts import DESCRIPTION, KEYWORDS, TITLE
from ...iris import GRAPHS, HOME
from ...media_types import GRAPH_FORMATS
from .records import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mithaq.graph import KnowledgeGraph, Term, Text

    from ...media_types import Choice
    from .records import Outlet

_PREFIXES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": PREFIXES["dcterms"],
    "foaf": PREFIXES["foaf"],
    "rdf": PREFIXES["rdf"],
    "void": "http://rdfs.org/ns/void#",
    "xsd": PREFIXES["xsd"],
}
_LICENSE: Final = NamedNode("https://creativecommons.org/licenses/by/4.0/")
_EXAMPLE: Final = NamedNode(PREFIXES["id"] + "russia")
_LANGUAGES_OF: Final = "http://id.loc.gov/vocabulary/iso639-1/"
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
_SPARQL: Final = NamedNode("http://www.w3.org/TR/sparql11-protocol/")
_COUNTS: Final = {
    "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "distinctObjects": "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
    "entities": f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a ?c FILTER STRSTARTS(STR(?s), '{PREFIXES['id']}') }}",
    "documents": "SELECT (COUNT(*) AS ?n) { ?article a mithaq:Article }",
}
_CLASSES: Final = "SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
_PROPERTIES: Final = "SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property ORDER BY ?property"
_SIZE: Final = "SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
_VOCABULARIES: Final = ("mithaq", "dcterms", "skos")
_PARTS: Final = ("reference", "ontology", "inferred")


@dataclass(frozen=True)
class DescribeDataset:
    """The description of the dataset that a service at this address gives out."""

    kind: ClassVar[str] = "describe"
    address: str
    choice: Choice

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Write the description, counted anew."""
        triples = sorted(set(_Description(graph, self.address).triples()), key=str)
        outlet.begin(Head(self.choice.content_type))
        outlet.write(serialize(triples, format=syntax_named(self.choice.format.name).format, prefixes=_PREFIXES) or b"")


class _Description:
    """Makes the triples; `address` is that of the service, without its last slash."""

    def __init__(self, graph: KnowledgeGraph, address: str) -> None:
        self._graph, self._address = graph, address
        self._dataset = self._at("/.well-known/void#dataset")
        self._endpoint = self._at("/.well-known/void#sparql")

    def triples(self) -> Iterator[Triple]:
        yield from self._what_it_is()
        yield from self._how_large()
        yield from self._how_it_can_be_had()

    def _what_it_is(self) -> Iterator[Triple]:
        dataset = self._dataset
        yield from _types(dataset, "void:Dataset", "dcat:Dataset")
        yield from _said(dataset, "dcterms:title", TITLE)
        yield from _said(dataset, "dcterms:description", DESCRIPTION)
        yield from (triple for each in KEYWORDS for triple in _said(dataset, "dcat:keyword", each))
        yield _triple(dataset, "dcterms:identifier", Literal(self._graph.revision.digest))
        yield _triple(dataset, "dcat:version", Literal(str(self._graph.revision.number)))
        yield _triple(dataset, "dcterms:modified", _time(self._graph.revision.time))
        yield _triple(dataset, "dcterms:license", _LICENSE)
        yield from (_triple(dataset, "dcterms:language", NamedNode(_LANGUAGES_OF + each)) for each in LANGUAGES)
        yield _triple(dataset, "foaf:homepage", self._at("/"))

    def _how_large(self) -> Iterator[Triple]:
        dataset = self._dataset
        for name, query in _COUNTS.items():
            yield _triple(dataset, f"void:{name}", Literal(self._count(query)))
        yield from self._partitions("class", _CLASSES)
        yield from self._partitions("property", _PROPERTIES)
        for name in _PARTS:
            part = self._at(f"/.well-known/void#{name}")
            yield _triple(dataset, "void:subset", part)
            yield from _types(part, "void:Dataset")
            yield _triple(part, "void:triples", Literal(self._count(_SIZE.format(graph=GRAPHS + name))))
            yield _triple(part, "void:dataDump", self._at(f"/graph/{name}"))

    def _partitions(self, kind: str, query: str) -> Iterator[Triple]:
        """Tell how often each class or property is used."""
        size = "entities" if kind == "class" else "triples"
        rows = list(self._graph.query(query).rows())
        yield _triple(self._dataset, "void:classes" if kind == "class" else "void:properties", Literal(len(rows)))
        for number, (term, count) in enumerate(rows, start=1):
            part = self._at(f"/.well-known/void#{kind}-{number}")
            yield _triple(self._dataset, f"void:{kind}Partition", part)
            yield _triple(part, f"void:{kind}", term)
            yield _triple(part, f"void:{size}", count)

    def _how_it_can_be_had(self) -> Iterator[Triple]:
        dataset, endpoint = self._dataset, self._endpoint
        yield _triple(dataset, "void:sparqlEndpoint", self._at("/sparql"))
        yield _triple(dataset, "void:uriSpace", Literal(HOME))
        yield _triple(dataset, "void:exampleResource", _EXAMPLE)
        yield from (_triple(dataset, "void:vocabulary", NamedNode(PREFIXES[each])) for each in _VOCABULARIES)
        yield from _types(endpoint, "dcat:DataService")
        yield from _said(endpoint, "dcterms:title", TITLE)
        yield _triple(endpoint, "dcat:servesDataset", dataset)
        yield _triple(endpoint, "dcat:endpointURL", self._at("/sparql"))
        yield _triple(endpoint, "dcat:endpointDescription", self._at("/openapi.json"))
        yield _triple(endpoint, "dcterms:conformsTo", _SPARQL)
        for each in GRAPH_FORMATS:
            part, dump = self._at(f"/.well-known/void#{each.name}"), self._at(f"/facts?format={each.name}")
            yield _triple(dataset, "dcat:distribution", part)
            yield _triple(dataset, "void:dataDump", dump)
            yield from _types(part, "dcat:Distribution")
            yield _triple(part, "dcat:downloadURL", dump)
            yield _triple(part, "dcat:mediaType", NamedNode(_MEDIA_TYPES + each.media_types[0]))
            yield _triple(part, "dcterms:license", _LICENSE)

    def _count(self, query: str) -> int:
        (number,) = next(iter(self._graph.query(query).rows()))
        assert isinstance(number, Literal)  # noqa: S101 - a count
        return int(number.value)

    def _at(self, path: str) -> NamedNode:
        return NamedNode(self._address + path)


def _said(subject: NamedNode, predicate: str, text: Text) -> Iterator[Triple]:
    for language in LANGUAGES:
        yield _triple(subject, predicate, Literal(text.said_in(language), language=language))


def _types(subject: NamedNode, *names: str) -> Iterator[Triple]:
    yield from (_triple(subject, "rdf:type", _named(name)) for name in names)


def _triple(subject: NamedNode, predicate: str, value: Term | Triple | None) -> Triple:
    assert value is not None  # noqa: S101 - each row of these queries is whole
    return Triple(subject, _named(predicate), value)


def _named(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(_PREFIXES[prefix] + local)


def _time(written: str) -> Literal:
    return Literal(written, datatype=NamedNode(PREFIXES["xsd"] + "dateTime"))
