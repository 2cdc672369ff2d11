"""Whether the service is well."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from flask import Blueprint, jsonify

if TYPE_CHECKING:
    from flask import Response

    from .snapshots import Snapshots


def health_blueprint(snapshots: Snapshots) -> Blueprint:
    """Make the view that monitors ask; it fails when the store cannot be opened."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/-/health")
    def health() -> Response:
        with snapshots.reading() as graph:
            response = jsonify(
                status="ok", revision=graph.revision.number, digest=graph.revision.digest, version=version("mithaq")
            )
        response.headers["Cache-Control"] = "no-store"
        return response

    return blueprint
