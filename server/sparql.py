"""The SPARQL endpoint: the query operation of the SPARQL 1.1 Protocol."""

from __future__ import annotations

import hashlib
import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

from .media_types import GRAPH_FORMATS, SOLUTION_FORMATS, Choice, choose_by_name, choose_by_preference, media_types
from .parameters import SparqlRequest, read_sparql_request
from .problems import not_acceptable
from .service_description import describe_service

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mithaq.graph import KnowledgeGraph

    from .media_types import Format
    from .snapshots import Snapshots

READ_BY_ANYONE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Expose-Headers": "ETag",
}
_DIFFERS_EACH_TIME = re.compile(r"\b(?:now|rand|uuid|struuid|bnode)\s*\(", re.IGNORECASE)


def sparql_blueprint(snapshots: Snapshots) -> Blueprint:
    """Make the endpoint for a store."""
    blueprint = Blueprint("sparql", __name__)

    @blueprint.route("/sparql", methods=["GET", "POST"])
    def sparql() -> Response:
        asked = read_sparql_request(request)
        with snapshots.reading() as graph:
            return _respond(asked, graph)

    @blueprint.after_request
    def let_anyone_read(response: Response) -> Response:
        response.headers.extend(READ_BY_ANYONE)
        return response

    return blueprint


def _respond(asked: SparqlRequest, graph: KnowledgeGraph) -> Response:
    tag = _entity_tag(asked, graph.revision.digest)
    if tag is not None and tag in request.if_none_match.as_set(include_weak=True):
        response = Response(status=HTTPStatus.NOT_MODIFIED)
    elif asked.query is None:
        response = _description(asked)
    else:
        response = _answer(asked, asked.query, graph)
    if tag is not None:
        response.set_etag(tag)
        response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept")
    return response


def _answer(asked: SparqlRequest, query: str, graph: KnowledgeGraph) -> Response:
    if asked.default_graphs or asked.named_graphs:  # the dataset is these and nothing else (SPARQL 1.1 Protocol, 2.1.4)
        result = graph.query(query, default_graphs=asked.default_graphs, named_graphs=asked.named_graphs)
    else:
        result = graph.query(query)
    choice = _choose(asked, GRAPH_FORMATS if result.kind == "graph" else SOLUTION_FORMATS)
    return Response(result.serialize(choice.format.name), content_type=choice.content_type)


def _description(asked: SparqlRequest) -> Response:
    choice = _choose(asked, GRAPH_FORMATS)
    return Response(describe_service(request.base_url, choice.format.media_types[0]), content_type=choice.content_type)


def _choose(asked: SparqlRequest, formats: Sequence[Format]) -> Choice:
    if asked.format_names:  # some clients send several names for one format
        named = (choose_by_name(name, formats) for name in asked.format_names)
        choice = next((each for each in named if each), None)
    else:
        choice = choose_by_preference(request.accept_mimetypes, formats)
    if choice is None:
        raise not_acceptable(media_types(formats))
    return choice


def _entity_tag(asked: SparqlRequest, revision: str) -> str | None:
    """Name the answer to a GET by everything that it depends on; nothing where it differs each time."""
    if request.method not in {"GET", "HEAD"} or _DIFFERS_EACH_TIME.search(asked.query or ""):
        return None
    parts = (revision, repr(asked), request.headers.get("Accept", ""), request.base_url)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
