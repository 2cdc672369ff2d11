"""The pages: where people start, and what their queries give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, request, url_for

from .example_queries import read_example_queries
from .media_types import GRAPH_FORMATS, SOLUTION_FORMATS
from .problems import ProblemError
from .rendering import render_page
from .requested_language import requested_language
from .texts import TEXTS
from .workers.tasks.pages import GraphOverview, QueryTable

if TYPE_CHECKING:
    from .overviews import Overview
    from .service import Service
    from .texts import PageTexts


def pages_blueprint(service: Service) -> Blueprint:
    """Make the pages of a service."""
    blueprint = Blueprint("pages", __name__)
    examples = read_example_queries()
    overviews: dict[str, Overview] = {}  # of the newest revision only: nothing else on the start page takes time

    def overview() -> Overview:
        digest = service.revision().digest
        if digest not in overviews:
            found = service.find(GraphOverview())
            overviews.clear()
            overviews[found.revision] = found
            return found
        return overviews[digest]

    @blueprint.get("/")
    def start() -> Response:
        return render_page("start.html", service, examples=examples, overview=overview())

    @blueprint.get("/query")
    def results() -> Response:
        query = request.args.get("query", "").replace("\r\n", "\n").strip()
        questions = {example.query: example.question(requested_language(request)) for example in examples}
        return _results_page(service, query, questions.get(query, _texts().result if query else _texts().ask))

    return blueprint


def _results_page(service: Service, query: str, title: str) -> Response:
    if not query:
        return render_page("results.html", service, query=query, title=title)
    try:
        table = service.find(QueryTable(query, requested_language(request)))
    except ProblemError as error:
        response = render_page("results.html", service, query=query, title=title, problem=error.problem)
        response.status_code = error.problem.status
        return response
    formats = GRAPH_FORMATS if table.kind == "graph" else SOLUTION_FORMATS
    downloads = [(each.name, url_for("sparql.sparql", query=query, format=each.name)) for each in formats]
    return render_page("results.html", service, query=query, title=title, table=table, downloads=downloads)


def _texts() -> PageTexts:
    return TEXTS[requested_language(request)]
