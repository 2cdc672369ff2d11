"""HTTP beyond the protocols: the method QUERY, compression, tags, and answers kept for whoever asks again."""

from __future__ import annotations

import gzip
import os
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse
from tests.server.applications import governed_client, open_client

from mithaq.server.result_cache import Kept, ResultCache
from mithaq.server.workers import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from mithaq.server.service import Service

NUMBERS = "SELECT ?x { VALUES ?x { " + " ".join(map(str, range(500))) + " } }"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with open_client(tmp_path_factory.mktemp("plain") / "store", largest_body=200_000) as client:
        yield client


def service_of(client: FlaskClient) -> Service:
    service: Service = client.application.extensions["service"]
    return service


def insert(client: FlaskClient, number: int) -> None:
    update = f"INSERT DATA {{ <a:a> <a:b> {number} }}"
    assert client.post("/update", data={"update": update}).status_code == 204


@pytest.mark.parametrize(
    ("data", "content_type"),
    [("ASK {}", "application/sparql-query"), ("query=ASK%20%7B%7D", "application/x-www-form-urlencoded")],
)
def test_method_query_asks(client: FlaskClient, data: str, content_type: str) -> None:
    response = client.open("/sparql", method="QUERY", data=data, content_type=content_type)

    assert response.get_json()["boolean"] is True
    assert response.headers["ETag"]


def test_endpoint_says_what_query_may_send(client: FlaskClient) -> None:
    response = client.options("/sparql")

    assert {"GET", "HEAD", "POST", "QUERY", "OPTIONS"} == {
        each.strip() for each in response.headers["Allow"].split(",")
    }
    assert "application/sparql-query" in response.headers["Accept-Query"]


def test_method_query_needs_a_type(client: FlaskClient) -> None:
    assert client.open("/sparql", method="QUERY", data="ASK {}").status_code == 415


