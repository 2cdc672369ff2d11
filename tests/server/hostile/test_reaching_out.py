"""No request makes the service connect to anybody."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .attacks import ask, listening, put, send, update

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..services import RunningService

QUERIES: Final = (
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <URL> } SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?x) SERVICE SILENT ?x { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <URL> {} } } }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "BASE <URL> SELECT * { SERVICE <> { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { sErViCe x: { ?s ?p ?o } }",
    "PREFIX service: <URL> SELECT * { SERVICE#\n service: { ?s ?p ?o } }",
    "SELECT * { FILTER(?x<'>' || ?y>'<' ) SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE\\u0020SILENT\\u0020<URL> { ?s ?p ?o } }",
    "SELECT * { FILTER(?x = '\\u0027) SERVICE SILENT <URL> { ?s ?p ?o } # ') }",
    "SELECT * { # \\u000A SERVICE SILENT <URL> { ?s ?p ?o }\n }",
    "SELECT * { #\r SERVICE SILENT <URL> { ?s ?p ?o }\n }",
    "SELECT * { FILTER(?x<?y) SERVICE SILENT <URL> { ?s ?p ?o } FILTER(?y>?x) }",
    "SELECT * { <urn:a#b> ?p ?o . SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p '}' } SERVICE SILENT <URL> { ?s ?p \"}\" } }",
    "SELECT * { SERVICE SILENT <URL> { SERVICE SILENT <URL> { ?s ?p ?o } } }",
    "PREFIX service: <urn:> SELECT * { service:SERVICE ?SERVICE $SERVICE SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE <URL>",
)
UPDATES: Final = (
    "LOAD <URL>",
    "LOAD SILENT <URL>",
    "LOAD <URL> INTO GRAPH <urn:g>",
    "CLEAR SILENT GRAPH <urn:none> ; LOAD SILENT <URL> INTO GRAPH <urn:g>",
    "BASE <URL> LOAD <>",
    "PREFIX x: <URL> lOaD x:",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "INSERT { ?s ?p ?o } USING <URL> WHERE { ?s ?p ?o }",
    "INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "COPY <URL> TO <urn:g>",
)
DOCUMENTS: Final = (
    ("application/ld+json", '{"@context": "URL", "@id": "urn:a", "name": "x"}'),
    ("application/ld+json", '{"@context": ["URL", {"@import": "URL"}], "@id": "urn:a", "urn:b": "x"}'),
    ("application/ld+json", '{"@context": {"a": {"@id": "urn:a", "@context": "URL"}}, "a": {"a": "x"}}'),
    ("application/rdf+xml", '<!DOCTYPE x SYSTEM "URL"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'),
    (
        "application/rdf+xml",
        (
            '<!DOCTYPE x [<!ENTITY e SYSTEM "URL">]>'
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:a#"><a><b>&e;</b></a></r:RDF>'
        ),
    ),
    (
        "application/rdf+xml",
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "URL"> %e;]><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    ),
    ("text/turtle", "@base <URL> . <a> <http://www.w3.org/2002/07/owl#imports> <> ; a <b> ."),
    (
        "text/turtle",
        (
            "@prefix sh: <http://www.w3.org/ns/shacl#> . [] a sh:NodeShape ; sh:targetNode <URL> ; "
            'sh:sparql [ sh:select "SELECT $this { SERVICE <URL> { $this ?p ?o } }" ] .'
        ),
    ),
)


PIECES: Final = (
    "?s ?p ?o .",
    "FILTER(?x<?y)",
    "FILTER(?y>?x)",
    "FILTER(?x<'a')",
    "FILTER('b'>?x)",
    "FILTER(?x<'#')",
    "# '\n",
    '# "\n',
    "<urn:a#b> <urn:c'd> ?o .",
    "?s ?p '#' .",
    '?s ?p "\'" .',
    "?s ?p '\"' .",
    "?s ?p '''a'b''' .",
    "#\r",
    "{",
    "}",
    "UNION",
    "?s ?p '\\\\' .",
    "?s ?p '\\'' .",
    '?s ?p """"a""" .',
    "?s ?p 'a'@en .",
    "?s ?p '1'^^<urn:'> .",
    "?s ?p <urn:%27> .",
    "BIND(?x<?y && '>' = ?z AS ?w)",
    "FILTER(?x<\"'\"||?y>'\"')",
    "FILTER(?x<?y#>\n)",
    "_:b.c ?p ?o .",
    "?s ?p 1.e0 .",
    "SERVICE SILENT <URL> { ?s ?p ?o }",
    "SERVICE SILENT <URL> { ?s ?p '}' }",
    "SERVICE <URL> {}",
)
pieces = st.lists(st.sampled_from(PIECES), max_size=8)


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[str, list[object]]]:
    with listening() as heard:
        yield heard


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=pieces, after=pieces)
def test_no_arrangement_of_signs_reaches_anybody(
    open_to_all: RunningService, listener: tuple[str, list[object]], before: list[str], after: list[str]
) -> None:
    url, visitors = listener
    group = " ".join([*before, "SERVICE SILENT <URL> { ?s ?p ?o }", *after]).replace("URL", url)

    ask(open_to_all, f"SELECT * {{ {group} }}", seconds=5)
    update(open_to_all, f"INSERT {{ ?s ?p ?o }} WHERE {{ {group} }}")

    assert visitors == []


