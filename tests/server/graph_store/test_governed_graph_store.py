"""The graph store over the knowledge graph: whatever changes a graph is judged."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.server.applications import governed_client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

SPAN = "https://w3id.org/mithaq/article/pact#char=27,34"
PARTIES = "https://w3id.org/mithaq/article/pact#char=0,34"
PREFIXES = "@prefix id: <https://w3id.org/mithaq/id/> . @prefix mithaq: <https://w3id.org/mithaq#> . "
NAMED = PREFIXES + 'id:abkhazia a mithaq:Polity ; mithaq:name "أبخازيا"@ar , "أبخازي"@ar .'


@pytest.fixture
def client(small_store: Path, tmp_path: Path) -> Iterator[FlaskClient]:
    shutil.copytree(small_store, tmp_path / "store")
    with governed_client(tmp_path / "store") as client:
        yield client


def send(client: FlaskClient, method: str, graph: str, body: str = "") -> TestResponse:
    return client.open(
        "/data", method=method, query_string={"graph": graph}, data=body.encode(), content_type="text/turtle"
    )


def ask(client: FlaskClient, pattern: str) -> bool:
    return bool(client.post("/sparql", data={"query": f"ASK {{ {pattern} }}"}).get_json()["boolean"])


def test_graph_of_a_span_is_read(client: FlaskClient) -> None:
    response = send(client, "GET", SPAN)

    assert response.status_code == 200
    assert "أبخازيا" in response.get_data(as_text=True)
    assert send(client, "GET", "http://example.org/none").status_code == 404


def test_graph_of_a_span_is_replaced(client: FlaskClient) -> None:
    response = send(client, "PUT", SPAN, NAMED)

    assert (response.status_code, response.headers["Mithaq-Revision"]) == (204, "2")
    assert ask(client, 'id:abkhazia mithaq:name "أبخازي"@ar , "أبخازيا"@ar')


def test_graph_of_a_span_is_extended(client: FlaskClient) -> None:
    assert send(client, "POST", SPAN, PREFIXES + 'id:abkhazia mithaq:name "أبخازي"@ar .').status_code == 204

    assert ask(client, 'id:abkhazia mithaq:name "أبخازي"@ar , "أبخازيا"@ar')


def test_refusal_is_a_conflict_with_the_report_and_changes_nothing(client: FlaskClient) -> None:
    one_party = PREFIXES + "id:pact-friendship mithaq:party id:russia ."

    response = send(client, "PUT", PARTIES, one_party)

    assert response.status_code == 409
    assert response.get_json()["report"]["findings"]
    assert ask(client, "id:pact-friendship mithaq:party id:abkhazia")


def test_removal_is_judged_too(client: FlaskClient) -> None:
    assert send(client, "DELETE", PARTIES).status_code in {204, 409}
    assert send(client, "DELETE", "http://example.org/none").status_code == 404


@pytest.mark.parametrize("graph", ["inferred", "ontology", "shapes"])
def test_graphs_of_the_build_are_not_changed(client: FlaskClient, graph: str) -> None:
    name = f"https://w3id.org/mithaq/graph/{graph}"

    for method in ("PUT", "POST", "DELETE"):
        assert send(client, method, name, NAMED).status_code == 409, method


def test_graph_that_is_no_span_is_refused(client: FlaskClient) -> None:
    assert send(client, "PUT", "http://example.org/g", NAMED).status_code == 409
    assert client.post("/data", data=NAMED.encode(), content_type="text/turtle").status_code == 409


@pytest.mark.parametrize(
    ("method", "query"), [("PUT", "default"), ("POST", "default"), ("DELETE", "default"), ("PUT", ""), ("DELETE", "")]
)
def test_merge_and_store_as_a_whole_are_not_written(client: FlaskClient, method: str, query: str) -> None:
    response = client.open(f"/data?{query}", method=method, data="", content_type="application/trig")

    assert response.status_code == 403
    assert "/facts" in response.get_json()["detail"]


def test_default_graph_is_read_as_the_merge(client: FlaskClient) -> None:
    assert "أبخازيا" in client.get("/data?default").get_data(as_text=True)


def test_quads_for_several_spans_are_added_together(client: FlaskClient) -> None:
    body = (
        f'{PREFIXES} <{SPAN}> {{ id:abkhazia mithaq:name "أبخازي"@ar }} <{PARTIES}> {{ id:x mithaq:party id:russia }}'
    )
    wrong = f"{body} <http://example.org/g> {{ id:x a mithaq:Polity }}"

    assert client.post("/data", data=wrong.encode(), content_type="application/trig").status_code == 409
    assert not ask(client, 'id:abkhazia mithaq:name "أبخازي"@ar')
    assert client.post("/data", data=body.encode(), content_type="application/trig").status_code == 204
    assert ask(client, 'id:abkhazia mithaq:name "أبخازي"@ar')


def test_body_that_does_not_parse_has_its_place(client: FlaskClient) -> None:
    response = send(client, "PUT", SPAN, NAMED + "\n nonsense")

    assert response.status_code == 400
    assert response.get_json()["line"] == 2
