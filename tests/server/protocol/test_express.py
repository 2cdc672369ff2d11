"""The express lane answers as the application does, header by header, and is counted, limited and logged like it."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from tests.server.gateways import Exchange, GatewayClient, gateway_of

from mithaq.server.access import AccessSettings, Tokens
from mithaq.server.express import Express
from mithaq.server.query_limits import QueryLimits
from mithaq.server.workers import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ALL = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 60"
MANY = "SELECT ?s ?p ?o { ?s ?p ?o . ?a ?b ?c } LIMIT 1500"
SOME = "SELECT ?polity { ?polity a mithaq:Polity } ORDER BY ?polity"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


def form(**parameters: str) -> dict[str, Any]:
    return as_form(urlencode(parameters).encode())


def as_form(body: bytes) -> dict[str, Any]:
    return {"method": "POST", "body": body, "headers": {"Content-Type": "application/x-www-form-urlencoded"}}


def direct(query: str | bytes, **headers: str) -> dict[str, Any]:
    body = query if isinstance(query, bytes) else query.encode()
    return {"method": "POST", "body": body, "headers": {"Content-Type": "application/sparql-query", **headers}}


def get(query: str, headers: dict[str, str] | None = None, more: dict[str, str] | None = None) -> dict[str, Any]:
    return {"parameters": {"query": query, **(more or {})}, "headers": headers or {}}


REQUESTS: dict[str, dict[str, Any]] = {
    "get": get(SOME),
    "get csv": get(SOME, {"Accept": "text/csv;q=0.9, application/xml;q=0.1"}),
    "get differing each time": get("SELECT (DATATYPE(NOW()) AS ?x) {}"),
    "get with a dataset": get(SOME, more={"default-graph-uri": "urn:none", "timeout": "5"}),
    "get malformed": get("SELECT * {"),
    "get without time": get(SOME, more={"timeout": "0"}),
    "form": form(query=SOME),
    "form in a format": form(query=SOME, format="xml"),
    "form without a query": form(nothing="1"),
    "form that is none": as_form(b"query=%ff"),
    "direct": direct(SOME),
    "direct that is not UTF-8": direct(b"\xff"),
    "construct": direct("CONSTRUCT WHERE { ?s a mithaq:Polity }"),
    "construct as JSON": direct("CONSTRUCT WHERE { ?s a mithaq:Polity }", Accept="application/ld+json"),
    "ask": direct("ASK {}"),
    "packed": direct(ALL, **{"Accept-Encoding": "gzip"}),
    "packed where it takes long": direct(MANY, **{"Accept-Encoding": "gzip"}),
    "packed unless not wanted": direct(ALL, **{"Accept-Encoding": "gzip;q=0"}),
    "get packed": get(ALL, {"Accept-Encoding": "gzip, br"}),
    "not acceptable": direct(SOME, Accept="image/png"),
    "too deep": direct("ASK {" + "{" * 30 + "}" * 31),
    "too long": direct("ASK {}" + " " * 5000),
    "cut": direct("SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 2000"),
    "service": direct("SELECT * { SERVICE <urn:x> {} }"),
    "out of time": get(ENDLESS, more={"timeout": "0.1"}),
    "own number": direct("ASK {}", **{"X-Request-Id": "mine"}),
}
ELSEWHERE = {"If-None-Match": '"nothing"'}
"""Leads a request through the application."""


@pytest.fixture(scope="module")
def client(small_store: Path) -> Iterator[GatewayClient]:
    limits = QueryLimits(longest=4000, deepest=20, most_rows=1500)
    with gateway_of(small_store, queries=limits, reading=Limits(patience=20.0)) as client:
        yield client


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Give a list that grows with each request that takes the lane."""
    noted: list[object] = []
    answer = Express.answer

    async def note(lane: Express, *rest: Any) -> None:  # noqa: ANN401 - as it is
        noted.append(rest[0])
        await answer(lane, *rest)

    monkeypatch.setattr(Express, "answer", note)
    return noted


def elsewhere(request: dict[str, Any]) -> dict[str, Any]:
    return {**request, "headers": {**request["headers"], **ELSEWHERE}}


def told(exchange: Exchange) -> tuple[int, dict[str, Any], bytes]:
    headers = {name: set(value.split(", ")) for name, value in exchange.headers.items()}
    if exchange.headers["X-Request-Id"] != "mine":
        del headers["X-Request-Id"]
    return exchange.status, headers, exchange.data


@pytest.mark.parametrize("name", REQUESTS)
def test_lane_answers_as_the_application_does(client: GatewayClient, taken: list[object], name: str) -> None:
    expressed = told(client.ask(**REQUESTS[name]))
    assert len(taken) == 1

    assert expressed == told(client.ask(**elsewhere(REQUESTS[name])))
    assert len(taken) == 1


