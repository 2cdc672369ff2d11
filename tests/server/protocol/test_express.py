"""The express lane answers as the application does, header by header, and is counted, limited and logged like it."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from mithaq.server import ServiceSettings, create_app
from mithaq.server.access import AccessSettings, Tokens
from mithaq.server.express import Express
from mithaq.server.query_limits import QueryLimits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

ALL = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 60"
SOME = "SELECT ?polity { ?polity a mithaq:Polity } ORDER BY ?polity"
FORM = {"content_type": "application/x-www-form-urlencoded"}
DIRECT = {"content_type": "application/sparql-query"}
REQUESTS: dict[str, dict[str, Any]] = {
    "get": {"query_string": {"query": SOME}},
    "get csv": {"query_string": {"query": SOME}, "headers": {"Accept": "text/csv;q=0.9, application/xml;q=0.1"}},
    "get differing each time": {"query_string": {"query": "SELECT (DATATYPE(NOW()) AS ?x) {}"}},
    "get with a dataset": {"query_string": {"query": SOME, "default-graph-uri": "urn:none", "timeout": "5"}},
    "get malformed": {"query_string": {"query": "SELECT * {"}},
    "get without time": {"query_string": {"query": SOME, "timeout": "0"}},
    "form": {"method": "POST", "data": {"query": SOME}},
    "form in a format": {"method": "POST", "data": {"query": SOME, "format": "xml"}},
    "form without a query": {"method": "POST", "data": {"nothing": "1"}},
    "form that is none": {"method": "POST", "data": b"query=%ff", **FORM},
    "direct": {"method": "POST", "data": SOME, **DIRECT},
    "direct that is not UTF-8": {"method": "POST", "data": b"\xff", **DIRECT},
    "construct": {"method": "POST", "data": "CONSTRUCT WHERE { ?s a mithaq:Polity }", **DIRECT},
    "construct as JSON": {
        "method": "POST", "data": "CONSTRUCT WHERE { ?s a mithaq:Polity }", **DIRECT,
        "headers": {"Accept": "application/ld+json"},
    },
    "ask": {"method": "POST", "data": "ASK {}", **DIRECT},
    "packed": {"method": "POST", "data": ALL, "headers": {"Accept-Encoding": "gzip"}, **DIRECT},
    "packed unless not wanted": {"method": "POST", "data": ALL, "headers": {"Accept-Encoding": "gzip;q=0"}, **DIRECT},
    "get packed": {"query_string": {"query": ALL}, "headers": {"Accept-Encoding": "gzip, br"}},
    "not acceptable": {"method": "POST", "data": SOME, "headers": {"Accept": "image/png"}, **DIRECT},
    "too deep": {"method": "POST", "data": "ASK {" + "{" * 30 + "}" * 31, **DIRECT},
    "too long": {"method": "POST", "data": "ASK {}" + " " * 5000, **DIRECT},
    "cut": {"method": "POST", "data": "SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 200", **DIRECT},
    "service": {"method": "POST", "data": "SELECT * { SERVICE <urn:x> {} }", **DIRECT},
    "own number": {"method": "POST", "data": "ASK {}", "headers": {"X-Request-Id": "mine"}, **DIRECT},
}  # fmt: skip
ELSEWHERE = {"If-None-Match": '"nothing"'}
"""Leads a request through the application."""


@contextmanager
def client_of(store: Path, **settings: Any) -> Iterator[FlaskClient]:  # noqa: ANN401 - each has its own type
    app = create_app(ServiceSettings(store, workers=1, **settings))
    yield app.test_client()
    app.extensions["service"].close()


@pytest.fixture(scope="module")
def client(small_store: Path) -> Iterator[FlaskClient]:
    with client_of(small_store, queries=QueryLimits(longest=4000, deepest=20, most_rows=100)) as client:
        yield client


def ask(client: FlaskClient, *, express: bool, **request: Any) -> TestResponse:  # noqa: ANN401 - as the client takes it
    headers = {**request.pop("headers", {}), **({} if express else ELSEWHERE)}
    return client.open("/sparql", headers=headers, **request)


def told(response: TestResponse) -> tuple[int, dict[str, Any], bytes]:
    headers = {name: set(value.split(", ")) for name, value in response.headers.items()}
    if response.headers["X-Request-Id"] != "mine":
        del headers["X-Request-Id"]
    return response.status_code, headers, response.data


@pytest.mark.parametrize("name", REQUESTS)
def test_lane_answers_as_the_application_does(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    taken: list[str] = []
    reply = Express._reply

    def noted(lane: Express, *rest: Any) -> Any:  # noqa: ANN401 - as it is
        taken.append(name)
        return reply(lane, *rest)

    monkeypatch.setattr(Express, "_reply", noted)

    expressed = told(ask(client, express=True, **REQUESTS[name]))

    assert taken == [name]
    assert expressed == told(ask(client, express=False, **REQUESTS[name]))
    assert taken == [name]


def test_lane_is_limited_like_the_application(small_store: Path) -> None:
    with client_of(small_store, access=AccessSettings(rate=1.0, concurrency=0)) as client:
        answers = [client.post("/sparql", data="ASK {}", **DIRECT) for _ in range(3)]

    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "1"


def test_lane_counts_a_request_as_answered_when_it_is(small_store: Path) -> None:
    with client_of(small_store, access=AccessSettings(rate=0, concurrency=1)) as client:
        first = client.post("/sparql", data="ASK {}", buffered=False, **DIRECT)
        meanwhile = client.post("/sparql", data="ASK {}", **DIRECT)
        first.close()
        afterwards = client.post("/sparql", data="ASK {}", **DIRECT)

    assert [each.status_code for each in (first, meanwhile, afterwards)] == [200, 429, 200]


def test_private_service_has_no_lane(small_store: Path) -> None:
    tokens = Tokens.of(secret="a secret for the tests alone")  # noqa: S106
    with client_of(small_store, access=AccessSettings(tokens, private=True)) as client:
        assert client.post("/sparql", data="ASK {}", **DIRECT).status_code == 401


def test_lane_is_counted_and_logged_without_what_was_asked(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    def count() -> float:
        lines = client.get("/-/metrics").text.splitlines()
        name = 'mithaq_requests_total{endpoint="/sparql",method="POST",status="200"} '
        return next((float(line.removeprefix(name)) for line in lines if line.startswith(name)), 0.0)

    before = count()
    with caplog.at_level(logging.INFO, logger="mithaq.requests"):
        client.post("/sparql", data="ASK { 'secret' ?p ?o }", **DIRECT).close()

    assert count() == before + 1
    members = caplog.records[0].__dict__["members"]
    assert members | {"path": "/sparql", "status": 200, "method": "POST", "client": "127.0.0.1"} == members
    assert "secret" not in json.dumps(members)
