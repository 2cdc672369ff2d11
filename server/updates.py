"""The update operation of the SPARQL 1.1 Protocol."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, Response, g, request

from .answers import respond, without_body
from .choices import choose
from .freshness import revisions_required
from .media_types import REFUSAL_FORMATS
from .parameters import read_update_request
from .requested_language import requested_language
from .workers.tasks.facts import headers_of
from .workers.tasks.updates import GraphUpdate, PlainUpdate

if TYPE_CHECKING:
    from .parameters import UpdateRequest
    from .service import Service


def updates_blueprint(service: Service) -> Blueprint:
    """Make the endpoint for updates of a service."""
    blueprint = Blueprint("updates", __name__)

    @blueprint.post("/update")
    def update() -> Response:
        asked = read_update_request(request)
        g.asked = asked.update
        return _update_plain(asked, service) if service.settings.policy == "open" else _update_graph(asked, service)

    return blueprint


def _update_plain(asked: UpdateRequest, service: Service) -> Response:
    task = PlainUpdate(
        asked.update, asked.using_graphs, asked.using_named_graphs, request.base_url, service.settings.queries
    )
    return without_body(HTTPStatus.NO_CONTENT, headers_of(service.change(task, asked.seconds)))


def _update_graph(asked: UpdateRequest, service: Service) -> Response:
    task = GraphUpdate(
        if_match=revisions_required(),
        note="update",
        choice=choose(REFUSAL_FORMATS),
        language=requested_language(request),
        text=asked.update,
        using_graphs=asked.using_graphs,
        using_named_graphs=asked.using_named_graphs,
        base=request.base_url,
        limits=service.settings.queries,
    )
    with service.writing(task, asked.seconds) as running:
        return respond(running.answer())
