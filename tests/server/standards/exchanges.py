"""Exchanges: tests that spell out requests and what the answer to each must be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from pyoxigraph import QueryResultsFormat, RdfFormat
from rdflib import RDFS, Namespace
from rdflib.collection import Collection

from .comparing import same_quads, solutions_of
from .files import quads_in, read_graph
from .queries_and_updates import UT
from .suite import MF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph, URIRef
    from rdflib.term import Node

    from .endpoint import Answer, Endpoint
    from .suite import Case

HT: Final = Namespace("http://www.w3.org/2011/http#")
CNT: Final = Namespace("http://www.w3.org/2011/content#")
_GRAPHS: Final = "http://www.example/"
_STATUSES: Final = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
_TABULAR: Final = frozenset(
    {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    }
)


def judge_protocol(case: Case, endpoint: Endpoint) -> str:
    """Put the graphs into the store, and make the requests one after the other."""
    for data in case.manifest.objects(case.node, UT.graphData):
        file = case.manifest.value(data, UT.graph)
        name = str(case.manifest.value(data, RDFS.label))
        endpoint.fill(name, read_graph(case.suite.file(file), str(file), name))
    return _first_fault(case, endpoint)


def judge_graph_store(case: Case, endpoint: Endpoint) -> str:
    """Make the requests one after the other."""
    return _first_fault(case, endpoint)


def _first_fault(case: Case, endpoint: Endpoint) -> str:
    known: dict[str, str] = {}
    for number, request in enumerate(_requests(case), 1):
        fault = _Exchange(case, request, endpoint).fault(known)
        if fault:
            return f"request {number}: {fault}"
    return ""


def _requests(case: Case) -> Iterator[Node]:
    yield from Collection(case.manifest, case.value(MF.action, HT.requests))  # type: ignore[arg-type]


class _Exchange:
    """One request, and what is expected of the answer."""

    def __init__(self, case: Case, request: Node, endpoint: Endpoint) -> None:
        self._case, self._request, self._endpoint = case, request, endpoint
        self._graph: Graph = case.manifest
        self._response = self._graph.value(request, HT.resp)

    def fault(self, known: dict[str, str]) -> str:
        """Make the request and say what is wrong with the answer; what is learnt from it goes to what is known."""
        answer = self._send(known)
        template = self._graph.value(self._response, MF.expectedLocation)
        if template is not None:
            known[str(template)] = answer.headers["Location"] or ""
        checks = (self._status_fault, self._format_fault, self._verdict_fault, self._type_fault, self._body_fault)
        return next((fault for check in checks if (fault := check(answer))), "")

    def _send(self, known: dict[str, str]) -> Answer:
        headers = dict(self._headers(self._request))
        body = self._content(self._request)
        path = str(self._graph.value(self._request, HT.absolutePath))
        for template, value in known.items():
            path = path.replace(template, quote(value, safe=""))
        method = str(self._graph.value(self._request, HT.methodName))
        return self._endpoint.send(method, self._place(path, headers), body, headers)

    def _place(self, path: str, headers: dict[str, str]) -> str:
        """Put the endpoint's own path in the place of the suite's."""
        paths = self._endpoint.paths
        if path.startswith("/gsp"):
            return paths.data + path.removeprefix("/gsp")
        is_query = headers.get("content-type") == "application/sparql-query"
        is_update = re.match(r"(bad_)?update|bad_multiple_updates", self._case.name) and not is_query
        return (paths.update if is_update else paths.query) + path.removeprefix("/sparql/").removeprefix("/sparql")

    def _headers(self, node: Node | None) -> Iterator[tuple[str, str]]:
        for list_ in self._graph.objects(node, HT.headers):
            for header in Collection(self._graph, list_):
                name, value = (self._graph.value(header, each) for each in (HT.fieldName, HT.fieldValue))
                yield str(name).lower(), str(value)

    def _content(self, node: Node | None) -> bytes | None:
        body = self._graph.value(node, HT.body)
        if body is None:
            return None
        encoding = str(self._graph.value(body, CNT.characterEncoding))
        return str(self._graph.value(body, CNT.chars)).encode(encoding)

    def _status_fault(self, answer: Answer) -> str:
        expected = [str(each).rpartition("#")[2] for each in self._graph.objects(self._response, MF.expectedStatus)]
        return "" if not expected or any(_is(answer.status, each) for each in expected) else answer.text

    def _format_fault(self, answer: Answer) -> str:
        fits = {
            "None": True,
            "boolean": answer.media_type in _TABULAR
            and QueryResultsFormat.from_media_type(answer.media_type)
            not in (QueryResultsFormat.CSV, QueryResultsFormat.TSV),
            "tabular": answer.media_type in _TABULAR,
            "RDF": RdfFormat.from_media_type(answer.media_type) is not None,
        }
        return "" if fits[str(self._value(MF.expectedFormat))] else f"format {answer.media_type}"

    def _verdict_fault(self, answer: Answer) -> str:
        expected = self._value(MF.expectedBoolean)
        format_ = QueryResultsFormat.from_media_type(answer.media_type)
        if expected is None:
            return ""
        assert format_ is not None
        return "" if solutions_of(answer.body, format_) is (str(expected) == "true") else answer.text

    def _type_fault(self, answer: Answer) -> str:
        expected = dict(self._headers(self._response)).get("content-type", "").partition(";")[0]
        return "" if expected in ("", answer.media_type) else f"type {answer.media_type}"

    def _body_fault(self, answer: Answer) -> str:
        expected = self._content(self._response)
        if expected is None:
            return ""
        graphs = (quads_in(each, RdfFormat.TURTLE, _GRAPHS) for each in (expected, answer.body))
        return "" if same_quads(*graphs) else answer.text

    def _value(self, property_: URIRef) -> Node | None:
        return self._graph.value(self._response, property_)


def _is(status: int, expected: str) -> bool:
    """Tell whether a status is the one, or of the class, that a name stands for.

    >>> _is(204, "StatusCode2xx"), _is(404, "NotFound"), _is(200, "Created")
    (True, True, False)
    """
    if expected.startswith("StatusCode"):
        return status // 100 == int(expected[len("StatusCode")])
    return status == _STATUSES[expected]
