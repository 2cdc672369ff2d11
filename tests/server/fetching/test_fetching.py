"""SERVICE and LOAD reach what the list allows, in a bounded way, and nothing else."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from tests.server.applications import governed_client, open_client

from mithaq.server.fetching import fetch, is_allowed
from mithaq.server.problems import ProblemError
from mithaq.server.query_limits import QueryLimits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

ROWS = """{"head": {"vars": ["who", "what"]}, "results": {"bindings": [
  {"who": {"type": "uri", "value": "urn:elsewhere"}, "what": {"type": "literal", "value": "there"}},
  {"who": {"type": "uri", "value": "urn:nobody"}}, {"who": {"type": "bnode", "value": "b0"}}]}}"""
TERM = """{"head": {"vars": ["t"]}, "results": {"bindings": [{"t": {"type": "triple", "value": {
  "subject": {"type": "bnode", "value": "b0"}, "predicate": {"type": "uri", "value": "urn:p"},
  "object": {"type": "literal", "value": "there"}}}}]}}"""
ANSWERS = {
    "/terms": (200, "application/sparql-results+json", TERM),
    "/sparql": (200, "application/sparql-results+json", ROWS),
    "/file.ttl": (200, "text/turtle", "<a> <urn:b> [ <urn:c> 'd' ] ."),
    "/broken.ttl": (200, "text/turtle", "<a> <urn:b"),
    "/error": (500, "text/plain", "no"),
    "/elsewhere": (302, "/file.ttl", ""),
    "/outside": (302, "http://localhost:1/", ""),
}


@contextmanager
def another() -> Iterator[tuple[str, list[str]]]:
    """Another service on this machine: its address, and the queries that it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            asked.append(self.rfile.read(length).decode())
            status, kind, body = ANSWERS[self.path]
            self.send_response(status)
            self.send_header("Location" if status == 302 else "Content-Type", kind)
            self.end_headers()
            self.wfile.write(body.encode())

        do_POST = do_GET  # noqa: N815 - as the library has it

        def log_message(self, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    with another() as found:
        yield found


@pytest.fixture(scope="module")
def governed(small_store: Path, elsewhere: tuple[str, list[str]]) -> Iterator[FlaskClient]:
    with governed_client(small_store, queries=QueryLimits(fetching=(f"{elsewhere[0]}/",))) as client:
        yield client


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, elsewhere: tuple[str, list[str]]) -> Iterator[FlaskClient]:
    limits = QueryLimits(fetching=(f"{elsewhere[0]}/",))
    with open_client(tmp_path_factory.mktemp("plain") / "store", queries=limits) as client:
        yield client


def ask(client: FlaskClient, query: str) -> TestResponse:
    return client.post("/sparql", data=query, content_type="application/sparql-query", headers={"Accept": "text/csv"})


def kind(response: TestResponse) -> str:
    return str(response.get_json(force=True)["type"]).rsplit("/", 1)[-1]


def test_service_that_is_allowed_is_asked_and_joined(governed: FlaskClient, elsewhere: tuple[str, list[str]]) -> None:
    url, asked = elsewhere
    answer = ask(
        governed,
        f"PREFIX ex: <urn:x> SELECT ?who ?what {{ VALUES ?who {{ <urn:elsewhere> <urn:other> }} "
        f'SERVICE <{url}/sparql> {{ ?who ex:y mithaq:State . FILTER("}}" != "{{") }} }}',
    )

    assert answer.text.split() == ["who,what", "urn:elsewhere,there"]
    assert "PREFIX mithaq: <https://w3id.org/mithaq#>" in asked[-1]
    assert asked[-1].endswith('PREFIX ex: <urn:x>\nSELECT * WHERE { ?who ex:y mithaq:State . FILTER("}" != "{") }')


def test_answer_of_another_service_is_asked_for_anew(governed: FlaskClient, elsewhere: tuple[str, list[str]]) -> None:
    url, asked = elsewhere
    before = len(asked)
    for _ in range(2):
        assert ask(governed, f"SELECT * {{ SERVICE <{url}/sparql> {{ ?who ?p ?what }} }}").status_code == 200

    assert len(asked) == before + 2


