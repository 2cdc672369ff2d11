"""rdflib's stores over SPARQL read and write as its own store does."""

from __future__ import annotations

import pytest
from rdflib import RDF, XSD, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore

EX = Namespace("http://example.org/")
NEW = EX.new
LITERALS = [
    Literal("عربي", lang="ar"),
    Literal('two\nlines\t"quoted" \\ back'),
    Literal(12),
    Literal(2.5),
    Literal("true", datatype=XSD.boolean),
    Literal("1922-02-28", datatype=XSD.date),
]


def update_store(scratch: str, **options: object) -> SPARQLUpdateStore:
    return SPARQLUpdateStore(f"{scratch}/sparql", f"{scratch}/update", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("return_format", ["xml", "json", "csv", "tsv"])
@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_reading_store_reads(scratch: str, method: str, return_format: str) -> None:
    graph = Graph(SPARQLStore(f"{scratch}/sparql", method=method, returnFormat=return_format))

    names = {str(name) for name in graph.objects(EX.egypt, EX.name)}

    assert names == {"مصر", "Egypt"}
    assert len(list(graph.query("SELECT * { ?s ?p ?o }"))) == len(graph) == 11


@pytest.mark.parametrize("options", [{}, {"postAsEncoded": False}, {"autocommit": False}, {"method": "POST"}])
def test_what_is_added_is_there_and_what_is_removed_is_not(scratch: str, options: dict[str, object]) -> None:
    graph = Graph(update_store(scratch, **options), identifier=NEW)
    triples = {(EX.thing, EX.value, literal) for literal in LITERALS}

    for triple in triples:
        graph.add(triple)
    added = set(graph)
    graph.remove((EX.thing, EX.value, Literal(12)))

    assert added == triples
    assert len(graph) == len(LITERALS) - 1
    assert (EX.thing, EX.value, Literal(12)) not in graph


def test_graphs_are_kept_apart(scratch: str) -> None:
    dataset = Dataset(update_store(scratch))

    dataset.addN((EX.a, EX.b, Literal(number), dataset.graph(EX[f"g{number}"])) for number in range(3))

    names = {str(graph.identifier) for graph in dataset.graphs()}
    assert {str(EX[f"g{number}"]) for number in range(3)} <= names
    assert [len(Graph(dataset.store, identifier=EX[f"g{number}"])) for number in range(3)] == [1, 1, 1]


def test_update_is_sent_on(scratch: str) -> None:
    graph = Graph(update_store(scratch), identifier=NEW)

    graph.update("INSERT DATA { <urn:a> a <urn:b> }")

    assert set(graph) == {(URIRef("urn:a"), RDF.type, URIRef("urn:b"))}


def test_edits_that_are_rolled_back_are_never_sent(scratch: str) -> None:
    graph = Graph(update_store(scratch, autocommit=False), identifier=NEW)

    graph.add((EX.a, EX.b, EX.c))
    graph.rollback()

    assert len(graph) == 0


def test_rejected_update_is_an_error(scratch: str) -> None:
    graph = Graph(update_store(scratch), identifier=NEW)

    with pytest.raises(Exception, match="400"):
        graph.update("INSERT NONSENSE")
