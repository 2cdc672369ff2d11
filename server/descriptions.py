"""The descriptions of the service for programs: the dataset that it gives out, and the requests that it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, request

from .answers import respond
from .choices import choose
from .freshness import unless_unchanged
from .media_types import GRAPH_FORMATS
from .openapi import openapi_document
from .workers.tasks.dataset import DescribeDataset

if TYPE_CHECKING:
    from .service import Service


def descriptions_blueprint(service: Service) -> Blueprint:
    """Make the view that describes the dataset, counted anew with each revision."""
    blueprint = Blueprint("descriptions", __name__)

    @blueprint.get("/.well-known/void")
    def void() -> Response:
        choice = choose(GRAPH_FORMATS)
        task = DescribeDataset(request.url_root.rstrip("/"), choice)
        return unless_unchanged(
            service.revision().digest, choice.content_type, lambda: respond(service.repeatable(task))
        )

    return blueprint


def openapi_blueprint(service: Service) -> Blueprint:
    """Make the view that describes all requests."""
    blueprint = Blueprint("openapi", __name__)

    @blueprint.get("/openapi.json")
    def openapi() -> Response:
        return jsonify(openapi_document(service.settings.policy, request.url_root.rstrip("/")))

    return blueprint
