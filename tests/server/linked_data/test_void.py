"""The description of the dataset: counted from the graph, in every format, anew with each revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store

from mithaq.graph import KnowledgeGraph, Submission, parse_facts_bytes
from mithaq.server import ServiceSettings, create_app

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

    from mithaq.graph import BuildFiles

PREFIXES = """PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
FACTS = """@base <https://w3id.org/mithaq/article/> .
@prefix id: <https://w3id.org/mithaq/id/> .
@prefix mithaq: <https://w3id.org/mithaq#> .
<pact#char=27,34> { id:abkhazia mithaq:name "أبخازي"@ar }"""


def described(client: FlaskClient) -> Store:
    store = Store()
    store.load(client.get("/.well-known/void").data, format=RdfFormat.TURTLE)
    return store


def value(store: Store, pattern: str) -> str:
    (found,) = values(store, f"?dataset a void:Dataset, dcat:Dataset . {pattern}")
    return found


def values(store: Store, pattern: str) -> list[str]:
    solutions = store.query(f"{PREFIXES} SELECT ?value {{ {pattern} }}")
    assert isinstance(solutions, QuerySolutions)
    terms = [row["value"] for row in solutions]
    return [term.value for term in terms if isinstance(term, Literal | NamedNode)]


def test_dataset_is_as_large_as_the_graph(client: FlaskClient, store: Path) -> None:
    dataset = described(client)

    with KnowledgeGraph.open(store) as graph:
        size = graph.stats().triples
    assert int(value(dataset, "?dataset void:triples ?value")) == size
    parts = values(dataset, "?dataset void:propertyPartition ?part . ?part void:triples ?value")
    assert sum(map(int, parts)) == size


def test_dataset_can_be_had_where_the_description_says(client: FlaskClient) -> None:
    dataset = described(client)

    dumps = values(dataset, "?dataset void:dataDump ?value")
    endpoint = value(dataset, "?dataset void:sparqlEndpoint ?value")
    assert len(dumps) == 9
    assert all(client.get(dump).status_code == 200 for dump in dumps)
    assert client.get(endpoint, query_string={"query": "ASK {}"}).status_code == 200


def test_dataset_is_named_in_both_languages(client: FlaskClient) -> None:
    for language in ("ar", "en"):
        assert value(described(client), f"?dataset dcterms:title ?value FILTER(LANG(?value) = '{language}')")


def test_description_follows_the_graph(tmp_path: Path, small_files: BuildFiles) -> None:
    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).written
    app = create_app(ServiceSettings(tmp_path / "store", workers=1))
    client = app.test_client()
    before = int(value(described(client), "?dataset void:triples ?value"))

    with KnowledgeGraph.writing(tmp_path / "store") as writer:
        writer.add([Submission(parse_facts_bytes(FACTS.encode(), "trig", "facts.trig"))])

    assert int(value(described(client), "?dataset void:triples ?value")) > before
    assert value(described(client), "?dataset dcat:version ?value") == "2"
    app.extensions["service"].close()