@pytest.mark.parametrize("text", QUERIES)
def test_query_reaches_nobody(governed: RunningService, open_to_all: RunningService, text: str) -> None:
    with listening() as (url, visitors):
        for service in (governed, open_to_all):
            ask(service, text.replace("URL", url), seconds=5)
        time.sleep(0.2)

    assert visitors == []


@pytest.mark.parametrize("text", UPDATES)
def test_update_reaches_nobody(governed: RunningService, open_to_all: RunningService, text: str) -> None:
    with listening() as (url, visitors):
        for service in (governed, open_to_all):
            update(service, text.replace("URL", url))
        time.sleep(0.2)

    assert visitors == []


@pytest.mark.parametrize("path", ["/data?graph=urn%3Aattacked", "/validate", "/facts"])
@pytest.mark.parametrize("number", range(len(DOCUMENTS)))
def test_document_reaches_nobody(open_to_all: RunningService, governed: RunningService, number: int, path: str) -> None:
    media_type, text = DOCUMENTS[number]

    with listening() as (url, visitors):
        for service in (governed, open_to_all):
            body = text.replace("URL", url).encode()
            send(service, "POST", path, body, {"Content-Type": media_type})
        time.sleep(0.2)

    assert visitors == []


@pytest.mark.parametrize("name", ["using-graph-uri", "using-named-graph-uri"])
def test_update_that_hides_in_the_name_of_a_graph_reaches_nobody(open_to_all: RunningService, name: str) -> None:
    with listening() as (url, visitors):
        hidden = f"urn:x> WHERE {{}} ; LOAD <{url}> ; INSERT {{}} WHERE {{}} #"
        body = f"update=INSERT%20%7B%7D%20WHERE%20%7B%7D&{name}={quote(hidden, safe='')}".encode()
        answer = send(open_to_all, "POST", "/update", body, {"Content-Type": "application/x-www-form-urlencoded"})
        time.sleep(0.2)

    assert answer.status == 400, answer.text
    assert visitors == []


def test_parameters_reach_nobody(governed: RunningService) -> None:
    with listening() as (url, visitors):
        named = quote(url, safe="")
        for path in (
            f"/sparql?query=ASK%7B%7D&default-graph-uri={named}",
            f"/sparql?query=ASK%7BGRAPH%20%3Fg%7B%7D%7D&named-graph-uri={named}",
            f"/data?graph={named}",
            f"/evidence?triple={named}",
            f"/explain?triple={named}",
            f"/{url}",
            f"//{url.removeprefix('http:')}",
        ):
            send(governed, "GET", path, None, {"Host": url.removeprefix("http://").rstrip("/"), "Referer": url})
        time.sleep(0.2)

    assert visitors == []


@pytest.mark.parametrize("text", ["SELECT * { SERVICE <urn:x> {} }", "SELECT * { SERVICE ?x {} }"])
def test_federated_query_is_refused_with_advice(governed: RunningService, text: str) -> None:
    answer = ask(governed, text)

    assert answer.status == 403
    assert "SERVICE" in json.loads(answer.body)["detail"]


def test_loading_is_refused_with_advice(open_to_all: RunningService) -> None:
    answer = update(open_to_all, "LOAD <http://127.0.0.1:9/>")

    assert answer.status == 403
    assert "LOAD" in json.loads(answer.body)["detail"]


def test_remote_context_is_refused(open_to_all: RunningService) -> None:
    answer = put(open_to_all, b'{"@context": "http://127.0.0.1:9/", "@id": "urn:a"}', "application/ld+json")

    assert answer.status in {400, 403}, answer.text