@pytest.mark.parametrize(
    "request_",
    [
        get(SOME, {"Authorization": "Bearer x"}),
        get(SOME, {"Accept": "text/html"}),
        get(SOME, {"Range": "rows=0-1"}),
        get(SOME, {"Host": "what is this"}),
        get(SOME, more={"format": "csv"}),
        {"parameters": {"update": "CLEAR ALL"}, "headers": {}},
        direct("ASK {} #" + "x" * 70_000),
        {**get(SOME), "path": "/sparql/"},
        direct("ASK {}", **{"Content-Type": "application/sparql-query; charset=utf-16"}),
    ],
)
def test_whatever_is_more_than_a_query_goes_the_way_of_all_requests(
    client: GatewayClient, taken: list[object], request_: dict[str, Any]
) -> None:
    assert client.ask(**request_).status

    assert taken == []


def test_large_answer_comes_from_a_file(small_store: Path) -> None:
    large = direct("SELECT ?x { VALUES ?x { " + f'"{"x" * 3000}" ' * 6 + "} ?s ?p ?o }", Accept="text/csv")
    with gateway_of(small_store) as client:
        expressed = told(client.ask(**large))

        assert expressed[0] == 200
        assert len(expressed[2]) > 5_000_000
        assert expressed == told(client.ask(**elsewhere(large)))


def test_lane_is_limited_like_the_application(small_store: Path) -> None:
    with gateway_of(small_store, access=AccessSettings(rate=1.0, concurrency=0)) as client:
        answers = [client.ask(**direct("ASK {}")) for _ in range(3)]

    assert [each.status for each in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "1"


def test_lane_counts_a_request_as_answered_when_it_is(small_store: Path) -> None:
    async def ask(client: GatewayClient) -> list[int]:
        first = asyncio.ensure_future(client.asking(**get(ENDLESS, more={"timeout": "0.5"})))
        await asyncio.sleep(0.1)
        meanwhile = await client.asking(**direct("ASK {}"))
        answered = await first
        afterwards = await client.asking(**direct("ASK {}"))
        return [each.status for each in (meanwhile, answered, afterwards)]

    with gateway_of(small_store, access=AccessSettings(rate=0, concurrency=1), reading=Limits(patience=20.0)) as client:
        assert asyncio.run(ask(client)) == [429, 503, 200]


def test_lane_goes_on_while_a_query_runs_and_others_wait_for_its_worker(small_store: Path) -> None:
    async def ask(client: GatewayClient) -> list[int]:
        long = asyncio.ensure_future(client.asking(**get(ENDLESS, more={"timeout": "1"})))
        await asyncio.sleep(0.1)
        waiting = asyncio.ensure_future(client.asking(**direct(SOME)))
        begun = time.monotonic()
        await client.asking(**direct("ASK { nothing"))  # waits too
        assert time.monotonic() - begun < 20
        return [(await each).status for each in (long, waiting)]

    with gateway_of(small_store, reading=Limits(patience=20.0)) as client:
        assert asyncio.run(ask(client)) == [503, 200]


def test_many_at_once_are_answered_one_after_the_other(small_store: Path) -> None:
    async def ask(client: GatewayClient) -> list[int]:
        asked = (client.asking(**direct(f"{SOME} # {number}")) for number in range(200))
        return [each.status for each in await asyncio.gather(*asked)]

    with gateway_of(small_store, access=AccessSettings(concurrency=0), reading=Limits(patience=20.0)) as client:
        assert asyncio.run(ask(client)) == [200] * 200


def test_lane_knows_a_client_behind_a_proxy_by_its_own_address(small_store: Path) -> None:
    def asked_by(address: str) -> dict[str, Any]:
        return direct("ASK {}", **{"X-Forwarded-For": f"6.6.6.6, {address}"})

    access = AccessSettings(rate=0.1, concurrency=0, proxies=1)
    with gateway_of(small_store, access=access) as client:
        statuses = [client.ask(**asked_by(address)).status for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2")]

    assert statuses == [200, 429, 200]


def test_private_service_has_no_lane(small_store: Path) -> None:
    tokens = Tokens.of(secret="a secret for the tests alone")  # noqa: S106
    with gateway_of(small_store, access=AccessSettings(tokens, private=True)) as client:
        assert client.ask(**direct("ASK {}")).status == 401


def test_query_that_almost_names_a_function_again_and_again_keeps_nobody_waiting(client: GatewayClient) -> None:
    begun = time.monotonic()

    assert client.ask(**direct("now#" * 15_000)).status == 413

    assert time.monotonic() - begun < 2


def test_lane_is_counted_and_logged_without_what_was_asked(
    client: GatewayClient, caplog: pytest.LogCaptureFixture
) -> None:
    def count() -> float:
        lines = client.ask(path="/-/metrics").data.decode().splitlines()
        name = 'mithaq_requests_total{endpoint="/sparql",method="POST",status="200"} '
        return next((float(line.removeprefix(name)) for line in lines if line.startswith(name)), 0.0)

    before = count()
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="mithaq.requests"):
        client.ask(**direct("ASK { 'secret' ?p ?o }"))

    assert count() == before + 1
    members = caplog.records[0].__dict__["members"]
    assert members | {"path": "/sparql", "status": 200, "method": "POST", "client": "127.0.0.1"} == members
    assert "secret" not in json.dumps(members)
