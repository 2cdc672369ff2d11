"""Linked data: every IRI of the graph leads to what the graph says of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from mithaq.graph import KnowledgeGraph
from mithaq.server.iris import HOME, path_of

if TYPE_CHECKING:
    from flask.testing import FlaskClient

RUSSIA = NamedNode(HOME + "id/russia")
FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}
DOCUMENTS = ["/document/id/russia", "/article/pact", "/graph/reference", "/graph/inferred", "/ontology", "/shapes"]


def quads_of(client: FlaskClient, path: str, accept: str = "application/n-quads") -> set[Quad]:
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == 200, response.data
    return set(parse(response.data, format=FORMATS[accept]))


@pytest.mark.parametrize(
    ("accept", "leads_to"), [("text/turtle", "/document"), ("text/html", "/page"), ("*/*", "/document")]
)
def test_thing_leads_to_what_is_said_of_it(client: FlaskClient, accept: str, leads_to: str) -> None:
    response = client.get("/id/russia", headers={"Accept": accept})

    assert (response.status_code, response.headers["Location"]) == (303, f"{leads_to}/id/russia")
    assert "Accept" in response.headers["Vary"]


def test_format_and_language_are_carried_along(client: FlaskClient) -> None:
    assert client.get("/id/russia?format=jsonld").headers["Location"].endswith("?format=jsonld")
    page = client.get("/id/russia?lang=ar", headers={"Accept": "text/html"})
    assert page.headers["Location"].endswith("?lang=ar")


def test_document_says_all_that_the_graph_says(client: FlaskClient, store: Path) -> None:
    quads = quads_of(client, "/document/id/russia")

    with KnowledgeGraph.open(store) as graph:
        said = graph.query(f"SELECT * {{ {{ {RUSSIA} ?p ?o }} UNION {{ ?s ?p {RUSSIA} }} }}").rows()
        assert len({quad.triple for quad in quads}) == len(list(said))
    assert {RUSSIA} <= {quad.subject for quad in quads} | {quad.object for quad in quads}
    assert any("#char=" in str(quad.graph_name) for quad in quads)


@pytest.mark.parametrize("path", DOCUMENTS)
@pytest.mark.parametrize("accept", FORMATS)
def test_documents_come_in_every_format_of_graphs(client: FlaskClient, path: str, accept: str) -> None:
    response = client.get(path, headers={"Accept": accept})

    triples = {quad.triple for quad in parse(response.data, format=FORMATS[accept])}
    assert (response.status_code, response.content_type) == (200, f"{accept}; charset=utf-8")
    assert triples == {quad.triple for quad in quads_of(client, path)}


@pytest.mark.parametrize("path", ["/page/id/russia", *DOCUMENTS[1:]])
@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_documents_come_as_pages(client: FlaskClient, path: str, language: str, direction: str) -> None:
    response = client.get(path, headers={"Accept": "text/html", "Accept-Language": language})

    page = response.get_data(as_text=True)
    assert (response.status_code, response.content_type) == (200, "text/html; charset=utf-8")
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert "?format=turtle" in page
    assert f"lang={'en' if language == 'ar' else 'ar'}" in page


def test_every_iri_of_the_graph_that_is_ours_leads_somewhere(client: FlaskClient, store: Path) -> None:
    with KnowledgeGraph.open(store) as graph:
        rows = graph.query("SELECT DISTINCT ?x { { ?x ?p ?o } UNION { ?o ?p ?x } UNION { GRAPH ?x {} } }").rows()
        iris = {row[0].value for row in rows if isinstance(row[0], NamedNode)}
    paths = {path.partition("#")[0] for iri in iris if (path := path_of(iri)) is not None}

    answers = {path: client.get(path, follow_redirects=True).status_code for path in paths - {"/graph/revision"}}

    assert {path: status for path, status in answers.items() if status != 200} == {}


def test_article_comes_with_its_spans_and_what_they_state(client: FlaskClient) -> None:
    quads = quads_of(client, "/article/pact")

    graphs = {str(quad.graph_name) for quad in quads}
    assert f"<{HOME}article/pact#char=0,34>" in graphs
    assert all(graph.startswith(f"<{HOME}article/pact") for graph in graphs)
    assert DefaultGraph() not in {quad.graph_name for quad in quads}


@pytest.mark.parametrize(
    "path",
    [
        "/document/id/nobody",
        "/page/id/nobody",
        "/article/nothing",
        "/graph/nothing",
        "/graph/revision",
        "/document/id/%3E%20a%20b",
    ],
)
def test_what_nobody_speaks_of_is_not_found(client: FlaskClient, path: str) -> None:
    for accept, given in (("text/turtle", "application/problem+json"), ("text/html", "text/html")):
        response = client.get(path, headers={"Accept": f"{accept}, */*;q=0.1"})
        assert (response.status_code, response.mimetype) == (404, given)


def test_document_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    for path in [*DOCUMENTS, "/page/id/russia", "/.well-known/void"]:
        tag = client.get(path).headers["ETag"]
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_documents_in_different_formats_have_different_tags(client: FlaskClient) -> None:
    tags = {client.get("/ontology", headers={"Accept": accept}).headers["ETag"] for accept in FORMATS}

    assert len(tags) == len(FORMATS)


@pytest.mark.parametrize("path", DOCUMENTS)
def test_head_tells_what_get_would(client: FlaskClient, path: str) -> None:
    got, told = client.get(path), client.head(path)

    assert (told.status_code, told.data) == (200, b"")
    assert told.headers["Content-Type"] == got.headers["Content-Type"]
    assert told.headers["ETag"] == got.headers["ETag"]


def test_rule_that_a_finding_names_is_told_of(client: FlaskClient) -> None:
    response = client.get("/rule/graph-is-span", headers={"Accept": "text/turtle"})

    assert response.status_code == 200
    assert "rule:graph-is-span" in response.text
    assert "@ar" in response.text
    assert client.get("/rule/none").status_code == 404


@pytest.mark.parametrize(("language", "advice"), [("ar", "إرشاد"), ("en", "Guidance")])
def test_rule_that_a_finding_names_has_a_page(client: FlaskClient, language: str, advice: str) -> None:
    page = client.get("/rule/graph-is-span", headers={"Accept": "text/html", "Accept-Language": language})
    missing = client.get("/rule/none", headers={"Accept": "text/html"})

    assert (page.status_code, missing.status_code) == (200, 404)
    assert f"<p>{advice}: " in page.text
    assert "/rule/graph-is-span?format=turtle" in page.text


def test_version_of_the_ontology_leads_to_the_ontology(client: FlaskClient) -> None:
    ontology = (Path(__file__).resolve().parents[3] / "ontology" / "mithaq.ttl").read_text(encoding="utf-8")
    (path,) = re.findall(r"owl:versionIRI <https://w3id.org/mithaq(/[^>]+)>", ontology)

    response = client.get(path)

    assert response.status_code == 303
    assert response.headers["Location"].endswith("/ontology")
