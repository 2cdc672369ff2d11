"""The pages: where people start, ask, search, see the whole, compare and have facts checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response

from .example_queries import read_example_queries
from .rendering import render_page
from .workbench import Newest, add_asking, add_checking, add_comparing, add_listing, add_searching, add_seeing
from .workers.tasks.pages import AllNames, GraphOverview

if TYPE_CHECKING:
    from .service import Service


def pages_blueprint(service: Service) -> Blueprint:
    """Make the pages of a service."""
    blueprint = Blueprint("pages", __name__)
    examples = read_example_queries()
    overview = Newest(service, GraphOverview())
    names = Newest(service, AllNames())

    @blueprint.get("/")
    def start() -> Response:
        return render_page("start.html", service, examples=examples, overview=overview.value())

    add_asking(blueprint, service, names)
    add_searching(blueprint, service, names)
    add_checking(blueprint, service)
    add_seeing(blueprint, service)
    add_listing(blueprint, service, overview)
    add_comparing(blueprint, service, overview)
    return blueprint
