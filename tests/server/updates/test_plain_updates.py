"""Updates of a plain store: what SPARQL says, as a whole or not at all, and nothing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.server.applications import open_client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

PREFIX = "PREFIX : <http://example.org/>\n"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with open_client(tmp_path_factory.mktemp("plain") / "store") as client:
        yield client


@pytest.fixture
def client(shared: FlaskClient) -> FlaskClient:
    assert update(shared, "DROP ALL").status_code == 204
    return shared


def update(client: FlaskClient, text: str, **parameters: str) -> TestResponse:
    return client.post("/update", data=PREFIX + text, query_string=parameters, content_type="application/sparql-update")


def ask(client: FlaskClient, pattern: str) -> bool:
    return bool(client.post("/sparql", data={"query": f"{PREFIX}ASK {{ {pattern} }}"}).get_json()["boolean"])


@pytest.mark.parametrize("kind", ["form", "direct"])
def test_update_is_seen_by_the_next_query(client: FlaskClient, kind: str) -> None:
    text = PREFIX + "INSERT DATA { :a :b 1 }"

    if kind == "form":
        response = client.post("/update", data={"update": text})
    else:
        response = client.post("/update", data=text, content_type="application/sparql-update; charset=utf-8")

    assert response.status_code == 204
    assert response.headers["ETag"]
    assert ask(client, ":a :b 1")


def test_answer_without_a_body_tells_no_type_of_it(client: FlaskClient) -> None:
    nothing = client.post("/update", data=b"", content_type="application/sparql-update")
    graph = client.put("/data?graph=urn:g", data="<a:a> <a:b> 1 .", content_type="text/turtle")

    assert (nothing.status_code, graph.status_code) == (204, 201)
    assert not {"Content-Type"} & {*nothing.headers.keys(), *graph.headers.keys()}


def test_operations_of_one_update_happen_together_or_not_at_all(client: FlaskClient) -> None:
    response = update(client, "INSERT DATA { :a :b 1 } ; CREATE GRAPH :g ; CREATE GRAPH :g")

    assert response.status_code == 409
    assert response.get_json()["type"].endswith("/update-failed")
    assert not ask(client, ":a :b 1")


def test_syntax_error_has_its_place(client: FlaskClient) -> None:
    response = update(client, "INSERT DATA { :a :b 1 } ;\nDELETE DATA { :a }")

    assert response.status_code == 400
    assert response.get_json()["line"] == 3


def test_dataset_of_the_request_is_what_patterns_see(client: FlaskClient) -> None:
    update(client, "INSERT DATA { GRAPH :g { :a :b 1 } GRAPH :h { :a :b 2 } }")
    text = "INSERT { :seen :is ?o } WHERE { ?s :b ?o }"

    assert update(client, text, **{"using-graph-uri": "http://example.org/g"}).status_code == 204

    assert ask(client, ":seen :is 1")
    assert not ask(client, ":seen :is 2")


def test_named_dataset_of_the_request_is_what_patterns_see(client: FlaskClient) -> None:
    update(client, "INSERT DATA { GRAPH :g { :a :b 1 } GRAPH :h { :a :b 2 } }")
    text = "DELETE WHERE { GRAPH :h { ?s ?p ?o } } ; INSERT { :seen :is ?o } WHERE { GRAPH ?g { ?s :b ?o } }"

    assert update(client, text, **{"using-named-graph-uri": "http://example.org/g"}).status_code == 204

    assert ask(client, ":seen :is 1")
    assert ask(client, "GRAPH :h { :a :b 2 }")  # it was not in the dataset


@pytest.mark.parametrize(
    "text", ["WITH :g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "DELETE { ?s ?p ?o } USING :g WHERE { ?s ?p ?o }"]
)
def test_two_datasets_at_once_are_refused(client: FlaskClient, text: str) -> None:
    assert update(client, text, **{"using-graph-uri": "http://example.org/g"}).status_code == 400


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://127.0.0.1:9/>",
        "load :x into graph :g",
        "INSERT DATA { :a :b 1 } ; LOAD <http://127.0.0.1:9/>",
        "LOAD # comment\n <http://127.0.0.1:9/>",
        "INSERT { :a :b 1 } WHERE { ?a :x ?b FILTER(?a<'>') } ; LOAD <http://127.0.0.1:9/> ; CLEAR GRAPH <http://a/'>",
        "INSERT DATA { <http://a/\\u00e9#b> :b 'c' } ; LOAD <http://127.0.0.1:9/>",
    ],
)
def test_nothing_is_loaded(client: FlaskClient, text: str) -> None:
    response = update(client, text)

    assert response.status_code == 403
    assert response.get_json()["type"].endswith("/load-refused")
    assert not ask(client, "?s ?p ?o")


def test_silent_load_fails_without_a_word(client: FlaskClient) -> None:
    text = "INSERT DATA { :a :b 1 } ; LOAD SILENT <http://127.0.0.1:9/> INTO GRAPH :g ; INSERT DATA { :a :b 2 }"

    assert update(client, text).status_code == 204

    assert ask(client, ":a :b 1, 2")


@pytest.mark.parametrize("text", ["LOAD", "LOAD 5", "LOAD <http://a/> INTO :g", "LOAD <http://a/> ; CLEAR nothing"])
def test_load_that_does_not_parse_is_malformed(client: FlaskClient, text: str) -> None:
    assert update(client, text).status_code == 400


def test_words_of_a_text_are_no_operation(client: FlaskClient) -> None:
    assert update(client, 'INSERT DATA { :a :b "; LOAD <http://a/> ;", """ } LOAD :x """ }').status_code == 204


def test_service_is_refused_in_updates_too(client: FlaskClient) -> None:
    response = update(client, "INSERT { :a :b ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")

    assert response.status_code == 403


def test_silent_service_of_a_query_gives_one_empty_solution(client: FlaskClient) -> None:
    query = "SELECT * { VALUES ?x { 1 } SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }"

    answer = client.post("/sparql", data={"query": query}, headers={"Accept": "text/csv"})

    assert answer.data.splitlines()[1:] == [b"1,,,"] or len(answer.data.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"query_string": {"update": "CLEAR ALL"}}, 400),
        ({"data": {"query": "ASK {}"}}, 400),
        ({"data": {"update": ["CLEAR ALL", "CLEAR ALL"]}}, 400),
        ({"data": "CLEAR ALL", "content_type": "text/plain"}, 415),
        ({"data": b"\xff", "content_type": "application/sparql-update"}, 400),
    ],
)
def test_malformed_request_is_a_problem(client: FlaskClient, arguments: dict[str, object], status: int) -> None:
    response = client.post("/update", **arguments)

    assert response.status_code == status
    assert response.mimetype == "application/problem+json"


def test_update_is_not_sent_by_get(client: FlaskClient) -> None:
    assert client.get("/update?update=CLEAR ALL").status_code == 405


def test_update_that_nests_too_deeply_is_refused(client: FlaskClient) -> None:
    assert update(client, "INSERT { :a :b 1 } WHERE " + "{" * 600 + "}" * 600).get_json()["type"].endswith("-too-deep")


def test_update_has_a_deadline_and_leaves_nothing_behind(client: FlaskClient) -> None:
    values = " . ".join(f":c :d {each}" for each in range(100))
    assert update(client, f"INSERT DATA {{ {values} }}").status_code == 204
    pattern = " ".join(f":c :d ?v{each} ." for each in range(6))
    text = f"INSERT DATA {{ :a :b 1 }} ; INSERT {{ :a :b ?v0 }} WHERE {{ {pattern} FILTER(?v0 + ?v5 < 0) }}"

    response = update(client, text, timeout="0.5")

    assert response.get_json()["type"].endswith("/time-out")
    assert not ask(client, ":a :b 1")
    assert update(client, "INSERT DATA { :a :b 2 }").status_code == 204
