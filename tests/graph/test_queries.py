"""Queries know the project's prefixes, tell the place of a fault, and never leave the machine."""

from __future__ import annotations

import contextlib
import gc
import http.server
import io
import threading
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from mithaq.graph import (
    GRAPH_FORMATS,
    RESULT_FORMATS,
    FormatError,
    KnowledgeGraph,
    MithaqError,
    QueryError,
    QueryFailedError,
    QuerySyntaxError,
    ServiceRefusedError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTIES = "SELECT ?treaty ?party WHERE { ?treaty a mithaq:Treaty ; mithaq:party ?party } ORDER BY ?party"


def test_project_prefixes_need_no_declaration(graph: KnowledgeGraph) -> None:
    result = graph.query(PARTIES)

    assert result.kind == "solutions"
    assert result.variables == ("treaty", "party")
    assert [[str(term) for term in row] for row in result.rows()] == [
        ["<https://w3id.org/mithaq/id/pact-friendship>", "<https://w3id.org/mithaq/id/abkhazia>"],
        ["<https://w3id.org/mithaq/id/pact-friendship>", "<https://w3id.org/mithaq/id/russia>"],
    ]


def test_declared_prefix_wins_over_the_projects(graph: KnowledgeGraph) -> None:
    assert not graph.query("PREFIX mithaq: <http://other/> ASK { ?treaty a mithaq:Treaty }")


def test_unbound_variable_is_none(graph: KnowledgeGraph) -> None:
    (row,) = graph.query("SELECT ?x ?y WHERE { VALUES ?x { 1 } }").rows()

    assert row[1] is None


def test_sentence_of_a_fact_is_its_graph(graph: KnowledgeGraph) -> None:
    query = 'ASK { GRAPH ?span { id:russia mithaq:name ?n } FILTER(STRENDS(STR(?span), "pact#char=5,10")) }'

    assert graph.query(query)


def test_merge_counts_each_triple_once(graph: KnowledgeGraph) -> None:
    (row,) = graph.query("SELECT (COUNT(*) AS ?n) WHERE { id:pact-friendship mithaq:party ?party }").rows()

    assert row[0] is not None
    assert row[0].value == "2"


def test_default_and_named_graphs_can_be_chosen(graph: KnowledgeGraph) -> None:
    reference = "https://w3id.org/mithaq/graph/reference"

    assert graph.query("ASK { id:russia skos:prefLabel ?l }", default_graphs=[reference])
    assert not graph.query("ASK { id:russia mithaq:name ?l }", default_graphs=[reference])
    assert not graph.query("ASK { GRAPH ?g { id:russia mithaq:name ?l } }", named_graphs=[reference])


@pytest.mark.parametrize("format_", RESULT_FORMATS)
def test_solutions_and_booleans_are_written_in_every_result_format(graph: KnowledgeGraph, format_: str) -> None:
    assert b"pact-friendship" in graph.query(PARTIES).serialize(format_)
    assert b"true" in graph.query("ASK {}").serialize(format_)


@pytest.mark.parametrize("format_", GRAPH_FORMATS)
def test_graphs_are_written_in_every_syntax(graph: KnowledgeGraph, format_: str) -> None:
    result = graph.query("CONSTRUCT WHERE { id:russia a mithaq:Polity }")

    assert result.kind == "graph"
    assert b"russia" in result.serialize(format_)


def test_graph_in_turtle_uses_the_prefixes(graph: KnowledgeGraph) -> None:
    written = graph.query("CONSTRUCT WHERE { id:russia a mithaq:Polity }").serialize("turtle")

    assert b"id:russia a mithaq:Polity ." in written
    assert len(list(parse(written, format=RdfFormat.TURTLE))) == 1


def test_graph_gives_triples(graph: KnowledgeGraph) -> None:
    triples = list(graph.query("DESCRIBE id:bagapsh").triples())

    assert triples
    assert all(isinstance(triple, Triple) for triple in triples)


@pytest.mark.parametrize(("query", "format_"), [(PARTIES, "ntriples"), ("ASK {}", "trig"), ("DESCRIBE id:x", "csv")])
def test_format_that_does_not_fit_is_refused_with_those_that_do(
    graph: KnowledgeGraph, query: str, format_: str
) -> None:
    result = graph.query(query)

    with pytest.raises(FormatError) as caught:
        result.write(io.BytesIO(), format_)

    assert caught.value.format == format_
    assert set(caught.value.known) == set(result.formats)


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("SELECT * {", 1, 11),
        ("SELECT *\n{\n  ?s ?p\n}", 4, 1),
        ('# سؤال\nSELECT * { ?s mithaq:name "روسيا"@ar ?o }', 2, 38),
        ("SELEC * { ?s ?p ?o }", 1, 1),
        ("SELECT * { ?s ?p ?o . OPTINAL { ?s ?p ?o } }", 1, 23),
        ("SELECT * { ?s ?p ?o FILTER(?o = ) }", 1, 33),
        ("SELECT (COUNT(?s) ?n) { ?s ?p ?o }", 1, 19),
        ("INSERT DATA { <urn:s> <urn:p> 1 }", 1, 1),
        ("", 1, 1),
    ],
)  # fmt: skip
def test_fault_of_syntax_has_its_line_and_column(graph: KnowledgeGraph, query: str, line: int, column: int) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        graph.query(query)

    assert (caught.value.line, caught.value.column) == (line, column)
    assert caught.value.reason.startswith("unexpected ")


