"""The SPARQL endpoint: the query operation of the SPARQL 1.1 Protocol."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, g, request
from werkzeug.http import quote_etag

from .answers import respond
from .media_types import GRAPH_FORMATS, SOLUTION_FORMATS, Choice, choose_by_name, choose_by_preference, media_types
from .parameters import FORM, SPARQL_QUERY, SparqlRequest, read_sparql_request
from .problems import not_acceptable
from .row_ranges import range_asked
from .workers import Query
from .workers.tasks.description import Description

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .media_types import Format
    from .query_limits import QueryLimits
    from .service import Service

_DIFFERS_EACH_TIME: Final = re.compile(
    r"(?<![\w?$:])(?:(?:now|rand|uuid|struuid|bnode)\s*+[#(]|service\b)", re.IGNORECASE
)
"""What may call such a function: a comment may stand before its bracket; it is not read to its end each time."""
_NAMES_OF_SUCH: Final = ("now", "rand", "uuid", "bnode", "service")
"""One of these stands in every such query: to look for them is quicker than to look for calls."""
UNDERSTOOD: Final = f"{SPARQL_QUERY}, {FORM}"
"""What queries may come as, for the header Accept-Query."""
_TAGGED: Final = frozenset({"GET", "HEAD", "QUERY"})
_IN_RANGES: Final = frozenset({"GET", "QUERY"})
"""Methods for which ranges are defined (RFC 9110, 14.2, and the method QUERY); others ignore them."""


def sparql_blueprint(service: Service) -> Blueprint:
    """Make the endpoint of a service."""
    blueprint = Blueprint("sparql", __name__)

    @blueprint.route("/sparql", methods=["GET", "POST", "QUERY"])
    def sparql() -> Response:
        asked = read_sparql_request(request)
        if asked.query is None:
            return _description(asked, service)
        g.asked = asked.query
        return _answer(asked, asked.query, service)

    @blueprint.after_request
    def say_what_is_understood(response: Response) -> Response:
        response.headers["Accept-Query"] = UNDERSTOOD
        response.vary.add("Accept")
        return response

    return blueprint


def query_of(
    asked: SparqlRequest, query: str, base: str, choices: tuple[Choice | None, Choice | None], limits: QueryLimits
) -> Query:
    """Make the task of a query; the choices are how solutions and graphs are to be written."""
    given = bool(asked.default_graphs or asked.named_graphs)  # then there is nothing else (SPARQL 1.1 Protocol, 2.1.4)
    return Query(
        query,
        default_graphs=asked.default_graphs if given else None,
        named_graphs=asked.named_graphs if given else None,
        base=base,
        as_solutions=choices[0],
        as_graph=choices[1],
        limits=limits,
    )


def differs_each_time(query: str) -> bool:
    """Tell whether a query may have another answer although the graph is the same."""
    small = query.lower()
    return any(name in small for name in _NAMES_OF_SUCH) and _DIFFERS_EACH_TIME.search(query) is not None


def _answer(asked: SparqlRequest, query: str, service: Service) -> Response:
    choices = _choice(asked, SOLUTION_FORMATS), _choice(asked, GRAPH_FORMATS)
    task = query_of(asked, query, request.base_url, choices, service.settings.queries)
    if differs_each_time(query):
        return respond(service.answer(_part(task, None), asked.seconds))
    return _repeatable(task, asked.seconds, service)


def _repeatable(task: Query | Description, seconds: float | None, service: Service) -> Response:
    """Answer what has the same answer as long as the graph is the same; a part of it bears the tag of the whole."""
    digest = service.revision().digest
    if request.method in _TAGGED and tag_of(digest, task) in _tags_of_client():
        response = Response(status=HTTPStatus.NOT_MODIFIED)
        weak = not request.if_none_match.contains(tag_of(digest, task))
    else:
        answer = service.repeatable(_part(task, digest), seconds)
        if "If-Range" in request.headers and answer.head.digest != digest:  # the graph has changed meanwhile
            answer.body.close()
            answer = service.repeatable(task, seconds)
        response, digest, weak = respond(answer), answer.head.digest, answer.head.in_own_order
    if request.method in _TAGGED:
        response.set_etag(tag_of(digest, task), weak=weak)
        response.headers["Cache-Control"] = "no-cache"
    return response


def _part(task: Query | Description, digest: str | None) -> Query | Description:
    """Give the task of the rows that the client asks for, or the whole one, also where what it has is out of date."""
    rows = range_asked(request.headers.get("Range", "")) if request.method in _IN_RANGES else None
    if rows is None or not isinstance(task, Query) or not _is_up_to_date(task, digest):
        return task
    return replace(task, rows=rows)


def _is_up_to_date(task: Query, digest: str | None) -> bool:
    """Tell whether the header If-Range, if there is one, names the answer by a strong tag (RFC 9110, 13.1.5)."""
    condition = request.headers.get("If-Range")
    return condition is None or (digest is not None and condition.strip() == quote_etag(tag_of(digest, task)))


def _description(asked: SparqlRequest, service: Service) -> Response:
    choice = _choice(asked, GRAPH_FORMATS)
    if choice is None:
        raise not_acceptable(media_types(GRAPH_FORMATS))
    writable = service.settings.policy == "open" or bool(service.settings.access.tokens)
    return _repeatable(Description(request.base_url, writable, choice), asked.seconds, service)


def choice_named(names: Sequence[str], formats: Sequence[Format]) -> Choice | None:
    """Choose by short names; some clients send several for one format."""
    named = (choose_by_name(name, formats) for name in names)
    return next((each for each in named if each), None)


def _choice(asked: SparqlRequest, formats: Sequence[Format]) -> Choice | None:
    if asked.format_names:
        return choice_named(asked.format_names, formats)
    return choose_by_preference(request.accept_mimetypes, formats)


def tag_of(digest: str, task: Query | Description) -> str:
    """Name an answer: by the revision first, so that the tag can stand in If-Match as well, then by what was asked."""
    return f"{digest}.{mark_of(task)}"


def mark_of(task: Query | Description) -> str:
    """Name what was asked."""
    return hashlib.sha256(repr(task).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _tags_of_client() -> set[str]:
    return request.if_none_match.as_set(include_weak=True)
