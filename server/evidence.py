"""The words behind triples over HTTP, and why they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

from .answers import respond
from .choices import choose
from .freshness import unless_unchanged
from .media_types import EVIDENCE_FORMATS, REPORT_FORMATS
from .problems import bad_request
from .rendering import data_of_page, for_page, render_page
from .requested_language import requested_language
from .workers.tasks.grounds import Explain, FindEvidence
from .workers.tasks.pages import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mithaq.graph import KnowledgeGraph

    from .media_types import Choice
    from .service import Service
    from .workers import Task


def grounds_blueprint(service: Service) -> Blueprint:
    """Make the views that lead triples back to the text."""
    blueprint = Blueprint("grounds", __name__)

    @blueprint.get("/evidence")
    def evidence() -> Response:
        choice, language = choose(EVIDENCE_FORMATS), requested_language(request)
        terms = (_term("subject"), request.args.get("predicate"), request.args.get("object"))
        return _answer(service, FindEvidence(*terms, for_page(choice), language), choice, "evidence.html")

    @blueprint.get("/explain")
    def explain() -> Response:
        choice, language = choose(REPORT_FORMATS), requested_language(request)
        terms = (_term("subject"), _term("predicate"), _term("object"))
        return _answer(service, Explain(*terms, for_page(choice), language), choice, "explanation.html")

    return blueprint


def _answer(service: Service, task: Task[KnowledgeGraph], choice: Choice, template: str) -> Response:
    def answered() -> Response:
        answer = service.repeatable(task)
        if choice.format.name == "html":
            told = data_of_page(answer)
            names = service.find(Names(tuple(dict.fromkeys(_iris(told))), requested_language(request)))
            return render_page(template, service, told=told, task=task, names=names)
        return respond(answer)

    form = f"{choice.content_type} {requested_language(request)}"
    return unless_unchanged(service.revision().digest, form, answered)


def _iris(told: object) -> Iterator[str]:
    """Find the IRIs in what is told; terms are written there as N-Triples has them."""
    if isinstance(told, dict):
        told = list(told.values())
    if isinstance(told, list):
        for each in told:
            yield from _iris(each)
    elif isinstance(told, str) and told.startswith("<") and told.endswith(">"):
        yield told[1:-1]


def _term(name: str) -> str:
    value = request.args.get(name)
    if not value:
        raise bad_request(
            f"The parameter {name!r} is missing: a prefixed name (id:russia), an IRI, or a literal in double quotes."
        )
    return value
