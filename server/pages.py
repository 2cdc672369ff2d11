"""The pages: where people start, and what their queries give."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request, url_for

from mithaq.graph import QueryError

from .example_queries import read_example_queries
from .languages import DIRECTIONS, other_language
from .media_types import GRAPH_FORMATS, SOLUTION_FORMATS
from .overviews import Overviews
from .requested_language import requested_language
from .result_tables import read_result
from .texts import TEXTS

if TYPE_CHECKING:
    from mithaq.graph import KnowledgeGraph

    from .snapshots import Snapshots
    from .texts import PageTexts


def pages_blueprint(snapshots: Snapshots) -> Blueprint:
    """Make the pages over a store."""
    blueprint = Blueprint("pages", __name__)
    examples = read_example_queries()
    overviews = Overviews()

    @blueprint.get("/")
    def start() -> Response:
        with snapshots.reading() as graph:
            return _page("start.html", graph, examples=examples, overview=overviews.of(graph))

    @blueprint.get("/query")
    def results() -> Response:
        query = request.args.get("query", "").replace("\r\n", "\n").strip()
        questions = {example.query: example.question(requested_language(request)) for example in examples}
        with snapshots.reading() as graph:
            return _results_page(graph, query, questions.get(query, _texts().result if query else _texts().ask))

    return blueprint


def _results_page(graph: KnowledgeGraph, query: str, title: str) -> Response:
    if not query:
        return _page("results.html", graph, query=query, title=title)
    try:
        result = graph.query(query)
        table = read_result(result, graph, requested_language(request))
    except QueryError as error:
        response = _page("results.html", graph, query=query, title=title, problem=error)
        response.status_code = HTTPStatus.BAD_REQUEST
        return response
    formats = GRAPH_FORMATS if result.kind == "graph" else SOLUTION_FORMATS
    downloads = [(each.name, url_for("sparql.sparql", query=query, format=each.name)) for each in formats]
    return _page("results.html", graph, query=query, title=title, table=table, downloads=downloads)


def _page(template: str, graph: KnowledgeGraph, **values: object) -> Response:
    """Render a page in the language that the reader asks for, with a way to the same page in the other one."""
    language = requested_language(request)
    other = other_language(language)
    body = render_template(
        template,
        **values,
        language=language,
        direction=DIRECTIONS[language],
        texts=_texts(),
        other_language=other,
        other_address=url_for(str(request.endpoint), query=request.args.get("query"), lang=other),
        revision=graph.revision.digest[:16],
    )
    response = Response(body, content_type="text/html; charset=utf-8")
    response.content_language.add(language)
    response.vary.add("Accept-Language")
    return response


def _texts() -> PageTexts:
    return TEXTS[requested_language(request)]
