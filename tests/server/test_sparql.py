"""The SPARQL endpoint keeps to the protocol."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import RdfFormat, parse

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ARTICLES = "SELECT ?article ?length { ?article a mithaq:Article ; mithaq:length ?length } ORDER BY ?article"
FIRST_ARTICLE = "https://w3id.org/mithaq/article/accord"
REPEATABLE_AND_NOT = ("ASK%7B%7D", "SELECT(RAND()AS%3Fx)%7B%7D")
ANY_ARTICLE = "ASK { ?article a mithaq:Article }"
LENGTHS = "CONSTRUCT { ?article mithaq:length ?length } WHERE { ?article mithaq:length ?length }"


def test_get_answers_a_query(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string={"query": ARTICLES})

    bindings = response.get_json()["results"]["bindings"]
    assert response.status_code == 200
    assert response.content_type == "application/sparql-results+json; charset=utf-8"
    assert bindings[0]["article"]["value"] == FIRST_ARTICLE
    assert len(bindings) == 3


def test_posted_form_answers_a_query(client: FlaskClient) -> None:
    response = client.post("/sparql", data={"query": ANY_ARTICLE})

    assert response.get_json()["boolean"] is True


def test_posted_query_is_answered_with_the_dataset_of_the_address(client: FlaskClient) -> None:
    response = client.post(
        "/sparql",
        query_string={"default-graph-uri": FIRST_ARTICLE},
        data="SELECT ?article { ?article a mithaq:Article }",
        content_type="application/sparql-query; charset=utf-8",
    )

    assert [binding["article"]["value"] for binding in response.get_json()["results"]["bindings"]] == [FIRST_ARTICLE]


@pytest.mark.parametrize(
    ("given", "query"),
    [("default-graph-uri", "ASK { GRAPH ?g { ?s ?p ?o } }"), ("named-graph-uri", "ASK { ?s ?p ?o }")],
)
def test_dataset_of_the_request_holds_nothing_else(client: FlaskClient, given: str, query: str) -> None:
    response = client.post("/sparql", data={"query": query, given: FIRST_ARTICLE})

    assert response.get_json()["boolean"] is False


def test_named_graphs_of_the_request_are_the_only_ones(client: FlaskClient) -> None:
    asked = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri": FIRST_ARTICLE}

    response = client.post("/sparql", data=asked)

    assert [binding["g"]["value"] for binding in response.get_json()["results"]["bindings"]] == [FIRST_ARTICLE]


@pytest.mark.parametrize(
    ("accept", "beginning"),
    [
        ("application/sparql-results+xml", b"<?xml"),
        ("text/csv", b"article,length\r\n"),
        ("text/tab-separated-values", b"?article\t?length\n"),
        ("text/turtle", b"@prefix rs: "),
        ("application/json", b"{"),
    ],
)
def test_solutions_come_in_the_accepted_format(client: FlaskClient, accept: str, beginning: bytes) -> None:
    response = client.get("/sparql", query_string={"query": ARTICLES}, headers={"Accept": accept})

    assert response.content_type == f"{accept}; charset=utf-8"
    assert response.data.startswith(beginning)
    assert response.data.count(b"https://w3id.org/mithaq/article/") == 3


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/trig", RdfFormat.TRIG),
        ("application/n-quads", RdfFormat.N_QUADS),
    ],
)
def test_graphs_come_in_the_accepted_format(client: FlaskClient, accept: str, format_: RdfFormat) -> None:
    response = client.get("/sparql", query_string={"query": LENGTHS}, headers={"Accept": accept})

    assert response.content_type == f"{accept}; charset=utf-8"
    assert len(set(parse(response.data, format=format_))) == 3


def test_yes_or_no_comes_as_xml(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string={"query": ANY_ARTICLE, "format": "xml"})

    verdict = ET.fromstring(response.data).find("{http://www.w3.org/2005/sparql-results#}boolean")  # noqa: S314
    assert verdict is not None
    assert verdict.text == "true"


def test_named_format_wins_over_the_accept_header(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string={"query": LENGTHS, "format": "nt"}, headers={"Accept": "text/turtle"})

    assert response.mimetype == "application/n-triples"


def test_endpoint_without_a_query_describes_itself(client: FlaskClient) -> None:
    response = client.get("/sparql", headers={"Accept": "text/turtle"})

    triples = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in parse(response.data, format=RdfFormat.TURTLE)
    }
    assert (
        "http://localhost/sparql",
        "http://www.w3.org/ns/sparql-service-description#endpoint",
        "http://localhost/sparql",
    ) in triples


def test_syntax_error_is_a_problem_with_line_and_column(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string={"query": "SELECT *\nWHERE { ?s ?p }"})

    problem = json.loads(response.data)
    assert response.status_code == 400
    assert response.content_type == "application/problem+json; charset=utf-8"
    assert problem["line"] == 2
    assert 15 <= problem["column"] <= 16
    assert problem["status"] == 400
    assert problem["type"].startswith("https://w3id.org/mithaq/problem/")


def test_unknown_prefix_is_refused_where_it_stands(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string={"query": "ASK { ?s nobody:knows ?o }"})

    assert response.status_code == 400
    assert response.get_json()["line"] == 1


@pytest.mark.parametrize(
    "query",
    ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "ASK { service silent ?anywhere { ?s ?p ?o } }"],
)
def test_federated_query_is_refused(client: FlaskClient, query: str) -> None:
    response = client.get("/sparql", query_string={"query": query})

    assert response.status_code == 403
    assert "SERVICE" in response.get_json()["detail"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", 400),
        ("/sparql?query=%FF", 400),
        ("/sparql?update=CLEAR%20ALL", 400),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=not%20an%20iri", 400),
        ("/sparql?query=ASK%7B%7D&format=docx", 406),
        ("/sparql?query=ASK%7B%7D&format=ntriples", 406),
        ("/nowhere", 404),
    ],
)
def test_malformed_request_is_a_problem(client: FlaskClient, address: str, status: int) -> None:
    response = client.get(address)

    assert response.status_code == status
    assert response.get_json()["status"] == status
    assert response.get_json()["detail"]


def test_unacceptable_format_says_what_there_is(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string={"query": ANY_ARTICLE}, headers={"Accept": "image/png"})

    assert response.status_code == 406
    assert "text/csv" in response.get_json()["offered"]


def test_other_methods_are_not_allowed(client: FlaskClient) -> None:
    response = client.put("/sparql", data="ASK {}")

    assert response.status_code == 405
    assert {"GET", "POST"} <= set(response.headers["Allow"].replace(",", "").split())
    assert response.mimetype == "application/problem+json"


def test_body_of_another_type_is_not_understood(client: FlaskClient) -> None:
    response = client.post("/sparql", data="ASK {}", content_type="text/plain")

    assert response.status_code == 415
    assert "application/sparql-query" in response.headers["Accept-Post"]


def test_posted_form_without_a_query_is_malformed(client: FlaskClient) -> None:
    assert client.post("/sparql", data={"format": "json"}).status_code == 400


def test_too_large_a_body_is_refused(client: FlaskClient) -> None:
    body = urlencode({"query": "ASK {} #" + "x" * 30_000})

    response = client.post("/sparql", data=body, content_type="application/x-www-form-urlencoded")

    assert response.status_code == 413
    assert response.mimetype == "application/problem+json"


def test_answers_can_be_read_by_pages_of_other_hosts(client: FlaskClient) -> None:
    answered = client.get("/sparql", query_string={"query": ANY_ARTICLE}, headers={"Origin": "https://example.org"})
    refused = client.get("/sparql", query_string={"query": "nonsense"}, headers={"Origin": "https://example.org"})
    asked_first = client.options("/sparql", headers={"Origin": "https://example.org"})

    assert {each.headers["Access-Control-Allow-Origin"] for each in (answered, refused, asked_first)} == {"*"}
    assert "Content-Type" in asked_first.headers["Access-Control-Allow-Headers"]


def test_repeated_question_is_answered_by_its_tag(client: FlaskClient) -> None:
    first = client.get("/sparql", query_string={"query": ARTICLES})
    tag = first.headers["ETag"]

    again = client.get("/sparql", query_string={"query": ARTICLES}, headers={"If-None-Match": tag})
    other_format = client.get(
        "/sparql", query_string={"query": ARTICLES}, headers={"If-None-Match": tag, "Accept": "text/csv"}
    )

    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag
    assert other_format.status_code == 200
    assert "Accept" in first.headers["Vary"]


def test_tag_of_anything_hides_no_malformed_query(client: FlaskClient) -> None:
    refused = client.get("/sparql", query_string={"query": "nonsense"}, headers={"If-None-Match": "*"})

    assert refused.status_code == 400


@pytest.mark.parametrize("path", [*map("/sparql?query={}".format, REPEATABLE_AND_NOT), "/data?default", "/articles"])
def test_whoever_has_any_answer_gets_none(client: FlaskClient, path: str) -> None:
    given = client.get(path)

    had = client.get(path, headers={"If-None-Match": "*"})

    assert (given.status_code, had.status_code, had.data) == (200, 304, b"")
    assert had.headers.get("ETag") == given.headers.get("ETag")
    assert "Content-Type" not in had.headers


def test_whoever_has_any_answer_is_told_where_there_is_none(client: FlaskClient) -> None:
    assert client.get("/data?graph=urn:nothing", headers={"If-None-Match": "*"}).status_code == 404


@pytest.mark.parametrize("query", ["SELECT (NOW() AS ?now) {}", "SELECT (rand () AS ?chance) {}"])
def test_answer_that_differs_each_time_has_no_tag(client: FlaskClient, query: str) -> None:
    assert "ETag" not in client.get("/sparql", query_string={"query": query}).headers


def test_head_has_the_headers_of_get(client: FlaskClient) -> None:
    response = client.head("/sparql", query_string={"query": ARTICLES})

    assert (response.status_code, response.data) == (200, b"")
    assert response.mimetype == "application/sparql-results+json"
