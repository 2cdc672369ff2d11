"""Validation over HTTP: facts are handed in, judged in the context of the graph, and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

from .answers import respond
from .choices import choose
from .handed_in import read_parts
from .media_types import REPORT_FORMATS
from .rendering import data_of_page, for_page, render_page
from .requested_language import requested_language
from .workers.tasks.facts import Validate

if TYPE_CHECKING:
    from .service import Service


def validation_blueprint(service: Service) -> Blueprint:
    """Make the view that judges facts."""
    blueprint = Blueprint("validation", __name__)

    @blueprint.post("/validate")
    def validate() -> Response:
        choice = choose(REPORT_FORMATS)
        language = requested_language(request)
        answer = service.answer(Validate(read_parts(request), for_page(choice), language))
        if choice.format.name == "html":
            return render_page("report.html", service, report=data_of_page(answer))
        response = respond(answer)
        response.vary.update(("Accept", "Accept-Language"))
        return response

    return blueprint
