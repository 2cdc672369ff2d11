"""The SPARQL endpoint: the query operation of the SPARQL 1.1 Protocol."""

from __future__ import annotations

import hashlib
import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, g, request

from .answers import respond
from .media_types import GRAPH_FORMATS, SOLUTION_FORMATS, Choice, choose_by_name, choose_by_preference, media_types
from .parameters import FORM, SPARQL_QUERY, SparqlRequest, read_sparql_request
from .problems import not_acceptable
from .workers import Query
from .workers.tasks.description import Description

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .media_types import Format
    from .service import Service

_GAP: Final = r"(?:\s|#[^\r\n]*[\r\n])*"
_DIFFERS_EACH_TIME: Final = re.compile(rf"\b(?:now|rand|uuid|struuid|bnode){_GAP}\(", re.IGNORECASE)
_TAGGED: Final = frozenset({"GET", "HEAD", "QUERY"})


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
        response.headers["Accept-Query"] = f"{SPARQL_QUERY}, {FORM}"
        response.vary.add("Accept")
        return response

    return blueprint


def _answer(asked: SparqlRequest, query: str, service: Service) -> Response:
    given = bool(asked.default_graphs or asked.named_graphs)  # then there is nothing else (SPARQL 1.1 Protocol, 2.1.4)
    task = Query(
        query,
        default_graphs=asked.default_graphs if given else None,
        named_graphs=asked.named_graphs if given else None,
        base=request.base_url,
        as_solutions=_choice(asked, SOLUTION_FORMATS),
        as_graph=_choice(asked, GRAPH_FORMATS),
        limits=service.settings.queries,
    )
    if _DIFFERS_EACH_TIME.search(query):
        return respond(service.answer(task, asked.seconds))
    return _repeatable(task, asked.seconds, service)


def _repeatable(task: Query | Description, seconds: float | None, service: Service) -> Response:
    """Answer what has the same answer as long as the graph is the same."""
    if request.method in _TAGGED and _tag(service.revision().digest, task) in _tags_of_client():
        response = Response(status=HTTPStatus.NOT_MODIFIED)
        digest = service.revision().digest
    else:
        answer = service.repeatable(task, seconds)
        response, digest = respond(answer), answer.head.digest
    if request.method in _TAGGED:
        response.set_etag(_tag(digest, task))
        response.headers["Cache-Control"] = "no-cache"
    return response


def _description(asked: SparqlRequest, service: Service) -> Response:
    choice = _choice(asked, GRAPH_FORMATS)
    if choice is None:
        raise not_acceptable(media_types(GRAPH_FORMATS))
    writable = service.settings.policy == "open" or bool(service.settings.access.tokens)
    return _repeatable(Description(request.base_url, writable, choice), asked.seconds, service)


def _choice(asked: SparqlRequest, formats: Sequence[Format]) -> Choice | None:
    if asked.format_names:  # some clients send several names for one format
        named = (choose_by_name(name, formats) for name in asked.format_names)
        return next((each for each in named if each), None)
    return choose_by_preference(request.accept_mimetypes, formats)


def _tag(digest: str, task: Query | Description) -> str:
    """Name an answer: by the revision first, so that the tag can stand in If-Match as well, then by what was asked."""
    return f"{digest}.{hashlib.sha256(repr(task).encode('utf-8', 'backslashreplace')).hexdigest()[:16]}"


def _tags_of_client() -> set[str]:
    return request.if_none_match.as_set(include_weak=True)
