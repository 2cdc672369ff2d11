"""SPARQLWrapper changes what it then reads, with a token where one is needed."""

from __future__ import annotations

import pytest
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, URLENCODED, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

PREFIX = "PREFIX : <http://example.org/> "
NAMES = PREFIX + "SELECT ?name { ?state :name ?name } ORDER BY ?name"


@pytest.mark.parametrize("way", [URLENCODED, POSTDIRECTLY])
def test_update_is_read_back(scratch: str, way: str) -> None:
    client = SPARQLWrapper(f"{scratch}/sparql", f"{scratch}/update", returnFormat=JSON)
    client.setMethod(POST)
    client.setRequestMethod(way)

    client.setQuery(PREFIX + 'DELETE { ?s :name ?o } INSERT { ?s :name "مصر!"@ar } WHERE { ?s :name ?o ; :area ?area }')
    client.query()
    client.setQuery(NAMES)
    client.setMethod(POST)
    found = client.queryAndConvert()

    assert isinstance(found, dict)
    assert [row["name"]["value"] for row in found["results"]["bindings"]] == ["حدود", "مصر!", "مصر!"]


def test_dataset_is_that_of_the_parameters(scratch: str) -> None:
    client = SPARQLWrapper(f"{scratch}/sparql", returnFormat=CSV, defaultGraph="http://example.org/treaties")
    client.setQuery("SELECT ?s ?o { ?s ?p ?o }")

    table = client.queryAndConvert()

    assert isinstance(table, bytes)
    assert len(table.splitlines()) == 3


def test_malformed_query_is_told_as_such(scratch: str) -> None:
    client = SPARQLWrapper(f"{scratch}/sparql")
    client.setQuery("SELECT * { ?s")

    with pytest.raises(QueryBadFormed):
        client.query()
