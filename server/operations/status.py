"""Whether the service is well and ready, what it is, and how much it does."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, jsonify

from ..access.settings import USUAL_CONCURRENCY, USUAL_RATE
from ..workers.tasks.status import Readiness
from .metrics import CONTENT_TYPE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..service import Service
    from .metrics import Metrics

_STANDS_ON: Final = ("pyoxigraph", "pyshacl", "owlrl", "rdflib", "flask", "granian")
_PATIENCE: Final = 5.0


def status_blueprint(service: Service, metrics: Metrics) -> Blueprint:
    """Make the views that monitors and people who run the service ask."""
    blueprint = Blueprint("status", __name__, url_prefix="/-")

    @blueprint.get("/health")
    def health() -> Response:
        """Tell that this process answers, and which revision it knows; fails where the store has gone."""
        revision = service.revision()
        return jsonify(status="ok", revision=revision.number, digest=revision.digest, version=version("mithaq"))

    @blueprint.get("/ready")
    def ready() -> Response:
        """Tell that a worker answers from the newest revision; fails where none does soon."""
        return jsonify(status="ready", digest=service.find(Readiness(), _PATIENCE))

    @blueprint.get("/version")
    def versions() -> Response:
        return jsonify(
            mithaq=version("mithaq"),
            python=platform.python_version(),
            dependencies={name: version(name) for name in _STANDS_ON},
            policy=service.settings.policy,
            limits=_limits(service),
        )

    @blueprint.get("/metrics")
    def measured() -> Response:
        return Response(metrics.written(), content_type=CONTENT_TYPE)

    @blueprint.after_request
    def never_kept(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        return response

    return blueprint


def levels_of(service: Service) -> Mapping[str, tuple[str, float]]:
    """Tell how high things stand now, for the metrics."""
    return {
        "revision": ("Number of the newest revision.", service.revision().number),
        "tasks_running": ("Tasks being worked on.", len(service.tasks())),
        "copy_in_memory": ("Whether queries are answered from a copy of the store in memory.", float(service.has_copy)),
        "workers": ("Workers that read.", service.settings.workers),
    }


def _limits(service: Service) -> dict[str, float]:
    settings, access = service.settings, service.settings.access
    return {
        "body_bytes": settings.largest_body,
        "query_characters": settings.queries.longest,
        "query_nesting": settings.queries.deepest,
        "rows": settings.queries.most_rows,
        "read_seconds": settings.reading.seconds,
        "read_memory_bytes": settings.reading.memory,
        "answer_bytes": settings.reading.answer,
        "write_seconds": settings.writing.seconds,
        "write_memory_bytes": settings.writing.memory,
        "copies_bytes": settings.copies,
        "requests_per_second": USUAL_RATE if access.rate is None else access.rate,
        "requests_at_once": USUAL_CONCURRENCY if access.concurrency is None else access.concurrency,
    }
