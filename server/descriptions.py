"""The descriptions of the service for programs: the dataset that it gives out, and the requests that it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, request

from .choices import choose
from .given_out import give_out
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
        return give_out(service, DescribeDataset(request.url_root.rstrip("/"), choice), choice)

    return blueprint


def openapi_blueprint(service: Service) -> Blueprint:
    """Make the view that describes all requests."""
    blueprint = Blueprint("openapi", __name__)

    @blueprint.get("/openapi.json")
    def openapi() -> Response:
        return jsonify(openapi_document(service.settings.policy, request.url_root.rstrip("/")))

    return blueprint
