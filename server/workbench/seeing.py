"""Where people see the whole: events in time, obligations between actors, the network; each with its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request

from ..readings.sections import read_overviews
from ..rendering import render_page
from ..requested_language import requested_language
from ..workers.tasks.pages import ReadOverviews
from .cells import as_object
from .kept import kept_page

if TYPE_CHECKING:
    from flask import Blueprint

    from ..service import Service

_PICTURES = ("timeline", "matrix", "network")


def add_seeing(blueprint: Blueprint, service: Service) -> None:
    """Add this page to the pages of a service."""
    overviews = read_overviews()

    @blueprint.get("/see")
    def seeing() -> Response:
        return kept_page(service, _rendered)

    def _rendered() -> Response:
        tables = service.find(ReadOverviews(requested_language(request), overviews))
        rows = {
            name: [[as_object(values[0]) if values else None for values in row] for row, _ in table.rows]
            for name, table in zip(_PICTURES, tables, strict=True)
        }
        return render_page("see.html", service, tables=list(zip(_PICTURES, tables, strict=True)), rows=rows)
