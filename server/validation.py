"""Validation over HTTP: facts are posted, judged in the context of the graph, and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

from mithaq.graph import parse_facts_bytes

from .bodies import read_body
from .media_types import FACT_FORMATS, REPORT_FORMATS, choose_by_name, choose_by_preference, media_types
from .problems import not_acceptable, unsupported_media_type
from .requested_language import requested_language

if TYPE_CHECKING:
    from mithaq.graph import Facts, Language, ValidationReport

    from .snapshots import Snapshots

BODY = "<body>"  # the name by which a report calls what was posted: no article bears it


def validation_blueprint(snapshots: Snapshots) -> Blueprint:
    """Make the view that judges facts against a store."""
    blueprint = Blueprint("validation", __name__)

    @blueprint.post("/validate")
    def validate() -> Response:
        choice = choose_by_preference(request.accept_mimetypes, REPORT_FORMATS)
        if choice is None:
            raise not_acceptable(media_types(REPORT_FORMATS))
        facts = _posted_facts()
        with snapshots.reading() as graph:
            report = graph.validate(facts)
        language = requested_language(request)
        response = Response(_write(report, choice.format.name, language), content_type=choice.content_type)
        response.vary.update(("Accept", "Accept-Language"))
        return response

    return blueprint


def _posted_facts() -> Facts:
    format_ = choose_by_name(request.mimetype, FACT_FORMATS)
    if format_ is None:
        raise unsupported_media_type(request.mimetype, media_types(FACT_FORMATS))
    return parse_facts_bytes(read_body(request), format_.format.name, BODY)


def _write(report: ValidationReport, format_name: str, language: Language) -> str:
    if format_name == "turtle":
        return report.to_turtle()
    return report.to_json() if format_name == "json" else report.to_text(language)