def test_update_is_told_that_the_graph_is_only_read(graph: KnowledgeGraph) -> None:
    with pytest.raises(QuerySyntaxError, match="only read here"):
        graph.query("INSERT DATA { <urn:s> <urn:p> 1 }")


def test_undeclared_prefix_is_named(graph: KnowledgeGraph) -> None:
    with pytest.raises(QuerySyntaxError, match="the prefix foaf2: is not declared"):
        graph.query('SELECT * { ?s foaf2:name "a:b" ; foaf:name <x:y> # c:d\n }')


def test_fault_in_a_long_query_is_found_in_good_time(graph: KnowledgeGraph) -> None:
    query = "SELECT * {\n" + "  ?s ?p ?o .\n" * 5000 + "  ?s ?p }"

    with pytest.raises(QuerySyntaxError) as caught:
        graph.query(query)

    assert (caught.value.line, caught.value.column) == (5002, 9)


class FailingStream(io.BytesIO):
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, _data: object) -> int:
        raise self._error


def test_failure_while_writing_is_told(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryFailedError, match="no space left"):
        graph.query("SELECT * { ?s ?p ?o }").write(FailingStream(OSError("no space left")), "json")


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_reader_who_went_away_is_no_failure_of_the_query(graph: KnowledgeGraph, query: str) -> None:
    result = graph.query(query)

    with pytest.raises(BrokenPipeError):
        result.write(FailingStream(BrokenPipeError()), result.formats[0])


def test_result_belongs_to_its_thread(graph: KnowledgeGraph) -> None:
    result = graph.query(PARTIES)
    caught: list[BaseException] = []

    def use() -> None:
        try:
            list(result)
        except MithaqError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()

    assert len(caught) == 1
    assert len(list(result)) == 2


def test_result_is_read_once(graph: KnowledgeGraph) -> None:
    result = graph.query(PARTIES)
    assert len(list(result)) == 2

    with pytest.raises(MithaqError, match="only once"):
        result.serialize("json")


def test_format_may_be_chosen_again_after_a_refusal(graph: KnowledgeGraph) -> None:
    result = graph.query(PARTIES)
    with pytest.raises(FormatError):
        result.serialize("trig")

    assert b"pact-friendship" in result.serialize("csv")


def test_threads_may_share_a_graph(graph: KnowledgeGraph) -> None:
    gc.collect()  # results that other tests left in the frames of their errors are freed in the thread they belong to
    counts: list[int] = []
    threads = [threading.Thread(target=lambda: counts.append(len(list(graph.query(PARTIES))))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert counts == [2] * 8


@pytest.fixture
def endpoint() -> Iterator[tuple[str, list[str]]]:
    """A server that notes every request; its address, and what it noted."""
    requests: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_response(500)
            self.end_headers()

        do_POST = do_GET  # noqa: N815 - the name that the base class looks for

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql", requests
    server.shutdown()
    thread.join()
    server.server_close()


SERVICES = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service<URL>{ ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<URL>{ ?s ?p ?o } }",
    "SELECT * { SERVICE\n# a { comment }\n<URL>#more\n{ ?s ?p ?o } }",
    "PREFIX e: <URL> SELECT * { SERVICE e: { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE:{ ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?e) SERVICE ?e { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?e) FILTER(1<2)SERVICE?e#>\n{ ?s ?p ?o } }",
    "SELECT * { VALUES ?e { <URL> } SERVICE $e { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { ?a ?b 'it''s'SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "SELECT * { ?a ?b 1SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { LATERAL { SERVICE <URL> { ?s ?p ?o } } }",
    "ASK { OPTIONAL{}SERVICE <URL> { ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
]
FETCHES = [
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { GRAPH <URL> { ?s ?p ?o } }",
    "DESCRIBE <URL>",
]


@pytest.mark.parametrize("query", [*SERVICES, *FETCHES])
def test_no_query_sends_a_request(graph: KnowledgeGraph, endpoint: tuple[str, list[str]], query: str) -> None:
    url, requests = endpoint
    with contextlib.suppress(QueryError):
        list(graph.query(query.replace("URL", url)))

    assert requests == []


@pytest.mark.parametrize("query", SERVICES)
def test_service_is_refused(graph: KnowledgeGraph, query: str) -> None:
    with pytest.raises(ServiceRefusedError, match="SERVICE is not allowed"):
        graph.query(query)


def test_the_word_service_elsewhere_is_no_service(graph: KnowledgeGraph) -> None:
    query = """PREFIX service: <http://e/service/> # service of states
    SELECT ?service { ?service service:of "service <x>" ; <http://e/service#a> id:services . FILTER(?service != 1) }"""

    assert list(graph.query(query)) == []
