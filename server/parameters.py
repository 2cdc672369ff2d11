"""Read the parameters of a SPARQL request: from the address, from a form, or from a body that is the query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from .bodies import decode, read_body
from .problems import bad_request, unsupported_media_type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flask import Request

FORM = "application/x-www-form-urlencoded"
SPARQL_QUERY = "application/sparql-query"
SPARQL_UPDATE = "application/sparql-update"
_OF_QUERIES = ("query", "default-graph-uri", "named-graph-uri")
_OF_UPDATES = ("update", "using-graph-uri", "using-named-graph-uri")


@dataclass(frozen=True)
class SparqlRequest:
    """A query with its dataset (SPARQL 1.1 Protocol, 2.1); without a query the client asks what the service is."""

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format_names: tuple[str, ...]
    seconds: float | None


@dataclass(frozen=True)
class UpdateRequest:
    """An update with its dataset (SPARQL 1.1 Protocol, 2.2)."""

    update: str
    using_graphs: tuple[str, ...]
    using_named_graphs: tuple[str, ...]
    seconds: float | None


def read_sparql_request(request: Request) -> SparqlRequest:
    """Read a query sent by GET, by POST of a form, or by POST of the query itself; raises ProblemError as below."""
    return sparql_request_of(request.method, request.mimetype, request.query_string, lambda: read_body(request))


def sparql_request_of(method: str, media_type: str, address: bytes, body: Callable[[], bytes]) -> SparqlRequest:
    """Read a query from what its request is made of; `body` is called where the query stands there.

    Raises:
        ProblemError: The request is malformed (400), or its body is of a type that is not understood (415).
    """
    in_address = _pairs(address, "address") if address else []
    if method not in {"POST", "QUERY"}:
        return _sparql_request(in_address)
    if media_type == FORM:
        return _with_query(_sparql_request([*in_address, *_pairs(body(), "form")]))
    if media_type == SPARQL_QUERY:
        return _with_query(_sparql_request([*in_address, ("query", decode(body(), "query"))]))
    raise unsupported_media_type(media_type, (SPARQL_QUERY, FORM))


def read_update_request(request: Request) -> UpdateRequest:
    """Read an update sent by POST of a form, or by POST of the update itself.

    Raises:
        ProblemError: The request is malformed (400), or its body is of a type that is not understood (415).
    """
    in_address = _pairs(request.query_string, "address")
    if _one("update", in_address) is not None:
        raise bad_request(f"An update is never sent in the address: send it in a body of type {SPARQL_UPDATE}")
    if request.mimetype == FORM:
        pairs = [*in_address, *_pairs(read_body(request), "form")]
    elif request.mimetype == SPARQL_UPDATE:
        pairs = [*in_address, ("update", decode(read_body(request), "update"))]
    else:
        raise unsupported_media_type(request.mimetype, (SPARQL_UPDATE, FORM))
    if any(name in _OF_QUERIES for name, _ in pairs):
        raise bad_request("This endpoint takes updates; it answers no queries.")
    update = _one("update", pairs)
    if update is None:
        raise bad_request(
            "The update is missing: send it as the parameter 'update', or as a body of type " + SPARQL_UPDATE
        )
    using, using_named = (_all(name, pairs) for name in ("using-graph-uri", "using-named-graph-uri"))
    return UpdateRequest(update, using, using_named, _seconds(pairs))


def _pairs(encoded: bytes, what: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise bad_request(f"The {what} holds parameters that are not percent-encoded UTF-8.") from error


def _sparql_request(pairs: Sequence[tuple[str, str]]) -> SparqlRequest:
    if len(pairs) == 1 and pairs[0][0] == "query":  # as nearly all are
        return SparqlRequest(pairs[0][1], (), (), (), None)
    if any(name in _OF_UPDATES for name, _ in pairs):
        raise bad_request("This endpoint answers queries; it takes no updates.")
    return SparqlRequest(
        query=_one("query", pairs),
        default_graphs=_all("default-graph-uri", pairs),
        named_graphs=_all("named-graph-uri", pairs),
        format_names=_all("format", pairs),
        seconds=_seconds(pairs),
    )


def _seconds(pairs: Sequence[tuple[str, str]]) -> float | None:
    value = _one("timeout", pairs)
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0.0 < seconds < float("inf"):
        raise bad_request("The parameter 'timeout' is a number of seconds, more than none.")
    return seconds


def _with_query(request: SparqlRequest) -> SparqlRequest:
    if request.query is None:
        raise bad_request(
            "The query is missing: send it as the parameter 'query', or as a body of type " + SPARQL_QUERY
        )
    return request


def _all(name: str, pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple([value for key, value in pairs if key == name])  # quicker than a generator: each query comes by here


def _one(name: str, pairs: Sequence[tuple[str, str]]) -> str | None:
    values = _all(name, pairs)
    if len(values) > 1:
        raise bad_request(f"The parameter '{name}' is given {len(values)} times; give it once.")
    return values[0] if values else None
