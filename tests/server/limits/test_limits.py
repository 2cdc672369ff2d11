"""What a query may be, and what its answer; whoever comes up against a limit is told which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.server.applications import governed_client, open_client

from mithaq.server.query_limits import QueryLimits
from mithaq.server.sparql_tokens import depth_of
from mithaq.server.workers import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

FIVE = "SELECT ?x { VALUES ?x { 1 2 3 4 5 } }"
FIVE_TRIPLES = f"CONSTRUCT {{ ?x ?x ?x }} WHERE {{ VALUES ?x {{ {' '.join(f'<a:{n}>' for n in range(5))} }} }}"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    limits = QueryLimits(longest=2000, deepest=20, most_rows=3)
    reading = Limits(seconds=5.0, answer=6_000_000)
    with open_client(tmp_path_factory.mktemp("plain") / "store", queries=limits, reading=reading) as client:
        yield client


def ask(client: FlaskClient, query: str, accept: str = "*/*", **parameters: str) -> TestResponse:
    return client.post("/sparql", data={"query": query, **parameters}, headers={"Accept": accept})


def kind(response: TestResponse) -> str:
    return str(response.get_json()["type"]).rsplit("/", 1)[-1]


@pytest.mark.parametrize(
    ("accept", "mark"),
    [
        ("application/sparql-results+json", b"]}}"),
        ("application/sparql-results+xml", b"<!-- truncated: rows=3 -->"),
        ("text/csv", b""),
        ("text/tab-separated-values", b""),
        ("text/turtle", b"\n.\n# truncated: rows=3\n"),
    ],
)
def test_cut_rows_are_announced(client: FlaskClient, accept: str, mark: bytes) -> None:
    response = ask(client, FIVE, accept)

    assert response.status_code == 200
    assert response.headers["Mithaq-Truncated"] == "rows=3"
    assert mark in response.data
    assert b"3" in response.data
    assert b"4" not in response.data


@pytest.mark.parametrize(
    ("accept", "mark"),
    [
        ("text/turtle", b"# truncated: triples=3\n"),
        ("application/n-quads", b"# truncated: triples=3\n"),
        ("application/rdf+xml", b"<!-- truncated: triples=3 -->"),
        ("application/ld+json", b""),
    ],
)
def test_cut_graph_is_announced(client: FlaskClient, accept: str, mark: bytes) -> None:
    response = ask(client, FIVE_TRIPLES, accept)

    assert response.headers["Mithaq-Truncated"] == "triples=3"
    assert response.data.rstrip().endswith(mark.rstrip())


@pytest.mark.parametrize("query", [FIVE.replace("4 5", ""), FIVE_TRIPLES.replace("<a:3> <a:4>", ""), "ASK {}"])
def test_whole_answer_announces_nothing(client: FlaskClient, query: str) -> None:
    response = ask(client, query)

    assert response.status_code == 200
    assert "Mithaq-Truncated" not in response.headers
    assert b"truncated" not in response.data


def test_query_that_is_too_long_is_refused(client: FlaskClient) -> None:
    response = ask(client, "ASK {} #" + "x" * 2000)

    assert (response.status_code, kind(response)) == (413, "query-too-long")


@pytest.mark.parametrize("brackets", ["{}", "()", "[]"])
def test_query_that_nests_too_deeply_is_refused(client: FlaskClient, brackets: str) -> None:
    response = ask(client, f"ASK {{ {brackets[0] * 21 + brackets[1] * 21} }}")

    assert (response.status_code, kind(response)) == (400, "query-too-deep")
    assert "20 are allowed" in response.get_json()["detail"]


def test_brackets_one_after_another_are_not_deep(client: FlaskClient) -> None:
    assert ask(client, "ASK { " + "{} " * 100 + "}").status_code == 200
    assert ask(client, 'ASK { FILTER("' + "(" * 100 + '" != "") } # ' + "(" * 100).status_code == 200


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("", 0),
        ("{([])}", 3),
        ("'{' \"(\" '''(''{''' \"\"\"[\"[\"\"\" {", 1),
        ("# {{{\n{", 1),
        ("<http://a/(b)> {", 1),
        ("<http://a/#(> { ?a }", 2),
        ("?a<((1))>", 2),
        ("\\u007B", 0),
    ],
)
def test_depth_knows_strings_comments_and_iris(text: str, depth: int) -> None:
    assert depth_of(text) == depth


def test_query_has_a_deadline_that_a_request_may_only_bring_forward(client: FlaskClient) -> None:
    values = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(110)))} }}" for n in range(4))
    query = f"SELECT (COUNT(*) AS ?n) {{ {values} FILTER(?v0 + ?v3 < 0) }}"

    responses = [ask(client, query, timeout=seconds) for seconds in ("0.2", "1000")]

    assert [(each.status_code, kind(each)) for each in responses] == [(503, "time-out")] * 2
    assert "0.2 seconds" in responses[0].get_json()["detail"]
    assert "5 seconds" in responses[1].get_json()["detail"]


@pytest.mark.parametrize("seconds", ["0", "-1", "soon", "nan", "inf"])
def test_deadline_that_is_none_is_malformed(client: FlaskClient, seconds: str) -> None:
    assert ask(client, "ASK {}", timeout=seconds).status_code == 400


@pytest.mark.parametrize("accept", ["*/*", "text/turtle"])
def test_answer_that_grows_too_large_is_a_problem_and_not_cut(client: FlaskClient, accept: str) -> None:
    ten = ", ".join(["?v{n}"] * 10)
    steps = "".join(f"BIND(CONCAT({ten.format(n=n)}) AS ?v{n + 1}) " for n in range(6))

    response = ask(client, f'SELECT ?v6 {{ BIND("0123456789" AS ?v0) {steps} }}', accept)

    assert (response.status_code, kind(response)) == (503, "answer-too-large")
    assert ask(client, "ASK {}").status_code == 200


def test_large_answer_comes_whole_from_a_file(tmp_path: Path) -> None:
    with open_client(tmp_path / "store") as client:
        body = "".join(f'<a:{n}> <a:p> "{"x" * 100}" .\n' for n in range(50_000))
        assert client.put("/data?default", data=body, content_type="application/n-triples").status_code == 204

        with ask(client, "SELECT * { ?s ?p ?o }", "text/csv") as response:
            assert int(response.headers["Content-Length"]) == len(response.data) > 5_000_000
            assert response.data.count(b"\n") == 50_001


def test_limits_hold_for_the_knowledge_graph_too(small_store: Path) -> None:
    with governed_client(small_store, queries=QueryLimits(most_rows=2)) as client:
        response = ask(client, "SELECT * { ?s ?p ?o }", "text/csv")

    assert response.headers["Mithaq-Truncated"] == "rows=2"
    assert response.data.count(b"\r\n") == 3
