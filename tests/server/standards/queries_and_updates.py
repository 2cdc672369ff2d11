"""Queries and updates: what evaluation and syntax tests ask, and whether the endpoint answers as they expect."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from pyoxigraph import QueryResultsFormat, RdfFormat
from rdflib import RDFS, Namespace, URIRef

from .comparing import Solutions, result_in_graph, same_quads, same_solutions, same_table, solutions_of
from .endpoint import expect
from .files import RESULT_FORMATS, quads_in, read_graph, read_result
from .suite import BASE, MF

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Quad
    from rdflib.term import Node

    from .comparing import Result
    from .endpoint import Answer, Endpoint
    from .suite import Case

QT: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT: Final = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
_DEFECTS: Final = (b"/problem/ended-abnormally", b"/problem/internal")
_FROM: Final = re.compile(rb"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", re.IGNORECASE)


def judge_positive_query_syntax(case: Case, endpoint: Endpoint) -> str:
    """Expect the query to be understood."""
    return _expect_understood(endpoint, endpoint.query(_text(case, MF.action)))


def judge_positive_update_syntax(case: Case, endpoint: Endpoint) -> str:
    """Expect the update to be understood."""
    return _expect_understood(endpoint, endpoint.update(_text(case, MF.action)))


def judge_negative_query_syntax(case: Case, endpoint: Endpoint) -> str:
    """Expect the query to be called malformed."""
    return expect_malformed(endpoint.query(_text(case, MF.action)))


def judge_negative_update_syntax(case: Case, endpoint: Endpoint) -> str:
    """Expect the update to be called malformed."""
    return expect_malformed(endpoint.update(_text(case, MF.action)))


def _expect_understood(endpoint: Endpoint, answer: Answer) -> str:
    not_done = answer.status in endpoint.paths.not_done and not any(each in answer.body for each in _DEFECTS)
    return "" if answer.succeeded or not_done else answer.text


def expect_malformed(answer: Answer) -> str:
    """Say what is wrong with an answer to something malformed; nothing, mostly."""
    return "" if answer.status == HTTPStatus.BAD_REQUEST else answer.text


def judge_query(case: Case, endpoint: Endpoint) -> str:
    """Put the data into the store, ask the query, and compare the result."""
    query = _with_base(case, MF.action, QT.query)
    for name, quads in (*_graphs(case, case.value(MF.action), QT), *_graphs_named_in(case, query)):
        endpoint.fill(name, quads)
    file, base = _file(case, MF.result)
    format_ = RESULT_FORMATS.get(file.suffix)
    accept = "application/sparql-results+xml, text/turtle;q=0.9" if format_ is None else format_.media_type
    answer = expect(endpoint.query(query, accept))
    if format_ == QueryResultsFormat.CSV:
        return "" if same_table(file.read_bytes(), answer.body) else answer.text
    lax = case.value(MF.resultCardinality) == MF.LaxCardinality
    return "" if _same(read_result(file, base), _result(answer), lax=lax) else answer.text


def _same(expected: Result, actual: Result, *, lax: bool) -> bool:
    if isinstance(expected, Solutions):
        return isinstance(actual, Solutions) and same_solutions(expected, actual, lax=lax)
    if isinstance(expected, bool) or isinstance(actual, bool):
        return expected is actual
    return not isinstance(actual, Solutions) and same_quads(expected, actual)


def _result(answer: Answer) -> Result:
    format_ = QueryResultsFormat.from_media_type(answer.media_type)
    if format_ is not None:
        return solutions_of(answer.body, format_)
    graph_format = RdfFormat.from_media_type(answer.media_type)
    assert graph_format is not None, answer.media_type
    return result_in_graph(quads_in(answer.body, graph_format, "urn:no-base:"))


def judge_update(case: Case, endpoint: Endpoint) -> str:
    """Put the data into the store, ask for the update, and compare what is stored then."""
    for name, quads in _graphs(case, case.value(MF.action), UT):
        endpoint.fill(name, quads)
    answer = endpoint.update(_with_base(case, MF.action, UT.request))
    if not answer.succeeded:
        return answer.text
    actual = endpoint.quads()
    expected = [quad for _, quads in _graphs(case, case.value(MF.result), UT) for quad in quads]
    return "" if same_quads(expected, actual) else f"stored: {' '.join(map(str, actual))[:300]}"


def _graphs(case: Case, node: Node | None, vocabulary: Namespace) -> Iterator[tuple[str | None, list[Quad]]]:
    """Read the default graph, under the name None, and the named graphs that a node of the manifest tells of."""
    default = [read_graph(case.suite.file(data), str(data)) for data in case.manifest.objects(node, vocabulary.data)]
    if default:
        yield None, [quad for quads in default for quad in quads]
    for graph in case.manifest.objects(node, vocabulary.graphData):
        file = graph if isinstance(graph, URIRef) else case.manifest.value(graph, vocabulary.graph)
        name = str(file if isinstance(graph, URIRef) else case.manifest.value(graph, RDFS.label))
        yield name, read_graph(case.suite.file(file), str(file), name)


def _graphs_named_in(case: Case, query: bytes) -> Iterator[tuple[str, list[Quad]]]:
    """Read the files of the suites that the query itself names as its data set."""
    _, base = _file(case, MF.action, QT.query)
    for found in dict.fromkeys(_FROM.findall(query)):
        iri = urljoin(base, found.decode())
        if iri.startswith(BASE) and case.suite.file(iri).is_file():
            yield iri, read_graph(case.suite.file(iri), iri, iri)


def _file(case: Case, *path: URIRef) -> tuple[Path, str]:
    iri = str(case.value(*path))
    assert iri.startswith(BASE), iri
    return case.suite.file(iri), iri


def _text(case: Case, *path: URIRef) -> bytes:
    file, _ = _file(case, *path)
    return file.read_bytes()


def _with_base(case: Case, *path: URIRef) -> bytes:
    """Read a query or an update, and let it begin with the base that its relative addresses are meant to have."""
    _, base = _file(case, *path)
    return f"BASE <{base}>\n".encode() + _text(case, *path)
