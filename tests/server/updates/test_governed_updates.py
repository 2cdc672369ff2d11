"""Updates of the knowledge graph: worked out as SPARQL says, then judged like any other change."""

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

SPAN = "<https://w3id.org/mithaq/article/pact#char=27,34>"
PARTIES = "<https://w3id.org/mithaq/article/pact#char=0,34>"
NAMES = 'id:abkhazia mithaq:name "أبخازي"@ar'


@pytest.fixture
def client(small_store: Path, tmp_path: Path) -> Iterator[FlaskClient]:
    shutil.copytree(small_store, tmp_path / "store")
    with governed_client(tmp_path / "store") as client:
        yield client


def update(client: FlaskClient, text: str, **headers: str) -> TestResponse:
    return client.post("/update", data=text, content_type="application/sparql-update", headers=headers)


def ask(client: FlaskClient, pattern: str) -> bool:
    return bool(client.post("/sparql", data={"query": f"ASK {{ {pattern} }}"}).get_json()["boolean"])


def test_fact_with_evidence_is_written_and_merged(client: FlaskClient) -> None:
    response = update(client, f"INSERT DATA {{ GRAPH {SPAN} {{ {NAMES} }} }}")

    assert (response.status_code, response.headers["Mithaq-Revision"]) == (204, "2")
    assert "Content-Type" not in response.headers
    assert ask(client, f"GRAPH {SPAN} {{ {NAMES} }}")
    assert ask(client, NAMES)


def test_fact_without_evidence_is_refused_with_the_report(client: FlaskClient) -> None:
    response = update(client, f"INSERT DATA {{ GRAPH <http://example.org/g> {{ {NAMES} }} }}")

    problem = response.get_json()
    assert response.status_code == 409
    assert response.mimetype == "application/problem+json"
    assert problem["report"]["conforms"] is False
    assert not ask(client, NAMES)


def test_refusal_can_be_read_as_a_report_in_turtle(client: FlaskClient) -> None:
    text = f"INSERT DATA {{ GRAPH <http://example.org/g> {{ {NAMES} }} }}"

    response = update(client, text, Accept="text/turtle")

    assert (response.status_code, response.mimetype) == (409, "text/turtle")
    assert b"sh:conforms false" in response.data


@pytest.mark.parametrize(
    "text",
    [
        f"INSERT DATA {{ {NAMES} }}",
        "DELETE WHERE { ?s mithaq:party ?o }",
        "CLEAR DEFAULT",
        "DROP ALL",
        "CLEAR NAMED",
        f"COPY DEFAULT TO {SPAN}",
    ],
)
def test_default_graph_is_not_written_and_the_advice_says_what_is(client: FlaskClient, text: str) -> None:
    response = update(client, text)

    assert response.status_code == 400
    assert "GRAPH" in response.get_json()["detail"]


@pytest.mark.parametrize("graph", ["inferred", "ontology", "shapes", "revision"])
def test_graphs_of_the_build_are_not_written(client: FlaskClient, graph: str) -> None:
    name = f"<https://w3id.org/mithaq/graph/{graph}>"

    assert update(client, f"INSERT DATA {{ GRAPH {name} {{ id:x a mithaq:Polity }} }}").status_code == 409
    assert update(client, f"DELETE WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}").status_code == 409
    assert update(client, f"CLEAR GRAPH {name}").status_code == 409


def test_pattern_is_answered_from_the_graph_and_its_templates_are_filled(client: FlaskClient) -> None:
    text = f"""DELETE {{ GRAPH ?g {{ ?s mithaq:name ?old }} }} INSERT {{ GRAPH ?g {{ ?s mithaq:name ?new }} }}
        WHERE {{ GRAPH ?g {{ ?s mithaq:name ?old }} FILTER(?g = {SPAN}) BIND(STRLANG("أبخازي", "ar") AS ?new) }}"""

    assert update(client, text).status_code == 204

    assert ask(client, NAMES)
    assert not ask(client, 'id:abkhazia mithaq:name "أبخازيا"@ar')


def test_with_names_the_graph_of_pattern_and_templates(client: FlaskClient) -> None:
    templates = 'DELETE { ?s mithaq:name ?n } INSERT { ?s mithaq:name "أبخازي"@ar }'
    text = f"WITH {SPAN} {templates} WHERE {{ ?s mithaq:name ?n }}"

    assert update(client, text).status_code == 204

    assert ask(client, f"GRAPH {SPAN} {{ {NAMES} }}")
    assert ask(client, 'id:russia mithaq:name "روسيا"@ar')


def test_using_names_the_dataset(client: FlaskClient) -> None:
    text = f'INSERT {{ GRAPH {SPAN} {{ ?s mithaq:name "أبخازي"@ar }} }} USING {PARTIES} WHERE {{ ?s mithaq:name ?n }}'

    assert update(client, text).headers["Mithaq-Revision"] == "1"  # that graph has no names

    assert update(client, text.replace(f"USING {PARTIES}", f"using {SPAN}")).headers["Mithaq-Revision"] == "2"


def test_removal_that_leaves_a_treaty_with_one_party_is_refused(client: FlaskClient) -> None:
    response = update(client, f"DELETE DATA {{ GRAPH {PARTIES} {{ id:pact-friendship mithaq:party id:russia }} }}")

    assert response.status_code == 409
    assert ask(client, "id:pact-friendship mithaq:party id:russia")


def test_later_operations_see_what_earlier_ones_did(client: FlaskClient) -> None:
    text = f"INSERT DATA {{ GRAPH {SPAN} {{ {NAMES} }} }} ; DELETE DATA {{ GRAPH {SPAN} {{ {NAMES} }} }}"

    assert update(client, text).headers["Mithaq-Revision"] == "1"


@pytest.mark.parametrize("pattern", [f"GRAPH {SPAN} {{ {NAMES} }}", NAMES])
def test_pattern_sees_what_earlier_operations_did(client: FlaskClient, pattern: str) -> None:
    text = (
        f"INSERT DATA {{ GRAPH {SPAN} {{ {NAMES} }} }} ; DELETE {{ GRAPH {SPAN} {{ {NAMES} }} }} WHERE {{ {pattern} }}"
    )

    response = update(client, text)

    assert response.status_code == 204, response.text
    assert response.headers["Mithaq-Revision"] == "1"


def test_pattern_no_longer_sees_what_earlier_operations_took_out(client: FlaskClient) -> None:
    assert update(client, f"INSERT DATA {{ GRAPH {SPAN} {{ {NAMES} }} }}").status_code == 204
    gone, back = (f"{word} {{ GRAPH {SPAN} {{ {NAMES} }} }}" for word in ("DELETE DATA", "INSERT"))

    assert update(client, f"{gone} ; {back} WHERE {{ {NAMES} }}").status_code == 204
    assert not ask(client, NAMES)


def test_change_since_a_revision_that_is_gone_is_refused(client: FlaskClient) -> None:
    tag = client.get("/sparql?query=ASK {}").headers["ETag"]
    text = f"INSERT DATA {{ GRAPH {SPAN} {{ {NAMES} }} }}"

    assert update(client, text, **{"If-Match": tag}).status_code == 204
    assert update(client, text, **{"If-Match": tag}).status_code == 412


def test_nothing_is_fetched(client: FlaskClient) -> None:
    assert update(client, "LOAD <http://127.0.0.1:9/>").status_code == 403
    assert update(client, "LOAD SILENT <http://127.0.0.1:9/>").headers["Mithaq-Revision"] == "1"