def test_large_answer_is_packed_for_whoever_accepts_it(client: FlaskClient) -> None:
    plain = client.post("/sparql", data={"query": NUMBERS})
    packed = client.post("/sparql", data={"query": NUMBERS}, headers={"Accept-Encoding": "br;q=1.0, gzip;q=0.5"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) == int(packed.headers["Content-Length"]) < len(plain.data) / 4
    assert "Content-Encoding" not in plain.headers
    assert "Accept-Encoding" in plain.vary


@pytest.mark.parametrize(("query", "accepted"), [("ASK {}", "gzip"), (NUMBERS, "gzip;q=0"), (NUMBERS, "br")])
def test_answer_is_not_packed_needlessly(client: FlaskClient, query: str, accepted: str) -> None:
    response = client.post("/sparql", data={"query": query}, headers={"Accept-Encoding": accepted})

    assert "Content-Encoding" not in response.headers


def test_tag_of_a_packed_answer_is_weak_and_known_again(client: FlaskClient) -> None:
    packed = client.get("/sparql", query_string={"query": NUMBERS}, headers={"Accept-Encoding": "gzip"})
    tag = packed.headers["ETag"]

    again = client.get("/sparql", query_string={"query": NUMBERS}, headers={"If-None-Match": tag})

    assert tag.startswith("W/")
    assert again.status_code == 304


def test_very_large_answer_is_packed_as_a_file(client: FlaskClient) -> None:
    query = f"SELECT * {{ {{ {NUMBERS} }} {{ {NUMBERS.replace('?x', '?y')} }} }}"
    headers = {"Accept": "text/csv", "Accept-Encoding": "gzip"}

    with client.post("/sparql", data={"query": query}, headers=headers) as response:
        assert gzip.decompress(response.data).count(b"\n") == 250_001
        assert len(response.data) == int(response.headers["Content-Length"])


def test_packed_body_is_unpacked(client: FlaskClient) -> None:
    for data in (gzip.compress(b"ASK {}"), gzip.compress(b"ASK ") + gzip.compress(b"{}")):
        response = client.post(
            "/sparql", data=data, content_type="application/sparql-query", headers={"Content-Encoding": "gzip"}
        )

        assert response.get_json()["boolean"] is True


@pytest.mark.parametrize(
    ("data", "encoding", "status"),
    [
        (gzip.compress(b"#" * 10_000_000), "gzip", 413),
        (gzip.compress(gzip.compress(b"#" * 10_000_000)), "gzip", 400),
        (gzip.compress(b"ASK {}")[:-5], "gzip", 400),
        (gzip.compress(b"ASK {}") + b"rubbish", "gzip", 400),
        (b"ASK {}", "gzip", 400),
        (b"", "gzip", 400),
        (b"ASK {}", "br", 415),
    ],
)
def test_body_that_is_packed_badly_is_refused(client: FlaskClient, data: bytes, encoding: str, status: int) -> None:
    response = client.post(
        "/sparql", data=data, content_type="application/sparql-query", headers={"Content-Encoding": encoding}
    )

    assert response.status_code == status
    assert response.mimetype == "application/problem+json"


def test_bytes_of_any_kind_are_packed_and_unpacked(client: FlaskClient) -> None:
    text = os.urandom(60_000).hex()
    data = gzip.compress(f"ASK {{}} #{text}".encode())

    response = client.post(
        "/sparql", data=data, content_type="application/sparql-query", headers={"Content-Encoding": "gzip"}
    )

    assert response.get_json()["boolean"] is True


def test_large_answer_is_kept_too(client: FlaskClient) -> None:
    query = (
        f"SELECT ?x {{ VALUES ?n {{ {' '.join(map(str, range(30_000)))} }} BIND(CONCAT('{'x' * 50}', STR(?n)) AS ?x) }}"
    )
    first = client.post("/sparql", data={"query": query})
    hits = service_of(client).cache.hits

    second = client.post("/sparql", data={"query": query})

    assert 2 * 2**20 < len(first.data) < 4 * 2**20
    assert second.data == first.data
    assert service_of(client).cache.hits == hits + 1


def test_repeated_question_needs_no_worker(client: FlaskClient) -> None:
    first = client.post("/sparql", data={"query": "SELECT (COUNT(*) AS ?repeated) { ?s ?p ?o }"})
    hits = service_of(client).cache.hits

    second = client.post("/sparql", data={"query": "SELECT (COUNT(*) AS ?repeated) { ?s ?p ?o }"})

    assert service_of(client).cache.hits == hits + 1
    assert second.data == first.data
    assert second.content_type == first.content_type


def test_change_is_seen_at_once_by_whoever_asks_again(client: FlaskClient) -> None:
    query = {"query": "SELECT (MAX(?o) AS ?last) { <a:a> <a:b> ?o }"}
    for number in range(5):
        insert(client, number)

        answer = client.get("/sparql", query_string=query, headers={"Accept": "text/csv"})

        assert answer.data.split() == [b"last", str(number).encode()]


def test_tag_of_an_older_revision_is_answered_anew(client: FlaskClient) -> None:
    query = {"query": "ASK { <a:a> <a:b> 1000 }"}
    tag = client.get("/sparql", query_string=query).headers["ETag"]
    assert client.get("/sparql", query_string=query, headers={"If-None-Match": tag}).status_code == 304

    insert(client, 1000)

    answer = client.get("/sparql", query_string=query, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.get_json()["boolean"]) == (200, True)


@pytest.mark.parametrize("call", ["RAND()", "now ( )", "UUID()", "STRUUID # why\n ()", "BNODE()"])
def test_what_differs_each_time_is_not_kept(client: FlaskClient, call: str) -> None:
    answers = {client.post("/sparql", data={"query": f"SELECT ({call} AS ?x) {{}}"}).data for _ in range(3)}

    assert len(answers) > 1


def test_cache_forgets_what_was_not_asked_for_longest() -> None:
    cache = ResultCache(40_000)
    for number in range(5):
        cache.put(number, Kept(Head("text/csv"), b"x" * 9_000))
        cache.get(0)

    assert [number for number in range(5) if cache.get(number)] == [0, 3, 4]
    assert cache.occupied <= 40_000


def test_cache_keeps_nothing_too_large() -> None:
    cache = ResultCache(1000)

    cache.put("a", Kept(Head("text/csv"), b"x" * 1001))

    assert cache.get("a") is None
    assert cache.occupied == 0


def test_description_tells_the_graphs_and_what_is_understood(client: FlaskClient) -> None:
    client.put("/data?graph=a:graph", data="<a:s> <a:p> 1, 2 .", content_type="text/turtle")

    text = client.get("/sparql", headers={"Accept": "text/turtle"}).data

    found = {
        (each.predicate.value.rsplit("#", 1)[-1], str(each.object)) for each in parse(text, format=RdfFormat.TURTLE)
    }
    assert ("name", "<a:graph>") in found
    assert ("supportedLanguage", "<http://www.w3.org/ns/sparql-service-description#SPARQL11Update>") in found
    assert ("triples", '"2"^^<http://www.w3.org/2001/XMLSchema#integer>') in found


def test_description_of_the_knowledge_graph_tells_its_entailment(small_store: object) -> None:
    with governed_client(small_store) as client:  # type: ignore[arg-type]
        assert b"http://www.w3.org/ns/owl-profile/RL" in client.get("/sparql").data


READ_BODIES = {
    "query": ("POST", "/sparql", "application/sparql-query", "ASK {}"),
    "method query": ("QUERY", "/sparql", "application/sparql-query", "ASK {}"),
    "form": ("POST", "/sparql", "application/x-www-form-urlencoded", "query=ASK%7B%7D"),
    "update": ("POST", "/update", "application/sparql-update", ""),
    "graph": ("PUT", "/data?default", "text/turtle", ""),
}


@pytest.mark.parametrize("charset", ["utf-16", "ISO-8859-1", "klingon"])
@pytest.mark.parametrize("body", READ_BODIES.values(), ids=READ_BODIES.keys())
def test_body_in_another_charset_is_refused(client: FlaskClient, body: tuple[str, ...], charset: str) -> None:
    method, path, media_type, data = body
    send = partial(client.open, path, method=method, data=data)

    refused = send(content_type=f"{media_type}; charset={charset}")

    assert refused.status_code == 415
    assert refused.get_json()["type"].endswith("/unsupported-charset")
    assert charset in refused.get_json()["detail"]
    for known in ("utf-8", '"UTF8"', "us-ascii"):
        assert send(content_type=f"{media_type}; charset={known}").status_code in {200, 201, 204}


def test_part_in_another_charset_is_refused(client: FlaskClient) -> None:
    form = {"graph": (BytesIO(b""), "a.ttl", "text/turtle; charset=utf-16")}

    assert client.post("/data?default", data=form).status_code == 415
