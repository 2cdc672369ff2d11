"""The graph store over a plain store keeps to the letter of the protocol."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse
from tests.server.applications import open_client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

G = "http://example.org/g"
TURTLE = "text/turtle"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with open_client(tmp_path_factory.mktemp("plain") / "store") as client:
        yield client


@pytest.fixture
def client(shared: FlaskClient) -> FlaskClient:
    assert shared.delete("/data").status_code == 204
    return shared


def put(client: FlaskClient, body: str, graph: str = G, content_type: str = TURTLE) -> TestResponse:
    return client.put("/data", query_string={"graph": graph}, data=body, content_type=content_type)


def triples(client: FlaskClient, graph: str = G) -> set[str]:
    response = client.get("/data", query_string={"graph": graph}, headers={"Accept": "application/n-triples"})
    return set(response.get_data(as_text=True).splitlines())


def test_put_makes_a_graph_and_then_replaces_it(client: FlaskClient) -> None:
    assert put(client, "<http://a/s> <http://a/p> 1 .").status_code == 201
    assert put(client, "<http://a/s> <http://a/p> 'x' .").status_code == 204

    assert triples(client) == {'<http://a/s> <http://a/p> "x" .'}


def test_put_that_does_not_parse_changes_nothing(client: FlaskClient) -> None:
    put(client, "<http://a/s> <http://a/p> 'x' .")

    response = put(client, "<http://a/s> <http://a/p> 'y' .\n<http://a/s> <http://a/p> ")

    assert response.status_code == 400
    assert response.get_json()["line"] == 2
    assert triples(client) == {'<http://a/s> <http://a/p> "x" .'}


def test_put_of_nothing_makes_an_empty_graph(client: FlaskClient) -> None:
    assert put(client, "").status_code == 201

    assert client.get("/data", query_string={"graph": G}).status_code == 200
    assert triples(client) == set()


def test_post_extends_a_graph(client: FlaskClient) -> None:
    for number, status in ((1, 201), (2, 204)):
        body = f"<http://a/s> <http://a/p> 'v{number}' ."
        response = client.post("/data", query_string={"graph": G}, data=body, content_type=TURTLE)
        assert response.status_code == status

    assert len(triples(client)) == 2


def test_parts_of_several_types_are_put_together(client: FlaskClient) -> None:
    parts = {
        "one": (io.BytesIO(b"<http://a/s> <http://a/p> _:b ."), "one.ttl", "text/turtle"),
        "two": (io.BytesIO(b"<http://a/s> <http://a/p> _:b ."), "two.nt", "application/n-triples"),
    }

    response = client.post("/data", query_string={"graph": G}, data=parts, content_type="multipart/form-data")

    assert response.status_code == 201
    assert len(triples(client)) == 2  # a blank node belongs to its document


def test_delete_removes_a_graph(client: FlaskClient) -> None:
    put(client, "<http://a/s> <http://a/p> 1 .")

    assert client.delete("/data", query_string={"graph": G}).status_code == 204
    assert client.delete("/data", query_string={"graph": G}).status_code == 404
    assert client.get("/data", query_string={"graph": G}).status_code == 404
    assert client.head("/data", query_string={"graph": G}).status_code == 404


def test_head_has_the_headers_of_get(client: FlaskClient) -> None:
    put(client, "<http://a/s> <http://a/p> 1 .")

    got, headed = (method("/data", query_string={"graph": G}) for method in (client.get, client.head))

    assert headed.data == b""
    assert headed.headers["Content-Length"] == str(len(got.data))
    assert headed.content_type == got.content_type


def test_default_graph_is_always_there(client: FlaskClient) -> None:
    assert client.get("/data?default").status_code == 200
    assert client.put("/data?default", data="<http://a/s> <http://a/p> 1 .", content_type=TURTLE).status_code == 204
    assert b"http://a/s" in client.get("/data?default").data
    assert client.delete("/data?default").status_code == 204
    assert b"http://a/s" not in client.get("/data?default").data


def test_address_below_the_store_names_a_graph_itself(client: FlaskClient) -> None:
    response = client.put("/data/person/1.ttl", data="<> <http://a/p> <#me> .", content_type=TURTLE)

    assert response.status_code == 201
    assert triples(client, "http://localhost/data/person/1.ttl") == {
        "<http://localhost/data/person/1.ttl> <http://a/p> <http://localhost/data/person/1.ttl#me> ."
    }
    assert client.get("/data/person/1.ttl").status_code == 200


def test_post_without_a_graph_makes_one_and_says_where(client: FlaskClient) -> None:
    response = client.post("/data", data="<http://a/s> <http://a/p> 1 .", content_type=TURTLE)

    assert response.status_code == 201
    assert client.get(response.headers["Location"]).status_code == 200


def test_whole_store_is_written_and_read_with_its_graphs(client: FlaskClient) -> None:
    body = "<http://a/s> <http://a/p> 1 . _:g { _:g <http://a/p> _:b } <http://a/g> { _:b <http://a/p> 2 }"

    assert client.put("/data", data=body, content_type="application/trig").status_code == 204

    quads = list(parse(client.get("/data").data, format=RdfFormat.TRIG))
    (nameless,) = (quad for quad in quads if str(quad.graph_name).startswith("_:"))
    assert len(quads) == 3
    assert nameless.subject == nameless.graph_name
    assert nameless.object in {quad.subject for quad in quads}  # blank nodes of all graphs are the same ones


def test_replacing_the_whole_store_leaves_nothing_else(client: FlaskClient) -> None:
    put(client, "<http://a/s> <http://a/p> 1 .")

    assert client.put("/data", data="<a:a> <a:b> <a:c> <a:g> .", content_type="application/n-quads").status_code == 204

    assert client.get("/data", headers={"Accept": "application/n-quads"}).data == b"<a:a> <a:b> <a:c> <a:g> .\n"


@pytest.mark.parametrize(
    "content_type",
    ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "application/trig"],
)
def test_graph_is_written_in_the_accepted_format(client: FlaskClient, content_type: str) -> None:
    put(client, "<http://a/s> <http://a/p> 1 .")

    response = client.get("/data", query_string={"graph": G}, headers={"Accept": content_type})

    (quad,) = parse(response.data, format=RdfFormat.from_media_type(content_type))
    assert response.content_type == f"{content_type}; charset=utf-8"
    assert str(quad.subject) == "<http://a/s>"
    assert "Accept" in response.vary


@pytest.mark.parametrize(
    ("query", "content_type", "body", "status"),
    [
        ("graph=relative", TURTLE, "", 400),
        (f"graph={G}&graph={G}", TURTLE, "", 400),
        (f"graph={G}&default", TURTLE, "", 400),
        (f"graph={G}", "text/csv", "", 415),
        (f"graph={G}", "", "", 415),
        (f"graph={G}", "application/trig", "<http://a/g> { <http://a/s> <http://a/p> 1 }", 400),
        (f"graph={G}", "application/ld+json", '{"@context": "http://127.0.0.1:9/", "@id": "a:b"}', 400),
        (f"graph={G}", "application/ld+json", '{"@context": ', 400),
        (f"graph={G}", "application/rdf+xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', 400),
    ],
)
def test_malformed_request_is_a_problem_and_changes_nothing(
    client: FlaskClient, query: str, content_type: str, body: str, status: int
) -> None:
    response = client.put(f"/data?{query}", data=body, content_type=content_type)

    assert response.status_code == status
    assert response.mimetype == "application/problem+json"
    assert client.get("/data", query_string={"graph": G}).status_code == 404


def test_unacceptable_format_says_what_there_is(client: FlaskClient) -> None:
    assert client.get("/data?default", headers={"Accept": "image/png"}).status_code == 406


def test_value_that_is_too_long_for_the_parser_is_refused(client: FlaskClient) -> None:
    body = f"<http://a/s> <http://a/p> '{'x' * 17_000_000}' ."

    assert put(client, body).status_code == 413
    assert put(client, "<http://a/s> <http://a/p> 1 .").status_code == 201