def test_blank_nodes_of_another_service_are_named(governed: FlaskClient, elsewhere: tuple[str, list[str]]) -> None:
    answer = ask(governed, f"SELECT ?who {{ SERVICE <{elsewhere[0]}/sparql> {{ ?who ?p ?what }} }}")

    assert "urn:x-mithaq:blank:b0" in answer.text.split()


def test_triple_terms_of_another_service_are_understood(
    governed: FlaskClient, elsewhere: tuple[str, list[str]]
) -> None:
    answer = ask(governed, f"SELECT (OBJECT(?t) AS ?o) {{ SERVICE <{elsewhere[0]}/terms> {{ ?t ?p ?o }} }}")

    assert answer.text.split() == ["o", "there"]


@pytest.mark.parametrize(("silent", "status"), [("", 502), ("SILENT ", 200)])
@pytest.mark.parametrize("path", ["/error", "/file.ttl", "/outside"])
def test_service_that_fails_is_told_unless_silent(
    governed: FlaskClient, elsewhere: tuple[str, list[str]], path: str, silent: str, status: int
) -> None:
    answer = ask(governed, f"SELECT (1 AS ?x) {{ SERVICE {silent}<{elsewhere[0]}{path}> {{ ?s ?p ?o }} }}")

    assert answer.status_code == (403 if path == "/outside" and not silent else status)


@pytest.mark.parametrize("named", ["<http://localhost:1/>", "<urn:x>", "?anything", "<http://127.0.0.1:1/>"])
def test_other_services_are_refused(governed: FlaskClient, named: str) -> None:
    assert kind(ask(governed, f"SELECT * {{ SERVICE {named} {{ ?s ?p ?o }} }}")) == "service-refused"


def test_file_that_is_allowed_is_loaded(plain: FlaskClient, elsewhere: tuple[str, list[str]]) -> None:
    url, _ = elsewhere
    update = f"LOAD <{url}/file.ttl> INTO GRAPH <urn:g> ; LOAD <{url}/elsewhere>"

    done = plain.post("/update", data=update, content_type="application/sparql-update")

    assert done.status_code == 204, done.text
    assert ask(plain, f"ASK {{ <{url}/a> <urn:b> [ <urn:c> 'd' ] }}").text == "true"
    assert ask(plain, f"ASK {{ GRAPH <urn:g> {{ <{url}/a> <urn:b> [ <urn:c> 'd' ] }} }}").text == "true"


@pytest.mark.parametrize(
    ("update", "status", "problem"),
    [
        ("LOAD <URL/broken.ttl>", 502, "fetch-failed"),
        ("LOAD <URL/error>", 502, "fetch-failed"),
        ("LOAD <URL/outside>", 403, "fetch-refused"),
        ("LOAD <http://localhost:1/>", 403, "load-refused"),
    ],
)
def test_file_that_cannot_be_loaded_is_told(
    plain: FlaskClient, elsewhere: tuple[str, list[str]], update: str, status: int, problem: str
) -> None:
    done = plain.post("/update", data=update.replace("URL", elsewhere[0]), content_type="application/sparql-update")

    assert (done.status_code, kind(done)) == (status, problem)


def test_governed_store_loads_nothing(governed: FlaskClient, elsewhere: tuple[str, list[str]]) -> None:
    update = f"LOAD <{elsewhere[0]}/file.ttl>"
    done = governed.post("/update", data=update, content_type="application/sparql-update")

    assert (done.status_code, kind(done)) == (403, "load-refused")


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("http://example.org/a", True),
        ("http://EXAMPLE.org:80/a/b?c", True),
        ("https://example.org/a", False),
        ("http://example.org:81/a", False),
        ("http://example.org/b", False),
        ("http://user@example.org/a", False),
        ("http://example.org/a/../b", False),
        ("http://example.org/a/%2E%2E/b", False),
        ("file:///a", False),
        ("http://example.org:x/a", False),
    ],
)
def test_address_is_allowed_where_host_port_and_path_are(url: str, allowed: bool) -> None:
    assert is_allowed(url, ("http://example.org/a",)) is allowed


def test_name_that_leads_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("10.0.0.1", 80))])

    with pytest.raises(ProblemError) as caught:
        fetch("http://example.org/", {}, ("http://example.org/",))

    assert "10.0.0.1" in caught.value.problem.detail
