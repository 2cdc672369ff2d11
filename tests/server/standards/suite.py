"""The suites: their manifests read into cases, by the groups that the pass table has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node

MF: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
BASE: Final = "https://w3c.github.io/rdf-tests/"
"""The address that the suites are published at; relative addresses in their files are resolved by it."""

_SPARQL_11: Final = "sparql/sparql11/manifest-sparql11-"
SECTIONS: Final = {
    "SPARQL 1.1 Query": f"{_SPARQL_11}query.ttl",
    "SPARQL 1.1 Update": f"{_SPARQL_11}update.ttl",
    "SPARQL 1.1 result formats": f"{_SPARQL_11}results.ttl",
    "SPARQL 1.1 Federated Query": f"{_SPARQL_11}fed.ttl",
    "SPARQL 1.1 Protocol": "sparql/sparql11/protocol/manifest.ttl",
    "SPARQL 1.1 Graph Store HTTP Protocol": "sparql/sparql11/graph-store-protocol/manifest.ttl",
    "SPARQL 1.1 Service Description": "sparql/sparql11/service-description/manifest.ttl",
    "SPARQL 1.0 Query": "sparql/sparql10/manifest.ttl",
    "RDF 1.1 N-Triples": "rdf/rdf11/rdf-n-triples/manifest.ttl",
    "RDF 1.1 N-Quads": "rdf/rdf11/rdf-n-quads/manifest.ttl",
    "RDF 1.1 Turtle": "rdf/rdf11/rdf-turtle/manifest.ttl",
    "RDF 1.1 TriG": "rdf/rdf11/rdf-trig/manifest.ttl",
    "RDF 1.1 XML": "rdf/rdf11/rdf-xml/manifest.ttl",
}
"""The parts of the suites, and where the manifest of each is."""


@dataclass(frozen=True)
class Suite:
    """A folder with a copy of the suites."""

    folder: Path

    def file(self, iri: object) -> Path:
        """Find the file that stands at an address."""
        return self.folder / str(iri).removeprefix(BASE)

    def cases(self, section: str) -> Iterator[Case]:
        """Go through the cases of a part, in the order of its manifests."""
        yield from self._cases(self.folder / SECTIONS[section])

    def _cases(self, file: Path) -> Iterator[Case]:
        iri = URIRef(BASE + file.relative_to(self.folder).as_posix())
        manifest = Graph().parse(file, publicID=iri)
        for included in _items(manifest, iri, MF.include):
            yield from self._cases(self.file(included))
        for entry in dict.fromkeys(_items(manifest, iri, MF.entries)):
            if manifest.value(entry, RDF.type) is not None:  # one is listed and not there
                yield Case(self, file.parent.name, entry, manifest)


@dataclass(frozen=True)
class Case:
    """One test: the group that it is of, and the node of a manifest that describes it."""

    suite: Suite
    group: str
    node: Node
    manifest: Graph

    @property
    def name(self) -> str:
        """Its short name."""
        return str(self.node).rpartition("#")[2]

    @property
    def kind(self) -> str:
        """The class that it is of, without namespace and version."""
        return str(self.manifest.value(self.node, RDF.type)).rpartition("#")[2].removesuffix("11")

    def value(self, *path: URIRef) -> Node | None:
        """Follow properties from the test to one value."""
        node: Node | None = self.node
        for each in path:
            node = None if node is None else self.manifest.value(node, each)
        return node


def _items(manifest: Graph, node: Node, property_: URIRef) -> list[Node]:
    return [item for list_ in manifest.objects(node, property_) for item in Collection(manifest, list_)]
