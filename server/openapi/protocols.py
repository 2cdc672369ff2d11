"""The requests of SPARQL and of the graph store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..access import Scope
from ..handed_in import MULTIPART
from ..media_types import DATASET_FORMATS, SOLUTION_FORMATS
from .parts import (
    UNCHANGED,
    answer,
    header,
    in_any_graph_format,
    in_any_result_format,
    in_formats,
    operation,
    parameter,
    problem,
)

if TYPE_CHECKING:
    from .parts import Described

TAG: Final = "protocols"
_IRIS: Final[Described] = {"type": "array", "items": {"type": "string"}}
_DATASET: Final = (
    parameter("default-graph-uri", "A graph of the query's default graph; may be repeated.", **_IRIS),
    parameter("named-graph-uri", "A named graph of the query; may be repeated.", **_IRIS),
)
_ASKED: Final = (
    *_DATASET,
    parameter("format", "The format of the result, before Accept."),
    parameter(
        "timeout", "Seconds after which to give up; no more than the service allows.", type="number", exclusiveMinimum=0
    ),
)
_QUERY: Final = {"type": "string", "description": "A SPARQL 1.1 query; the project's prefixes are declared."}
_UPDATE: Final = {"type": "string", "description": "A SPARQL 1.1 update."}
_GRAPH: Final = (
    parameter("graph", "The IRI of a graph.", minLength=1),
    parameter("default", "The default graph, of which there is one; it needs no value."),
)
_WRITTEN: Final = {
    201: answer("Done; a graph was made.", ETag="The digest of the new revision."),
    204: answer("Done.", ETag="The digest of the revision."),
}


def paths() -> dict[str, Described]:
    """Describe these requests."""
    return {
        "/sparql": {"get": _query_by_get(), "post": _query_by_post()},
        "/update": {"post": _update()},
        "/data": {
            "get": _read(),
            "put": _write("Replace a graph"),
            "post": _write("Add to a graph"),
            "delete": _delete(),
        },
    }


_TOLD_OF_RESULT: Final = {
    "Accept_Ranges": "rows: of solutions, parts can be had.",
    "ETag": "Names the result at this revision.",
    "Mithaq_Truncated": "Says that the result was cut, and where.",
}
_RESULT: Final = answer(
    "The result; or the description of the service where there is no query. Solutions and truth values in Turtle are "
    "in the vocabulary of http://www.w3.org/2001/sw/DataAccess/tests/result-set#.",
    in_any_result_format(),
    **_TOLD_OF_RESULT,
)
_PART: Final = answer(
    "The rows that Range asks for.",
    in_formats(SOLUTION_FORMATS),
    Content_Range="Which rows these are, and how many there are if that is known: rows 100-199/*.",
    **_TOLD_OF_RESULT,
)
_RANGES: Final = (
    header("Range", "The rows to give, counted from 0: rows=100-199, or rows=100-. Anything else is ignored."),
    header("If-Range", "Give these rows only if the tag of the result is still this one, and else all."),
)


def _query_by_get() -> Described:
    query = parameter("query", "A SPARQL 1.1 query; the project's prefixes are declared.")
    return operation(
        "Ask a query",
        TAG,
        {200: _RESULT, 206: _PART, 304: UNCHANGED},
        parameters=[query, *_ASKED, *_RANGES],
        problems=(406, 413, 416),
        scope=Scope.READ,
    )


def _query_by_post() -> Described:
    form = {"type": "object", "properties": {"query": _QUERY}, "required": ["query"]}
    return operation(
        "Ask a query",
        TAG,
        {200: _RESULT},
        parameters=_ASKED,
        body={
            "required": True,
            "content": {
                "application/sparql-query": {"schema": _QUERY},
                "application/x-www-form-urlencoded": {"schema": form},
            },
        },
        problems=(406, 413, 415),
        scope=Scope.READ,
    )


def _update() -> Described:
    form = {"type": "object", "properties": {"update": _UPDATE}, "required": ["update"]}
    return operation(
        "Change the graph by an update, which is judged as facts are",
        TAG,
        {204: _WRITTEN[204], 200: answer("Done."), 409: _refused()},
        parameters=[
            parameter("using-graph-uri", "A graph that its patterns are matched in; may be repeated.", **_IRIS),
            parameter("using-named-graph-uri", "A named graph for its patterns; may be repeated.", **_IRIS),
        ],
        body={
            "required": True,
            "content": {
                "application/sparql-update": {"schema": _UPDATE},
                "application/x-www-form-urlencoded": {"schema": form},
            },
        },
        problems=(406, 412, 413, 415),
        scope=Scope.WRITE,
    )


def _read() -> Described:
    content = {**in_any_graph_format(), **in_formats(DATASET_FORMATS)}
    return operation(
        "Get a graph, or all of them",
        TAG,
        {200: answer("The graph.", content), 304: UNCHANGED},
        parameters=_GRAPH,
        problems=(404, 406),
        scope=Scope.READ,
    )


def _write(summary: str) -> Described:
    return operation(
        summary,
        TAG,
        {**_WRITTEN, 409: _refused()},
        parameters=_GRAPH,
        body={"required": True, "content": {**in_any_graph_format(), MULTIPART: {}}},
        problems=(404, 406, 412, 413, 415),
        scope=Scope.WRITE,
    )


def _delete() -> Described:
    return operation(
        "Remove a graph",
        TAG,
        {204: _WRITTEN[204], 200: answer("Done."), 409: _refused()},
        parameters=_GRAPH,
        problems=(404, 406, 412),
        scope=Scope.WRITE,
    )


def _refused() -> Described:
    return problem(409)
